"""Turns that the rules once judged wrongly in use, each with the talk it was said in."""

from __future__ import annotations

import pytest

from personas.types import CourseId, Kind, Move
from scoring.message import says_message
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance
from tests.scoring.said import DISMISSAL, talk

FUNCTION = "Je functie van coördinator vervalt op 1 maart."
QUARREL = "De terechtwijzing voor heel de ploeg: eerst je eigen fout."


def kinds(dialogue: Dialogue) -> set[Kind]:
    """The kinds of slips in the last turn."""
    return {flag.kind for flag in score_dialogue(dialogue).slips if flag.kind}


def test_own_words_of_before_that_are_taken_back_comfort_nobody() -> None:
    text = "In maart heb ik je gezegd dat je je geen zorgen moest maken. Dat had ik niet mogen zeggen. Het spijt me."
    score = score_dialogue(talk(text, "Je hebt mij iets anders beloofd.", course="bad_news", message=FUNCTION))
    assert not score.slips
    assert {move.name for move in score.moves} == {"apology"}


def test_comfort_in_the_place_of_yes_or_no_leaves_the_question_open() -> None:
    text = "We gaan dat wel bekijken, het komt allemaal goed."
    assert kinds(talk(text, "Blijf ik hier werken, ja of nee?")) >= {"soothing", "no_answer", "loose"}


def test_fog_about_the_company_before_the_message_is_delay_as_well() -> None:
    text = (
        "Ja, ge weet dat het de laatste tijd wat moeilijker gaat in de groep, "
        "en er zouden eventueel bepaalde dingen kunnen veranderen op termijn."
    )
    score = score_dialogue(talk(text, course="bad_news", message=FUNCTION))
    assert {flag.name for flag in score.slips} == {"vagueness", "evasiveness"}
    assert "delay" in {flag.kind for flag in score.slips}


@pytest.mark.parametrize(
    ("other", "text", "kind"),
    [
        ("Waarom zegt niemand mij iets?", "Iedereen heeft last van jou.", "others"),
        ("Dat deed pijn.", "Jij bent gewoon veel te gevoelig.", "blame"),
        ("Het zit mij dwars.", "Heel het team loopt op eieren door jou.", "others"),
        ("Wat is er tegen Bart gezegd?", "Er is iets gezegd, ja.", "hiding"),
        ("Dat deed pijn.", "Zo erg was dat toch niet.", "soothing"),
        ("En anders?", "Je doet wat er gevraagd wordt, anders zoek je maar ander werk.", "demand"),
        ("En anders?", "Je gedraagt je op de vergadering, anders…", "demand"),
        ("Wat is er?", "Uw werk trekt op niks.", "blame"),
        ("Wat is er?", "Gij zijt een trut.", "blame"),
        ("Dat is niet waar.", "Ge zijt een zeveraar.", "blame"),
        ("Hij begint altijd.", "Gij zijt er zo ene die nergens tegen kan.", "blame"),
        ("Hij begint altijd.", "Heel de zaal zegt dat gij het vuur aansteekt.", "others"),
        ("'t Was druk.", "Nog één keer en ge moogt uw koffers pakken.", "demand"),
        ("Ik was moe.", "Dat moogt ge nooit meer doen.", "demand"),
        ("Ik kom wanneer ik wil.", "Gij komt voortaan op tijd, of ge kunt thuisblijven.", "demand"),
        ("Is mijn opslag goedgekeurd?", "Heb je de planning van volgende week al gezien?", "no_answer"),
        ("Hoeveel krijg ik nog?", "Dat wordt allemaal correct afgehandeld.", "no_answer"),
        ("Waarom hebt ge dat gezegd?", "En gij, wat hebt gij de week daarvoor gezegd?", "shifting"),
        ("Dat deed pijn.", "Sorry als ge u gekwetst voelde.", "hiding"),
        ("Ge hebt mij uitgelachen.", "Dat was misschien niet zo handig van mij.", "euphemism"),
        ("Dat deed pijn.", "Zo erg was dat toch ook weer niet?", "soothing"),
        ("Ge hebt mij een dief genoemd.", "Allez, een dief, een dief…", "soothing"),
        ("Wie heeft dat gezegd?", "Zeg, nu ik u toch zie, die koelcel stond gisteren op negen graden.", "shifting"),
    ],
)
def test_a_slip_in_plain_words_is_seen(other: str, text: str, kind: Kind) -> None:
    assert kind in kinds(talk(text, other, course="conflict", message=QUARREL))


@pytest.mark.parametrize(
    ("other", "text", "kind"),
    [
        ("(zwijgt)", "Ik zie dat ge er niet goed van zijt.", "disguised"),
        ("Ik hoor u.", "Ik wil dit helder doen, en ik zie je als mens.", "disguised"),
        ("Geef mij nog een maand.", "Daar komen we niet op terug.", "loose"),
        ("Dat is niet eerlijk.", "Dat was niet juist van mij, dat van die uitvlucht. Sorry, Koen.", "blame"),
        ("(lange stilte)", "Ik zwijg nu efkes.", "demand"),
        (
            "Ik stond daar.",
            "In september zaten er vier mensen in de gang, en niemand is hen iets gaan zeggen.",
            "others",
        ),
        ("En mijn team?", "Alle collega's van de ploeg horen het morgen om tien uur van mij.", "others"),
        ("Had ik dat zo moeten doen?", "Volgende keer bel je mij eerst, dan kijken we samen.", "loose"),
        ("Was jij voor of tegen?", "Voor. Ik heb je naam zelf op tafel gelegd.", "hiding"),
    ],
)
def test_words_of_a_slip_without_the_slip_are_left_alone(other: str, text: str, kind: Kind) -> None:
    assert kind not in kinds(talk(text, other, course="conflict", message=QUARREL))


