"""What kind of answer a question asks for, and whether it came.

An answer is known by what fills the slot: yes or no, a time, a person, a number, a reason, an action. That an answer
repeats the words of the question says nothing (see docs: echoing evasions), so overlap is never evidence by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from scoring.clauses import clauses, is_question, sentences
from scoring.dates import NUMBER, concrete
from scoring.forms import form, forms, skipped
from scoring.spelling import plain
from scoring.types import Dialogue, Slot
from scoring.words import of_class

_ASKED: tuple[Slot, ...] = ("meaning", "when", "how_many", "who", "why", "what_now", "open")
"""In this order a question is looked at: the more telling form first."""
_ADDRESSED = re.compile(r"^(?!.*\btoch\b)(?=.*\b(?:ik|je|jij|ge|gij|u|jullie|we|wij|mij|me)\b).*(?:\w+\W+){3}")
"""A question in the form of a statement that still turns to somebody."""
_TAG = re.compile(r"(?:^|\W)(?:he|toch|zeker|of wat|nietwaar|niet|wel|ja|nee|of niet soms|begrepen|verstaan)\s*\?$")
_RHETORICAL = re.compile(r"\W*(?:\w+\W+){0,2}?(?:en|maar)? ?(?:ik|jij|gij|wij|u) dan\W*$")
_ABOUT = re.compile(r"\W*(?:\w+\W+){0,3}?(?:en|maar) \w+(?:\W+\w+){0,4}\W*\?")
"""`En mijn opzeg?` asks something, in a form that does not say what."""
_DECIDES = re.compile(r"ja of nee|of niet\s*\?$")


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with the kind of answer it asks for."""

    slot: Slot
    text: str


@lru_cache(maxsize=1024)
def questions(text: str) -> tuple[Question, ...]:
    """The questions in `text` that call for an answer, in order; tags and echoes of one or two words are left out."""
    found: list[Question] = []
    spoken = re.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), text)
    for sentence in sentences(spoken):
        low = plain(sentence.text)
        low = re.sub(r"^[a-z]+: ", "", low)
        asks = low.rstrip("\"'”’) ").endswith("?")
        if not asks and not form("told").search(low):
            continue
        if _RHETORICAL.match(low):
            continue
        slot = next((slot for slot in _ASKED if form(f"ask_{slot}").search(low)), None)
        if slot is None:
            if _DECIDES.search(low) or _verb_first(low) or (asks and _ADDRESSED.search(low) and not _TAG.search(low)):
                slot = "yes_no"
            elif asks and _ABOUT.match(low):
                slot = "open"
            elif "antwoord" in low or "naam" in low:
                slot = "who" if "naam" in low else "open"
            else:
                continue
        elif slot == "open" and len(re.findall(r"\w+", low)) < 2:
            continue
        found.append(Question(slot, low))
    return tuple(found)


def asked(text: str) -> Slot | None:
    """The kind of answer the questions in `text` ask for, or None where nothing is asked.

    Of several questions the last one with a question word counts, else the last one.
    """
    found = questions(text)
    worded = [question for question in found if question.slot != "yes_no"]
    return (worded or list(found))[-1].slot if found else None


