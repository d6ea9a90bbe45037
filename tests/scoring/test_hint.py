"""What stands beside a turn."""

import json
from pathlib import Path
from typing import get_args

import pytest

from personas.types import Kind, Move
from scoring.hint import clean, hint, shortened, texts
from scoring.rules import GRADED, score_dialogue
from scoring.types import Dialogue, Feedback, Flag, Score, Tongue, Utterance, tongue_of
from tests.scoring.said import talk

SETS = Path(__file__).resolve().parents[2] / "../shared/eval"
LABELLED = [
    *sorted((Path(__file__).parent / "sets").glob("*.jsonl")),
    *(
        path
        for name in ("dev", "dev-nl-2", "dev-talks-nl", "dev-en-fr-de-2")
        if (path := SETS / f"{name}.jsonl").exists()
    ),
]
NO_STATE_OF_THE_TRAINEE: dict[Tongue, tuple[str, ...]] = {
    "nl": ("nerveus", "onzeker", "zenuwachtig", "bang", "gestrest", "zelfzeker", "ongemakkelijk"),
    "en": ("nervous", "insecure", "afraid", "stress", "confident", "uncomfortable", "anxious", "tense"),
    "fr": ("nerveu", "anxieu", "peur", "stress", "sûr de", "mal à l", "gêné", "hésitant"),
    "de": ("nervös", "unsicher", "angst", "ängstlich", "gestresst", "selbstsicher", "unwohl", "angespannt"),
}


def beside(dialogue: Dialogue) -> Feedback:
    return hint(dialogue, score_dialogue(dialogue))


def slip(dialogue: Dialogue, kind: Kind, words: str, **fields: object) -> Score:
    start = dialogue.last.text.index(words)
    flag = Flag.weakness("vagueness", kind, dialogue, (start, start + len(words)), rule="test")
    return Score.model_validate({"turn": dialogue.turn, "slips": (flag,), "version": "0"} | fields)


@pytest.mark.parametrize("tongue", GRADED)
def test_every_kind_and_every_move_has_texts(tongue: Tongue) -> None:
    assert set(texts(tongue).slips) == set(get_args(Kind))
    assert set(texts(tongue).moves) == set(get_args(Move))


@pytest.mark.parametrize("tongue", GRADED)
def test_three_turns_in_a_row_do_not_read_the_same(tongue: Tongue) -> None:
    for kind, words in texts(tongue).slips.items():
        assert len({*words.again, *words.always, *words.news}) >= 3, kind
    assert all(len(set(words.why)) >= 3 for words in texts(tongue).moves.values())


@pytest.mark.parametrize("tongue", GRADED)
def test_the_same_moments_have_texts_of_their_own_in_every_language(tongue: Tongue) -> None:
    for kind, words in texts("nl").slips.items():
        there = texts(tongue).slips[kind]
        assert {n for n, v in words.model_dump().items() if v} == {n for n, v in there.model_dump().items() if v}, kind


@pytest.mark.parametrize("tongue", GRADED)
def test_no_text_speaks_of_what_the_trainee_feels(tongue: Tongue) -> None:
    for words in texts(tongue).slips.values():
        said = " ".join((words.title, *words.news, *words.asked, *words.hurt, *words.always, *words.again, *words.ask))
        assert not [word for word in NO_STATE_OF_THE_TRAINEE[tongue] if word in said.lower()]


def test_a_hedged_message_gets_the_firm_sentence() -> None:
    dialogue = talk(
        "Het zou kunnen dat je contract misschien niet verlengd wordt.", message="Je contract wordt niet verlengd."
    )
    (card, *_) = hint(dialogue, slip(dialogue, "hedged", "misschien")).cards
    assert card.instead == "Je contract wordt niet verlengd."
    assert card.ask is None
    assert "“misschien”" in card.why


def test_why_speaks_of_the_open_question() -> None:
    dialogue = talk("Dat hangt ervan af.", "Wanneer is mijn laatste dag?")
    (card,) = hint(dialogue, slip(dialogue, "open", "hangt ervan af", asked="when", answered=False)).cards
    assert "Wanneer is mijn laatste dag?" in card.why


def test_why_changes_when_it_happens_again() -> None:
    once = talk("Er moet iets veranderen aan bepaalde zaken.", course="appraisal", message="-")
    twice = once.model_copy(
        update={
            "utterances": (
                *once.utterances,
                Utterance(speaker="avatar", text="Hm."),
                Utterance(speaker="trainee", text="Er moet iets veranderen aan bepaalde zaken."),
            )
        }
    )
    again = {card.why for card in beside(twice).cards}
    assert again
    assert not again & {card.why for card in beside(once).cards}


def test_a_dodged_question_is_quoted_with_the_form_of_an_honest_answer() -> None:
    dialogue = talk("Dat moet je in zijn context zien.", "Hoeveel weken krijg ik?")
    flag = Flag.weakness("evasiveness", "no_answer", dialogue, None, rule="test")
    score = Score(turn=1, slips=(flag,), asked="how_many", answered=False, version="0")
    (card,) = hint(dialogue, score).cards
    assert card.ask is not None
    assert card.ask.startswith("Antwoord eerst op “Hoeveel weken krijg ik?” Noem het getal, of zeg")


