"""The words in the answers of transcription servers, of several makes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from simulator.server_answer import UNTOLD, read_answer

SPEACHES = {
    "text": "Dag Nadia, ga zitten.",
    "words": [
        {"word": " Dag", "start": 0.1, "end": 0.4, "probability": 0.9},
        {"word": " Nadia,", "start": 0.4, "end": 0.9, "probability": 0.3},
        {"word": " ga", "start": 1.2, "end": 1.4, "probability": 0.8},
        {"word": " zitten.", "start": 1.4, "end": 1.9, "probability": 0.7},
    ],
}
OPENAI = {
    "text": "Dag Nadia, ga zitten.",
    "words": [
        {"word": "Dag", "start": 0.1, "end": 0.4},
        {"word": "Nadia", "start": 0.4, "end": 0.9},
        {"word": "ga", "start": 1.2, "end": 1.4},
        {"word": "zitten", "start": 1.4, "end": 1.9},
    ],
    "segments": [
        {"text": " Dag Nadia, ga zitten.", "start": 0.0, "end": 2.0, "avg_logprob": -0.1, "no_speech_prob": 0.01}
    ],
}


@pytest.mark.parametrize("answer", [SPEACHES, OPENAI], ids=["with probabilities", "without punctuation"])
def test_words_have_the_punctuation_of_the_text_and_the_times_of_the_server(answer: dict[str, object]) -> None:
    words, timed = read_answer(answer, 2.0)
    assert timed
    assert [word.text for word in words] == ["Dag", "Nadia,", "ga", "zitten."]
    assert [word.start for word in words] == [0.1, 0.4, 1.2, 1.4]


def test_a_probability_that_is_told_counts() -> None:
    words, _ = read_answer(SPEACHES, 2.0)
    assert [word.confidence for word in words] == [0.9, 0.3, 0.8, 0.7]


def test_else_the_segment_says_how_sure_the_server_is() -> None:
    words, _ = read_answer(OPENAI, 2.0)
    assert {round(word.confidence, 2) for word in words} == {0.90}


def test_words_inside_the_segments_are_found_too() -> None:
    answer = {"text": SPEACHES["text"], "segments": [{"text": SPEACHES["text"], "words": SPEACHES["words"]}]}
    assert read_answer(answer, 2.0) == read_answer(SPEACHES, 2.0)


def test_plain_json_gives_words_without_times_of_their_own() -> None:
    words, timed = read_answer({"text": " Dag Nadia, ga zitten. "}, 2.0)
    assert not timed
    assert [word.text for word in words] == ["Dag", "Nadia,", "ga", "zitten."]
    assert {word.confidence for word in words} == {UNTOLD}


def test_words_that_are_not_those_of_the_text_give_no_times() -> None:
    answer = {
        "text": "Om vijf uur.",
        "words": [{"word": "Om", "start": 0, "end": 1}, {"word": "17u", "start": 1, "end": 2}],
    }
    words, timed = read_answer(answer, 2.0)
    assert not timed
    assert [word.text for word in words] == ["Om", "vijf", "uur."]


def test_a_segment_in_which_nobody_spoke_goes() -> None:
    silent = {"text": " Bedankt!", "start": 2.0, "end": 4.0, "avg_logprob": -1.4, "no_speech_prob": 0.9}
    spoken = {"text": " Ga zitten.", "start": 0.0, "end": 2.0, "avg_logprob": -0.2, "no_speech_prob": 0.1}
    words, _ = read_answer({"text": "Ga zitten. Bedankt!", "segments": [spoken, silent]}, 4.0)
    assert [word.text for word in words] == ["Ga", "zitten."]


def test_a_lone_dash_stays_with_the_word_before() -> None:
    answer = {
        "text": "Ja – nee",
        "words": [{"word": "Ja", "start": 0, "end": 1}, {"word": "nee", "start": 1, "end": 2}],
    }
    words, timed = read_answer(answer, 2.0)
    assert timed
    assert [word.text for word in words] == ["Ja –", "nee"]


@pytest.mark.parametrize(
    "raw", [None, [], "tekst", {}, {"text": None}, {"text": 3}, {"text": "a", "words": [{"start": 1}]}]
)
def test_what_is_no_answer_is_refused(raw: object) -> None:
    with pytest.raises(ValidationError):
        read_answer(raw, 1.0)


numbers = st.one_of(st.none(), st.floats(allow_nan=True), st.integers(-5, 50))
said = st.lists(
    st.fixed_dictionaries(
        {"word": st.text("abé ,.-", max_size=5)},
        optional={"start": st.floats(-5, 50), "end": st.floats(-5, 50), "probability": numbers},
    ),
    max_size=5,
)


told = st.lists(
    st.fixed_dictionaries(
        {"text": st.text("ab ", max_size=9)},
        optional={"avg_logprob": numbers, "no_speech_prob": numbers, "start": numbers, "end": numbers},
    ),
    max_size=3,
)


@given(st.text("abé ,.-", max_size=20), said, told)
def test_whatever_a_server_sends_the_words_are_in_order_or_it_is_refused(
    text: str, words: list[dict[str, object]], segments: list[dict[str, object]]
) -> None:
    try:
        heard, _ = read_answer({"text": text, "words": words, "segments": segments}, 3.0)
    except ValueError:
        return
    assert all(0 <= word.confidence <= 1 and word.start <= word.end for word in heard)
    assert (
        " ".join(word.text for word in heard).split() == " ".join(word.text for word in heard).split(" ") or not heard
    )
