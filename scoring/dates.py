"""Finds the moments that Dutch sentences name, and tells the concrete ones from the vague ones.

Reads northern and Flemish forms, figures and number words, with and without punctuation ("vrij dag" too, as a
recogniser may write it). Given today's date, concrete moments are resolved to a date and a time where they have one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import lru_cache

from scoring.spelling import plain
from scoring.types import Tongue

_UNITS = [
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
    "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
]  # fmt: skip
_TENS = {20: "twintig", 30: "dertig", 40: "veertig", 50: "vijftig", 60: "zestig", 70: "zeventig", 80: "tachtig"}
_ORDINALS = [
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
    "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende", "negentiende",
    "twintigste",
]  # fmt: skip
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def _number_words() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_UNITS)}
    words |= {word: value for value, word in _TENS.items()}
    for tens, word in _TENS.items():
        words |= {f"{_UNITS[unit]}en{word}": tens + unit for unit in range(1, 10)}
    return words | {"'n": 1, "ne": 1}


def _ordinal_words() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_ORDINALS, start=1)}
    words |= {f"{_UNITS[unit]}entwintigste": 20 + unit for unit in range(1, 10)}
    return words | {"dertigste": 30, "eenendertigste": 31}


NUMBERS = _number_words()
"""Dutch number words from nul to negenentachtig and what they are worth, in the spelling of `plain`."""
_ORDINAL_VALUES = _ordinal_words()


def _any(words: Iterator[str] | list[str] | tuple[str, ...] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: -len(word)))


_COUNTING = [word for word in NUMBERS if word not in ("ne", "'n")]
NUMBER = rf"(?:\d+(?:[.,]\d+)?|{_any(_COUNTING)})"
"""A number in figures or words, as a pattern without groups."""
_OTHERS: dict[Tongue, str] = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt "
    "trente quarante cinquante soixante septante nonante quatre-vingts quatre-vingt",
    "de": "null ein eine einen einem einer zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn "
    "vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig funfzig sechzig siebzig achtzig "
    "neunzig",
}


def number(tongue: Tongue) -> str:
    """A number in figures or words as a pattern without groups, to be matched in a text that went through `plain`."""
    return NUMBER if tongue == "nl" else rf"(?:\d+(?:[.,]\d+)?|{_any(_OTHERS[tongue].split())})"


_DAYNUMBER = (
    rf"(?:\d{{1,2}}(?:e|ste|de)?|{_any(_ORDINAL_VALUES)}|{_any([w for w, v in NUMBERS.items() if 1 <= v <= 31])})"
)
_ORDINAL = rf"(?:\d{{1,2}}(?:e|ste|de)|{_any(_ORDINAL_VALUES)})"
_WEEKDAY = "(?:" + "|".join(day.replace("dag", r"\s?dag") for day in _WEEKDAYS) + ")"
_MONTH = f"(?:{_any(_MONTHS)})"
_PART = r"(?:voor\s?middag|namiddag|na middag|ochtend|morgen|middag|avond|nacht|vroeg)"
_HOURWORD = rf"(?:\d{{1,2}}|{_any([w for w, v in NUMBERS.items() if 1 <= v <= 12 and len(w) > 2])})"
_CLOCK = (
    rf"(?:\d{{1,2}}\s?(?:[:.]|u|uur)\s?\d{{2}}(?:\s?u(?:ur)?)?|\d{{1,2}}\s?u(?:ur)?\b"
    rf"|(?:kwart|{NUMBER}(?:\s+minuten)?)\s+(?:voor|na|over)\s+(?:half\s+)?{_HOURWORD}(?:\s+uur)?"
    rf"|half\s+{_HOURWORD}|{_HOURWORD}\s+(?:uur|uren))"
)
_SPAN = r"(?:werkdag|dag|week|maand|jaar|uur|minuut|kwartier)"
_SPANS = r"(?:werkdagen|dagen|weken|maanden|jaren|jaar|uur|minuten)"

_CONCRETE: tuple[tuple[str, str], ...] = (
    (
        "day_month",
        rf"(?:de\s+)?(?:{_DAYNUMBER}\s+en\s+)?(?P<d>{_DAYNUMBER})\s+(?:van\s+)?(?P<m>{_MONTH})(?:\s+"
        rf"(?P<y>\d{{4}}))?",
    ),
    ("week_number", rf"week\s+{NUMBER}"),
    ("figures", r"(?P<d>\d{1,2})[/-](?P<m>\d{1,2})(?:[/-](?P<y>\d{4}))?"),
    (
        "after",
        rf"(?:(?P<w>{_WEEKDAY})\s+)?(?:over|binnen|na)\s+(?:de\s+|ten\s+laatste\s+)?(?P<n>{NUMBER}|'n|"
        rf"ne)\s+(?P<u>{_SPANS}|{_SPAN})"
        r"(?!\s+(?:geleden|lang))",
    ),
    ("within", r"(?:binnen\s+(?:de|het|een)|over\s+een)\s+(?P<u>dag|week|maand|uur|halfuur|kwartier(?:tje|ke)?)"),
    ("within_odd", r"over\s+(?:een\s+)?(?:half\s?uur(?:tje|ke)?|kwartier(?:tje|ke)?|anderhalf\s+uur)"),
    (
        "end_of",
        rf"(?P<p>eind|einde|begin|half|midden)\s+(?:van\s+)?(?P<x>(?:deze|volgende)\s+(?:week|maand)|{_MONTH}|"
        rf"de\s+(?:week|maand))",
    ),
    ("weekly", rf"(?:elke|iedere|alle)\s+(?:{_WEEKDAY}|dag|week|ochtend|maand)(?:\s?{_PART})?"),
    ("next_week_day", rf"(?:volgende|komende)\s+week\s+(?:op\s+)?(?P<w>{_WEEKDAY})(?:\s?{_PART})?"),
    ("day_next_week", rf"(?P<w>{_WEEKDAY})(?:\s?{_PART})?\s+(?:van\s+)?volgende\s+week"),
    ("next_day", rf"(?:volgende|aanstaande|komende|eerstvolgende)\s+(?P<w>{_WEEKDAY})(?:\s?{_PART})?"),
    ("next_span", r"(?:volgende|komende|deze)\s+(?P<u>week|maand)"),
    (
        "today",
        rf"vandaag|(?:die|de)zelfde\s+(?:dag|{_PART})|van\s?(?:avond|middag|namiddag|voormiddag|ochtend|nacht)|"
        rf"deze\s+{_PART}|straks\s+om",
    ),
    ("tomorrow", rf"morgen(?:\s?{_PART})?"),
    ("day_after", r"overmorgen"),
    ("later_day", r"(?:de|een)\s+(?:dag|week)\s+(?:erna|erop|daarna|daarop|nadien|later)"),
    ("weekday", rf"(?:de\s+)?(?P<w>{_WEEKDAY})\s*(?:{_PART})?(?:\s+(?:de\s+)?(?P<o>{_ORDINAL}))?"),
    (
        "ordinal",
        rf"(?:op|tegen|voor|vanaf|na|tot)\s+de\s+(?P<o>{_ORDINAL})\b(?!\s+(?:keer|maal|week|dag|brief|pagina|"
        rf"bladzijde|plaats))",
    ),
    ("month", rf"(?:in|tegen|vanaf|tot|per|sinds)\s+(?P<m>{_MONTH})"),
    (
        "clock",
        rf"(?:om|tegen|voor|na|vanaf|tot|rond|ten\s+laatste)\s+(?:ten\s+laatste\s+)?(?P<c>{_CLOCK})(?!\s+(?:lang|"
        rf"per|later))",
    ),
    ("halfhour", rf"(?P<c>half\s+{_HOURWORD}|kwart\s+(?:voor|na|over)\s+{_HOURWORD})"),
    ("at_once", r"per\s+direct|vanaf\s+nu|met\s+onmiddellijke\s+ingang"),
)  # fmt: skip

_VAGUE = (
    r"binnenkort|op\s+termijn|op\s+(?:de|den)\s+duur|(?:een|één)\s+(?:dezer|van\s+(?:de|deze|die))\s+dagen"
    r"|op\s+een\s+gegeven\s+moment|te\s+zijner\s+tijd|in\s+de\s+toekomst|in\s+(?:het|'t|de)\s+vervolg|ooit(?:\s+eens)?"
    r"|als\s+(?:het|'t)\s+(?:(?:zo|eens|ne\s+keer|wat|een\s+keer|even|beter)\s+)*(?:past|uitkomt|"
    r"rustig(?:er)?\s+is|kalmer\s+is)"
    r"|wanneer\s+(?:het|'t)\s+(?:voor\s+\w+\s+)?(?:wat\s+)?(?:past|uitkomt)"
    r"|zo\s+(?:snel|rap|gauw|vlug)\s+mogelijk|asap|vroeg\s+of\s+laat"
    r"|in\s+de\s+loop\s+van\s+(?:de|het|dit)\s+\w+|in\s+de\s+(?:komende|volgende)\s+(?:weken|maanden|tijd)|"
    r"de\s+komende\s+tijd"
    r"|(?:ergens|rond)\s+(?:in\s+)?(?:eind\s+|begin\s+)?(?:volgende\s+)?(?:de\s+zomer|het\s+najaar|het\s+voorjaar|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|week|maand)"
    r"|(?:nog\s+)?wel\s+(?:eens|ne\s+keer|een\s+keer)|ne\s+keer|een\s+dezer|straks\s+eens|later\s+eens|"
    r"volgend\s+jaar\s+eens"
)  # fmt: skip
_JOIN = re.compile(
    r"[\s,]*(?:(?:en\s+)?(?:wel\s+)?(?:om|op|tegen|voor|na|de|rond|ten\s+laatste|uiterlijk|al)\s*){0,2}[\s,]*", re.I
)
_LEAD = re.compile(
    r"(?:(?:tegen|voor|uiterlijk|ten\s+laatste|ten\s+laatste\s+op|op|om|vanaf|per|tot|tot\s+en\s+met)\s+)+$", re.I
)
_LEAD_REACH = 40
"""So far back, in characters, words such as `ten laatste op` are looked for."""
_CONCRETE_FORMS = tuple((name, re.compile(rf"(?<![\w'’]){form}(?!\w)", re.I)) for name, form in _CONCRETE)
_VAGUE_FORM = re.compile(rf"(?<!\w)(?:{_VAGUE})(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment that somebody named. Offsets count code points, end excluded."""

    start: int
    end: int
    concrete: bool
    """Whether the listener can put it in a diary; `binnenkort` cannot."""
    day: bool
    """Whether it names a day or a longer span, not only an hour."""
    on: date | None = None
    """Which day, where today was given and the words say it."""
    at: time | None = None
    """Which time of day; hours from 1 to 6 without a part of the day are taken for the afternoon."""


