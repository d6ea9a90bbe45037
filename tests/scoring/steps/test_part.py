"""Parts of a message: what is one, and what only sounds like one."""

import pytest

from personas.types import Part
from scoring.steps.part import shown, shown_together
from tests.scoring.steps.talks import told

ARE: list[tuple[Part, str]] = [
    ("observation", "Je was deze maand drie keer na negen uur binnen."),
    ("feeling", "Ik maak mij zorgen."),
    ("effect", "Daardoor kon ik de klant niet antwoorden."),
    ("request", "Ik vraag dat je mij voortaan belt."),
    ("point", "Ik stel voor dat we om zes uur leveren."),
    ("point", "Ons voorstel blijft: vanaf maart om zes uur."),
    ("reason", "We verliezen een uur omdat de poort dicht is."),
    ("example", "Neem nu vorige dinsdag: de vrachtwagen stond een uur stil."),
    ("lost_thread", "Ik ben even de draad kwijt. Geef me een paar seconden."),
    ("lost_thread", "Oei, ik val stil. Momentje."),
    ("openness", "Ik vind dit moeilijk om te zeggen."),
    ("options", "Wat zou jou wel helpen?"),
    ("check_in", "Hoe zit je er nu bij?"),
    ("room", "Vertel maar, ik luister."),
    ("small_talk", "Hoe was de reis?"),
    ("agenda", "Ik heb drie punten voor vandaag, en we hebben tot elf uur."),
    ("formal_address", "Goeiemorgen mevrouw Weber, fijn dat u er bent."),
]
ARE_NOT: list[tuple[Part, str]] = [
    ("observation", "Jij luistert nooit."),
    ("observation", "Het loopt niet goed."),
    ("feeling", "Ik heb het gevoel dat jij niet wil."),
    ("request", "Het zou wat beter mogen."),
    ("point", "Vorige week was het druk in het magazijn."),
    ("lost_thread", "Ik ben even de draad kwijt, en dus, ja, wat ik wou zeggen, de cijfers van maart."),
    ("lost_thread", "Geef me een paar seconden, ik zoek het blad."),
    ("example", "Dat gebeurt wel eens."),
    ("check_in", "Tot morgen."),
    ("formal_address", "Dag mevrouw, ga je zitten?"),
    ("small_talk", "Ik stel voor dat we om zes uur leveren."),
]


@pytest.mark.parametrize(("part", "text"), ARE)
def test_a_part_is_known(part: Part, text: str) -> None:
    talk = told(f"- Ja?\n> {text}", "appraisal")
    found = list(shown(part, talk))
    assert found
    assert all(each.quote == text[each.start : each.end] and each.quote for each in found)


@pytest.mark.parametrize(("part", "text"), ARE_NOT)
def test_what_only_sounds_like_it_is_none(part: Part, text: str) -> None:
    assert list(shown(part, told(f"- Ja?\n> {text}", "appraisal"))) == []


@pytest.mark.parametrize(
    "stuffed",
    [
        "Ik voel, ik begrijp, ik hoor je, hoe voel je je, wat heb je nodig, sorry, afgesproken.",
        "Ik wil echt luisteren, ik zie je, ik erken je, ik waardeer je, samen komen we eruit.",
    ],
)
def test_magic_words_are_no_parts(stuffed: str) -> None:
    talk = told(f"- Ja?\n> {stuffed}", "listening")
    assert [part for part, _ in ARE if list(shown(part, talk))] == []


def test_parts_together_stand_in_one_turn() -> None:
    apart = "- Ja?\n> Je was deze maand drie keer na negen uur binnen.\n- En?\n> Ik maak mij zorgen."
    at_once = "- Ja?\n> Je was deze maand drie keer na negen uur binnen. Ik maak mij zorgen."
    assert list(shown_together(("observation", "feeling"), told(apart, "appraisal"))) == []
    (found,) = shown_together(("observation", "feeling"), told(at_once, "appraisal"))
    assert found.quote.endswith("zorgen")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I've lost my thread. Give me a second."),
        ("fr", "J'ai perdu le fil. Donnez-moi une seconde."),
    ],
)
def test_the_sentence_that_saves_whoever_freezes_is_known_in_other_languages(language: str, text: str) -> None:
    talk = told(f"- …\n> {text}", "presentation")
    dialogue = talk.dialogue.model_copy(update={"language": language})
    assert list(shown("lost_thread", type(talk)(dialogue, talk.scores)))
