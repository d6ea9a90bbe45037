"""Pauses as the ends of clauses."""

from hypothesis import given
from hypothesis import strategies as st

from scoring.clauses import clauses, sentences
from scoring.pauses import with_breaks
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance

SAID = "ik heb slecht nieuws uw contract stopt op 31 januari het depot sluit"
PAUSES = (SAID.index("uw contract"), SAID.index("het depot"))


def dialogue(text: str, pauses: tuple[int, ...]) -> Dialogue:
    said = Utterance(speaker="trainee", text=text, pauses=pauses)
    return Dialogue(language="nl-BE", course="c4", message="Het contract stopt op 31 januari.", utterances=(said,))


def test_a_pause_ends_a_sentence_where_nobody_wrote_marks() -> None:
    text = with_breaks(dialogue(SAID, PAUSES)).last.text
    assert [part.text for part in sentences(text)] == [
        "ik heb slecht nieuws", "uw contract stopt op 31 januari", "het depot sluit",
    ]  # fmt: skip
    assert len(clauses(text, "nl")) == 3


def test_where_there_are_marks_a_pause_is_one_to_think() -> None:
    said = dialogue("Uw contract, ik zeg het direct, stopt op 31 januari.", (20,))
    assert with_breaks(said) == said


def test_words_are_quoted_as_they_were_said() -> None:
    score = score_dialogue(dialogue(SAID, PAUSES))
    assert score.moves
    assert all(flag.quote == SAID[flag.start : flag.end] for flag in score.moves)


@given(st.text(alphabet="ab c.", max_size=40), st.lists(st.integers(0, 45), max_size=5))
def test_no_letter_moves(text: str, pauses: list[int]) -> None:
    broken = with_breaks(dialogue(text, tuple(pauses))).last.text
    assert broken.replace("\n", " ") == text
