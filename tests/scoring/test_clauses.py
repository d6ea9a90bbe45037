"""Sentences, clauses and stretches, with and without punctuation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.clauses import clauses, is_question, sentences, stretches, unquoted


def test_marks_close_clauses() -> None:
    assert [c.text for c in clauses("Dag Jan, zet u. Ik zeg het direct: het stopt.", "nl")] == [
        "Dag Jan,", "zet u.", "Ik zeg het direct:", "het stopt.",
    ]  # fmt: skip


def test_conjunctions_cut_where_a_recogniser_wrote_no_marks() -> None:
    said = "ja da klopt joke met een hand erop ik had dat nie mogen beloven zonder na te vragen en da spijt mij"
    assert [c.text for c in clauses(said, "nl")][-1] == "en da spijt mij"


def test_long_unpunctuated_speech_has_several_stretches() -> None:
    assert len(stretches("woord " * 60)) == 4
    assert len(stretches("kort zonder punt")) == 1


def test_a_question_is_known_without_its_mark() -> None:
    assert is_question(sentences("en wat is er dinsdag gebeurd")[0], "nl")
    assert is_question(sentences("Kom je morgen?")[0], "nl")
    assert not is_question(sentences("Ik weet wat er gebeurd is.")[0], "nl")


def test_a_quotation_is_blanked_and_a_contraction_is_none() -> None:
    assert unquoted("Hij zei 'ge zijt lui' en ging.") == "Hij zei               en ging."
    assert unquoted("'t is euh we zijn aan 't kijken") == "'t is euh we zijn aan 't kijken"


@given(st.text(alphabet="abc ,.!?;:'\n-…é", max_size=120))
@settings(max_examples=80)
def test_every_piece_stands_where_it_says(text: str) -> None:
    for piece in (*sentences(text), *clauses(text, "nl"), *stretches(text)):
        assert text[piece.start : piece.end] == piece.text
