"""What is wrong in a file, told to its author: where it stands, what was expected, what came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

Way = tuple[str | int, ...]
"""The keys and indexes that lead to a value, from the top of the file."""


class Sentence(NamedTuple):
    """The same for people who read Dutch and for people who read English."""

    nl: str
    en: str

    def said(self, language: str) -> str:
        """In this language, which may be a variety such as nl-BE; Dutch where we have no other."""
        return self.en if language[:2] == "en" else self.nl


class Mark(NamedTuple):
    """Where something begins in a file; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong."""

    file: str
    mark: Mark
    field: str
    """Such as `reactions[3].change.trust`; empty where it is about the whole file."""
    sentence: Sentence

    def says(self, language: str = "nl") -> str:
        """One line that an editor can jump to."""
        where = f"{self.file}:{self.mark.line} {self.field}".rstrip()
        return f"{where}: {self.sentence.said(language)}"


class Complaints(Exception):
    """All that is wrong in a file."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = in_order(complaints)
        super().__init__(self.says("en"))

    def says(self, language: str = "nl") -> str:
        """Every complaint on a line of its own."""
        return "\n".join(complaint.says(language) for complaint in self.complaints)


def in_order(complaints: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """Each complaint once, as a reader meets them in the file."""
    return tuple(sorted(dict.fromkeys(complaints), key=lambda c: (c.file, c.mark, c.field)))


def field(way: Way) -> str:
    """The way as people write it."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).removeprefix(".")


def expected(what: Sentence, came: Sentence) -> Sentence:
    """What was expected and what stood there."""
    return Sentence(f"verwacht {what.nl}, kreeg {came.nl}", f"expected {what.en}, got {came.en}")


def shown(value: object) -> Sentence:
    """What stood there, short."""
    if value is None:
        return Sentence("niets", "nothing")
    if isinstance(value, str):
        short = shorten(value)
        return Sentence(f"`{short}`", f"`{short}`") if short else Sentence("lege tekst", "empty text")
    if isinstance(value, dict):
        keys = ", ".join(f"`{shorten(str(key))}`" for key in list(value)[:3])
        more = ", …" if len(value) > 3 else ""
        if not value:
            return Sentence("een leeg blok", "an empty block")
        return Sentence(f"een blok met {keys}{more}", f"a block with {keys}{more}")
    if isinstance(value, list):
        return Sentence(f"een lijst van {len(value)}", f"a list of {len(value)}")
    number = shorten(str(value).lower())
    return Sentence(number, number)


def shorten(text: str) -> str:
    """At most forty characters, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def nearest(name: str, known: Sequence[str]) -> str | None:
    """The known name that was probably meant."""
    same = [each for each in known if each.lower() == name.lower()]
    if same:
        return same[0]
    found = get_close_matches(name[:60].lower().replace("-", "_"), known, n=1, cutoff=0.6)
    found = found or get_close_matches(name[:60], known, n=1, cutoff=0.6)
    return found[0] if found else None


def meaning(said: Sentence, meant: str | None) -> Sentence:
    """The same, with what was probably meant where that is known."""
    if meant is None:
        return said
    return Sentence(f"{said.nl}; bedoelde je {meant}?", f"{said.en}; did you mean {meant}?")


def one_of(known: Sequence[str]) -> Sentence:
    """A choice, written out."""
    names = [f"`{name}`" for name in known]
    if len(names) < 2:
        return Sentence("".join(names), "".join(names))
    but_last = ", ".join(names[:-1])
    return Sentence(f"{but_last} of {names[-1]}", f"{but_last} or {names[-1]}")


def unknown(what: Sentence, name: str, known: Sequence[str]) -> Sentence:
    """A name that nobody knows, with the one that was probably meant or else with all there are."""
    came = expected(what, shown(name))
    meant = nearest(name, known)
    if meant is not None:
        return meaning(came, f"`{meant}`")
    choice = one_of(known)
    if not known:
        return came
    return Sentence(f"{came.nl}; dit kan hier: {choice.nl}", f"{came.en}; possible here: {choice.en}")
