"""Works out which day and hour a form of the grammar names. One for all languages; the words come from their files."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import IntEnum

from scoring.calendars.grammar import Form, Grammar, Value

_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "eight_days": 7}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "year_half": 18}
_UNIT_MINUTES = {"minute": 1, "quarter_hour": 15, "half_hour": 30, "hour": 60, "hour_half": 90}
_WHICH = {"this": 0, "coming": 1, "next": 1, "last": -1, "after_next": 2}
"""How many weeks, months or years on."""
_LAST_WORKDAY = 4
"""Friday: the end of a week in which people work."""


class Rank(IntEnum):
    """How exactly words name a day. Of two that stand together the more exact one counts."""

    NONE = 0
    """An hour only."""
    IMPLIED = 1
    """Today, unless a day is named: `by close of play`."""
    SPAN = 2
    """A week, a month."""
    WEEKDAY = 3
    NEAR = 4
    """Tomorrow, in two weeks."""
    DATED = 5
    """A day of a month."""


@dataclass(frozen=True, slots=True)
class Named:
    """What one form says."""

    rank: Rank = Rank.NONE
    on: date | None = None
    until: date | None = None
    """The last day, where a span of days is meant."""
    week: date | None = None
    """The Monday of the week it speaks of: `in twee weken, op dinsdag` is a Tuesday of that week."""
    weekday: int | None = None
    """From 0 for Monday, where it names one."""
    minutes: int | None = None
    """The time of day in minutes after midnight, as said."""
    exact: bool = False
    """Whether the hour can only mean one half of the day: 17 h, 09:05, noon."""
    at: time | None = None
    """The time of day where it is counted from now."""
    part: str | None = None
    """morning, noon, afternoon, evening, night, am, pm, close (of the working day), lunch."""
    back: bool = False
    """Whether it lies behind."""
    name: bool = False
    """Whether the day or the month has its name: `dinsdag`, `3 mei`."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A form that was found, with what it is worth."""

    grammar: Grammar
    form: Form
    found: re.Match[str]
    now: date | None
    back: bool

    @property
    def today(self) -> date:
        """The day of the talk. Only asked for where it is known."""
        assert self.now is not None
        return self.now.date() if isinstance(self.now, datetime) else self.now

    def value(self, *groups: str) -> Value | None:
        return self.grammar.value(self.form, self.found, *groups)

    def number(self, *groups: str) -> float | None:
        value = self.value(*groups)
        return None if value is None else float(value)

    def whole(self, *groups: str) -> int | None:
        value = self.value(*groups)
        return None if value is None else int(value)

    def word(self, *groups: str) -> str | None:
        value = self.value(*groups)
        return None if value is None else str(value)

    def given(self, name: str, otherwise: int) -> int:
        return int(self.form.given.get(name, otherwise))


def named(grammar: Grammar, form: Form, found: re.Match[str], now: date | None, *, back: bool) -> Named:
    """What the form says that was found; without `now`, no day is worked out. `back`: words in front look back."""
    said = _Said(grammar, form, found, now, back)
    part = str(form.given["part"]) if "part" in form.given else said.word("p", "q", "c")
    try:
        what = _MEANINGS[form.meaning](said)
    except (ValueError, OverflowError):  # a day that is not there: 31 February, a year past 9999
        what = Named(rank=_RANKS[form.meaning])
    return Named(
        rank=what.rank, on=what.on, until=what.until, week=what.week, weekday=what.weekday,
        minutes=what.minutes, exact=what.exact, at=what.at, part=what.part or part,
        back=what.back or back, name=form.meaning in _NAMES,
    )  # fmt: skip


def _clock(said: _Said) -> Named:
    hour = said.whole("h")
    hour = said.given("hour", 0) if hour is None else hour
    later, sooner = said.whole("i", "i2") or 0, said.whole("j", "j2") or 0
    minutes = hour * 60 + said.given("minutes", 0) + later - sooner
    figures = said.found["h"] if "h" in said.form.groups else ""
    written = said.form.groups.get("i") == "figures60" and figures.isdigit()
    # 6.45 is written as a timetable writes it; 3:30 and `om drie uur` are afternoons at work.
    exact = hour > 12 or "hour" in said.form.given or figures.startswith("0") or (written and hour >= 6)
    if "days" in said.form.given:
        on = said.today if said.now is not None else None
        return Named(rank=Rank.NEAR, on=on, minutes=minutes % 1440, exact=exact)
    return Named(minutes=minutes % 1440, exact=exact)


