"""A clear message: the decision, observation or expectation in one go, with its when or why."""

from __future__ import annotations

import re

from scoring.acknowledgement import acknowledgement
from scoring.apology import apology
from scoring.clauses import Clause, sentences
from scoring.dates import NUMBER, concrete
from scoring.evidence import around, blames, found, heard, move, slips
from scoring.i_message import i_message, observed
from scoring.message import message_index
from scoring.rules import rule
from scoring.slots import asked
from scoring.spelling import plain
from scoring.summary import summary
from scoring.types import NEWS_COURSES, Dialogue, Flag
from scoring.vagueness import vague_stretches
from scoring.words import of_class

_REASON = re.compile(
    r"(?<!\w)(?:omdat|want|reden|daarom|doordat|wegens|vanwege|daarvoor|gaf de doorslag|ging om)(?!\w)"
)
_COUNT = re.compile(
    rf"(?<!\w)(?!een(?!\w)){NUMBER}\s+(?:\w+\s+)?(?:weken|week|maanden|maand|dagen|werkdagen|euro|bruto|procent|"
    rf"keer|uur|"
    rf"jaar)(?!\w)|(?<!\d)20\d\d(?!\d)|\d\.\d{3}"
)


_COUNTED = re.compile(rf"(?<!\w)(?!een(?!\w))(?:{NUMBER}|\w*honderd|\w*duizend)(?!\w)")
_WANTS = re.compile(
    r"(?<!\w)(?:ik (?:wil|verwacht|wens)|(?:wil|verwacht) ik|vraag (?:u|je|jou|jullie))(?!\w)"
    r"(?!\W+(?:even|eerst|niet|geen|je iets|u iets|het (?:met|hebben|over)|met|graag weten|weten|eens|maar|na|aan)"
    r"(?!\w))"
)
_WHAT_YOU_WANT = re.compile(r"(?<!\w)wat (?:wil|wilt|verwacht|vraag|vraagt|moet|zou) (?:je|jij|ge|gij|u|ik)(?!\w)")
_THAT_YOU = re.compile(r"\W*(?:\w+\W+){0,2}?dat (?:je|jij|ge|gij|u|jullie)(?!\w)")
_FROM_NOW = re.compile(r"(?<!\w)(?:voortaan|vanaf|elke|iedere|telkens|eerst)(?!\w)")
_AROUND = ("delay", "no_answer", "shifting")
"""Facts that are told in the place of what the moment asks for."""
_YES_NO = re.compile(r"\W*(?:ja|nee|neen|jawel|zeker|klopt)(?!\w)")
_YOURS = re.compile(r"(?<!\w)(?:je|jij|ge|gij|u|uw|jouw|jullie)(?!\w)")


@rule
def clear_message(dialogue: Dialogue) -> list[Flag]:
    """The trainee said what is decided, seen or expected, and where it applies from when or why."""
    text = heard(dialogue.last)
    if blames(dialogue) or summary(dialogue):
        return []
    vague = vague_stretches(dialogue)
    firm = [s for s in sentences(text) if not any(v.start < s.end and s.start < v.end for v in vague)]
    said_now = message_index(dialogue) == dialogue.turn
    spans = [span for sentence in firm if (span := _decides(dialogue, sentence))]
    detailed = any(_detail(s) for s in firm)
    if spans and detailed:
        return move("clear_message", dialogue, around(text, *spans))
    told = [s for s in firm if _detail(s) and not s.text.rstrip().endswith("?")]
    reacts = bool(acknowledgement(dialogue)) or any(flag.kind in _AROUND for flag in slips(dialogue, "evasiveness"))
    if told and not reacts and ((said_now and not _answers_only(dialogue, text)) or _explains(dialogue, text)):
        return move("clear_message", dialogue, around(text, *((s.start, s.end) for s in told)))
    facts = [s for s in firm if _observes(dialogue, s)]
    if facts and not reacts and not apology(dialogue):
        return move("clear_message", dialogue, around(text, *((s.start, s.end) for s in facts)))
    asks = [s for s in firm if _expects(s) or _wanted(dialogue, s)]
    if asks:
        return move("clear_message", dialogue, around(text, *((s.start, s.end) for s in asks)))
    owned = i_message(dialogue)
    # An I-message about one's own fault is an apology; there is nothing in it that the other must know or do.
    if owned and not vague and not apology(dialogue) and (observed(text) or found("i-message", text, "request")):
        return move("clear_message", dialogue, (owned[0].start, owned[0].end))
    return []


