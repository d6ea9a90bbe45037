"""Vagueness: the listener cannot tell what is meant, decided, asked or agreed.

Each phrase of words/nl/vague.yaml is evidence with a weight. The evidence of one stretch of speech is added up; from 1
on it is a slip, unless the same stretch says what the vague word left open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from personas.types import Kind
from scoring.clauses import Clause, is_question, sentences
from scoring.dates import concrete
from scoring.message import said_before, says_message
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import Dialogue, Flag
from scoring.words import Hit, hits, of_class

_STRETCH = 18
"""In unpunctuated speech so many words at most belong to one stretch of evidence."""
_ENOUGH = 1.0
_QUOTED = re.compile(r"['‘\"“][^'’\"”]{3,}['’\"”]")
_FIGURE = re.compile(r"\d|(?<!\w)(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w+tien|\w+tig)(?!\w)")
_FOR_YOU = re.compile(
    r"(?<!\w)(?:misschien|waarschijnlijk|wellicht|mogelijk)(?:\W+\w+){0,2}\W+(?:je|jij|ge|gij|u|jullie|voelt|voel|klinkt)(?!\w)"
    r"|(?<!\w)(?:je|jij|ge|gij|u) (?:\w+ ){0,3}(?:misschien|waarschijnlijk|wellicht)(?!\w)"
    r"|(?<!\w)(?:misschien|wellicht) (?:was|is|zeg|heb|had|klinkt|voelt|wel\W*$)"
)
"""A careful guess at what only the other can know, or about oneself."""
_FAREWELL_COURSES = ("bad_news", "c4")


@dataclass(frozen=True, slots=True)
class Vague:
    """One stretch that leaves something open. Offsets count code points of the utterance, end excluded."""

    kind: Kind
    start: int
    end: int
    weight: float


@rule
def vagueness(dialogue: Dialogue) -> list[Flag]:
    """The words leave open what is meant, decided, asked or agreed."""
    return [
        Flag.weakness("vagueness", vague.kind, dialogue, (vague.start, vague.end), rule=f"vagueness.{vague.kind}")
        for vague in vague_stretches(dialogue)
    ]


@lru_cache(maxsize=256)
def vague_stretches(dialogue: Dialogue) -> tuple[Vague, ...]:
    """Every stretch of the last utterance that is too vague for its moment; other rules may look here too."""
    text = dialogue.last.text
    if len(text.split()) <= 3:
        return ()
    found: list[Vague] = []
    for stretch in _stretches(text):
        found += _weigh(dialogue, stretch)
    return tuple(found)


def _stretches(text: str) -> list[Clause]:
    found: list[Clause] = []
    for sentence in sentences(text):
        words = [match.span() for match in re.finditer(r"\S+", sentence.text)]
        marked = re.search(r"[,;:.!?…]", sentence.text[:-1])
        if marked or len(words) <= _STRETCH + 6:
            found.append(sentence)
            continue
        for first in range(0, len(words), _STRETCH):
            start, end = words[first][0], words[min(first + _STRETCH, len(words)) - 1][1]
            found.append(Clause(sentence.start + start, sentence.start + end, sentence.text[start:end]))
    return found


def _weigh(dialogue: Dialogue, stretch: Clause) -> list[Vague]:
    if is_question(stretch):
        return []
    text = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), stretch.text)
    evidence = [hit for hit in hits("vague", text) if hit.weight > 0]
    if any(hit.kind == "clear" for hit in evidence):
        return []
    dated = bool(concrete(text))
    found: list[Vague] = []
    for kind in ("hedge", "open", "loose", "euphemism", "fog"):
        of_kind = _apart([hit for hit in evidence if hit.kind == kind])
        if not of_kind or not _counts(dialogue, stretch, kind, of_kind, dated):
            continue
        weight = sum(hit.weight for hit in of_kind)
        if kind == "open":
            weight += 0.5 * sum(hit.weight for hit in _apart([h for h in evidence if h.kind == "hedge"]))
        if weight >= _ENOUGH:
            name: Kind = "hedged" if kind == "hedge" else kind  # type: ignore[assignment]  # the classes are kinds
            found.append(
                Vague(name, stretch.start + of_kind[0].start, stretch.start + max(hit.end for hit in of_kind), weight)
            )
    return found


def _counts(dialogue: Dialogue, stretch: Clause, kind: str, evidence: list[Hit], dated: bool) -> bool:
    """Whether evidence of this kind says anything at this moment."""
    low = plain(stretch.text)
    match kind:
        case "hedge":
            return not _FOR_YOU.search(low)
        case "open":
            return not (dated and _FIGURE.search(low))
        case "loose":
            return not dated and not concrete(dialogue.last.text)
        case "euphemism":
            if any(hit.id == "euphemism.leaving" for hit in evidence):
                farewell = dialogue.course in _FAREWELL_COURSES
                return farewell and not said_before(dialogue) and not _says(dialogue)
            return not of_class("decisions", stretch.text, "end", "refuse")
        case _:
            return not _FIGURE.search(low) and not _says(dialogue)


def _says(dialogue: Dialogue) -> bool:
    return says_message(dialogue.last.text, dialogue.message, dialogue.signs)


def _apart(found: list[Hit]) -> list[Hit]:
    """Hits that do not overlap, the heaviest first choice, in order of place."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (-hit.weight, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