def _part(said: _Said) -> Named:
    hour = said.form.given.get("hour")
    return Named(minutes=int(hour) * 60, exact=True) if hour is not None else Named()


def _dated(said: _Said) -> Named:
    if said.now is None:
        return Named(rank=Rank.DATED)
    day, month, year = said.whole("d"), said.whole("m", "f"), said.whole("y")
    assert day is not None
    assert month is not None
    if year is not None:
        return Named(rank=Rank.DATED, on=date(year + 2000 if year < 100 else year, month, day))
    years = (
        range(said.today.year, said.today.year - 9, -1) if said.back else range(said.today.year, said.today.year + 9)
    )
    days = (date(year, month, day) for year in years if day <= monthrange(year, month)[1])
    on = next((on for on in days if (on <= said.today if said.back else on >= said.today)), None)
    return Named(rank=Rank.DATED, on=on)


def _ordinal(said: _Said) -> Named:
    day = said.whole("o")
    if said.now is None or day is None:
        return Named(rank=Rank.DATED)
    return Named(rank=Rank.DATED, on=_day_of_month(said.today, day, back=said.back))


def _weekday(said: _Said) -> Named:
    weekday, day = said.whole("w"), said.whole("o")
    assert weekday is not None
    rank = Rank.DATED if day is not None else Rank.WEEKDAY
    week, which = said.word("wk"), said.word("k")
    back = said.back or "last" in (week, which)
    if said.now is None:
        return Named(rank=rank, weekday=weekday, back=back)
    today = said.today
    if day is not None:
        return Named(rank=rank, on=_day_of_month(today, day, back=back, weekday=weekday), back=back)
    if week is not None:
        on = _monday(today) + timedelta(days=7 * _WHICH[week] + weekday)
        return Named(rank=Rank.NEAR, on=on, back=back)
    if back:
        return Named(rank=rank, on=today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1), back=True)
    coming = _first(today, weekday)
    if which == "after_next":
        return Named(rank=Rank.NEAR, on=coming + timedelta(days=7))
    if which == "next" and said.grammar.sheet.next_weekday == "next_week":
        return Named(rank=Rank.NEAR, on=_monday(today) + timedelta(days=7 + weekday))
    return Named(rank=Rank.NEAR if which else rank, on=coming, weekday=weekday)


def _shift(said: _Said) -> Named:
    days = said.whole("s")
    days = said.given("days", 0) if days is None else days
    rank = Rank.IMPLIED if "implied" in said.form.given else Rank.NEAR
    return Named(rank=rank, on=said.today + timedelta(days=days) if said.now is not None else None, back=days < 0)


def _after(said: _Said) -> Named:
    number = said.number("n", "n2")
    number = 1 if number is None else number
    unit = said.word("u") or str(said.form.given.get("unit", "day"))
    if said.now is None:
        return Named(rank=Rank.NEAR)
    if unit in _UNIT_MINUTES:
        return _later(said, number * _UNIT_MINUTES[unit])
    weekday, days = said.whole("w"), said.whole("s")
    start = said.today + timedelta(days=days or 0)
    if weekday is not None:
        start = _first(said.today, weekday)
    on = _moved(start, number, unit, said.grammar.sheet.days_said)
    named_week = weekday is None and unit in ("week", "fortnight")
    return Named(rank=Rank.NEAR, on=on, week=_monday(on) if named_week else None)


def _later(said: _Said, minutes: float) -> Named:
    if not isinstance(said.now, datetime):
        return Named(rank=Rank.NEAR, on=said.now if minutes < 720 else None)
    then = said.now + timedelta(minutes=-minutes if said.form.meaning == "ago" else minutes)
    return Named(rank=Rank.NEAR, on=then.date(), at=then.time().replace(second=0, microsecond=0, tzinfo=None))


