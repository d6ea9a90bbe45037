"""Going round what the moment asks for."""

import pytest

from scoring import evasiveness
from scoring.types import Dialogue
from tests.scoring.said import talk

RULES = (
    evasiveness.delay, evasiveness.hiding, evasiveness.soothing,
    evasiveness.guess, evasiveness.shifting, evasiveness.no_answer,
)  # fmt: skip


def kinds(dialogue: Dialogue) -> set[str]:
    """The kinds of evasiveness in the last turn."""
    return {str(flag.kind) for rule in RULES for flag in rule(dialogue)}


@pytest.mark.parametrize(
    ("other", "text", "kind"),
    [
        (
            "",
            "Dag Yves, hoe was je weekend? Het is hier een druk jaar geweest, dat weet je, met al die wagens.",
            "delay",
        ),
        (
            "Is er iets?",
            "In mijn tijd was dat anders, weet je nog, toen stonden ze hier tot aan de brug te wachten.",
            "delay",
        ),
        ("Ben ik ontslagen?", "Je moet dat in zijn context zien.", "no_answer"),
        ("Hoeveel weken krijg ik?", "Het sociaal secretariaat doet dat al dertig jaar voor ons.", "no_answer"),
        ("Waarom ik?", "Er is beslist dat er iemand moest gaan.", "hiding"),
        ("En?", "Ja, 't komt van hogerhand, ik ben ook maar de boodschapper.", "hiding"),
        ("Waarom zei je dat?", "En jij dan, vorige week?", "shifting"),
        ("Ik slaap niet meer.", "Ach, het komt allemaal wel goed.", "soothing"),
        ("Ik ben vijfenvijftig.", "Komaan, ge vindt direct iets anders.", "soothing"),
        ("Zeg het maar.", "Wat denk je zelf dat ik ga zeggen?", "guess"),
    ],
)
def test_is_seen(other: str, text: str, kind: str) -> None:
    assert kind in kinds(talk(text, other))


@pytest.mark.parametrize(
    ("other", "text"),
    [
        ("", "Dag Yves, kom binnen en ga zitten. Ik heb slecht nieuws."),
        ("Ben ik ontslagen?", "Ja. Je contract stopt op 31 januari."),
        ("Wie heeft geklaagd?", "Daarover mag ik niets zeggen, dat gaat over een collega."),
        ("Wie heeft dat beslist?", "De directie heeft beslist en ik sta daar achter."),
        ("Hoeveel krijg ik?", "Dat weet ik nog niet. Vrijdag om tien uur bel ik je met het bedrag."),
        ("(begint te wenen)", "Neem uw tijd. Ik zie dat dit hard aankomt."),
        ("Mag ik even naar buiten?", "Ja, doe maar. Ik blijf hier zitten."),
        ("Wanneer komt zij erbij?", "over een kwartiertje ze zit nog in de bus"),
        ("Ik weet niet wat ik moet zeggen.", "Dat hoeft niet."),
        ("En als ik de helft werk?", "Ook dan niet. De beslissing blijft staan."),
    ],
)
def test_a_straight_turn_is_left_alone(other: str, text: str) -> None:
    assert not kinds(talk(text, other))


def test_the_message_in_time_is_no_delay() -> None:
    text = "Dag Yves, hoe was je weekend? Ik heb slecht nieuws: ik beëindig je contract op 31 januari."
    assert "delay" not in kinds(talk(text))


def test_small_talk_in_another_course_is_no_delay() -> None:
    text = "Dag Yves, hoe was je weekend? Het is hier een druk jaar geweest, dat weet je, met al die wagens."
    assert not kinds(talk(text, course="conflict", message="Ruzie over de planning."))


def test_making_the_other_guess_counts_only_while_something_is_left_to_say() -> None:
    text = "En wat denkt ge dat er bij Mehmet door zijn kop ging?"
    assert not kinds(talk(text, "Zo zijn wij opgegroeid.", course="conflict", message="De grap kan niet."))
