"""A clear message: the decision, observation or expectation in one go, with its when or why."""

from __future__ import annotations

import re

from scoring.clauses import Clause, sentences
from scoring.dates import NUMBER, concrete
from scoring.evidence import around, blames, found, heard, move
from scoring.i_message import i_message, observed
from scoring.message import message_index
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import Dialogue, Flag
from scoring.vagueness import vague_stretches
from scoring.words import of_class

_REASON = re.compile(
    r"(?<!\w)(?:omdat|want|reden|daarom|doordat|wegens|vanwege|daarvoor|door|zodat|gaf de doorslag|ging om)(?!\w)"
)
_COUNT = re.compile(
    rf"(?<!\w){NUMBER}\s+(?:\w+\s+)?(?:weken|week|maanden|maand|dagen|werkdagen|euro|bruto|procent|keer|uur|jaar)(?!\w)|(?<!\d)20\d\d(?!\d)|\d\.\d{3}"
)


_COUNTED = re.compile(rf"(?<!\w)(?!een(?!\w)){NUMBER}(?!\w)")
_YOURS = re.compile(r"(?<!\w)(?:je|jij|ge|gij|u|uw|jouw|jullie)(?!\w)")


@rule
def clear_message(dialogue: Dialogue) -> list[Flag]:
    """The trainee said what is decided, seen or expected, and where it applies from when or why."""
    text = heard(dialogue.last)
    if blames(dialogue):
        return []
    vague = vague_stretches(dialogue)
    firm = [s for s in sentences(text) if not any(v.start < s.end and s.start < v.end for v in vague)]
    spans = [span for sentence in firm if (span := _decides(dialogue, sentence))]
    detailed = any(_detail(s) for s in firm)
    if spans and detailed:
        return move("clear_message", dialogue, around(text, *spans))
    facts = [s for s in firm if _observes(s)]
    if facts:
        return move("clear_message", dialogue, around(text, *((s.start, s.end) for s in facts)))
    owned = i_message(dialogue)
    checkable = observed(text) or (found("i-message", text, "request") and any(concrete(s.text) for s in firm))
    if owned and checkable and not vague:
        return move("clear_message", dialogue, (owned[0].start, owned[0].end))
    return []


def _decides(dialogue: Dialogue, sentence: Clause) -> tuple[int, int] | None:
    if sentence.text.rstrip().endswith("?"):
        return None
    text = sentence.text
    if found("clear-message", text, "pause"):
        return None
    hits = [*of_class("decisions", text, "end", "refuse", "choose"), *found("clear-message", text, "outright")]
    if _REASON.search(plain(text)):
        hits += of_class("decisions", text, "own")
    if not hits:
        return None
    said_now = message_index(dialogue) == dialogue.turn
    strong = any(hit.kind in ("end", "own") or hit.id == "outright" for hit in hits)
    if not said_now and not strong:
        return None
    hits.sort(key=lambda hit: hit.start)
    return sentence.start + hits[0].start, sentence.start + hits[-1].end


def _observes(sentence: Clause) -> bool:
    """Something about the other's work that can be checked: a fact, counted, of a named time or of a named whole."""
    text = sentence.text
    if text.rstrip().endswith("?") or not found("i-message", text, "fact"):
        return False
    low = plain(text)
    return bool(_COUNTED.search(low) and _YOURS.search(low) and concrete(text))


def _detail(sentence: Clause) -> bool:
    low = plain(sentence.text)
    return bool(concrete(sentence.text) or _REASON.search(low) or _COUNT.search(low))
