"""Better sentences from the trainee's own words, in the trainee's register."""

import pytest

from personas.types import CourseId, Kind
from scoring.rewrite import news, open_questions, question
from scoring.rewrite.nl.address import GE, addressed, register
from scoring.types import Utterance
from tests.scoring.said import made, talk


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Het zou kunnen dat je contract misschien niet verlengd wordt.",
            "zou kunnen",
            "Je contract wordt niet verlengd.",
        ),
        ("Je contract wordt misschien niet verlengd.", "misschien", "Je contract wordt niet verlengd."),
        ("Ik denk dat ge eventueel niet kunt blijven.", "eventueel", "Ge kunt niet blijven."),
        ("Uw functie vervalt normaal gezien op 30 juni.", "normaal gezien", "Uw functie vervalt op 30 juni."),
    ],
)
def test_hedges_are_left_out(text: str, words: str, expected: str) -> None:
    dialogue = talk(text)
    assert made(dialogue, "vagueness", "hedged", words) == expected


def test_where_no_sentence_can_be_made_the_unsaid_news_stands_in() -> None:
    dialogue = talk("Misschien moeten we eens kijken of dat nog past met u.")
    said = made(dialogue, "vagueness", "hedged", "Misschien")
    assert said is not None
    assert said.startswith("Ik heb slecht nieuws: we beëindigen uw contract, uw laatste dag is 31 januari.")
    assert said.endswith("De reden is: sluiting van het depot.")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("De functie van planner vervalt op 31 december.", "je functie van planner vervalt op 31 december."),
        ("Het verlof in juli is geweigerd; september kan wel.", "je verlof in juli is geweigerd."),
        ("De plaats van ploegbaas gaat naar Karim; hij begint in mei.", "de plaats van ploegbaas gaat naar Karim."),
        (
            "Het contract van de busplanner wordt beëindigd; reden: sluiting; laatste dag 3 mei.",
            "je contract wordt beëindigd, je laatste dag is 3 mei. De reden is: sluiting.",
        ),
        (
            "De nachtploeg wordt opgeheven; je functie vervalt op 30 juni.",
            "de nachtploeg wordt opgeheven, je functie vervalt op 30 juni.",
        ),
        ("Het contract wordt beëindigd met acht weken opzeg.", "we beëindigen je contract met acht weken opzeg."),
    ],
)
def test_the_news_is_said_to_the_other(message: str, expected: str) -> None:
    assert news(talk("Dag, zet je.", course="bad_news", message=message)) == f"Ik heb slecht nieuws: {expected}"


@pytest.mark.parametrize(
    ("course", "message"),
    [("appraisal", "De rapporten komen te laat."), ("bad_news", "Praktische vraag over de sleutels.")],
)
def test_no_news_is_made_up(course: CourseId, message: str) -> None:
    assert news(talk("Dag.", course=course, message=message)) is None


@pytest.mark.parametrize(
    ("text", "you"),
    [("Zet je maar.", "je"), ("Zet u maar, ge zijt hier.", "ge"), ("Neemt u plaats.", "u"), ("Dag.", "je")],
)
def test_register_follows_the_trainee(text: str, you: str) -> None:
    assert register(talk(text)).you == you


SHIPPED = [
    "Ik beëindig je contract, vrijdag 27 november is je laatste dag, omdat de avondploeg in het magazijn stopt.",
    "Je functie in Aalst stopt en je contract eindigt op 31 januari.",
]


@pytest.mark.parametrize("message", SHIPPED)
@pytest.mark.parametrize(
    ("says", "other_forms"),
    [
        ("Ge moet niet schrikken.", ("je", "jij", "jouw")),
        ("Neemt u plaats.", ("je", "ge")),
        ("Zet je.", ("u", "uw", "ge")),
    ],
)
def test_the_news_keeps_to_one_form_of_address(message: str, says: str, other_forms: tuple[str, ...]) -> None:
    said = news(talk(says, course="c4", message=message))
    assert said is not None
    assert not set(other_forms) & set(said.lower().replace(",", " ").replace(".", " ").split())
    assert said.startswith("Ik heb slecht nieuws: ")
    assert said[len("Ik heb slecht nieuws: ")].islower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik zag je in de gang", None),
        ("je contract stopt, en jouw uren ook", "uw contract stopt, en uw uren ook"),
        ("het depot sluit op 3 mei", "het depot sluit op 3 mei"),
    ],
)
def test_what_cannot_be_carried_over_for_certain_is_not_said(text: str, expected: str | None) -> None:
    assert addressed(text, GE) == expected