def _ago(said: _Said) -> Named:
    number, unit = said.number("n", "n2") or 1, said.word("u") or "day"
    if said.now is None:
        return Named(rank=Rank.NEAR, back=True)
    if unit in _UNIT_MINUTES:
        then = _later(said, number * _UNIT_MINUTES[unit])
        return Named(rank=then.rank, on=then.on, at=then.at, back=True)
    return Named(rank=Rank.NEAR, on=_moved(said.today, -number, unit, said.grammar.sheet.days_said), back=True)


def _span(said: _Said) -> Named:
    which, unit = _which(said)
    if said.now is None:
        return Named(rank=Rank.SPAN, back=which == "last")
    start, end = _bounds(said.today, unit, _WHICH[which])
    if which == "this" or (which == "coming" and unit == "weekend"):
        start, end = _bounds(said.today, unit, 0)
        start = max(start, said.today)
    return Named(
        rank=Rank.SPAN, on=start, until=end, week=_monday(start) if unit == "week" else None, back=which == "last"
    )


def _edge(said: _Said) -> Named:
    edge = said.word("e") or str(said.form.given.get("edge", "end"))
    if said.now is None:
        return Named(rank=Rank.SPAN)
    month = said.whole("m")
    if month is not None:
        year = said.whole("y")
        on = _edge_of(*_month(year or said.today.year, month), "month", edge)
        if year is None and on < said.today and not said.back:
            on = _edge_of(*_month(said.today.year + 1, month), "month", edge)
        return Named(rank=Rank.DATED, on=on)
    which, unit = _which(said)
    on = _edge_of(*_bounds(said.today, unit, _WHICH[which]), unit, edge)
    if on < said.today and which == "this" and said.word("k") is None:
        on = _edge_of(*_bounds(said.today, unit, 1), unit, edge)
    return Named(rank=Rank.NEAR, on=on, back=which == "last")


def _which(said: _Said) -> tuple[str, str]:
    which = said.word("k") or str(said.form.given.get("which", "this"))
    return which, said.word("u") or str(said.form.given.get("span", "week"))


def _named_month(said: _Said) -> Named:
    month, year, which = said.whole("m"), said.whole("y"), said.word("k")
    assert month is not None
    if said.now is None:
        return Named(rank=Rank.SPAN, back=which == "last")
    back = said.back or which == "last"
    if year is None:
        year = said.today.year
        if back:
            year -= 1 if month > said.today.month or (month == said.today.month and which == "last") else 0
        else:
            year += 1 if month < said.today.month or (month == said.today.month and which == "next") else 0
    start, end = _month(year, month)
    return Named(rank=Rank.SPAN, on=start, until=end, back=back)


def _week(said: _Said) -> Named:
    week = said.whole("n")
    if said.now is None or week is None:
        return Named(rank=Rank.SPAN)
    monday = date.fromisocalendar(said.today.isocalendar().year, week, 1)
    if monday + timedelta(days=6) < said.today:
        monday = date.fromisocalendar(said.today.isocalendar().year + 1, week, 1)
    return Named(rank=Rank.SPAN, on=monday, until=monday + timedelta(days=6), week=monday)


def _undated(said: _Said) -> Named:
    """`Elke vrijdag` fits a diary, but is no one day."""
    return Named(rank=Rank.NEAR)


_MEANINGS: dict[str, Callable[[_Said], Named]] = {
    "day_month": _dated,
    "figures": _dated,
    "ordinal": _ordinal,
    "weekday": _weekday,
    "shift": _shift,
    "after": _after,
    "ago": _ago,
    "span": _span,
    "edge": _edge,
    "month": _named_month,
    "week": _week,
    "undated": _undated,
    "clock": _clock,
    "part": _part,
}
MEANINGS = frozenset(_MEANINGS)
"""What the files may say that a form means."""
_NAMES = frozenset({"day_month", "figures", "ordinal", "weekday", "month"})
_RANKS: dict[str, Rank] = {
    "day_month": Rank.DATED,
    "figures": Rank.DATED,
    "ordinal": Rank.DATED,
    "weekday": Rank.WEEKDAY,
    "span": Rank.SPAN,
    "edge": Rank.SPAN,
    "month": Rank.SPAN,
    "week": Rank.SPAN,
    "clock": Rank.NONE,
    "part": Rank.NONE,
}
_RANKS |= dict.fromkeys(MEANINGS - set(_RANKS), Rank.NEAR)


