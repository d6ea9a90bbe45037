"""Moments in four languages: where they stand, whether they fit a diary, which day and hour they are."""

import calendar
import re
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.calendars.grammar import grammar
from scoring.calendars.resolve import MEANINGS
from scoring.calendars.spoken import cardinals, ordinals
from scoring.dates import Moment, concrete, moments, number, vague
from scoring.types import TONGUES, Tongue

NOW = datetime(2025, 11, 20, 10, 15)  # a Thursday
TABLES = Path(__file__).parent / "moments"


def table(tongue: Tongue) -> list[tuple[Tongue, datetime, str, str]]:
    """The rows of a language: when it is said, the text with its moments in brackets, what they come to."""
    now, found = NOW, []
    for line in (TABLES / f"{tongue}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            now = datetime.fromisoformat(line[1:].strip())
        elif line and not line.startswith("#"):
            text, _, expected = line.partition("=>")
            found.append((tongue, now, text.strip(), expected.strip()))
    return found


ROWS = [row for tongue in TONGUES for row in table(tongue)]


def told(moment: Moment) -> str:
    """A moment as the tables write it."""
    if not moment.concrete:
        return "vague"
    at = f"{moment.at:%H:%M}" if moment.at else ""
    parts = [moment.on.isoformat() if moment.on else "", at, "past" if moment.past else ""]
    return " ".join(part for part in parts if part) or "?"


@pytest.mark.parametrize(("tongue", "now", "marked", "expected"), ROWS)
def test_moments_are_found_and_resolved(tongue: Tongue, now: datetime, marked: str, expected: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    found = moments(text, tongue, now)
    assert [text[moment.start : moment.end] for moment in found] == re.findall(r"\[(.*?)\]", marked)
    assert "; ".join(told(moment) for moment in found) == expected


@pytest.mark.parametrize("tongue", TONGUES)
def test_each_language_has_sixty_moments_with_their_day_or_hour(tongue: Tongue) -> None:
    assert sum(re.match(r"\d", expected) is not None for _, _, _, expected in table(tongue)) >= 60


BARE = [row for row in ROWS if not re.search(r"\d[,.:]|\.\s?m|;", row[2]) and "; " not in row[3]]
"""Rows that stay the same without points and commas: figures keep theirs, and a comma may part two moments."""


@pytest.mark.parametrize(("tongue", "now", "marked", "expected"), BARE)
def test_a_recogniser_without_capitals_and_commas_is_understood_too(
    tongue: Tongue, now: datetime, marked: str, expected: str
) -> None:
    bare = re.sub(r"[\[\],.!?]", "", marked).lower()
    assert "; ".join(told(moment) for moment in moments(bare, tongue, now)) == expected


def test_concrete_and_vague_part_the_moments() -> None:
    text = "Binnenkort, ten laatste vrijdag om drie uur."
    assert [text[m.start : m.end] for m in concrete(text, "nl")] == ["ten laatste vrijdag om drie uur"]
    assert [text[m.start : m.end] for m in vague(text, "nl")] == ["Binnenkort"]


def test_without_a_clock_no_day_is_made_up() -> None:
    found = moments("volgende dinsdag om tien uur", "nl")[0]
    assert (found.on, found.day, found.at and found.at.hour) == (None, True, 10)


def test_a_span_tells_its_last_day() -> None:
    assert moments("volgende week", "nl", NOW)[0].until == date(2025, 11, 30)


def test_a_date_without_an_hour_is_enough_of_a_clock() -> None:
    assert moments("binnen twee weken", "nl", NOW.date())[0].on == date(2025, 12, 4)


WRITTEN: dict[Tongue, tuple[str, ...]] = {
    "nl": ("{d} {month} {y}", "op {day} {month} {y}", "de {rank} {month} {y}", "{d}/{m}/{y}", "{weekday} {d} {month}"),
    "en": ("{d} {month} {y}", "the {rank} {month} {y}", "{month} {rank} {y}", "{d}/{m}/{y}", "{weekday} {d} {month}"),
    "fr": ("le {d} {month} {y}", "le {day} {month} {y}", "{d}/{m}/{y}", "{weekday} {day} {month}"),
    "de": ("am {d}. {month} {y}", "am {rank}n {month} {y}", "{d}.{m}.{y}", "{weekday}, den {d}. {month}"),
}  # fmt: skip
"""Ways to write a whole date."""
COUNTED: dict[Tongue, str] = {"nl": "over {n} dagen", "en": "in {n} days", "fr": "dans {n} jours", "de": "in {n} Tagen"}
NAMED: dict[Tongue, tuple[str, str]] = {
    "nl": ("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
           "januari februari maart april mei juni juli augustus september oktober november december"),
    "en": ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
           "January February March April May June July August September October November December"),
    "fr": ("lundi mardi mercredi jeudi vendredi samedi dimanche",
           "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "de": ("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
           "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
}  # fmt: skip


def in_words(said: dict[str, int], value: int) -> str:
    """How a number is said first."""
    return next((word for word, worth in said.items() if worth == value), str(value))


DAYS = st.dates(date(2025, 1, 1), date(2032, 12, 31))


@settings(max_examples=100)
@given(st.sampled_from(TONGUES), st.data(), DAYS)
def test_a_date_in_any_form_comes_back(tongue: Tongue, data: st.DataObject, day: date) -> None:
    form = data.draw(st.sampled_from(WRITTEN[tongue]))
    form += "" if "{y}" in form else " {y}"
    weekdays, months = (words.split() for words in NAMED[tongue])
    text = form.format(
        d=day.day, m=day.month, y=day.year, month=months[day.month - 1], weekday=weekdays[day.weekday()],
        day=in_words(cardinals(tongue), day.day), rank=in_words(ordinals(tongue), day.day),
    )  # fmt: skip
    for spelled in (text, text.lower()):
        assert [moment.on for moment in moments(f"x {spelled} x", tongue, NOW)] == [day], spelled


@settings(max_examples=100)
@given(st.sampled_from(TONGUES), DAYS, DAYS)
def test_a_date_without_a_year_is_the_next_to_come(tongue: Tongue, day: date, today: date) -> None:
    months = NAMED[tongue][1].split()
    found = moments(f"{day.day} {months[day.month - 1]}", tongue, today)[0].on
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert today <= found <= today + timedelta(days=366 * (1 if (day.day, day.month) != (29, 2) else 5))


@settings(max_examples=100)
@given(st.sampled_from(TONGUES), st.integers(1, 99), DAYS, st.booleans())
def test_days_are_counted_from_today(tongue: Tongue, days: int, today: date, words: bool) -> None:
    said = {8: 7, 15: 14} if tongue == "fr" else {8: 7} if tongue == "de" else {}
    text = COUNTED[tongue].format(n=in_words(cardinals(tongue), days) if words else days)
    if days > 1 or not words:  # one day has no plural
        assert moments(text, tongue, today)[0].on == today + timedelta(days=said.get(days, days))


@settings(max_examples=60)
@given(st.sampled_from(TONGUES), st.integers(0, 6), DAYS)
def test_a_weekday_is_the_first_one_after_today(tongue: Tongue, weekday: int, today: date) -> None:
    found = moments(NAMED[tongue][0].split()[weekday], tongue, today)[0].on
    assert found is not None
    assert found.weekday() == weekday
    assert 1 <= (found - today).days <= 7


HOURS: dict[Tongue, tuple[str, ...]] = {
    "nl": ("om {h}u{m:02}", "om {h:02}:{m:02}", "om {h}.{m:02} uur"),
    "en": ("at {h}:{m:02}", "at {h:02}:{m:02}"),
    "fr": ("à {h}h{m:02}", "à {h:02}:{m:02}"),
    "de": ("um {h}:{m:02} Uhr", "um {h}.{m:02} Uhr", "um {h} Uhr {m:02}"),
}


@settings(max_examples=80)
@given(st.sampled_from(TONGUES), st.data(), st.integers(7, 23), st.integers(0, 59))
def test_an_hour_in_figures_comes_back(tongue: Tongue, data: st.DataObject, hour: int, minute: int) -> None:
    text = data.draw(st.sampled_from(HOURS[tongue])).format(h=hour, m=minute)
    at = moments(text, tongue)[0].at
    assert at is not None
    assert (at.hour, at.minute) == (hour, minute)


@settings(max_examples=40)
@given(st.sampled_from(TONGUES), st.integers(1, 12))
def test_half_is_before_the_hour_in_dutch_and_german_and_after_it_in_english(tongue: Tongue, hour: int) -> None:
    word = in_words(cardinals(tongue), hour)
    text = {"nl": f"half {word}", "de": f"halb {word}", "en": f"half {word}", "fr": f"à {hour} heures et demie"}[tongue]
    at = moments(text, tongue)[0].at
    assert at is not None
    said = hour - 1 if tongue in ("nl", "de") else hour
    assert (at.hour % 12, at.minute) == (said % 12, 30)


@settings(max_examples=60)
@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_the_end_of_a_month_is_its_last_day(today: date) -> None:
    last = date(today.year, today.month, calendar.monthrange(today.year, today.month)[1])
    said: dict[Tongue, str] = {
        "nl": "eind deze maand",
        "en": "the end of this month",
        "fr": "la fin de ce mois",
        "de": "Ende dieses Monats",
    }
    for tongue, text in said.items():
        assert moments(text, tongue, today)[0].on == last


WORDS = {
    tongue: [
        *sorted({word for _, _, marked, _ in table(tongue) for word in re.sub(r"[\[\]]", "", marked).split()}),
        ",",
        ".",
        "'",
        "31",
        "2",
        "\u0130",
        "ß",
        "’",
    ]
    for tongue in TONGUES
}


@settings(max_examples=150)
@given(st.sampled_from(TONGUES), st.data(), st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)))
def test_spans_stay_inside_the_text_and_in_order(tongue: Tongue, data: st.DataObject, now: datetime) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[tongue]), max_size=12)))
    found = moments(text, tongue, now)
    assert all(0 <= moment.start < moment.end <= len(text) for moment in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@settings(max_examples=60)
@given(st.sampled_from(TONGUES), st.text())
def test_no_text_is_too_odd(tongue: Tongue, text: str) -> None:
    assert all(moment.end <= len(text) for moment in moments(text, tongue, NOW))


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_number_is_known_as_a_number(tongue: Tongue) -> None:
    form = re.compile(number(tongue))
    assert form.groups == 0
    assert all(form.fullmatch(word) for word in cardinals(tongue) if word != "un")
    assert form.fullmatch("12,5")


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_form_has_a_meaning(tongue: Tongue) -> None:
    assert {form.meaning for form in grammar(tongue).forms} <= MEANINGS