@pytest.mark.parametrize(
    ("course", "before", "expected"),
    [
        ("bad_news", (), "Ik heb slecht nieuws: "),
        ("bad_news", ("Uw contract stopt op 31 januari, omdat het depot sluit.", "(slikt)"), "Dit komt hard aan"),
        ("conflict", (), "Ik zie dat dit u geraakt heeft."),
    ],
)
def test_what_stands_in_for_soothing_fits_the_moment(course: CourseId, before: tuple[str, ...], expected: str) -> None:
    dialogue = talk("Maak u geen zorgen.", *before[1:], course=course)
    if before:
        news_first = Utterance(speaker="trainee", text=before[0])
        dialogue = dialogue.model_copy(update={"utterances": (news_first, *dialogue.utterances)})
    said = made(dialogue, "evasiveness", "soothing", "geen zorgen")
    assert said is not None
    assert said.startswith(expected)


def test_of_a_reason_that_is_explained_only_the_reason_is_said() -> None:
    dialogue = talk("We zitten in een oefening.", "Waarom?").model_copy(
        update={"reasons": ("Afschaffing van de avondploeg: de hoogbouw doet dat nu.",)}
    )
    said = made(dialogue, "vagueness", "fog", "oefening")
    assert said == "De reden is: afschaffing van de avondploeg."


def test_a_decision_without_owner_gets_one() -> None:
    dialogue = talk("Er is beslist om het depot te sluiten.")
    said = made(dialogue, "evasiveness", "hiding", "Er is beslist")
    assert said == "Ik heb mee beslist om het depot te sluiten."


def test_a_demand_becomes_a_request() -> None:
    dialogue = talk(
        "Ge moet de brief tegen vrijdag binnenbrengen, anders krijgt ge niks.", course="conflict", message="-"
    )
    said = made(dialogue, "missing_i_statement", "demand", "Ge moet")
    assert said == "Ik vraag u om de brief tegen vrijdag binnen te brengen."


def test_a_reproach_gives_way_to_what_must_be_said() -> None:
    dialogue = talk("Jij bent gewoon slordig.", course="appraisal", message="Vraag: klanten binnen de dag terugbellen.")
    said = made(dialogue, "missing_i_statement", "blame", "slordig")
    assert said == "Ik vraag je om klanten binnen de dag terug te bellen."


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("De briefing begint om 6.45 uur; in maart zes keer te laat.", "In maart was je zes keer te laat."),
        (
            "De offertes gaan te laat weg; vanaf 1 maart binnen twee dagen.",
            "Ik vraag je: vanaf 1 maart binnen twee dagen.",
        ),
        ("Er ontbreken vier dossiers; vraag: vier bezoeken per week.", None),
    ],
)
def test_a_fact_is_followed_by_what_is_asked(message: str, expected: str | None) -> None:
    dialogue = talk("Jij bent slordig.", course="appraisal", message=message)
    said = made(dialogue, "missing_i_statement", "blame", "slordig")
    assert said is None if expected is None else said is not None and said.endswith(expected)


def test_a_reason_that_is_asked_is_given() -> None:
    dialogue = talk("We zitten in een optimalisatieoefening.", "Waarom?")
    said = made(dialogue, "vagueness", "fog", "optimalisatieoefening")
    assert said == "De reden is: sluiting van het depot."


def test_nothing_is_made_where_the_words_hold_nothing() -> None:
    dialogue = talk("Jij luistert nooit.", course="conflict", message="Ruzie over de planning.")
    assert made(dialogue, "missing_i_statement", "blame", "nooit") is None


@pytest.mark.parametrize(
    ("kind", "quote", "expected"),
    [
        ("open", "aan bepaalde zaken", "Welke zaken precies?"),
        ("open", "wat vaker", "Hoe vaak precies, en vanaf wanneer?"),
        ("open", "op termijn", "Tegen wanneer precies?"),
        ("blame", "Jij luistert nooit", "Wanneer gebeurde dat de laatste keer, en wat zag je toen?"),
        ("fog", "een traject", None),
    ],
)
def test_the_question_that_the_words_leave_open(kind: Kind, quote: str, expected: str | None) -> None:
    assert question(kind, quote, "nl") == expected


def test_the_other_s_question_is_given_back_as_it_was_asked() -> None:
    assert open_questions(talk("Tja.", "Luc: (zucht) Dat kan niet. Ben ik ontslagen?")) == "Ben ik ontslagen?"
    assert open_questions(talk("Tja.", "Dat kan niet.")) == ""