def test_the_same_better_sentence_stands_on_one_card_only() -> None:
    dialogue = talk("Awel, de markt is moeilijk. Raad eens wat ik ga zeggen.")
    flags = tuple(Flag.weakness("evasiveness", kind, dialogue, None, rule="test") for kind in ("delay", "guess"))
    first, second = hint(dialogue, Score(turn=0, slips=flags, version="0")).cards
    assert first.instead
    assert second.instead is None
    assert second.ask


def test_the_same_question_stands_on_one_card_only() -> None:
    dialogue = talk("Het mag wat vlotter, en wat vlotter is beter.", course="appraisal", message="-")
    flags = tuple(Flag.weakness("vagueness", kind, dialogue, (8, 19), rule="test") for kind in ("hedged", "open"))
    first, second = hint(dialogue, Score(turn=0, slips=flags, version="0")).cards
    assert first.ask
    assert second.ask
    assert first.ask != second.ask


def test_praise_says_what_was_done() -> None:
    (praise,) = beside(talk("Uw contract stopt op 31 januari, omdat het depot sluit.")).praise
    assert praise.title == "Duidelijke boodschap"


def test_a_turn_without_ground_gets_nothing() -> None:
    assert beside(talk("Dag Karel.", course="appraisal", message="-")) == Feedback(turn=0)


def test_what_was_not_judged_is_said_in_the_language_of_the_talk() -> None:
    dialogue = talk("…", "Et alors?").model_copy(update={"language": "fr"})
    dialogue = dialogue.model_copy(update={"utterances": dialogue.utterances[-2:-1]})
    score = score_dialogue(dialogue)
    assert score.ungraded is not None
    assert "l’autre" in score.ungraded
    assert hint(dialogue, score) == Feedback(turn=0, note=score.ungraded)


NEWS = "Uw contract stopt op 31 januari, omdat het depot sluit."


@pytest.mark.parametrize(
    ("said", "note"),
    [
        (("Dag Karel.", "Dag.", ""), "De ander wacht nog op wat je komt zeggen."),
        ((NEWS, "(kijkt naar zijn handen)", ""), "Wie net iets zwaars hoorde, heeft aan stilte meer"),
        ((NEWS, "Waarom ik?", ""), "De vraag van de ander ligt er nog: “Waarom ik?”"),
        ((NEWS, "…", "", "…", ""), "Na zo'n lange stilte kun je benoemen wat je ziet"),
    ],
)
def test_a_silence_is_read_by_its_moment(said: tuple[str, ...], note: str) -> None:
    spoken = tuple(Utterance(speaker=("trainee", "avatar")[i % 2], text=text) for i, text in enumerate(said))
    dialogue = talk(NEWS).model_copy(update={"utterances": spoken})
    feedback = beside(dialogue)
    assert note in (feedback.note or "")
    assert not feedback.cards


def test_a_long_stretch_of_hedges_is_quoted_by_its_hedges() -> None:
    words = "eigenlijk een beetje aan het kijken hoe we dat in de toekomst eventueel anders doen"
    (card, *_) = hint(talk(f"We zijn {words}."), slip(talk(f"We zijn {words}."), "hedged", words)).cards
    assert "“eigenlijk … een beetje … eventueel”" in card.why


def test_in_a_news_talk_nobody_is_asked_for_an_example_of_the_last_weeks() -> None:
    dialogue = talk("Er komen andere tijden.")
    asks = {
        card.ask
        for turn in range(4)
        for card in hint(dialogue, slip(dialogue, "open", "andere tijden", turn=turn)).cards
    }
    assert not [ask for ask in asks if ask and "voorbeeld" in ask]


def test_the_same_talk_gives_the_same_hint() -> None:
    dialogue = talk("We bekijken dat nog wel eens.", "Wanneer weet ik iets?")
    assert beside(dialogue) == beside(dialogue)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("misschien,", "misschien"),
        ("Ben ik ontslagen?", "Ben ik ontslagen?"),
        ("woord " * 20, ("woord " * 11).strip() + " …"),
    ],
)
def test_quotes_fit_into_a_sentence(words: str, expected: str) -> None:
    assert shortened(words) == expected


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_no_better_sentence_holds_a_slip_itself(path: Path) -> None:
    """Over every labelled turn, and those beside the project where they are there."""
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        if tongue_of(raw["language"]) not in GRADED:
            continue
        said = tuple(Utterance.model_validate(entry) for entry in raw["dialogue"])
        dialogue = Dialogue(language=raw["language"], course=raw["course"], message=raw["message"], utterances=said)
        for card in beside(dialogue).cards:
            assert (card.instead is None) != (card.ask is None), raw["id"]
            assert card.instead is None or clean(dialogue, card.instead), raw["id"]


def test_a_better_sentence_does_not_keep_the_other_slip_of_the_turn() -> None:
    said = "Er is van hogerhand beslist om te herstructureren, maar het komt allemaal wel goed."
    dialogue = talk(said, "Wat gaat er dan juist veranderen?")
    cards = beside(dialogue).cards
    assert {"hiding", "soothing"} <= {card.flag.kind for card in cards}
    assert not [card.instead for card in cards if card.instead and "komt allemaal wel goed" in card.instead]
