"""Whether, and where, the message of the talk was said."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.clauses import Clause, is_question, sentences
from scoring.patterns import Pattern
from scoring.speech import speech
from scoring.spelling import plain
from scoring.types import Dialogue, Tongue
from scoring.words import hits, of_class

_WORD = re.compile(r"\w+")
_NO = Pattern("message.no")
_HEDGED = Pattern("message.hedged")
_ABOUT_WORDS = Pattern("message.about_words")
"""A guess at what the other heard or feels, or about one's own wording: no doubt about the message."""
_NOT_YOU = Pattern("message.not_you")
_NAME = re.compile(r"(?<=[\w,] )[A-Z][a-zà-ÿ]+")
_CHOSEN = Pattern("message.chosen")
_CARRIES_NO_THING = Pattern("message.carries_no_thing")
_NEGATES = Pattern("message.negates")
_NOT_YET = Pattern("message.not_yet")
"""Words of a sentence that only talks about it."""
_MONTH_OR_DAY = Pattern("message.month_or_day")
_SHORT = 3
_LONG = 4
_TURN = Pattern("message.turn")
_YES = Pattern("message.yes")


@lru_cache(maxsize=1024)
def message_index(dialogue: Dialogue) -> int | None:
    """The index of the trainee's utterance in which the message was first said in clear words, or None."""
    for index, utterance in enumerate(dialogue.utterances):
        if utterance.speaker != "trainee":
            continue
        if says_message(utterance.text, dialogue.message, dialogue.tongue, dialogue.signs):
            return index
        other = dialogue.utterances[index - 1] if index else None
        if (
            other is not None
            and other.speaker == "avatar"
            and _YES[dialogue.tongue].match(plain(utterance.text))
            and any(
                is_question(s, dialogue.tongue) and _holds(s, dialogue.message, dialogue.tongue)
                for s in sentences(other.text)
            )
        ):
            return index
    return None


def message_said(dialogue: Dialogue) -> bool:
    """Whether the message was said, the last utterance included."""
    return message_index(dialogue) is not None


def said_before(dialogue: Dialogue) -> bool:
    """Whether the message had been said before the last utterance."""
    index = message_index(dialogue)
    return index is not None and index < dialogue.turn


def touches(text: str, message: str, tongue: Tongue) -> bool:
    """Whether `text` holds a word by which `message` is known."""
    return _shared(text, _keys(message, tongue)) > 0


@lru_cache(maxsize=2048)
def says_message(text: str, message: str, tongue: Tongue, signs: tuple[tuple[str, ...], ...] = ()) -> bool:
    """Whether `text` says `message` in words that leave no doubt.

    With `signs`, one word of each group must be heard. Without, the kind of decision that the message holds must be
    in one sentence, or its names and dates with a plain yes or no.
    """
    plainly = [
        part
        for s in sentences(text)
        if not is_question(s, tongue)
        for part in _parts(s, tongue)
        if not _veiled(part, tongue)
    ]
    if signs:
        heard = _WORD.findall(plain(" ".join(sentence.text for sentence in plainly)))
        return all(any(_has(heard, sign) for sign in group) for group in signs)
    return any(_holds(sentence, message, tongue) for sentence in plainly)


def _parts(sentence: Clause, tongue: Tongue) -> list[Clause]:
    """What stands before and after a colon or `maar`: a doubt on one side leaves the other side as it is."""
    ends = [mark.end() for mark in _TURN[tongue].finditer(plain(sentence.text))]
    starts = [0, *ends]
    return [
        Clause(sentence.start + start, sentence.start + end, sentence.text[start:end])
        for start, end in zip(starts, [*ends, len(sentence.text)], strict=True)
        if end > start
    ]


def _veiled(sentence: Clause, tongue: Tongue) -> bool:
    """Whether a sentence takes back what it says, or only says goodbye in a flowery way."""
    low = plain(sentence.text)
    if _HEDGED[tongue].search(_ABOUT_WORDS[tongue].sub(" ", low)):
        return True
    flowery = any(hit.id == "euphemism.leaving" for hit in hits("vague", sentence.text, tongue))
    return flowery and not of_class("decisions", sentence.text, tongue, "end", "refuse")


def _holds(sentence: Clause, message: str, tongue: Tongue) -> bool:
    """Whether the words of one sentence, statement or question, are those of the message."""
    kinds = {hit.kind for hit in hits("decisions", message, tongue)} & {"end", "refuse", "choose"}
    keys = _keys(message, tongue)
    if kinds and _decides(sentence, kinds, keys, tongue):
        return True
    if "choose" in kinds and _CHOSEN[tongue].search(plain(sentence.text)):
        words = sentence.text.split()
        if any(name in (word.strip(".,!:;") for word in words) for name in _NAME.findall(message)):
            return True
    if _NEGATES[tongue].search(plain(message)) and _takes_away(sentence, message, tongue):
        return True
    return _shared(sentence.text, keys) >= max(2, (len(keys) + 1) // 2)


def _takes_away(sentence: Clause, message: str, tongue: Tongue) -> bool:
    """Whether a sentence says of the thing the message is about that it is not there or gone."""
    low = plain(sentence.text)
    if not _NEGATES[tongue].search(low) or _NOT_YET[tongue].search(low):
        return False
    things = {
        w
        for w in _WORD.findall(plain(re.split(r"[;:,]", message)[0]))
        if len(w) > _SHORT and w not in speech(tongue).unknown
    }
    things -= {w for w in things if _MONTH_OR_DAY[tongue].fullmatch(w)}
    things -= {w for w in things if _NEGATES[tongue].fullmatch(w) or _CARRIES_NO_THING[tongue].match(w)}
    return any(_alike(word, thing) for word in _WORD.findall(low) for thing in things)


def _alike(word: str, thing: str) -> bool:
    """Whether two words name the same thing: `wagen` and `bedrijfswagen`, `bonus` and `bonussen`."""
    if len(word) <= _SHORT:
        return False
    return (
        word == thing or (len(word) > _LONG and thing.endswith(word)) or (len(thing) > _LONG and word.startswith(thing))
    )


def _decides(sentence: Clause, kinds: set[str], keys: frozenset[str], tongue: Tongue) -> bool:
    found = {hit.kind for hit in of_class("decisions", sentence.text, tongue, "end", "refuse", "choose")}
    if found & kinds:
        return True
    if "choose" in kinds and "refuse" in found and _NOT_YOU[tongue].search(plain(sentence.text)):
        return True
    return (
        bool(kinds & {"refuse", "choose"})
        and bool(found or _NO[tongue].search(plain(sentence.text)))
        and _shared(sentence.text, keys) > 0
    )


def _keys(message: str, tongue: Tongue) -> frozenset[str]:
    return frozenset(
        word[:7]
        for word in _WORD.findall(plain(message))
        if (len(word) > 4 and word not in speech(tongue).unknown) or word.isdigit()
    )


def _shared(text: str, keys: frozenset[str]) -> int:
    words = _WORD.findall(plain(text))
    return sum(1 for key in keys if any(word.startswith(key) for word in words))


def _has(heard: list[str], sign: str) -> bool:
    parts = plain(sign).split()
    return any(
        all(w.startswith(p[:-1]) if p.endswith("*") else w == p for p, w in zip(parts, heard[i:], strict=False))
        for i in range(len(heard) - len(parts) + 1)
    )