def together(first: Named, second: Named) -> Named | None:
    """What two forms say that stand side by side; None where they are two moments."""
    if first.rank and second.rank and first.rank == second.rank:
        return None
    if first.minutes is not None and second.minutes is not None:
        return None
    exact, loose = (second, first) if second.rank > first.rank else (first, second)
    on, until = exact.on, exact.until
    weekday, week = (first.weekday, second.week) if second.week else (second.weekday, first.week)
    if weekday is not None and week is not None and exact.rank < Rank.DATED:
        on, until = week + timedelta(days=weekday), None
    timed = first if first.minutes is not None else second
    return Named(
        rank=exact.rank if exact.rank else loose.rank,
        on=on, until=until if timed.minutes is None else None,
        week=None, weekday=exact.weekday,
        minutes=timed.minutes, exact=timed.exact,
        at=first.at or second.at, part=first.part or second.part,
        back=first.back or second.back, name=first.name or second.name,
    )  # fmt: skip


def time_of(what: Named) -> time | None:
    """The time of day that was said.

    Hours from 1 to 6 without a part of the day are taken for the afternoon: these are talks at work.
    """
    if what.minutes is None:
        return time(12) if what.part == "noon" else what.at
    hour, minute = divmod(what.minutes, 60)
    late = what.part in ("afternoon", "evening", "close", "pm", "lunch") or (what.part == "night" and hour >= 6)
    if late and 1 <= hour < 12 and not (what.part == "lunch" and hour >= 10):
        hour += 12
    elif hour == 12 and not what.exact and what.part in ("am", "night"):
        hour = 0
    elif (what.part is None and not what.exact and 1 <= hour <= 6) or (what.part == "noon" and 1 <= hour <= 4):
        hour += 12
    return time(hour % 24, minute)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _first(today: date, weekday: int) -> date:
    """The first such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _day_of_month(today: date, day: int, *, back: bool, weekday: int | None = None) -> date | None:
    """The next such day of a month; with a weekday, one of the next three that falls on it goes before."""
    found = []
    for months in range(0, -14, -1) if back else range(14):
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        if day <= monthrange(year, month + 1)[1]:
            on = date(year, month + 1, day)
            if on <= today if back else on >= today:
                found.append(on)
    fitting = [on for on in found[:3] if on.weekday() == weekday]
    return next(iter(fitting or found), None)


def _moved(start: date, number: float, unit: str, days_said: dict[int, int]) -> date:
    if unit == "workday":
        return _working(start, int(number))
    if unit in _UNIT_MONTHS:
        months = number * _UNIT_MONTHS[unit]
        on = _months_on(start, int(months))
        return on + timedelta(days=round((months - int(months)) * 30))
    if unit == "day" and number in days_said:
        return start + timedelta(days=days_said[int(number)])
    return start + timedelta(days=round(number * _UNIT_DAYS[unit]))


def _months_on(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _working(start: date, days: int) -> date:
    """So many working days on, from Monday to Friday; holidays are not known here."""
    step = 1 if days >= 0 else -1
    weeks, rest = divmod(abs(days), 5)
    on = start + timedelta(days=7 * weeks * step)
    while on.weekday() > _LAST_WORKDAY:
        on -= timedelta(days=step)
    while rest:
        on += timedelta(days=step)
        rest -= on.weekday() <= _LAST_WORKDAY
    return on


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _bounds(today: date, unit: str, on: int) -> tuple[date, date]:
    """The first and last day of this week, month, quarter or year, or of one so many on."""
    if unit in ("week", "weekend"):
        monday = _monday(today) + timedelta(days=7 * on)
        return (monday + timedelta(days=5) if unit == "weekend" else monday), monday + timedelta(days=6)
    length = _UNIT_MONTHS[unit]
    year, month = divmod((today.year * 12 + today.month - 1) // length * length + length * on, 12)
    start = date(year, month + 1, 1)
    return start, _months_on(start, length) - timedelta(days=1)


def _edge_of(start: date, end: date, unit: str, edge: str) -> date:
    """The day to write down for the beginning, the middle or the end of a span; a week ends on Friday."""
    if edge == "begin":
        return start
    if unit == "week":
        return start + timedelta(days=_LAST_WORKDAY if edge == "end" else 2)
    if edge == "end":
        return end
    return start + timedelta(days=14) if unit == "month" else start + (end - start) // 2
