"""From pieces to words, text and unsure spans."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from simulator.heard_words import FLOOR, Piece, on_speech, placed, text_of, unsure_spans, words_from
from simulator.speech_spans import squeeze
from simulator.types import RATE, Word

unit = st.floats(0, 1)
second = st.floats(0, 60)
pieces = st.lists(
    st.builds(
        Piece,
        text=st.text(alphabet=" abcé'-.,?", min_size=1, max_size=8),
        start=second,
        end=second,
        confidence=unit,
    ),
    max_size=12,
)


def word(text: str, start: float, end: float, confidence: float = 0.9) -> Word:
    return Word(text=text, start=start, end=end, confidence=confidence)


@given(pieces)
def test_unsure_spans_are_exactly_the_words_below_the_floor(given_pieces: list[Piece]) -> None:
    words = words_from(given_pieces)
    text = text_of(words)
    marked = [part for start, end in unsure_spans(words) for part in text[start:end].split(" ")]
    assert marked == [one.text for one in words if one.confidence < FLOOR]


@given(pieces)
def test_spans_are_in_order_apart_and_inside_the_text(given_pieces: list[Piece]) -> None:
    words = words_from(given_pieces)
    spans = unsure_spans(words)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(set(edges))
    assert not edges or (edges[0] >= 0 and edges[-1] <= len(text_of(words)))


@given(pieces)
def test_times_never_run_backwards(given_pieces: list[Piece]) -> None:
    words = words_from(given_pieces)
    assert all(one.start <= one.end for one in words)
    assert all(one.start <= other.start for one, other in pairwise(words))


def test_a_piece_without_a_space_in_front_belongs_to_the_word_before() -> None:
    words = words_from([Piece(" zee", 0, 1, 0.8), Piece("-engte", 1, 2, 0.4), Piece(".", 2, 2, 0.0)])
    assert [one.text for one in words] == ["zee-engte."]


def test_punctuation_does_not_weigh_on_the_confidence_of_a_word() -> None:
    (heard,) = words_from([Piece(" ja", 0, 1, 0.9), Piece(",", 1, 1, 0.1)])
    assert heard.confidence == 0.9


def test_neighbours_below_the_floor_are_one_span() -> None:
    words = [word("ik", 0, 1), word("denk", 1, 2, 0.2), word("dus", 2, 3, 0.3), word("ja", 3, 4)]
    assert unsure_spans(words) == ((3, 11),)


def test_a_word_that_is_stretched_into_a_pause_is_cut_at_the_speech() -> None:
    (cut,) = on_speech([word("dialoog", 1.0, 2.2)], [(0.1, 1.4), (2.15, 4.0)])
    assert (cut.start, cut.end) == (1.0, 1.4)


def test_a_word_where_nobody_speaks_is_not_trusted() -> None:
    far, near = on_speech([word("ondertiteling", 5.0, 6.0), word("ja", 1.5, 1.6)], [(0.1, 1.4)])
    assert (far.confidence, near.confidence) == (0, 0.9)


def test_words_of_a_squeezed_sound_get_their_times_in_the_whole_one_back() -> None:
    kept = squeeze(np.zeros(20 * RATE, dtype=np.float32), [(2.0, 4.0), (12.0, 14.0)])
    assert kept.seconds == 8.0  # two seconds of speech twice, with a second around each
    (first, second_word) = placed([word("een", 1.0, 2.0), word("twee", 5.5, 6.0)], kept)
    assert (first.start, first.end) == (2.0, 3.0)
    assert (second_word.start, second_word.end) == (12.5, 13.0)
