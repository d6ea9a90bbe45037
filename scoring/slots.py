"""What kind of answer a question asks for, and whether it came.

An answer is known by what fills the slot: yes or no, a time, a person, a number, a reason, an action. That an answer
repeats the words of the question says nothing (see docs: echoing evasions), so overlap is never evidence by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scoring.clauses import clauses, is_question, sentences
from scoring.dates import concrete
from scoring.forms import form
from scoring.patterns import Pattern
from scoring.speech import speech
from scoring.spelling import plain
from scoring.types import Dialogue, Slot, Tongue
from scoring.words import of_class

_ASKED: tuple[Slot, ...] = ("meaning", "when", "how_many", "who", "why", "what_now", "open")
"""In this order a question is looked at: the more telling form first."""
_ADDRESSED = Pattern("slots.addressed")
"""A question in the form of a statement that still turns to somebody."""
_TAG = Pattern("slots.tag")
_RHETORICAL = Pattern("slots.rhetorical")
_ABOUT = Pattern("slots.about")
"""`En mijn opzeg?` asks something, in a form that does not say what."""
_DECIDES = Pattern("slots.decides")
_YES_OR_NO = Pattern("slots.yes_or_no")
_SOMEBODY = Pattern("slots.somebody")
_VERB_AT_THE_START = Pattern("slots.verb_at_the_start")
_NAMES_IT = Pattern("slots.names_it")
"""An order to give a name, which is a `who`, or an answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with the kind of answer it asks for."""

    slot: Slot
    text: str
    tongue: Tongue


@lru_cache(maxsize=1024)
def questions(text: str, tongue: Tongue) -> tuple[Question, ...]:
    """The questions in `text` that call for an answer, in order; tags and echoes of one or two words are left out."""
    found: list[Question] = []
    spoken = re.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), text)
    for sentence in sentences(spoken):
        low = plain(sentence.text)
        low = re.sub(r"^[a-z]+: ", "", low)
        asks = low.rstrip("\"'”’) ").endswith("?")
        if not asks and not form("told", tongue).search(low):
            continue
        if _RHETORICAL[tongue].match(low):
            continue
        slot = next((slot for slot in _ASKED if form(f"ask_{slot}", tongue).search(low)), None)
        if slot is None:
            if (
                _DECIDES[tongue].search(low)
                or _verb_first(low, tongue)
                or (asks and _ADDRESSED[tongue].search(low) and not _TAG[tongue].search(low))
            ):
                slot = "yes_no"
            elif asks and _ABOUT[tongue].match(low):
                slot = "open"
            elif asks_by_name := _NAMES_IT[tongue].search(low):
                slot = "who" if asks_by_name["who"] else "open"
            else:
                continue
        elif slot == "open" and len(re.findall(r"\w+", low)) < 2:
            continue
        found.append(Question(slot, low, tongue))
    return tuple(found)


def asked(text: str, tongue: Tongue) -> Slot | None:
    """The kind of answer the questions in `text` ask for, or None where nothing is asked.

    Of several questions the last one with a question word counts, else the last one.
    """
    found = questions(text, tongue)
    worded = [question for question in found if question.slot != "yes_no"]
    return (worded or list(found))[-1].slot if found else None


_FOR_YEARS = Pattern("slots.for_years")
_CLOCK = Pattern("slots.clock")
"""An hour of the day is no amount."""
_THAT_YOU = Pattern("slots.that_you")
_DID_YOU = Pattern("slots.did_you")
_I_DID = Pattern("slots.i_did")
_YES_WITHIN = Pattern("slots.yes_within")
"""Yes or no said behind the first words of an answer."""
_OPINION = Pattern("slots.opinion")
"""Asks what is thought of the other: a judgement answers it."""
_NAME = Pattern("slots.name")
_VOCATIVE = Pattern("slots.vocative")
"""The name of the one who is spoken to answers no `who`."""
_REQUEST = Pattern("slots.request")
_WHAT_IF = Pattern("slots.what_if")
_THEN = Pattern("slots.then")
_SHORT = 8
"""So few words without capitals can be a bare answer that a recogniser wrote."""


def answers(dialogue: Dialogue) -> bool:
    """Whether the last utterance fills the slot of one of the questions the avatar just asked.

    True as well when it says openly that it does not know or may not say; True where nothing was asked.
    """
    other = dialogue.other
    if other is None:
        return True
    return any(
        fills(question, dialogue.last.text) for question in questions(other.text, dialogue.tongue)
    ) or not questions(other.text, dialogue.tongue)


@lru_cache(maxsize=2048)
def fills(question: Question, text: str) -> bool:
    """Whether `text` fills the slot of `question`, or says openly that it cannot."""
    told = " ".join(s.text for s in sentences(text) if not is_question(s, question.tongue))
    low = plain(told)
    if not low:
        return False
    if form("refused", question.tongue).search(low) or form("unknown", question.tongue).search(low):
        return True
    match question.slot:
        case "yes_no":
            return _fills_yes_no(question, low)
        case "when":
            return bool(form("time", question.tongue).search(low))
        case "how_many":
            return bool(
                form("number", question.tongue).search(
                    _CLOCK[question.tongue].sub("", _FOR_YEARS[question.tongue].sub("", low))
                )
            )
        case "who":
            unwritten = low == told and len(low.split()) <= _SHORT  # a recogniser wrote no capitals, so no names
            named = _NAME[question.tongue].search(_VOCATIVE[question.tongue].sub("", told))
            return bool(
                form("person", question.tongue).search(low)
                or _SOMEBODY[question.tongue].match(low)
                or named
                or unwritten
            )
        case "why":
            return bool(form("reason", question.tongue).search(low) or _decided(told, question.tongue))
        case "what_now":
            return bool(
                form("action", question.tongue).search(low)
                or form("time", question.tongue).search(low)
                or _THAT_YOU[question.tongue].match(low)
            )
        case _:
            return True


def _verb_first(low: str, tongue: Tongue) -> bool:
    """Whether a question, or what stands after its last comma or colon, begins with a verb."""
    begins = _VERB_AT_THE_START[tongue]
    return bool(begins.match(low) or begins.match(re.split(r"[,:]", low)[-1].strip()))


def _fills_yes_no(question: Question, low: str) -> bool:
    if _YES_OR_NO[question.tongue].match(low) or form("states", question.tongue).search(low):
        return True
    if _REQUEST[question.tongue].match(question.text) and form("action", question.tongue).search(low):
        return True
    if _OPINION[question.tongue].search(question.text) and of_class(
        "blame", low, question.tongue, "blame", "disguised", "negative", "praise"
    ):
        return True
    if _WHAT_IF[question.tongue].match(question.text) and _THEN[question.tongue].match(low):
        return True
    if _DID_YOU[question.tongue].search(question.text) and _I_DID[question.tongue].search(low):
        return True
    if _YES_WITHIN[question.tongue].search(low):
        return True
    for base, verbs in speech(question.tongue).verbs.items():
        if re.search(rf"(?<!\w)(?:{base}|{verbs})(?!\w)", question.text) and re.search(
            rf"(?<!\w)(?:{verbs})(?!\w)", low
        ):
            return True
    return _shares(question.text, low, question.tongue)


def _shares(question: str, low: str, tongue: Tongue) -> bool:
    """Whether one clause of an answer takes up the content words of the question, two where it has them."""
    keys = {w[:6] for w in re.findall(r"\w{5,}", question)}
    enough = min(2, len(keys))
    return bool(keys) and any(
        sum(1 for k in keys if re.search(rf"(?<!\w){re.escape(k)}", plain(c.text))) >= enough
        for c in clauses(low, tongue)
    )


def _decided(text: str, tongue: Tongue) -> bool:
    return bool(of_class("decisions", text, tongue, "end", "refuse"))


def promises(text: str, tongue: Tongue) -> bool:
    """Whether the speaker says what somebody will do, and when."""
    return bool(form("promise", tongue).search(plain(text)) and concrete(text, tongue))
