"""Finds the moments that people name, tells the concrete ones from the vague ones, and works out which day they are.

In Dutch, French, German and English, in figures and in words, with and without capitals and commas, as a recogniser
writes them. How each language names moments stands in scoring/calendars/; docs/moments.md tells what is understood and
how doubtful ones are read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache, lru_cache

from scoring.calendars.grammar import Form, Grammar, counting, grammar, legible
from scoring.calendars.resolve import Named, Rank, named, time_of, together
from scoring.types import Tongue

_REACH = 40
"""So far back, in characters, the words in front of a moment are looked for."""
_ARTICLES: dict[Tongue, str] = {"nl": "", "en": "", "fr": "un", "de": ""}
"""Words that count one but mostly count nothing. Dutch `een` stays: its rules look at what is around it."""


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
    """Which day, where today was given and the words say it; of a span, the first day that is still to come."""
    at: time | None = None
    """Which time of day; hours from 1 to 6 without a part of the day are taken for the afternoon."""
    until: date | None = None
    """The last day, where a week, a month or another span is named."""
    past: bool = False
    """Whether the words say that it lies behind: `gisteren`, `last Tuesday`, `il y a trois semaines`."""
    named: bool = False
    """Whether the day or the month has its name: `dinsdag`, `3 mei`."""


def moments(text: str, tongue: Tongue, now: date | None = None) -> tuple[Moment, ...]:
    """The moments named in `text`, from left to right, with words such as `tegen` and `uiterlijk` in front included.

    With `now`, days are worked out from it; where it is a `datetime`, `over een uur` has its hour too. A day that has
    no year is the next one to come.
    """
    return _moments(text, tongue, now)


def concrete(text: str, tongue: Tongue) -> tuple[Moment, ...]:
    """Only the moments that say which day or hour. Of what lies behind, those that name the day: not `gisteren`."""
    return tuple(
        moment for moment in _moments(text, tongue, None) if moment.concrete and (moment.named or not moment.past)
    )


def vague(text: str, tongue: Tongue) -> tuple[Moment, ...]:
    """Only the moments that cannot."""
    return tuple(moment for moment in _moments(text, tongue, None) if not moment.concrete)


@cache
def number(tongue: Tongue) -> str:
    """A number in figures or words, as a pattern without groups, for a text in the spelling of `plain`."""
    words = counting(tongue)["number"].pattern.split("|")
    return f"(?:{'|'.join(word for word in words if word != _ARTICLES[tongue])})"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A form where it stands."""

    start: int
    end: int
    alone: bool
    what: Named


@lru_cache(maxsize=2048)
def _moments(spelled: str, tongue: Tongue, now: date | None) -> tuple[Moment, ...]:
    rules = grammar(tongue)
    text = legible(spelled, tongue)
    vague = [Moment(found.start(), found.end(), False, True) for found in rules.vague.finditer(text)]
    found = vague + [
        Moment(
            piece.start,
            piece.end,
            concrete=True,
            day=piece.what.rank > Rank.NONE,
            on=piece.what.on,
            at=time_of(piece.what),
            until=piece.what.until,
            past=piece.what.back,
            named=piece.what.name,
        )
        for piece in _joined(text, _pieces(text, rules, vague, now), rules)
        if piece.alone
    ]
    ordered = sorted(found, key=lambda moment: moment.start)
    ends = [0, *(moment.end for moment in ordered)]
    return tuple(_with_lead(text, moment, end, rules) for moment, end in zip(ordered, ends, strict=False))


def _pieces(text: str, rules: Grammar, vague: list[Moment], now: date | None) -> list[_Piece]:
    """The forms in `text`, from left to right: of two that share words, the longer one."""
    present: dict[str, bool] = {}

    def there(name: str) -> bool:
        if name not in present:
            present[name] = rules.vocabularies[name].search.search(text) is not None
        return present[name]

    hits: list[tuple[Form, re.Match[str]]] = [
        (form, found)
        for form in rules.forms
        if all(letters in text for letters in form.letters) and all(there(name) for name in form.needs)
        for found in form.pattern.finditer(text)
    ]
    hits.sort(key=lambda hit: (hit[1].start() - hit[1].end(), not hit[0].alone))
    taken = [(moment.start, moment.end) for moment in vague]
    pieces: list[_Piece] = []
    for form, found in hits:
        start, end = found.span()
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        back = rules.back.search(text, max(0, start - _REACH), start) is not None
        pieces.append(_Piece(start, end, form.alone, named(rules, form, found, now, back=back)))
    return sorted(pieces, key=lambda piece: piece.start)


def _joined(text: str, pieces: list[_Piece], rules: Grammar) -> list[_Piece]:
    """Pieces that make one moment put together: `dinsdag`, `om tien uur`."""
    joined: list[_Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        both = together(last.what, piece.what) if last and rules.join.fullmatch(text, last.end, piece.start) else None
        if last and both:
            joined[-1] = _Piece(last.start, piece.end, last.alone or piece.alone, both)
        else:
            joined.append(piece)
    return joined


def _with_lead(text: str, moment: Moment, after: int, rules: Grammar) -> Moment:
    lead = rules.lead.search(text, max(after, moment.start - _REACH), moment.start)
    return replace(moment, start=lead.start()) if lead and moment.concrete else moment
