"""What was said, cut into pieces."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.types import Flag, Score
from web.marks import Piece, pieces

SPAN = st.tuples(st.integers(0, 40), st.integers(0, 12))


def score_of(text: str, slips: list[tuple[int, int]], moves: list[tuple[int, int]]) -> Score:
    """A score with these spans, cut to the text."""

    def flag(name: str, start: int, length: int) -> Flag:
        start = min(start, len(text))
        quote = text[start : start + length]
        return Flag(name=name, turn=0, start=start, end=start + len(quote), quote=quote, rule="t")  # type: ignore[arg-type]

    names = ("vagueness", "evasiveness", "missing_i_statement")
    return Score(
        turn=0,
        slips=tuple(flag(names[i % 3], *span) for i, span in enumerate(slips)),
        moves=tuple(flag("clear_message", *span) for span in moves),
        version="t",
    )


@settings(max_examples=80)
@given(st.text(max_size=40), st.lists(SPAN, max_size=5), st.lists(SPAN, max_size=3), st.lists(SPAN, max_size=3))
def test_the_pieces_are_the_text(
    text: str, slips: list[tuple[int, int]], moves: list[tuple[int, int]], unsure: list[tuple[int, int]]
) -> None:
    spans = tuple((start, start + length) for start, length in unsure)
    found = pieces(text, score_of(text, slips, moves), spans)
    assert "".join(piece.text for piece in found) == text
    assert all(piece.text for piece in found)


def test_overlapping_slips_are_both_marked() -> None:
    text = "er verandert iets"
    found = pieces(text, score_of(text, [(0, 17), (3, 9)], []))
    assert found == [
        Piece("er ", ("vagueness",)),
        Piece("verandert", ("vagueness", "evasiveness")),
        Piece(" iets", ("vagueness",)),
    ]


def test_a_slip_without_words_marks_nothing() -> None:
    assert pieces("Ja.", score_of("Ja.", [(0, 0)], [])) == [Piece("Ja.")]
