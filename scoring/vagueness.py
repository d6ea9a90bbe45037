"""Vagueness: the listener cannot tell what is meant, decided, asked or agreed.

Each phrase of words/nl/vague.yaml is evidence with a weight. The evidence of one stretch of speech is added up; from
on it is a slip, unless the same stretch says what the vague word left open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from personas.types import Kind
from scoring.clauses import Clause, is_question, stretches, unquoted
from scoring.dates import concrete
from scoring.message import said_before, says_message
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.slots import asked
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag, Tongue
from scoring.words import Hit, hits, of_class

_ENOUGH = {"hedge": 0.6, "open": 0.8, "loose": 0.8, "euphemism": 0.8, "fog": 0.8}
"""So much evidence of a class makes a slip."""
_OPEN_BESIDE = 1.2
"""So much open evidence is a kind of its own where another kind is seen in the same stretch."""
_ENOUGH_WHEN_ASKED = 0.5
"""Where the other asked how much, when or what exactly, one open word already leaves the question open."""
_FIGURE = Pattern("vagueness.figure")
_FOR_YOU = Pattern("vagueness.for_you")
"""A careful guess at what only the other can know, or about oneself: this hedge leaves nothing open."""
_THEN = Pattern("vagueness.then")
"""Points back to a moment that was just named."""
_THICK = 1.5
"""From so much fog on, one figure in it makes nothing clear."""
_FIGURE_NEXT = Pattern("vagueness.figure_next")
_OWN_PAST = Pattern("vagueness.own_past")
_OR_ELSE = Pattern("vagueness.or_else")
"""`..., anders moet je` joins two sentences and wants nothing different."""
_GUESSING = ("hedge.adverb", "hedge.modal")
_WISH = Pattern("vagueness.wish")
"""Where more or less of something is asked, the other must know how much."""
_ABOUT_CHANGE = ("what_now", "meaning", "open", "how_many", "when")


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
    for stretch in stretches(text):
        found += _weigh(dialogue, stretch)
    return tuple(found)


def _weigh(dialogue: Dialogue, stretch: Clause) -> list[Vague]:
    if is_question(stretch, dialogue.tongue):
        return []
    text = unquoted(stretch.text)
    guesses = [match.span() for match in _FOR_YOU[dialogue.tongue].finditer(plain(text))]
    evidence = [
        hit
        for hit in hits("vague", text, dialogue.tongue)
        if not (hit.id in _GUESSING and any(start <= hit.start < end for start, end in guesses))
    ]
    if any(hit.kind == "clear" for hit in evidence):
        return []
    evidence = [hit for hit in evidence if not _left_open_by_no_one(text, hit, dialogue.tongue)]
    dated = bool(concrete(text, dialogue.tongue))
    found: list[Vague] = []
    precise = asked(dialogue.other.text if dialogue.other else "", dialogue.tongue) in _ABOUT_CHANGE
    if not precise and not _WISH[dialogue.tongue].search(plain(text)):
        evidence = [hit for hit in evidence if hit.id != "open.more"]
    for kind in ("hedge", "open", "loose", "euphemism", "fog"):
        of_kind = _apart([hit for hit in evidence if hit.kind == kind])
        if not of_kind or not _counts(dialogue, stretch, kind, of_kind, dated):
            continue
        weight = sum(hit.weight for hit in of_kind)
        if kind == "open":
            weight += 0.5 * sum(hit.weight for hit in _apart([h for h in evidence if h.kind == "hedge"]))
        if weight >= (_ENOUGH_WHEN_ASKED if precise and kind == "open" else _ENOUGH[kind]):
            name: Kind = "hedged" if kind == "hedge" else kind  # type: ignore[assignment]  # the classes are kinds
            found.append(
                Vague(name, stretch.start + of_kind[0].start, stretch.start + max(hit.end for hit in of_kind), weight)
            )
    if len(found) > 1:  # one light open word beside another kind only colours that kind
        found = [vague for vague in found if vague.kind != "open" or vague.weight >= _OPEN_BESIDE]
    return found


def _left_open_by_no_one(text: str, hit: Hit, tongue: Tongue) -> bool:
    """Whether a figure follows at once, the words tell of one's own past, or only join two sentences."""
    low = plain(text)
    if hit.id.startswith("open.amount") and _FIGURE_NEXT[tongue].match(low[hit.end :]):
        return True
    if hit.id in ("open.must", "open.more") and _OWN_PAST[tongue].search(low):
        return True
    return bool(_OR_ELSE[tongue].search(low[max(0, hit.start - 2) : hit.end]))


def _counts(dialogue: Dialogue, stretch: Clause, kind: str, evidence: list[Hit], dated: bool) -> bool:
    """Whether evidence of this kind says anything at this moment."""
    low = plain(stretch.text)
    match kind:
        case "hedge":
            return True
        case "open":
            return not (dated and _FIGURE[dialogue.tongue].search(low))
        case "loose":
            return not dated and not (
                _THEN[dialogue.tongue].match(low) and concrete(dialogue.last.text[: stretch.start], dialogue.tongue)
            )
        case "euphemism":
            if any(hit.id == "euphemism.leaving" for hit in evidence):
                farewell = dialogue.course in NEWS_COURSES
                return farewell and not said_before(dialogue) and not _says(dialogue)
            return not of_class("decisions", stretch.text, dialogue.tongue, "end", "refuse")
        case _:
            exact = _FIGURE[dialogue.tongue].search(low) and sum(hit.weight for hit in evidence) < _THICK
            return not exact and not _says(dialogue)


def _says(dialogue: Dialogue) -> bool:
    return says_message(dialogue.last.text, dialogue.message, dialogue.tongue, dialogue.signs)


def _apart(found: list[Hit]) -> list[Hit]:
    """Hits that do not overlap, the heaviest first choice, in order of place."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (-hit.weight, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