_FOR_YEARS = re.compile(r"(?<!\w)(?:al|sinds|na) \w+ (?:jaar|jaren|maanden|weken)(?!\w)")
_CLOCK = re.compile(rf"(?<!\w)om (?:half )?{NUMBER}(?: uur)?(?!\w)")
"""An hour of the day is no amount."""
_THAT_YOU = re.compile(r"\W*(?:\w+\W+){0,2}?dat (?:je|jij|ge|gij|u|jullie|we|wij)(?!\w)")
_DID_YOU = re.compile(r"(?<!\w)(?:heb|hebt|had|hadt) (?:je|jij|ge|gij|u)(?!\w)")
_I_DID = re.compile(r"(?<!\w)(?:ik|'k) (?:heb|had)(?!\w)|(?<!\w)(?:heb|had) (?:ik|'k)(?!\w)")
_YES_WITHIN = re.compile(
    r",\s(?:ja|nee|neen|klopt|inderdaad)\W*(?:$|[.,!])|^\W*(?:\w+\W+){0,2}?van (?:wel|niet)(?!\w)"
    r"|(?<!\w)van (?:wel|niet)\W*$|^\W*wel\W*[.!]"
)
"""Yes or no said behind the first words of an answer."""
_OPINION = re.compile(
    r"(?<!\w)(?:vind|vindt|vond|vinden) (?:je|jij|ge|gij|u|jullie)(?!\w).*(?<!\w)(?:ik|mij|me|mijn)(?!\w)"
)
"""Asks what is thought of the other: a judgement answers it."""
_NAME = re.compile(
    r"(?<=[a-z,:;] )[A-Z][a-zë-]+"
    r"|^(?!(?:Er|De|Het|Dat|Die|Dit|Een|Wij|We|Je|Ge|Men|Daar|Hier|Wat)\b)[A-Z][a-z]+(?= en | \w+t |[.,])"
)
_VOCATIVE = re.compile(
    r"^\W*(?:(?:[Aa]llez|[Zz]eg|[Kk]ijk|[Ll]uister|[Mm]aar|[Gg]oh|[Oo]ch|[Aa]ch|[Bb]ah|[Tt]ja)\W+[A-Z][a-zë-]+,"
    r"|[A-Z][a-zë-]+, (?=(?:gij|ge|jij|je|u|ik|we|wij|dat|'t|het)\s))"
)
"""The name of the one who is spoken to answers no `who`."""
_REQUEST = re.compile(
    r"(?:\w+\W+){0,3}?(?:mag|mogen|kan|kunnen|moet|moeten|zal|zullen|krijg|ga|gaan|en als|als) "
    r"(?:ik|we|wij|je|ge|gij|jij)"
)
_WHAT_IF = re.compile(r"\W*(?:(?:en|maar|wat) )*als(?!\w)")
_THEN = re.compile(r"\W*(?:ja |nee |goh |euh )*(?:dan|daar)(?!\w)")
_SHORT = 8
"""So few words without capitals can be a bare answer that a recogniser wrote."""
_STEMS: dict[str, str] = {
    "moet": "moet|moeten|moest|hoef|hoeft|hoeven",
    "mag": "mag|moogt|mogen|mocht",
    "kan": "kan|kunt|kunnen|kon|lukt|gaat",
    "krijg": "krijg|krijgt|krijgen|kreeg",
    "wil": "wil|wilt|willen|wou|wilde",
    "weet": "weet|wist|weten",
    "ga": "ga|gaat|gaan|ging",
    "vind": "vind|vindt|vinden|vond",
    "blijf": "blijf|blijft|blijven",
    "geldt": "geldt|gelden",
    "klopt": "klopt",
    "was": "was|waren",
    "telt": "telt|tellen",
    "komt": "kom|komt|komen",
    "staat": "sta|staat|stond|stondt",
    "betaal": "betaal|betaalt|betalen",
    "word": "word|wordt|werd",
    "doe": "doe|doet|doen|deed",
    "denk": "denk|denkt|dacht",
    "meen": "meen|meent|gemeend",
    "dreig": "dreig|dreigt|dreigen",
    "sluit": "sluit|sluiten|dicht",
}
"""Verbs of a yes-or-no question and how they come back in an answer."""


def answers(dialogue: Dialogue) -> bool:
    """Whether the last utterance fills the slot of one of the questions the avatar just asked.

    True as well when it says openly that it does not know or may not say; True where nothing was asked.
    """
    other = dialogue.other
    if other is None:
        return True
    return any(fills(question, dialogue.last.text) for question in questions(other.text)) or not questions(other.text)