def moments(text: str, tongue: Tongue = "nl", now: date | None = None) -> tuple[Moment, ...]:
    """The moments named in `text`, from left to right, with words such as `tegen` and `uiterlijk` in front included.

    With `now`, days are resolved: a weekday is the next one after today, `volgende dinsdag` and `volgende week
    dinsdag` lie in the next calendar week, a day of a month is the next one to come.
    """
    return _moments(text, tongue, now)


def concrete(text: str, tongue: Tongue = "nl") -> tuple[Moment, ...]:
    """Only the moments that can be put in a diary."""
    return tuple(moment for moment in _moments(text, tongue, None) if moment.concrete)


def vague(text: str, tongue: Tongue = "nl") -> tuple[Moment, ...]:
    """Only the moments that cannot."""
    return tuple(moment for moment in _moments(text, tongue, None) if not moment.concrete)


@lru_cache(maxsize=2048)
def _moments(spelled: str, tongue: Tongue, now: date | None) -> tuple[Moment, ...]:
    if tongue != "nl":
        return ()
    text = plain(spelled)
    taken: list[Moment] = [Moment(m.start(), m.end(), False, True) for m in _VAGUE_FORM.finditer(text)]
    dated: set[int] = set()  # where a day of a month starts: it says more than the weekday in front of it
    for name, form in _CONCRETE_FORMS:
        for found in form.finditer(text):
            if not any(found.start() < other.end and other.start < found.end() for other in taken):
                taken.append(_moment(name, found, now))
                if name in ("day_month", "figures", "after"):
                    dated.add(found.start())
    joined: list[Moment] = []
    for moment in sorted(taken, key=lambda moment: moment.start):
        last = joined[-1] if joined else None
        if last and last.concrete and moment.concrete and _JOIN.fullmatch(text[last.end : moment.start]):
            on = moment.on if moment.on and moment.start in dated else last.on or moment.on
            joined[-1] = Moment(last.start, moment.end, True, last.day or moment.day, on, last.at or moment.at)
        else:
            joined.append(moment)
    return tuple(_with_lead(text, moment) for moment in joined)


