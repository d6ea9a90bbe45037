"""Better sentences in German, from the trainee's own words, with `du` or `Sie` as these two say it."""

import pytest

from personas.types import CourseId, Kind
from scoring.hint import clean
from scoring.rewrite import hedges_in, news, question
from scoring.types import Dialogue
from tests.scoring.said import made, turns

DISMISSAL = "Der Vertrag wird beendet; letzter Tag 31. Januar; Grund auf dem C4: Schließung des Lagers."


def talk(*lines: str, course: CourseId = "c4", message: str = DISMISSAL) -> Dialogue:
    return turns(*lines, language="de", course=course, message=message)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ihre Stelle fällt eventuell im Juni weg.", "eventuell", None),
        ("Es kann sein, dass wir Ihren Vertrag nicht verlängern.", "kann sein", "Wir verlängern Ihren Vertrag nicht."),
        ("Ich glaube, dass ich die Zulage streichen muss.", "Ich glaube", "Ich muss die Zulage streichen."),
        ("Wir schließen wahrscheinlich das Lager.", "wahrscheinlich", "Wir schließen das Lager."),
        ("Wir müssten vielleicht das Lager schließen.", "müssten", "Wir müssen das Lager schließen."),
    ],
)
def test_hedges_are_left_out(text: str, words: str, expected: str | None) -> None:
    dialogue = talk(text)
    assert made(dialogue, "vagueness", "hedged", words) == (expected or news(dialogue))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            DISMISSAL,
            "Ich beende Ihren Vertrag, Ihr letzter Tag ist der 31. Januar. Der Grund ist: Schließung des Lagers.",
        ),
        ("Die Bewerbung auf die Leitung ist abgelehnt.", "Ihre Bewerbung auf die Leitung ist abgelehnt."),
        ("Der befristete Vertrag wird nicht verlängert.", None),
        ("Kündigung von Herrn Theissen zum 15. Mai.", "Ich kündige Ihnen zum 15. Mai."),
        ("Ein Berater wird versetzt; er wurde allein ausgewählt.", None),
    ],
)
def test_the_message_is_said_to_the_other(message: str, expected: str | None) -> None:
    said = news(talk("Guten Tag.", "Ja?", message=message))
    if expected is None:
        assert said is None or "Ihr" in said
    else:
        assert said == f"Ich habe eine schlechte Nachricht: {expected}"


def test_who_says_du_gets_du() -> None:
    assert "deinen Vertrag" in (news(talk("Setz dich, du weißt ja, worum es geht.")) or "")


def test_who_hears_du_and_has_said_neither_gets_du() -> None:
    assert "deinen Vertrag" in (news(talk("Hast du kurz Zeit?", "Mei, schön ist's heute.")) or "")


def test_a_demand_becomes_a_request() -> None:
    demand = talk("Sie müssen die Liste bis Freitag abgeben, sonst passiert was.", course="conflict", message="Regeln.")
    assert made(demand, "missing_i_statement", "demand", "sonst") == "Ich bitte Sie, die Liste bis Freitag abzugeben."


def test_what_is_wanted_is_said_with_its_fact() -> None:
    message = "Dreimal im Mai fehlte die Liste; ab sofort die Liste bis vier Uhr eintragen."
    blame = talk("Du bist schlampig.", course="appraisal", message=message)
    assert made(blame, "missing_i_statement", "blame", "schlampig") == (
        "Dreimal im Mai fehlte die Liste. Ich bitte dich, ab sofort die Liste bis vier Uhr einzutragen."
    )


@pytest.mark.parametrize("turn", range(3))
def test_comfort_and_hiding_give_way_to_a_sentence_that_holds_no_slip(turn: int) -> None:
    told = "Ich beende Ihren Vertrag, Ihr letzter Tag ist der 31. Januar."
    for text, name, kind in (
        ("Das wird schon wieder.", "evasiveness", "soothing"),
        ("Die Zentrale hat das entschieden.", "evasiveness", "hiding"),
    ):
        dialogue = talk(told, "Das ist hart.", text)
        said = made(dialogue, name, kind, text, turn)  # type: ignore[arg-type]  # the table holds names of slips
        assert said
        assert clean(dialogue, said)


@pytest.mark.parametrize(
    ("kind", "quote", "expected"),
    [
        ("open", "gewisse Abläufe", "Welche Abläufe genau?"),
        ("open", "ein bisschen öfter", "Wie oft genau, und ab wann?"),
        ("open", "irgendwann", "Wann genau?"),
        ("blame", "Sie kommen immer zu spät", "Wann war das zuletzt, und was hast du gesehen?"),
        ("fog", "im Rahmen der Neuausrichtung", None),
    ],
)
def test_the_words_themselves_ask_for_what_is_missing(kind: Kind, quote: str, expected: str | None) -> None:
    assert question(kind, quote, "de") == expected


def test_every_hedge_is_found_in_order() -> None:
    assert hedges_in("Vielleicht könnte es irgendwie gehen", "de") == ["Vielleicht", "könnte", "irgendwie"]
