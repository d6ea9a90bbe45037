"""Reads YAML that anybody may have written: YAML 1.2, nothing but text, numbers, lists and blocks.

The stream of events is looked at before anything is built, so a file that would grow, nest or run something never
gets that far. Every value remembers where it stands.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from ruamel.yaml.reader import ReaderError

from personas.complaint import Complaint, Complaints, Mark, Sentence, Way, shorten
from personas.complaint import field as written
from personas.mishap import QUOTES_AROUND, odd_character, unreadable
from personas.misread import BREAK, CURLY, Halt, misread, straight

MOST_BYTES = 256 * 1024
MOST_DEPTH = 12
MOST_NODES = 5_000
TOP = Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Tree:
    """What stands in a file, and where."""

    data: Any
    """dict, list, str, int, float, bool or None."""
    first_line: str
    values: Mapping[Way, Mark]
    """Where each value begins."""
    keys: Mapping[Way, Mark]
    """Where the key of each value in a block begins."""
    bare: frozenset[Way] = frozenset()
    """The texts that stand there without quotation marks."""

    def mark(self, way: Way) -> Mark:
        """Where this stands: its key, or else its value, or else the nearest thing around it."""
        for length in range(len(way), -1, -1):
            at = self.keys.get(way[:length]) or self.values.get(way[:length])
            if at is not None:
                return at
        return TOP

    def at(self, way: Way) -> Any:
        """The value there; None where there is none."""
        value = self.data
        for step in way:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def texts(self, way: Way = ()) -> Iterator[tuple[Way, str]]:
        """Every text at or below this way."""
        for below, value in self.leaves(way):
            if isinstance(value, str):
                yield below, value

    def leaves(self, way: Way = ()) -> Iterator[tuple[Way, Any]]:
        """Every value at or below this way that is no block or list, in the order of the file."""
        value = self.at(way)
        if isinstance(value, dict):
            for key in value:
                yield from self.leaves((*way, key))
        elif isinstance(value, list):
            for index in range(len(value)):
                yield from self.leaves((*way, index))
        else:
            yield way, value


def read_tree(raw: bytes, file: str) -> Tree:
    """The tree of one document. Raises Complaints on anything that is not plain, small and readable."""
    text = _text(raw, file)
    builder = _Builder(file, BREAK.split(text))
    for event in _events(text, file):
        builder.take(event)
    builder.finish()
    first_line = text.split("\n", 1)[0].rstrip("\r")
    return Tree(builder.data, first_line, builder.values, builder.keys, frozenset(builder.bare))


def _events(text: str, file: str) -> Iterator[Event]:
    """The events of the document, one by one; nothing is built yet."""
    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except MarkedYAMLError as error:
        mark, says = misread(_halt(text, error))
        raise Complaints([Complaint(file, mark, "", says)]) from error
    except ReaderError as error:
        mark = _position(text, error.position)
        raise Complaints([Complaint(file, mark, "", odd_character(chr(error.character)))]) from error
    except (
        Exception
    ) as error:  # ruamel lets AssertionError, OverflowError and more escape on odd escapes and directives
        raise Complaints([Complaint(file, TOP, "", unreadable(type(error).__name__))]) from error


def _text(raw: bytes, file: str) -> str:
    if len(raw) > MOST_BYTES:
        most, got = MOST_BYTES // 1024, math.ceil(len(raw) / 1024)
        says = Sentence(
            f"verwacht een bestand van hoogstens {most} KiB, kreeg {got} KiB",
            f"expected a file of at most {most} KiB, got {got} KiB",
        )
        raise Complaints([Complaint(file, TOP, "", says)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        says = Sentence(
            "verwacht een tekstbestand in UTF-8, kreeg iets anders; bewaar het bestand opnieuw als UTF-8",
            "expected a text file in UTF-8, got something else; save the file again as UTF-8",
        )
        raise Complaints([Complaint(file, Mark(line, 1), "", says)]) from error
    if "\0" in text:
        raise Complaints([Complaint(file, _position(text, text.index("\0")), "", odd_character("\0"))])
    return text


@dataclass(slots=True)
class _Frame:
    """A block or list that is still open."""

    content: dict[str, Any] | list[Any]
    way: Way
    key: str | None = None


@dataclass(slots=True)
class _Builder:
    """Takes events one by one and builds plain values from them."""

    file: str
    lines: list[str]
    data: Any = None
    values: dict[Way, Mark] = field(default_factory=dict)
    keys: dict[Way, Mark] = field(default_factory=dict)
    bare: set[Way] = field(default_factory=set)
    complaints: list[Complaint] = field(default_factory=list)
    open: list[_Frame] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0

    def take(self, event: Event) -> None:
        """Raises Complaints as soon as going on would be costly."""
        mark = _mark(event.start_mark)
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.stop(mark, "één document", "one document", "een tweede na `---`", "a second one after `---`")
            if event.version or event.tags:
                self.complain(mark, "geen regels met `%`", "no lines with `%`", "er een", "one")
        elif isinstance(event, CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, NodeEvent):
            self.node(event, mark)

    def node(self, event: NodeEvent, mark: Mark) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self.stop(mark, f"hoogstens {MOST_NODES} waarden", f"at most {MOST_NODES} values", "er meer", "more")
        if isinstance(event, AliasEvent):
            self.special(mark, "geen verwijzingen", "no aliases", f"*{event.anchor}")
        elif event.anchor is not None:
            self.special(mark, "geen ankers", "no anchors", f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.special(mark, "geen tags", "no tags", str(tag))
        frame = self.open[-1] if self.open else None
        if frame is not None and isinstance(frame.content, dict) and frame.key is None:
            self.name(frame, event, mark)
        else:
            self.value(frame, event, mark)

    def name(self, frame: _Frame, event: NodeEvent, mark: Mark) -> None:
        if not isinstance(event, ScalarEvent):
            self.stop(
                mark,
                "een woord als sleutel",
                "a word as key",
                "een blok of lijst; zet een zin met accolades tussen aanhalingstekens",
                "a block or list; put a sentence with braces between quotation marks",
            )
        assert isinstance(frame.content, dict)
        key = self.readable(str(event.value), mark)
        if not key:
            self.stop(mark, "een sleutel", "a key", "niets", "nothing")
        way = (*frame.way, key)
        if key in frame.content:
            first = self.keys[way].line
            self.complain(
                mark,
                f"de sleutel `{shorten(key)}` één keer",
                f"the key `{shorten(key)}` once",
                f"hem twee keer (eerst op regel {first})",
                f"it twice (first on line {first})",
                way,
            )
        frame.content[key] = None
        self.keys[way] = mark
        frame.key = key

    def value(self, frame: _Frame | None, event: NodeEvent, mark: Mark) -> None:
        way: Way = ()
        if frame is not None:
            way = (*frame.way, len(frame.content) if isinstance(frame.content, list) else frame.key or "")
        self.values[way] = mark
        content: Any = None
        if isinstance(event, CollectionStartEvent):
            if len(self.open) >= MOST_DEPTH:
                depth = f"{MOST_DEPTH}"
                self.stop(mark, f"hoogstens {depth} lagen diep", f"at most {depth} levels", "er meer", "more")
            content = {} if isinstance(event, MappingStartEvent) else []
            self.open.append(_Frame(content, way))
        elif isinstance(event, ScalarEvent):
            plain = bool(event.implicit and event.implicit[0])
            content = _plain(event.value) if plain else event.value
            if isinstance(content, str):
                content = self.readable(content, mark, way)
                if plain:
                    self.without_quotes(content, event, mark, way)
        if frame is None:
            self.data = content
        elif isinstance(frame.content, list):
            frame.content.append(content)
        else:
            frame.content[frame.key or ""] = content
            frame.key = None

    def without_quotes(self, text: str, event: ScalarEvent, mark: Mark, way: Way) -> None:
        """Notes a text that stands there bare, with a complaint where YAML takes it for other than its author does."""
        self.bare.add(way)
        if text.startswith(tuple(CURLY)):
            self.complaints.append(Complaint(self.file, mark, written(way), straight(text[0])))
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if " " in text and re.match(r"\s+#", rest):
            self.complain(
                mark,
                "een hele zin",
                "a whole sentence",
                f"er een die stopt voor ` #`; {QUOTES_AROUND.nl}, of zet de opmerking op een eigen regel",
                f"one that stops before ` #`; {QUOTES_AROUND.en}, or put the comment on a line of its own",
                way,
            )

    def readable(self, text: str, mark: Mark, way: Way = ()) -> str:
        """The text, with a complaint where it holds what nobody can see, say or store."""
        odd = next((c for c in text if _unseen(c)), None)
        if odd is None:
            return text
        self.complaints.append(Complaint(self.file, mark, written(way), odd_character(odd)))
        return text.encode("utf-8", "replace").decode()

    def complain(self, mark: Mark, what_nl: str, what_en: str, came_nl: str, came_en: str, way: Way = ()) -> None:
        says = Sentence(f"verwacht {what_nl}, kreeg {came_nl}", f"expected {what_en}, got {came_en}")
        self.complaints.append(Complaint(self.file, mark, written(way), says))

    def special(self, mark: Mark, what_nl: str, what_en: str, came: str) -> None:
        nl = f"`{shorten(came)}`; {QUOTES_AROUND.nl} als dit een zin is"
        en = f"`{shorten(came)}`; {QUOTES_AROUND.en} if this is a sentence"
        self.complain(mark, what_nl, what_en, nl, en)

    def stop(self, mark: Mark, what_nl: str, what_en: str, came_nl: str, came_en: str) -> NoReturn:
        self.complain(mark, what_nl, what_en, came_nl, came_en)
        raise Complaints(self.complaints)

    def finish(self) -> None:
        if self.documents == 0 and not self.complaints:
            self.complain(TOP, "een bestand met tekst", "a file with text", "een leeg bestand", "an empty file")
        if self.complaints:
            raise Complaints(self.complaints)


def _unseen(character: str) -> bool:
    if character in "\n\t":
        return False
    return unicodedata.category(character) in ("Cc", "Cs") or character in "\u200b\u2060\ufeff"


WHOLE = re.compile(r"[-+]?[0-9]+")
BROKEN = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def _plain(text: str) -> str | int | float | bool | None:
    """What a value without quotes means by the core schema of YAML 1.2: `no`, `12:30` and 2026-01-31 are text.

    Octal, hexadecimal, infinite and very long numbers mean nothing in our files and stay text.
    """
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text[0] in "tT"
    if len(text) > 30:
        return text
    if WHOLE.fullmatch(text):
        return int(text)
    if BROKEN.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def _mark(at: Any) -> Mark:
    return TOP if at is None else Mark(at.line + 1, at.column + 1)


def _halt(text: str, error: MarkedYAMLError) -> Halt:
    begun, at = error.context_mark, error.problem_mark or error.context_mark
    return Halt(
        lines=BREAK.split(text),
        problem=error.problem or "",
        context=error.context or "",
        at=(0, 0) if at is None else (at.line, at.column),
        begun=None if begun is None else (begun.line, begun.column),
    )


def _position(text: str, position: int) -> Mark:
    before = text[: max(position, 0)]
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
