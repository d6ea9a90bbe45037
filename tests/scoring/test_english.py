"""Slips in English, as people say them here and overseas, and good turns that hold the same words."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from personas.types import CourseId, Frozen, Kind
from scoring.patterns import Pattern, expressions
from scoring.rules import score_dialogue
from scoring.slots import asked
from scoring.types import Dialogue, Flag, Slot, Utterance
from scoring.words import hits

MESSAGES: dict[CourseId, str] = {
    "c4": "The contract ends on 31 May.",
    "bad_news": "The contract ends on 31 May.",
}
SAID = "I have bad news: your contract ends on 31 May."


class Turn(Frozen):
    """One turn of the trainee, and the kind of slip in it."""

    course: CourseId
    other: str
    """What the avatar said just before; empty where the trainee speaks first."""
    text: str
    kind: Kind | None = None


_FILE = Path(__file__).with_name("english-slips.yaml")
TURNS = [Turn.model_validate(turn) for turn in YAML(typ="safe", pure=True).load(_FILE.read_text(encoding="utf-8"))]


def slips(turn: Turn) -> tuple[Flag, ...]:
    """What the rules see; in a good turn the news was said before."""
    due = turn.kind is not None
    first = () if not turn.other else (Utterance(speaker="trainee", text="Thanks for coming." if due else SAID),)
    other = (Utterance(speaker="avatar", text=turn.other),) if turn.other else ()
    message = MESSAGES.get(turn.course, "Reports must be in on time.")
    said = (*first, *other, Utterance(speaker="trainee", text=turn.text))
    return score_dialogue(Dialogue(language="en", course=turn.course, message=message, utterances=said)).slips


@pytest.mark.parametrize("turn", TURNS, ids=lambda turn: turn.text[:40])
def test_a_slip_is_seen_where_it_is_made_and_nowhere_else(turn: Turn) -> None:
    seen = {flag.kind for flag in slips(turn)}
    assert turn.kind in seen if turn.kind else not seen


@pytest.mark.parametrize(
    ("question", "slot"),
    [
        ("When does it start?", "when"),
        ("Who decided that?", "who"),
        ("How much notice do I get?", "how_many"),
        ("Why me?", "why"),
        ("What do you mean, restructuring?", "meaning"),
        ("What happens now?", "what_now"),
        ("Am I fired?", "yes_no"),
        ("You're firing me over two late mornings?", "yes_no"),
        ("Someone who cares would have called.", None),
        ("It was cold, wasn't it?", None),
    ],
)
def test_an_english_question_asks_for_its_kind_of_answer(question: str, slot: Slot | None) -> None:
    assert asked(question, "en") == slot


def test_a_short_form_is_two_words() -> None:
    assert hits("blame", "you're lazy", "en")
    assert hits("blame", "you are lazy", "en")


def test_would_is_not_had() -> None:
    assert not Pattern("vagueness.own_past")["en"].search("i'd like you to be more open")
    assert Pattern("vagueness.own_past")["en"].search("i'd told you that before")


@pytest.mark.parametrize("name", sorted(expressions("en")))
def test_an_expression_ends_on_a_long_text(name: str) -> None:
    text = "the team and its own plan can't say what it was about when we're all there for the one day " * 6
    Pattern(name)["en"].search(text)
    Pattern(name)["en"].match(f"{text}i")
