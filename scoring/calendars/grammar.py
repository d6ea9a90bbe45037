"""Reads a language's file of moments into forms that are looked for in a text. Each language is read once, when asked.

The notation of the files is told in docs/moments.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import Field
from ruamel.yaml import YAML

from personas.types import Frozen
from scoring.calendars.spoken import cardinals, ordinals, years
from scoring.spelling import plain
from scoring.types import Tongue

Value = int | float | str


class Sheet(Frozen):
    """A language's file, as its author wrote it."""

    next_weekday: Literal["next_week", "first"]
    """What `next` before a weekday means: in the next calendar week, or the first to come."""
    days_said: dict[int, int] = Field(default_factory=dict)
    """Numbers of days that mean another number: `huit jours` is seven."""
    start: str
    """What may not stand in front of a moment, as a lookbehind."""
    words: dict[str, dict[int | float | str, str]]
    """Vocabularies: what each value is called, as a pattern."""
    pieces: dict[str, str]
    """Patterns that forms share; a later one may use an earlier one."""
    forms: dict[str, str]
    """By meaning, the forms that name a moment by themselves, one a line."""
    beside: dict[str, str]
    """Forms that name one only next to another: `om tien` beside `dinsdag`."""
    join: str
    """The words that may stand between two parts of one moment."""
    lead: str
    """The words in front that belong to a moment."""
    back: str
    """The words in front that say that it lies behind."""
    vague: str
    """Moments that fit no diary, one a line."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and what they are worth."""

    pattern: str
    """All of them, without groups that are counted."""
    search: re.Pattern[str]
    """Finds one anywhere in a text."""
    said: Mapping[str, Value]
    """By the words without spaces and hyphens, where each word is known; figures are worth themselves."""
    shapes: tuple[tuple[re.Pattern[str], Value], ...] = ()
    """By pattern, where the file gives patterns."""

    def value(self, words: str) -> Value:
        """What `words` are worth, which the pattern has matched."""
        for shape, value in self.shapes:
            if shape.fullmatch(words):
                return value
        figures = re.match(r"\d+(?:[.,]\d+)?", words)
        if figures:
            number = float(figures[0].replace(",", "."))
            return int(number) if number.is_integer() else number
        return self.said[re.sub(r"[\s-]+", "", words)]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name a moment."""

    meaning: str
    pattern: re.Pattern[str]
    alone: bool
    """Whether it is a moment by itself."""
    groups: Mapping[str, str]
    """Which vocabulary the words of a group are of."""
    needs: tuple[str, ...]
    """Vocabularies of which a word must be in the text, so that most forms need not be tried."""
    letters: tuple[str, ...]
    """Letters that must be in it, for the same reason."""
    given: Mapping[str, Value]
    """What the form says without words for it: `half` before an hour takes thirty minutes off."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a language names moments."""

    sheet: Sheet
    vocabularies: Mapping[str, Vocabulary]
    forms: tuple[Form, ...]
    vague: re.Pattern[str]
    join: re.Pattern[str]
    lead: re.Pattern[str]
    back: re.Pattern[str]

    def value(self, form: Form, found: re.Match[str], *groups: str) -> Value | None:
        """What the first of these groups that was found is worth; None where none was."""
        for group in groups:
            if group in form.groups and found[group] is not None:
                return self.vocabularies[form.groups[group]].value(found[group])
        return None


_REFERENCE = re.compile(r"\{(?:(?P<group>[a-z]+\d?)=)?(?P<name>[a-z_]+\d*)\}")
_FORM = re.compile(r"(?P<form>.*?)(?: @ (?P<given>.*))?")
_DATE = {"d": "day_figures", "f": "month_figures", "y": "year_short"}
_EVERYWHERE = (
    r"(?<![\w/.-])(?P<y>\d{4})-(?P<f>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w-])",
    r"(?<![\w/.-])(?P<d>0?[1-9]|[12]\d|3[01])(?P<apart>[/.-])(?P<f>0?[1-9]|1[0-2])(?P=apart)(?P<y>\d{4}|\d\d)(?![\w/-])",
)
"""Dates in figures that need no words: ISO, and day first. Month first is read in no language."""
_AFTER_FIGURES: Mapping[Tongue, str] = {"nl": r"(?:e|ste|de)", "en": r"(?:st|nd|rd|th)", "fr": r"(?:er|e)", "de": r"\."}
"""What makes figures a rank."""


