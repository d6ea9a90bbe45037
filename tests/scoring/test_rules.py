"""All rules together: order, what is left alone, and laws that hold for any talk."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personas.types import Language
from scoring import rules as rules_module
from scoring.rules import MOVE_MODULES, SLIP_MODULES, rules, score_dialogue, version
from scoring.types import Dialogue, Flag, Utterance
from tests.scoring.said import DISMISSAL, talk


def test_every_module_has_a_rule_and_slips_come_first() -> None:
    modules = [rule.__module__.removeprefix("scoring.") for rule in rules()]
    assert list(dict.fromkeys(modules)) == [*SLIP_MODULES, *MOVE_MODULES]


def test_a_score_tells_where_the_talk_stands() -> None:
    score = score_dialogue(talk("Ja. Je contract stopt op 31 januari.", "Ben ik ontslagen?"))
    assert (score.message_said, score.asked, score.answered, score.ungraded) == (True, "yes_no", True, None)
    assert not score.slips


@pytest.mark.parametrize("text", ["", "  ", "…", "(…)"])
def test_silence_is_not_graded(text: str) -> None:
    score = score_dialogue(talk(text, "Ik weet niet wat ik moet zeggen."))
    assert score.ungraded
    assert not score.slips
    assert not score.moves


@pytest.mark.parametrize("language", ["nl-BE", "nl-NL", "en", "fr", "de"])
def test_every_language_is_graded(language: Language) -> None:
    said = Dialogue(
        language=language,
        course="c4",
        message="x",
        utterances=(Utterance(speaker="trainee", text="We may let you go."),),
    )
    assert score_dialogue(said).ungraded is None


def test_the_avatar_is_not_graded() -> None:
    said = Dialogue(
        language="nl-BE",
        course="c4",
        message=DISMISSAL,
        utterances=(Utterance(speaker="avatar", text="Wat denk je zelf?"),),
    )
    assert score_dialogue(said).ungraded


def test_nothing_is_said_about_words_that_were_not_heard_for_sure() -> None:
    text = "We bekijken dat nog wel eens."
    assert score_dialogue(talk(text)).slips
    assert not score_dialogue(talk(text, unsure=((0, 10),))).slips
    assert score_dialogue(talk(text, unsure=((0, len(text)),))).ungraded


def test_whoever_weighs_along_flags_no_unsure_words_either() -> None:
    class Everything:
        version = "1"

        def __call__(
            self, dialogue: Dialogue, slips: tuple[Flag, ...], moves: tuple[Flag, ...]
        ) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
            last = dialogue.last.text
            return (Flag.weakness("vagueness", "open", dialogue, (0, len(last)), rule="test"),), ()

    text = "Er verandert iets op termijn."
    assert score_dialogue(talk(text), Everything()).slips
    assert not score_dialogue(talk(text, unsure=((3, 12),)), Everything()).slips


def test_the_heaviest_slip_comes_first() -> None:
    weights = [
        f.severity for f in score_dialogue(talk("Wat denk je zelf? We zien wel eens, een klein probleempje.")).slips
    ]
    assert len(weights) > 1
    assert weights == sorted(weights, reverse=True)


WORDS = st.sampled_from(
    [
        "ik",
        "je",
        "gij",
        "altijd",
        "nooit",
        "misschien",
        "zou",
        "kunnen",
        "contract",
        "stopt",
        "niet",
        "we",
        "zien",
        "dat",
        "wel",
        "eens",
        "iedereen",
        "vindt",
        "of",
        "vliegt",
        "ach",
        "komt",
        "goed",
        "wat",
        "denk",
        "je",
        "zelf",
        "er",
        "is",
        "beslist",
        "lui",
        ",",
        ".",
        "?",
        "!",
        "…",
        "'k",
        "’t",
        "één",
    ]
)


@given(st.lists(WORDS, max_size=25), st.lists(WORDS, max_size=12), st.sampled_from(["c4", "conflict", "appraisal"]))
@settings(max_examples=50, deadline=None)
def test_any_talk_gives_the_same_score_twice_and_every_quote_is_in_it(
    said: list[str], other: list[str], course: str
) -> None:
    dialogue = talk(" ".join(said), " ".join(other), course=course)  # type: ignore[arg-type]  # all three are courses
    score = score_dialogue(dialogue)
    again = score_dialogue(Dialogue.model_validate(dialogue.model_dump()))
    assert score == again
    for flag in (*score.slips, *score.moves):
        assert flag.turn == dialogue.turn
        assert dialogue.last.text[flag.start : flag.end] == flag.quote


def test_a_score_says_which_rules_saw_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The version follows from the files: nobody can forget to raise it."""
    copy = shutil.copytree(Path(rules_module.__file__).parent, tmp_path / "scoring")
    monkeypatch.setattr(rules_module, "__file__", str(copy / "rules.py"))
    before = version.__wrapped__()
    (copy / "words" / "nl" / "vague.yaml").write_text("[]", encoding="utf-8")
    assert version.__wrapped__() != before
    assert score_dialogue(talk("Dag.")).version == version()
