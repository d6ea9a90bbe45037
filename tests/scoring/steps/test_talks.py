"""Whole talks, well led and badly led, and what holds for every talk."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personas.types import CourseId, CourseStep
from scoring.course import asked_steps, ticks
from scoring.steps.types import Told
from tests.scoring.steps.talks import library, ticks_of, told

BAD_NEWS = """
- Dag Kim. Je wou mij spreken.
> Dag Nadia, ga zitten. Ik heb slecht nieuws: je functie in Aalst stopt en je contract eindigt op 31 januari.
- …
~ 7
- …
> Ik zie dat dit hard binnenkomt. Neem je tijd.
- Waarom?
> De boekhouding van alle winkels komt samen in Gent. Ik heb mee beslist en ik sta erachter.
- Kan ik niet mee naar Gent?
> Ik begrijp dat je mee naar Gent wilt. Die plaats is er niet, en dat verandert niet meer.
- De stagiair wist het eerder dan ik.
> Dus het ergste is dat de stagiair het eerder wist dan jij. Heb ik dat juist?
- Ja.
> Wat heb je nu nodig?
- Weten hoeveel het is.
> Ik bezorg je vrijdag voor de middag de berekening, op papier. Dinsdag om tien uur zitten we hier opnieuw samen.
"""
BAD_NEWS_BADLY = """
- Dag Kim. Je wou mij spreken.
> Dag Nadia, hoe was je weekend? De markt is moeilijk geweest, en de grondstoffen zijn ook al zo duur geworden.
- Ja. En?
> We moeten besparen, en de directie heeft daarom gekeken naar de organisatie.
- Zeg het.
> Je functie in Aalst stopt en je contract eindigt op 31 januari, omdat de boekhouding van alle winkels samenkomt in Gent.
- Kan ik niet mee naar Gent?
> Ik zal nog eens vragen of er toch iets mogelijk is in Gent. En je krijgt zeker een bonus.
"""  # noqa: E501 - one turn a line
C4 = """
- Dag. Ge had mij gevraagd.
> Dag Geert, ga zitten. Ik heb slecht nieuws. Ik beëindig je contract, vrijdag 27 november is je laatste dag, omdat de avondploeg in het magazijn stopt.
- (kijkt naar zijn handen) …
~ 6
- …
> Ik zie dat het aankomt, na twintig jaar. Neem je tijd.
- Is het voor mijn rug?
> Nee, je rug heeft daar niets mee te maken. De reden is de afschaffing van de avondploeg in het magazijn.
- En kan ik niet in de dagploeg?
> In de dagploeg is er geen plaats. Dat is bekeken, en het blijft zo.
- Waar moet ik dan van leven?
> Je krijgt een opzeggingsvergoeding van 45 weken loon. Wat dat netto is, hoor je donderdag van Katrien. Wat houdt je nu het meest bezig?
- Dat ik het aan Carine moet zeggen. En dat ik dacht dat het voor mijn rug was.
> Dus je dacht al die tijd dat het om je rug ging, en nu moet je het aan Carine zeggen. Klopt dat?
- Ja.
> Vrijdag krijg je van mij je C4 en je tewerkstellingsattest in de hand. Je hebt recht op outplacement, het aanbod krijg je op papier. Je hoeft vandaag niets te tekenen.
- Ja.
> Donderdag om tien uur zitten we hier opnieuw samen, met Katrien erbij. Ik bel Katrien vandaag nog.
"""  # noqa: E501 - one turn a line
C4_BADLY = """
- Dag. Ge had mij gevraagd.
> Dag Geert, amai, hoe is 't met Carine? Het zijn moeilijke tijden voor heel de sector, de markt is slecht.
- Wat wilt ge zeggen?
> Ge weet dat de hoogbouw er nu staat, en we hebben daar goed over nagedacht, want zo'n beslissing neemt ge niet zomaar.
- Zeg het.
> Ik beëindig uw contract, vrijdag is uw laatste dag, omdat de avondploeg stopt.
- Is het voor mijn rug?
> Ja, en ook omdat ge zo dikwijls ziek zijt geweest.
- En kan ik niet in de dagploeg, een maand op proef?
> Ik zal nog eens kijken of er iets mogelijk is in de dagploeg.
- En mijn geld?
> Ge krijgt 60 weken loon en een afscheidspremie, en ge moogt later altijd terugkomen.
"""
TALKS: list[tuple[CourseId, str]] = [
    ("bad_news", BAD_NEWS), ("bad_news", BAD_NEWS_BADLY), ("c4", C4), ("c4", C4_BADLY),
]  # fmt: skip
LINES = [line for _, script in TALKS for line in script.strip().splitlines() if not line.startswith("-")]


@pytest.mark.parametrize(("course", "script"), [TALKS[0], TALKS[2]])
def test_a_well_led_talk_takes_every_step(course: CourseId, script: str) -> None:
    stands = {id_: tick.status for id_, tick in ticks_of(told(script, course, over=True)).items()}
    assert set(stands.values()) == {"done"}, stands


def test_a_badly_led_talk_of_bad_news_shows_where() -> None:
    found = ticks_of(told(BAD_NEWS_BADLY, over=True))
    assert (found["meedelen"].status, found["meedelen"].amiss) == ("open", "late")
    assert (found["reden"].status, found["reden"].amiss) == ("open", "early")
    broken = {id_: tick.quote for id_, tick in found.items() if tick.status == "broken"}
    assert broken.keys() == {"weinig-redenen", "niet-toegeven", "niets-beloofd"}
    assert broken["niets-beloofd"] == "En je krijgt zeker een bonus."
    assert found["standhouden"].status == "unmarked"


def test_a_badly_led_dismissal_shows_where() -> None:
    found = ticks_of(told(C4_BADLY, "c4", over=True))
    assert {id_ for id_, tick in found.items() if tick.done} == {"einddatum", "reden"}
    broken = {id_: tick.quote for id_, tick in found.items() if tick.status == "broken"}
    assert broken["geen-andere-reden"] == "Ja, en ook omdat ge zo dikwijls ziek zijt geweest."
    assert broken.keys() == {"geen-andere-reden", "niet-toegeven", "niets-beloofd"}


@pytest.mark.parametrize(("course", "script"), TALKS)
def test_every_quote_stands_where_it_says(course: CourseId, script: str) -> None:
    talk = told(script, course, over=True)
    for tick in ticks_of(talk).values():
        if tick.quote:
            assert tick.turn is not None
            assert talk.dialogue.utterances[tick.turn].text[tick.start : tick.end] == tick.quote


def prefixes(talk: Told) -> list[Told]:
    """The talk after each turn of the trainee, not yet over."""
    kept = {turn: {t: s for t, s in talk.scores.items() if t <= turn} for turn in talk.turns}
    return [Told(talk.dialogue.up_to(turn), kept[turn], talk.case) for turn in talk.turns]


@settings(max_examples=25, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=7), course=st.sampled_from(["bad_news", "c4"]))
def test_what_was_ticked_stays_ticked_as_the_talk_goes_on(lines: list[str], course: CourseId) -> None:
    """Done stays done by the same words, and broken stays broken, also when the talk is over."""
    talk = told("\n- En?\n".join(lines), course)
    over = Told(talk.dialogue, talk.scores, talk.case, over=True)
    before: dict[str, tuple[str, int | None, str]] = {}
    for each in [*prefixes(talk), over]:
        now = {id_: (tick.status, tick.turn, tick.quote) for id_, tick in ticks_of(each).items()}
        assert {id_: now[id_] for id_ in before} == before
        before = {id_: stands for id_, stands in now.items() if stands[0] in ("done", "broken")}


@settings(max_examples=15, deadline=None)
@given(lines=st.permutations(["Goed.", "Ja, ja.", "Tot daar.", "Mm."]))
def test_the_order_of_turns_that_say_nothing_changes_no_tick(lines: list[str]) -> None:
    script = BAD_NEWS + "".join(f"- …\n> {line}\n" for line in lines)
    stands = {id_: tick.status for id_, tick in ticks_of(told(script, over=True)).items()}
    assert stands == {id_: tick.status for id_, tick in ticks_of(told(BAD_NEWS, over=True)).items()}


ORDERS: list[tuple[CourseId, tuple[str, ...], str]] = [
    (
        "leadership",
        ("openheid", "vindingrijkheid", "standvastigheid", "openheid-opnieuw"),
        "> Ik vind dit moeilijk om te zeggen: een vierdaagse week kan niet vanaf maart.\n- Kan het toch niet?\n"
        "> Wat zou jou wel helpen?\n- Kan ik niet toch thuisblijven op vrijdag?\n"
        "> Ik begrijp dat je het anders wilt. Mijn antwoord blijft nee.\n- Oké.\n> Hoe zit je er nu bij?",
    ),
    (
        "appraisal",
        ("gedrag", "gevoel", "gevolg", "gewenst"),
        "> Je was deze maand drie keer na negen uur binnen.\n- Ja.\n> Ik maak mij daar zorgen over.\n- Ja.\n"
        "> Daardoor kon ik de klant niet antwoorden.\n- Ja.\n> Ik vraag dat je mij voortaan voor negen uur belt.",
    ),
    (
        "listening",
        ("ruimte", "samenvatten", "doorvragen"),
        "> Vertel maar. Ik luister.\n- De stagiair wist het eerder dan ik, en ik zat daar alleen.\n"
        "> Dus het ergste is dat de stagiair het eerder wist dan jij. Heb ik dat juist?\n- Ja. Alleen.\n"
        "> Wat bedoel je met alleen zitten?",
    ),
    (
        "presentation",
        ("punt", "reden", "voorbeeld", "punt-opnieuw"),
        "> Ik stel voor dat we om zes uur leveren. De chauffeurs wachten nu, omdat het magazijn pas om zes opengaat. "
        "Neem nu vorige dinsdag: de vrachtwagen stond een uur stil. Daarom stel ik voor dat we om zes uur leveren.",
    ),
]


@pytest.mark.parametrize(("course", "order", "script"), ORDERS)
def test_parts_in_their_order_are_ticked(course: CourseId, order: tuple[str, ...], script: str) -> None:
    found = ticks_of(told(script, course, over=True))
    assert [found[id_].status for id_ in order] == ["done"] * len(order)


@pytest.mark.parametrize(("course", "order", "script"), ORDERS[:3])
def test_parts_in_another_order_are_said_to_be_early(course: CourseId, order: tuple[str, ...], script: str) -> None:
    turned = "\n- Ja.\n".join(reversed([line for line in script.splitlines() if line.startswith(">")]))
    found = ticks_of(told(turned, course, over=True))
    assert found[order[1]].status == "open"


def test_a_step_about_a_fact_or_a_custom_that_this_case_does_not_have_is_not_asked() -> None:
    courses = library().courses
    bad_news, culture = courses["bad_news", "nl-BE"], courses["culture", "nl-BE"]
    case = told(BAD_NEWS).case
    assert case is not None
    bare = case.model_copy(update={"facts": ()})
    assert "reden" not in {step.id for step in asked_steps(bad_news, bare)}
    german = {step.culture for step in asked_steps(culture, case.model_copy(update={"culture": "german"}))}
    assert german == {None, "german"}
    assert len(asked_steps(culture, None)) == len(culture.steps)


def test_a_guard_is_settled_only_at_the_end() -> None:
    assert ticks_of(told(BAD_NEWS))["niet-toegeven"].status == "open"
    assert ticks_of(told(BAD_NEWS, over=True))["niet-toegeven"].status == "done"
    assert ticks_of(told(BAD_NEWS_BADLY))["niet-toegeven"].status == "broken"


def test_without_a_case_facts_cannot_be_known() -> None:
    talk = told(BAD_NEWS)
    step = CourseStep(id="reden", title="-", why="-", fact="reason")
    course = library().courses["bad_news", "nl-BE"].model_copy(update={"steps": (step,)})
    (tick,) = ticks(course, list(talk.scores.values()), talk.dialogue)
    assert tick.status == "open"