@lru_cache(maxsize=2048)
def fills(question: Question, text: str) -> bool:
    """Whether `text` fills the slot of `question`, or says openly that it cannot."""
    told = " ".join(s.text for s in sentences(text) if not is_question(s))
    low = plain(told)
    if not low:
        return False
    if form("refused").search(low) or form("unknown").search(low):
        return True
    match question.slot:
        case "yes_no":
            return _fills_yes_no(question, low)
        case "when":
            return bool(form("time").search(low))
        case "how_many":
            return bool(form("number").search(_CLOCK.sub("", _FOR_YEARS.sub("", low))))
        case "who":
            unwritten = low == told and len(low.split()) <= _SHORT  # a recogniser wrote no capitals, so no names
            named = _NAME.search(_VOCATIVE.sub("", told))
            return bool(form("person").search(low) or _somebody().match(low) or named or unwritten)
        case "why":
            return bool(form("reason").search(low) or _decided(told))
        case "what_now":
            return bool(form("action").search(low) or form("time").search(low) or _THAT_YOU.match(low))
        case _:
            return True


@cache
def _yes_or_no() -> re.Pattern[str]:
    """An answer at the start of a turn: `ja` counts unless it only wins time (`ja kijk`, `ja maar`)."""
    yes = rf"(?:ja|jazeker|jawel)(?!\w)(?!\W*(?:{forms()['dodge_after_yes']})(?!\w))"
    return re.compile(rf"{skipped()}(?:{yes}|(?:ja\W+)?(?:{forms()['yes_no']})(?!\w))")


@cache
def _somebody() -> re.Pattern[str]:
    """A person or everybody at the start of a turn."""
    return re.compile(
        rf"{skipped()}(?:ja\W+)?(?:dat (?:was|ben|heb|doe) )?"
        r"(?:(?:ik|wij|we|jij|gij|jullie|allebei)(?!\w)|(?:niemand|iedereen|alle \w+)\W*(?:[.,!]|van|in|behalve|die|$))"
    )


@cache
def _verb_at_the_start() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:en|of|dan|dus|ja|nee|{forms()['skip']})(?!\w)\W*)*(?:{forms()['verb']})\s+'?\w+")


def _verb_first(low: str) -> bool:
    """Whether a question, or what stands after its last comma or colon, begins with a verb."""
    begins = _verb_at_the_start()
    return bool(begins.match(low) or begins.match(re.split(r"[,:]", low)[-1].strip()))


def _fills_yes_no(question: Question, low: str) -> bool:
    if _yes_or_no().match(low) or form("states").search(low):
        return True
    if _REQUEST.match(question.text) and form("action").search(low):
        return True
    if _OPINION.search(question.text) and of_class("blame", low, "blame", "disguised", "negative", "praise"):
        return True
    if _WHAT_IF.match(question.text) and _THEN.match(low):
        return True
    if _DID_YOU.search(question.text) and _I_DID.search(low):
        return True
    if _YES_WITHIN.search(low):
        return True
    for base, verbs in _STEMS.items():
        if re.search(rf"(?<!\w)(?:{base}|{verbs})(?!\w)", question.text) and re.search(
            rf"(?<!\w)(?:{verbs})(?!\w)", low
        ):
            return True
    return _shares(question.text, low)


def _shares(question: str, low: str) -> bool:
    """Whether one clause of an answer takes up the content words of the question, two where it has them."""
    keys = {w[:6] for w in re.findall(r"\w{5,}", question)}
    enough = min(2, len(keys))
    return bool(keys) and any(
        sum(1 for k in keys if re.search(rf"(?<!\w){re.escape(k)}", plain(c.text))) >= enough for c in clauses(low)
    )


def _decided(text: str) -> bool:
    return bool(of_class("decisions", text, "end", "refuse"))


def promises(text: str) -> bool:
    """Whether the speaker says what somebody will do, and when."""
    return bool(form("promise").search(plain(text)) and concrete(text))
