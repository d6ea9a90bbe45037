"""A clear message: the decision, observation or expectation in one go, with its when or why."""

from __future__ import annotations

from scoring.acknowledgement import acknowledgement
from scoring.apology import apology
from scoring.clauses import Clause, sentences
from scoring.dates import concrete
from scoring.evidence import around, blames, found, heard, move, slips
from scoring.i_message import i_message, observed
from scoring.message import message_index
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.slots import asked
from scoring.spelling import plain
from scoring.summary import summary
from scoring.types import NEWS_COURSES, Dialogue, Flag, Tongue
from scoring.vagueness import vague_stretches
from scoring.words import of_class

_REASON = Pattern("clear_message.reason")
_COUNT = Pattern("clear_message.count")


_COUNTED = Pattern("clear_message.counted")
_WANTS = Pattern("clear_message.wants")
_WHAT_YOU_WANT = Pattern("clear_message.what_you_want")
_THAT_YOU = Pattern("clear_message.that_you")
_FROM_NOW = Pattern("clear_message.from_now")
_AROUND = ("delay", "no_answer", "shifting")
"""Facts that are told in the place of what the moment asks for."""
_YES_NO = Pattern("clear_message.yes_no")
_YOURS = Pattern("clear_message.yours")


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
    detailed = any(_detail(s, dialogue.tongue) for s in firm)
    if spans and detailed:
        return move("clear_message", dialogue, around(text, *spans))
    told = [s for s in firm if _detail(s, dialogue.tongue) and not s.text.rstrip().endswith("?")]
    reacts = bool(acknowledgement(dialogue)) or any(flag.kind in _AROUND for flag in slips(dialogue, "evasiveness"))
    if told and not reacts and ((said_now and not _answers_only(dialogue, text)) or _explains(dialogue, text)):
        return move("clear_message", dialogue, around(text, *((s.start, s.end) for s in told)))
    facts = [s for s in firm if _observes(dialogue, s)]
    if facts and not reacts and not apology(dialogue):
        return move("clear_message", dialogue, around(text, *((s.start, s.end) for s in facts)))
    asks = [s for s in firm if _expects(s, dialogue.tongue) or _wanted(dialogue, s)]
    if asks:
        return move("clear_message", dialogue, around(text, *((s.start, s.end) for s in asks)))
    owned = i_message(dialogue)
    # An I-message about one's own fault is an apology; there is nothing in it that the other must know or do.
    if (
        owned
        and not vague
        and not apology(dialogue)
        and (observed(text, dialogue.tongue) or found("i-message", text, dialogue.tongue, "request"))
    ):
        return move("clear_message", dialogue, (owned[0].start, owned[0].end))
    return []


def _decides(dialogue: Dialogue, sentence: Clause) -> tuple[int, int] | None:
    if sentence.text.rstrip().endswith("?"):
        return None
    text = sentence.text
    if found("clear-message", text, dialogue.tongue, "pause"):
        return None
    hits = [
        *of_class("decisions", text, dialogue.tongue, "end", "refuse", "choose"),
        *found("clear-message", text, dialogue.tongue, "outright"),
    ]
    if hits or _REASON[dialogue.tongue].search(plain(text)) or concrete(text, dialogue.tongue):
        hits += of_class("decisions", text, dialogue.tongue, "own")
    if not hits:
        return None
    said_now = message_index(dialogue) == dialogue.turn
    reasoned = bool(_REASON[dialogue.tongue].search(plain(text)))
    strong = any(
        hit.kind in ("end", "own") or (reasoned and hit.kind in ("refuse", "choose", "outright")) for hit in hits
    )
    if not said_now and not strong:
        return None
    hits.sort(key=lambda hit: hit.start)
    return sentence.start + hits[0].start, sentence.start + hits[-1].end


def _expects(sentence: Clause, tongue: Tongue) -> bool:
    """The speaker asks for something with a number, a day or an hour."""
    text = sentence.text
    if (
        text.rstrip().endswith("?")
        or found("i-message", text, tongue, "vague_request")
        or found("stuffing", text, tongue, "stuffing")
    ):
        return False
    low = plain(text)
    if _WANTS[tongue].search(low) and concrete(text, tongue):
        return True
    return bool(
        found("i-message", text, tongue, "request") and (concrete(text, tongue) or _COUNTED[tongue].search(low))
    )


def _wanted(dialogue: Dialogue, sentence: Clause) -> bool:
    """`Dat je voortaan …` in answer to what the speaker wants, with from when or how often."""
    other = dialogue.other
    if other is None or not _WHAT_YOU_WANT[dialogue.tongue].search(plain(other.text)):
        return False
    low = plain(sentence.text)
    return bool(_THAT_YOU[dialogue.tongue].match(low)) and bool(
        concrete(sentence.text, dialogue.tongue) or _FROM_NOW[dialogue.tongue].search(low)
    )


def _observes(dialogue: Dialogue, sentence: Clause) -> bool:
    """Something about the other's work that can be checked: a fact, counted, of a named time or of a named whole."""
    text = sentence.text
    promised = found("agreement", text, dialogue.tongue, "i_do", "meet") and concrete(text, dialogue.tongue)
    if text.rstrip().endswith("?") or promised or not found("i-message", text, dialogue.tongue, "fact"):
        return False
    low = plain(text)
    numbers = len(_COUNTED[dialogue.tongue].findall(low))
    about_work = dialogue.course not in NEWS_COURSES
    return numbers + len(concrete(text, dialogue.tongue)) > 1 or bool(
        numbers and about_work and _YOURS[dialogue.tongue].search(low)
    )


def _answers_only(dialogue: Dialogue, text: str) -> bool:
    """A yes or no with a practical detail, or the end of today's talk."""
    other = dialogue.other
    if found("clear-message", text, dialogue.tongue, "pause"):
        return True
    return (
        other is not None
        and asked(other.text, dialogue.tongue) is not None
        and bool(_YES_NO[dialogue.tongue].match(plain(text)))
    )


def _explains(dialogue: Dialogue, text: str) -> bool:
    """An answer to `why` with a reason that holds a number or a day, or that the speaker owns."""
    if dialogue.other is None or asked(dialogue.other.text, dialogue.tongue) != "why":
        return False
    low = plain(text)
    exact = bool(
        concrete(text, dialogue.tongue)
        or _COUNTED[dialogue.tongue].search(low)
        or of_class("decisions", text, dialogue.tongue, "own")
    )
    return bool(_REASON[dialogue.tongue].search(low)) and exact


def _detail(sentence: Clause, tongue: Tongue) -> bool:
    low = plain(sentence.text)
    return bool(concrete(sentence.text, tongue) or _REASON[tongue].search(low) or _COUNT[tongue].search(low))
