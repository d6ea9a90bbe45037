"""Vagueness: the listener cannot tell what is meant, decided, asked or agreed.

Each phrase of words/nl/vague.yaml is evidence with a weight. The evidence of one stretch of speech is added up; from
on it is a slip, unless the same stretch says what the vague word left open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from personas.types import Kind
from scoring.clauses import Clause, is_question, stretches, unquoted
from scoring.dates import NUMBER, concrete
from scoring.message import said_before, says_message
from scoring.rules import rule
from scoring.slots import asked
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag
from scoring.words import Hit, hits, of_class

_ENOUGH = {"hedge": 0.6, "open": 0.8, "loose": 0.8, "euphemism": 0.8, "fog": 0.8}
"""So much evidence of a class makes a slip."""
_OPEN_BESIDE = 1.2
"""So much open evidence is a kind of its own where another kind is seen in the same stretch."""
_ENOUGH_WHEN_ASKED = 0.5
"""Where the other asked how much, when or what exactly, one open word already leaves the question open."""
_FIGURE = re.compile(r"\d|(?<!\w)(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w+tien|\w+tig)(?!\w)")
_FOR_YOU = re.compile(
    r"(?<!\w)(?:misschien|waarschijnlijk|wellicht|mogelijk)\W+(?:\w+\W+){0,2}?"
    r"(?:je|jij|ge|gij|u|jullie|voelt|voel|klinkt|is dat|is 't|zeg ik)(?!\w)"
    r"|(?<!\w)(?:je|jij|ge|gij|u)\W+(?:\w+\W+){0,2}?(?:misschien|waarschijnlijk|wellicht)(?!\w)"
    r"|(?<!\w)zou(?:dt)?\W+(?:je|jij|ge|gij|u|hij|zij|ze|ik)(?!\w)"
    r"|(?<!\w)(?:je|jij|ge|gij|u|hij|zij|ze|ik)\W+zou(?:dt)?(?!\w)"
    r"|(?<!\w)(?:misschien|wellicht)\W+(?:was|zeg|heb|had|klinkt|voelt|wel\W*$)"
)
"""A careful guess at what only the other can know, or about oneself: this hedge leaves nothing open."""
_THEN = re.compile(r"\W*(?:en\W+)?(?:dan|daar|daarna)(?!\w)")
"""Points back to a moment that was just named."""
_THICK = 1.5
"""From so much fog on, one figure in it makes nothing clear."""
_FIGURE_NEXT = re.compile(rf"\W*(?:of )?{NUMBER}(?!\w)")
_OWN_PAST = re.compile(r"(?<!\w)(?:had|hadden) (?:ik|we|wij)(?!\w)|(?<!\w)(?:ik|we|wij) (?:had|hadden)(?!\w)")
_OR_ELSE = re.compile(r",\W*(?:of |en )?anders(?!\w)")
"""`..., anders moet je` joins two sentences and wants nothing different."""
_GUESSING = ("hedge.adverb", "hedge.modal")
_WISH = re.compile(
    r"(?<!\w)(?:moet|moeten|moest|mag|mogen|kan|kunnen|kunt|wil|willen|wou|wilde|graag|verwacht|hoop|vraag|"
    r"dat (?:je|jij|ge|gij|u|het|'t|ze)|beter|"
    r"probeer|probeert|zou|zouden|gewoon|doe|ga|werk)(?!\w)"
)
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
    if is_question(stretch):
        return []
    text = unquoted(stretch.text)
    guesses = [match.span() for match in _FOR_YOU.finditer(plain(text))]
    evidence = [
        hit
        for hit in hits("vague", text)
        if not (hit.id in _GUESSING and any(start <= hit.start < end for start, end in guesses))
    ]
    if any(hit.kind == "clear" for hit in evidence):
        return []
    evidence = [hit for hit in evidence if not _left_open_by_no_one(text, hit)]
    dated = bool(concrete(text))
    found: list[Vague] = []
    precise = asked(dialogue.other.text if dialogue.other else "") in _ABOUT_CHANGE
    if not precise and not _WISH.search(plain(text)):
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


def _left_open_by_no_one(text: str, hit: Hit) -> bool:
    """Whether a figure follows at once, the words tell of one's own past, or only join two sentences."""
    low = plain(text)
    if hit.id.startswith("open.amount") and _FIGURE_NEXT.match(low[hit.end :]):
        return True
    if hit.id in ("open.must", "open.more") and _OWN_PAST.search(low):
        return True
    return bool(_OR_ELSE.search(low[max(0, hit.start - 2) : hit.end]))


def _counts(dialogue: Dialogue, stretch: Clause, kind: str, evidence: list[Hit], dated: bool) -> bool:
    """Whether evidence of this kind says anything at this moment."""
    low = plain(stretch.text)
    match kind:
        case "hedge":
            return True
        case "open":
            return not (dated and _FIGURE.search(low))
        case "loose":
            return not dated and not (_THEN.match(low) and concrete(dialogue.last.text[: stretch.start]))
        case "euphemism":
            if any(hit.id == "euphemism.leaving" for hit in evidence):
                farewell = dialogue.course in NEWS_COURSES
                return farewell and not said_before(dialogue) and not _says(dialogue)
            return not of_class("decisions", stretch.text, "end", "refuse")
        case _:
            exact = _FIGURE.search(low) and sum(hit.weight for hit in evidence) < _THICK
            return not exact and not _says(dialogue)


def _says(dialogue: Dialogue) -> bool:
    return says_message(dialogue.last.text, dialogue.message, dialogue.signs)


def _apart(found: list[Hit]) -> list[Hit]:
    """Hits that do not overlap, the heaviest first choice, in order of place."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda hit: (-hit.weight, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