@pytest.mark.parametrize(
    ("other", "text", "move"),
    [
        ("Ik werk hier twaalf jaar.", "Je bent hier twaalf jaar en nu hoor je dit.", "acknowledgement"),
        ("(zwijgt)", "Dit komt aan, dat zie ik.", "acknowledgement"),
        ("Dit is niet eerlijk.", "Ik begrijp dat je daar kwaad om bent.", "acknowledgement"),
        ("Twintig jaar heb ik hier gegeven.", "Ik zie dat dit u raakt, na twintig jaar.", "acknowledgement"),
        ("En mijn papieren?", "Katrien overloopt donderdag om tien uur alle papieren met u.", "agreement"),
        ("En mijn uren?", "Ik ga u vrijdag het overzicht geven.", "agreement"),
        ("En Bart?", "Ik ga Bart vandaag nog aanspreken.", "agreement"),
        ("Kan ik dan niet naar Gent?", "In Gent is er geen plaats. Dat is bekeken.", "boundary"),
        ("Geef mij nog een maand.", "Daar wijk ik niet van af.", "boundary"),
        ("Geef mij nog een maand.", "Daar komen we niet op terug.", "boundary"),
        ("Kunt ge dat niet bijschaven?", "Nee, dat schaaf ik niet bij.", "boundary"),
        ("Ik weet het al, van de collega's.", "Wie heeft jou wat verteld?", "open_question"),
    ],
)
def test_a_move_in_plain_words_is_seen(other: str, text: str, move: Move) -> None:
    assert move in {flag.name for flag in score_dialogue(talk(text, other)).moves}


@pytest.mark.parametrize(
    ("other", "text"),
    [
        ("En de mail?", "Jij leest maandag wat ik ga zeggen."),
        ("Dit doet pijn.", "Ik zie je pijn en ik erken je gevoel."),
        ("Waarom deed ge dat?", "Ik heb daar niet van geslapen."),
        ("Waarom riep ge zo?", "Ik was moe."),
        ("Waarover gaat het?", "Ik wil het hebben over dinsdag."),
        ("Dag.", "Wie wint de Ronde?"),
    ],
)
def test_the_look_of_a_move_is_none(other: str, text: str) -> None:
    assert not score_dialogue(talk(text, other, course="conflict", message=QUARREL)).moves


def test_small_talk_of_a_first_turn_puts_the_news_off() -> None:
    text = (
        "Dag Marieke. Zeg, hebt gij dat gezien van die storm, al die bomen over den Dender? "
        "Ja, en met de subsidies is het ook storm, hé, de stad moet overal besparen."
    )
    assert kinds(talk(text, course="bad_news", message=FUNCTION)) == {"delay"}


def test_others_are_no_comfort() -> None:
    said = talk("Iedereen heeft last van jou.", "Waarom zegt niemand iets?", course="conflict", message=QUARREL)
    assert "soothing" not in kinds(said)


def test_what_happened_and_that_it_still_hurts_is_an_acknowledgement() -> None:
    text = "Twaalf man erbij, en niemand die iets zei. Ik zie dat je daar nog altijd mee zit."
    score = score_dialogue(talk(text, "Iedereen stond erbij.", course="conflict", message=QUARREL))
    assert {move.name for move in score.moves} == {"acknowledgement"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Je functie vervalt op 1 maart.", True),
        ("Misschien heb je het al gehoord: je functie vervalt op 1 maart.", True),
        ("Je functie zou eventueel kunnen stoppen.", False),
        ("Misschien stopt je functie.", False),
        ("Stopt je functie dan?", False),
    ],
)
def test_a_message_in_signs_is_said_only_in_words_without_doubt(text: str, said: bool) -> None:
    assert says_message(text, FUNCTION, "nl", (("functie",), ("stop*", "verval*"))) is said


@pytest.mark.parametrize("course", ["c4", "bad_news"])
def test_a_turn_in_the_middle_of_a_talk_does_not_put_the_news_off(course: CourseId) -> None:
    text = "Twintig jaar, ja. En ge hebt hier zowat iedereen opgeleid die er nu nog rondloopt."
    assert "delay" not in kinds(talk(text, "Twintig jaar. Twintig jaar heb ik hier gegeven.", course=course))


def test_silence_keeps_the_phase_and_that_the_message_was_said() -> None:
    lines = (("trainee", "Ik beëindig je contract op 31 januari."), ("avatar", "Wat?"), ("trainee", "…"))
    said = Dialogue(
        language="nl-BE", course="c4", message=DISMISSAL,
        utterances=tuple(Utterance(speaker=s, text=t) for s, t in lines),
    )  # fmt: skip
    score = score_dialogue(said)
    assert score.ungraded
    assert score.message_said
    assert score.phase == "catching"