def _decides(dialogue: Dialogue, sentence: Clause) -> tuple[int, int] | None:
    if sentence.text.rstrip().endswith("?"):
        return None
    text = sentence.text
    if found("clear-message", text, "pause"):
        return None
    hits = [*of_class("decisions", text, "end", "refuse", "choose"), *found("clear-message", text, "outright")]
    if hits or _REASON.search(plain(text)) or concrete(text):
        hits += of_class("decisions", text, "own")
    if not hits:
        return None
    said_now = message_index(dialogue) == dialogue.turn
    reasoned = bool(_REASON.search(plain(text)))
    strong = any(
        hit.kind in ("end", "own") or (reasoned and hit.kind in ("refuse", "choose", "outright")) for hit in hits
    )
    if not said_now and not strong:
        return None
    hits.sort(key=lambda hit: hit.start)
    return sentence.start + hits[0].start, sentence.start + hits[-1].end


def _expects(sentence: Clause) -> bool:
    """The speaker asks for something with a number, a day or an hour."""
    text = sentence.text
    if text.rstrip().endswith("?") or found("i-message", text, "vague_request") or found("stuffing", text, "stuffing"):
        return False
    low = plain(text)
    if _WANTS.search(low) and concrete(text):
        return True
    return bool(found("i-message", text, "request") and (concrete(text) or _COUNTED.search(low)))


def _wanted(dialogue: Dialogue, sentence: Clause) -> bool:
    """`Dat je voortaan …` in answer to what the speaker wants, with from when or how often."""
    other = dialogue.other
    if other is None or not _WHAT_YOU_WANT.search(plain(other.text)):
        return False
    low = plain(sentence.text)
    return bool(_THAT_YOU.match(low)) and bool(concrete(sentence.text) or _FROM_NOW.search(low))


def _observes(dialogue: Dialogue, sentence: Clause) -> bool:
    """Something about the other's work that can be checked: a fact, counted, of a named time or of a named whole."""
    text = sentence.text
    promised = found("agreement", text, "i_do", "meet") and concrete(text)
    if text.rstrip().endswith("?") or promised or not found("i-message", text, "fact"):
        return False
    low = plain(text)
    numbers = len(_COUNTED.findall(low))
    about_work = dialogue.course not in NEWS_COURSES
    return numbers + len(concrete(text)) > 1 or bool(numbers and about_work and _YOURS.search(low))


def _answers_only(dialogue: Dialogue, text: str) -> bool:
    """A yes or no with a practical detail, or the end of today's talk."""
    other = dialogue.other
    if found("clear-message", text, "pause"):
        return True
    return other is not None and asked(other.text) is not None and bool(_YES_NO.match(plain(text)))


def _explains(dialogue: Dialogue, text: str) -> bool:
    """An answer to `why` with a reason that holds a number or a day, or that the speaker owns."""
    if dialogue.other is None or asked(dialogue.other.text) != "why":
        return False
    low = plain(text)
    exact = bool(concrete(text) or _COUNTED.search(low) or of_class("decisions", text, "own"))
    return bool(_REASON.search(low)) and exact


def _detail(sentence: Clause) -> bool:
    low = plain(sentence.text)
    return bool(concrete(sentence.text) or _REASON.search(low) or _COUNT.search(low))
