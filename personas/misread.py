"""Finds what the author probably typed wrong where YAML gave up, and on which line that was.

YAML tells where it could read no further; the mistake often stands a few lines above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from personas.complaint import Mark, Sentence, shorten
from personas.mishap import QUOTES_AROUND, not_yaml

BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where YAML begins a new line."""
HARD_SPACE = re.compile("^\\s*[\u00a0\u2007\u202f\u3000]|[:-][\u00a0\u2007\u202f\u3000]")
CURLY = "“”„"
CONTRACTION = re.compile(r"(?:^\s*|[:,\[-]\s+|\[)'([tksnmr]|ne|nen)\s+(\w+)")
"""What a Fleming writes with one apostrophe in front: 't, 'k, 's."""
BOUND = re.compile(r"\b(?:trust|tension|openness|understanding|hope|agreed|silence):\s*[<>]=?")
KEY = re.compile(r"^(\s*(?:-\s+)*)([A-Za-z_][\w-]*):(?=\s|$)")
DASH = re.compile(r"^(\s*)-(?=\s|$)")
LOOK_BACK = 12
"""Lines above the place where YAML gave up in which an open apostrophe may stand."""
Told = tuple[Mark, Sentence]


@dataclass(frozen=True, slots=True)
class Halt:
    """Where YAML gave up, in its own words. Lines and columns count from 0, as YAML does."""

    lines: Sequence[str]
    problem: str
    context: str
    at: tuple[int, int]
    """The line and column where it could not go on."""
    begun: tuple[int, int] | None
    """The line and column where the thing began that it was reading."""

    def line(self, number: int) -> str:
        """The text of a line; empty beyond the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def reading(self) -> str:
        """All that YAML says about it."""
        return f"{self.problem} {self.context}"

    @property
    def suspects(self) -> tuple[int, ...]:
        """The lines to look at: where it began, and where it ended."""
        first = self.at[0] if self.begun is None else self.begun[0]
        return (self.at[0],) if first == self.at[0] else (first, self.at[0])


def misread(halt: Halt) -> Told:
    """Where the mistake stands and what to do about it."""
    told = next((found for look in LOOKS for found in look(halt)), None)
    if told is not None:
        return told
    where = halt.at
    if halt.begun is not None and ("simple key" in halt.context or "quoted scalar" in halt.context):
        where = halt.begun  # where it began, not where it ran out
    return _mark(*where), not_yaml(halt.problem, halt.context)


def _tab(halt: Halt) -> Iterator[Told]:
    number, column = halt.at
    if "'\\t'" not in halt.problem:
        return
    if halt.line(number)[:column].strip():
        yield (
            _mark(number, column),
            Sentence("verwacht een spatie, kreeg een tab", "expected a space, got a tab"),
        )
        return
    yield (
        _mark(number, column),
        Sentence(
            "verwacht spaties om in te springen, kreeg een tab; zet er twee spaties voor in de plaats",
            "expected spaces to indent, got a tab; put two spaces in its place",
        ),
    )


def _hard_space(halt: Halt) -> Iterator[Told]:
    for number in halt.suspects:
        if found := HARD_SPACE.search(halt.line(number)):
            yield (
                _mark(number, found.end() - 1),
                Sentence(
                    "verwacht gewone spaties, kreeg een vaste spatie, zoals Word er zet; typ de spaties hier opnieuw",
                    "expected plain spaces, got a hard space such as Word puts in; type the spaces here again",
                ),
            )


def _bound(halt: Halt) -> Iterator[Told]:
    for number in halt.suspects:
        if found := BOUND.search(halt.line(number)):
            came = shorten(halt.line(number)[found.start() :])
            yield (
                _mark(number, found.start()),
                Sentence(
                    f'verwacht een grens tussen aanhalingstekens, zoals ">= 0.6", kreeg `{came}`',
                    f'expected a bound between quotation marks, such as ">= 0.6", got `{came}`',
                ),
            )


def _contraction(halt: Halt) -> Iterator[Told]:
    for number in range(max(halt.suspects[-1] - LOOK_BACK, 0), halt.suspects[-1] + 1):
        line = halt.line(number)
        for found in CONTRACTION.finditer(line):
            if line.count('"', 0, found.start(1)) % 2:
                continue  # it stands between double quotation marks, where it is fine
            example = f'"\'{found[1]} {found[2]} …"'
            yield (
                _mark(number, found.start(1) - 1),
                Sentence(
                    f"verwacht dubbele aanhalingstekens rond een zin met ' vooraan, kreeg ze niet; schrijf {example}",
                    f"expected double quotation marks around a sentence that begins with ', got none; write {example}",
                ),
            )


def _curly(halt: Halt) -> Iterator[Told]:
    for number in halt.suspects:
        line = halt.line(number)
        for column, character in enumerate(line):
            if character in CURLY and (line.count('"') % 2 or line.count('"', 0, column) % 2 == 0):
                yield _mark(number, column), straight(character)


def straight(character: str) -> Sentence:
    """A curly quotation mark where YAML needs a straight one."""
    return Sentence(
        f'verwacht rechte aanhalingstekens, kreeg `{character}`; typ " aan het begin en aan het einde',
        f'expected straight quotation marks, got `{character}`; type " at the beginning and at the end',
    )


def _no_space(halt: Halt) -> Iterator[Told]:
    if not any(words in halt.reading for words in ("expected ':'", "block collection", "block mapping")):
        return
    for number in halt.suspects:
        line = halt.line(number)
        if re.match(r"\s*-[^\s-]", line):
            yield (
                _mark(number, line.index("-")),
                Sentence(
                    f"verwacht een spatie na het streepje, kreeg `{shorten(line)}`",
                    f"expected a space after the dash, got `{shorten(line)}`",
                ),
            )
        elif found := re.match(r"\s*(?:-\s+)?[a-z_]+:(?=[^\s:/])", line):
            yield (
                _mark(number, found.end()),
                Sentence(
                    f"verwacht een spatie na de dubbele punt, kreeg `{shorten(line)}`",
                    f"expected a space after the colon, got `{shorten(line)}`",
                ),
            )


def _indented(halt: Halt) -> Iterator[Told]:
    """A key or dash that stands in no straight line below the one it belongs to."""
    number = halt.at[0]
    mine = _key(halt.line(number))
    if "mapping values are not allowed" in halt.problem and mine is not None:
        above = _key_above(halt, number)
        alone = not re.search(r":(\s|$)", halt.line(number)[mine[0] :].partition(":")[2])
        if above is not None and alone and mine[0] > above[1]:
            yield _spaces(number, mine, above[1], above[2], above[0])
        return
    if halt.begun is None or not any(words in halt.context for words in ("block mapping", "block collection")):
        return
    first, wanted = halt.begun
    dash = _dash(halt.line(number))
    if dash is not None:
        above_it = [(n, found[0]) for n in range(first, number) if (found := _dash(halt.line(n)))]
        first, wanted = min(reversed(above_it), key=lambda one: abs(one[1] - dash[0]), default=halt.begun)
        mine = dash
    elif "block collection" in halt.context:
        item = next((n for n in range(number - 1, first - 1, -1) if _dash(halt.line(n)) == (wanted, "")), first)
        head = _key(halt.line(item))
        first, wanted = (item, head[0]) if head is not None else (first, wanted)
    if mine is None or mine[0] == wanted:
        return
    column, name = mine
    above = _key_above(halt, number)
    if name and above is not None and column > wanted == above[1]:
        mine_nl, theirs_nl = (f"({_counted(n, 'spatie', 'spaties')})" for n in (column, wanted))
        mine_en, theirs_en = (f"({_counted(n, 'space', 'spaces')})" for n in (column, wanted))
        yield (
            _mark(number, column),
            Sentence(
                f"verwacht dat `{name}` {mine_nl} even ver inspringt als `{above[2]}` op regel {above[0] + 1} "
                f"{theirs_nl}; een van de twee staat verkeerd",
                f"expected `{name}` {mine_en} to be indented as far as `{above[2]}` on line {above[0] + 1} "
                f"{theirs_en}; one of the two stands wrong",
            ),
        )
        return
    if name and above is not None and dash is None and column > wanted:
        yield _spaces(number, mine, above[1], above[2], above[0])
        return
    key = _key(halt.line(first))
    yield _spaces(number, mine, wanted, key[1] if name and key and key[0] == wanted else "", first)


def _spaces(number: int, mine: tuple[int, str], wanted: int, other: str, line: int) -> Told:
    nl, en = (f"`{mine[1]}`", f"`{mine[1]}`") if mine[1] else ("het streepje", "the dash")
    far_nl, far_en = _counted(wanted, "spatie", "spaties"), _counted(wanted, "space", "spaces")
    like_nl, like_en = (f"bij `{other}` ", f"with `{other}` ") if other else ("", "")
    return (
        _mark(number, mine[0]),
        Sentence(
            f"verwacht {far_nl} voor {nl}, zoals {like_nl}op regel {line + 1}; kreeg er {mine[0]}",
            f"expected {far_en} before {en}, as {like_en}on line {line + 1}; got {mine[0]}",
        ),
    )


def _open(halt: Halt) -> Iterator[Told]:
    """A list or block within a line that is never closed, or is broken off inside."""
    if halt.begun is None or "flow " not in halt.context:
        return
    first, last = halt.begun[0], halt.at[0]
    closing = "}" if "flow mapping" in halt.context else "]"
    what_nl = "het blok `{…}` dat" if closing == "}" else "de lijst `[…]` die"
    what_en = "the block `{…}`" if closing == "}" else "the list `[…]`"
    cut = any(re.search(r"\s#", halt.line(number)) for number in range(first, last + 1))
    if cut:
        do_nl = "vanaf ` #` leest YAML niets meer: zet de zin tussen aanhalingstekens, en schrijf een kleur zonder #"
        do_en = "YAML reads nothing after ` #`: put the sentence between quotation marks, and write a colour without #"
    elif first == last:
        do_nl = 'zet een komma tussen twee delen, of schrijf een aanhalingsteken binnen een zin als \\"'
        do_en = 'put a comma between two parts, or write a quotation mark within a sentence as \\"'
    else:
        do_nl = f"sluit ze af met `{closing}`, of {QUOTES_AROUND.nl}"
        do_en = f"close it with `{closing}`, or {QUOTES_AROUND.en}"
    came_nl = "iets anders" if first == last else f"op regel {last + 1} iets anders"
    came_en = "something else" if first == last else f"something else on line {last + 1}"
    yield (
        _mark(*halt.begun),
        Sentence(
            f"verwacht een komma of `{closing}` in {what_nl} hier begint, kreeg {came_nl}; {do_nl}",
            f"expected a comma or `{closing}` in {what_en} that begins here, got {came_en}; {do_en}",
        ),
    )


LOOKS = (_tab, _hard_space, _bound, _contraction, _curly, _no_space, _indented, _open)
"""What to look for, in this order; the first that finds something is told."""


def _dash(line: str) -> tuple[int, str] | None:
    """The column of the dash a line begins with."""
    found = DASH.match(line)
    return (len(found[1]), "") if found else None


def _key(line: str) -> tuple[int, str] | None:
    """The column and name of the key a line begins with, also behind a dash."""
    found = KEY.match(line)
    return (len(found[1]), found[2]) if found else None


def _key_above(halt: Halt, number: int) -> tuple[int, int, str] | None:
    """The line, column and name of the nearest key above a line."""
    keys = ((n, _key(halt.line(n))) for n in range(number - 1, -1, -1))
    return next(((n, *key) for n, key in keys if key is not None), None)


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _mark(line: int, column: int) -> Mark:
    return Mark(line + 1, column + 1)