def _with_lead(text: str, moment: Moment) -> Moment:
    before = max(0, moment.start - _LEAD_REACH)
    lead = _LEAD.search(text, before, moment.start)
    if lead and (lead.start() == 0 or text[lead.start() - 1] in " ,.;:"):
        return replace(moment, start=lead.start())
    return moment


def _moment(name: str, found: re.Match[str], now: date | None) -> Moment:
    clock = name in ("clock", "halfhour")
    at = _time(found["c"]) if clock else None
    on = None if clock or now is None else _date(name, found, now)
    return Moment(found.start(), found.end(), True, not clock, on, at)


def _date(name: str, found: re.Match[str], now: date) -> date | None:
    groups = found.groupdict()
    if name == "today":
        return now
    if name == "tomorrow":
        return now + timedelta(days=1)
    if name == "day_after":
        return now + timedelta(days=2)
    if name in ("day_month", "figures"):
        month = int(groups["m"]) if name == "figures" else _MONTHS.index(groups["m"].lower()) + 1
        return _day_of(now, _value(groups["d"]), month, int(groups["y"]) if groups["y"] else None)
    if name == "after":
        return _after(found, now)
    if name in ("next_week_day", "day_next_week", "next_day"):
        monday = now - timedelta(days=now.weekday()) + timedelta(days=7)
        return monday + timedelta(days=_weekday(groups["w"]))
    if name == "weekday":
        return now + timedelta(days=(_weekday(groups["w"]) - now.weekday() - 1) % 7 + 1)
    if name == "end_of" and groups["p"].lower().startswith("eind"):
        return _end(groups["x"].lower(), now)
    return None