@cache
def grammar(tongue: Tongue) -> Grammar:
    """The grammar of a language; read and compiled when it is first asked for."""
    text = (files("scoring") / "calendars" / f"{tongue}.yaml").read_text(encoding="utf-8")
    sheet = Sheet.model_validate(YAML(typ="safe", pure=True).load(text))
    known = counting(tongue) | {name: _written(words) for name, words in sheet.words.items()}
    pieces: dict[str, str] = {}
    for name, piece in sheet.pieces.items():
        pieces[name] = f"(?:{_Expanded(piece, known, pieces).pattern})"
    forms = [
        _form(meaning, line, alone, sheet.start, known, pieces)
        for alone, section in ((True, sheet.forms), (False, sheet.beside))
        for meaning, lines in section.items()
        for line in lines.strip().splitlines()
    ]
    forms += [Form("figures", re.compile(pattern), True, _DATE, (), (), {}) for pattern in _EVERYWHERE]

    def pattern(words: str) -> str:
        return "|".join(_Expanded(line, known, pieces).pattern for line in words.strip().splitlines())

    return Grammar(
        sheet=sheet,
        vocabularies=known,
        forms=tuple(forms),
        vague=re.compile(rf"(?<!\w)(?:{pattern(sheet.vague)})(?!\w)"),
        join=re.compile(rf"[\s,]*(?:(?:{pattern(sheet.join)})[\s,]*){{0,3}}"),
        lead=re.compile(rf"(?<!\w)(?:(?:{pattern(sheet.lead)})\s+)+$"),
        back=re.compile(rf"(?<!\w)(?:{pattern(sheet.back)})\s+$"),
    )


def legible(text: str, tongue: Tongue) -> str:
    """`text` in the spelling that forms are matched in, character by character: `plain`, but French keeps its `à`.

    Without the accent `à dix heures` could not be told from `il a dix heures`. In a text without any accents, as hasty
    typists write, an `a` counts as `à` unless a subject stands before it.
    """
    low = plain(text)
    if tongue != "fr":
        return low
    if any(ord(letter) > 191 and letter.isalpha() for letter in text):
        return "".join("à" if written in "àÀ" else letter for written, letter in zip(text, low, strict=True))
    return _BARE_A.sub("à", low)


_BARE_A = re.compile(
    r"(?<!\bil )(?<!\belle )(?<!\bon )(?<!\by )(?<!\bqui )(?<!\bca )(?<!\bcela )(?<!\btu )(?<!['’])(?<!\w)a(?=\s)"
)


class _Expanded:
    """A form of a file as a pattern, with the vocabulary of each group and the vocabularies it cannot do without."""

    def __init__(self, form: str, known: Mapping[str, Vocabulary], pieces: Mapping[str, str]) -> None:
        form = _patterned(form)
        self.groups: dict[str, str] = {}
        needs: list[str] = []
        parts: list[str] = []
        end = 0
        for found in _REFERENCE.finditer(form):
            name, group = found["name"], found["group"]
            parts.append(form[end : found.start()])
            end = found.end()
            if name in pieces:
                parts.append(pieces[name])
                continue
            if name not in known:
                raise ValueError(f"expected a vocabulary or a piece, got {{{name}}} in: {form}")
            parts.append(f"(?P<{group}>{known[name].pattern})" if group else f"(?:{known[name].pattern})")
            if group:
                self.groups[group] = name
            before = form[: found.start()]
            # Within brackets it may be left out or be one of several; outside it must be there.
            if before.count("(") == before.count(")"):
                needs.append(name)
        self.pattern = "".join([*parts, form[end:]])
        self.needs = tuple(needs)
        self.letters = _letters(_REFERENCE.sub(" ", form))


def _letters(form: str) -> tuple[str, ...]:
    """The words that a pattern cannot do without: those outside brackets, less a last letter that may be left out."""
    while (bare := re.sub(r"\([^()]*\)[?*]?", " ", form)) != form:
        form = bare
    form = re.sub(r"\[[^]]*\]|\\.", " ", form)
    words = re.findall(r"([a-z]{2,})([?*])?", form)
    return tuple(word[:-1] if may_miss else word for word, may_miss in words)


