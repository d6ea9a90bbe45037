"""An acknowledgement: the other's feeling or situation is named, or given room, and not taken back with `but`."""

from __future__ import annotations

from itertools import zip_longest

from scoring.agreement import fixed
from scoring.clauses import Clause, is_question, sentences
from scoring.evidence import around, blames, echo, found, heard, move, stuffed
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.spelling import plain
from scoring.summary import summary
from scoring.types import Dialogue, Flag

_ENOUGH = 0.9
_FEW = 8
"""In a sentence of so few words, one word of the other stands for itself."""
_BUT = Pattern("acknowledgement.but")
_REFLECTS = Pattern("acknowledgement.reflects")
"""A sentence about the other that is no instruction, permission or promise."""
_OF_NEWS = Pattern("acknowledgement.of_news")
_OWN = Pattern("acknowledgement.own")
_TAKEN_UP = Pattern("acknowledgement.taken_up")
"""A sentence that says nothing of oneself and asks nothing, so that words of the other in it stand for themselves."""
_YOU = Pattern("acknowledgement.you")


@rule
def acknowledgement(dialogue: Dialogue) -> list[Flag]:
    """The trainee named what this means for the other, in words for this person.

    A feeling named or the weight of the news is enough; a situation needs words of the other beside it. Formulas
    such as "ik begrijp het" weigh little, and what is taken back with `maar` weighs nothing.
    """
    text = heard(dialogue.last)
    if dialogue.other is None or blames(dialogue) or summary(dialogue) or stuffed(text, dialogue.tongue):
        return []
    parts = sentences(text)
    spans = [
        span
        for part, after in zip_longest(parts, parts[1:])
        if not (after and _BUT[dialogue.tongue].match(plain(after.text))) and (span := _names(dialogue, part))
    ]
    if not spans:
        return []
    return move("acknowledgement", dialogue, around(text, *spans))


def _names(dialogue: Dialogue, sentence: Clause) -> tuple[int, int] | None:
    text = sentence.text
    if is_question(sentence, dialogue.tongue):
        return None
    if fixed(sentence, dialogue.tongue):
        return None
    if (
        _OF_NEWS[dialogue.tongue].search(plain(text))
        or found("acknowledgement", text, dialogue.tongue, "against")
        or found("boundary", text, dialogue.tongue, "turn")
    ):
        return None
    good = found(
        "acknowledgement",
        text,
        dialogue.tongue,
        "feeling",
        "weight",
        "situation",
        "seen",
        "specific",
        "formula",
        "room",
    )
    back = found("acknowledgement", text, dialogue.tongue, "back")
    good = tuple(hit for hit in good if not any(0 <= b.start - hit.end < 60 for b in back))
    kinds = {hit.kind for hit in good}
    alike = min(2, echo(dialogue, text))
    taken_up = echo(dialogue, text, back=1) if _TAKEN_UP[dialogue.tongue].match(plain(text)) else 0
    about_you = bool(_YOU[dialogue.tongue].search(plain(text)))
    weight = (
        1.0 * ("feeling" in kinds)
        + 0.9 * ("weight" in kinds)
        + 0.5 * ("situation" in kinds)
        + 0.2 * ("formula" in kinds)
        + 0.6 * ("room" in kinds)
        + 0.25 * alike * bool(kinds - {"room"} or about_you)
        + 0.2 * (about_you and alike > 0)
        + 0.45 * ("seen" in kinds)
        + 0.3 * ("specific" in kinds)
        + 0.3 * (alike > 0 and _tells(dialogue) and bool(_REFLECTS[dialogue.tongue].match(plain(text))))
        + 0.2 * (about_you and _tells(dialogue))
        + 0.9 * (taken_up > 1 and _tells(dialogue))
        + 0.4 * (taken_up == 1 and len(text.split()) <= _FEW and _tells(dialogue))
    )
    if kinds <= {"formula", "specific"} and found("acknowledgement", text, dialogue.tongue, "wish"):
        return None
    if found("apology", text, dialogue.tongue, "fault") and not kinds & {"feeling", "weight"}:
        return None
    if weight < _ENOUGH or not (kinds or _tells(dialogue)):
        return None
    return (sentence.start + good[0].start, sentence.start + good[-1].end) if good else (sentence.start, sentence.end)


def _tells(dialogue: Dialogue) -> bool:
    """Whether the other told something of their own and asked nothing."""
    other = dialogue.other
    return other is not None and "?" not in other.text and bool(_OWN[dialogue.tongue].search(plain(other.text)))