def _after(found: re.Match[str], now: date) -> date | None:
    number, unit = _value(found["n"]), found["u"].lower()
    start = now
    if found["w"]:
        start = now + timedelta(days=(_weekday(found["w"]) - now.weekday() - 1) % 7 + 1)
    if unit.startswith(("dag", "week", "weken")):
        return start + timedelta(days=number * (1 if unit.startswith("dag") else 7))
    if unit.startswith("maand"):
        month = start.month - 1 + number
        year, month = start.year + month // 12, month % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    return None


def _end(what: str, now: date) -> date | None:
    if "week" in what:
        friday = now + timedelta(days=4 - now.weekday())
        return friday + timedelta(days=7 if what.startswith("volgende") else 0)
    if "maand" in what:
        shift = 1 if what.startswith("volgende") else 0
        year, month = now.year + (now.month - 1 + shift) // 12, (now.month - 1 + shift) % 12 + 1
        return date(year, month, monthrange(year, month)[1])
    month = _MONTHS.index(what) + 1
    year = now.year + (1 if month < now.month else 0)
    return date(year, month, monthrange(year, month)[1])


def _day_of(now: date, day: int, month: int, year: int | None) -> date | None:
    for candidate in (year,) if year else (now.year, now.year + 1):
        try:
            on = date(candidate, month, day)
        except ValueError:
            continue
        if year or on >= now:
            return on
    return None


def _weekday(word: str) -> int:
    return _WEEKDAYS.index(re.sub(r"\s", "", word.lower()))


def _value(word: str) -> int:
    word = word.lower()
    figures = re.match(r"\d+", word)
    return int(figures[0]) if figures else NUMBERS.get(word, _ORDINAL_VALUES.get(word, 1))


def _time(words: str) -> time | None:
    text = re.sub(r"\s+", " ", words.lower()).strip()
    figures = re.fullmatch(r"(\d{1,2}) ?(?:[:.]|u|uur) ?(\d{2})(?: ?u(?:ur)?)?", text)
    if figures:
        return _clock(int(figures[1]), int(figures[2]), exact=True)
    text = re.sub(r" ?(?:uur|uren|u)$", "", text)
    quarter = re.fullmatch(r"(kwart|.+?)(?: minuten)? (voor|na|over) (half )?(\w+)", text)
    if quarter:
        minutes = 15 if quarter[1] == "kwart" else _value(quarter[1])
        base = _value(quarter[4]) * 60 - (30 if quarter[3] else 0)
        whole = base - minutes if quarter[2] == "voor" else base + minutes
        return _clock(whole // 60, whole % 60)
    if text.startswith("half "):
        return _clock(_value(text[5:]) - 1, 30)
    return _clock(_value(text), 0, exact=text.isdigit() and int(text) > 12)


def _clock(hour: int, minute: int, *, exact: bool = False) -> time | None:
    if not exact and 1 <= hour <= 6:
        hour += 12
    return time(hour % 24, minute) if minute < 60 else None