def _patterned(words: str) -> str:
    """Words of a file as a pattern: in plain spelling, any white space for a space, brackets that count no group."""
    low = "à".join(plain(part) for part in words.strip().split("à"))
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", low).replace(" ", r"\s+")


def _form(
    meaning: str,
    line: str,
    alone: bool,
    start: str,
    known: Mapping[str, Vocabulary],
    pieces: Mapping[str, str],
) -> Form:
    parts = _FORM.fullmatch(line.strip())
    assert parts is not None  # every line has this shape
    expanded = _Expanded(parts["form"], known, pieces)
    given: dict[str, Value] = {}
    for pair in (parts["given"] or "").split():
        name, _, value = pair.partition("=")
        given[name] = int(value) if re.fullmatch(r"-?\d+", value) else value
    pattern = re.compile(rf"{start}(?:{expanded.pattern})(?!\w)")
    return Form(meaning, pattern, alone, expanded.groups, expanded.needs, expanded.letters, given)


def _written(words: Mapping[Value, str]) -> Vocabulary:
    """A vocabulary that the file writes out as patterns."""
    shapes = {value: _patterned(pattern) for value, pattern in words.items()}
    # Of alternatives the first wins, so what begins with another one comes before it: `einer halben` before `einer`.
    pattern = "|".join(f"(?:{shape})" for shape in sorted(shapes.values(), key=len, reverse=True))
    return Vocabulary(
        pattern, re.compile(pattern), {}, tuple((re.compile(shape), value) for value, shape in shapes.items())
    )


def _counted(said: Mapping[str, int], figures: str | None = None) -> Vocabulary:
    """A vocabulary of number words, with figures where they may be written."""
    words = [r"[\s-]?".join(word.split()) for word in sorted(said, key=len, reverse=True)]
    pattern = "|".join([figures, *words] if figures else words)
    closed = {re.sub(r"[\s-]+", "", word): value for word, value in said.items()}
    # A number may follow a letter (`10u30`); a word begins one.
    return Vocabulary(
        pattern, re.compile("|".join([*([figures] if figures else []), rf"(?<!\w)(?:{'|'.join(words)})"])), closed
    )


def _between(said: Mapping[str, int], low: int, high: int) -> dict[str, int]:
    return {word: value for word, value in said.items() if low <= value <= high}


@cache
def counting(tongue: Tongue) -> dict[str, Vocabulary]:
    """What is counted, in figures and in words: numbers, days of the month, hours, minutes, years."""
    said, ranks = cardinals(tongue), ordinals(tongue)
    articles: dict[Tongue, dict[str, int]] = {"nl": {}, "en": {}, "fr": {"une": 1}, "de": {"ein": 1}}
    hours = _between(said, 0 if tongue != "nl" else 1, 24)
    minutes = _between(said, 10 if tongue == "en" else 5, 59) | ({"oh five": 5} if tongue == "en" else {})
    day = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
    hour = r"(?:2[0-4]|1\d|0?\d)(?!\d)"
    rank = _AFTER_FIGURES[tongue]
    return {
        "number": _counted(said, r"\d+(?:[.,]\d+)?"),
        "day": _counted(_between(said, 1, 31) | ranks, rf"{day}{rank}?"),
        "day_figures": _counted({}, day),
        "day_dot": _counted({}, rf"{day}\."),
        "day_sure": _counted(_between(said, 3, 31), rf"{day}"),
        "ordinal": _counted(ranks, day + rank),
        "month_figures": _counted({}, r"(?:1[0-2]|0?[1-9])(?!\d)"),
        "hour": _counted(hours | articles[tongue], hour),
        "hour_any": _counted(hours, hour),
        "hour_late": _counted(_between(hours, 7, 24), r"(?:2[0-4]|1\d|0?[7-9])(?!\d)"),
        "hour_words": _counted(hours | articles[tongue]),
        "hour_figures": _counted({}, hour),
        "minute": _counted(minutes, r"[0-5]\d(?!\d)"),
        "minute_words": _counted(minutes),
        "figures60": _counted({}, r"[0-5]\d(?!\d)"),
        "year": _counted(years(tongue), r"20\d\d"),
        "year_figures": _counted({}, r"20\d\d"),
        "year_short": _counted({}, r"\d{4}|\d\d"),
    }
