"""An open question: yes or no cannot answer it, and it is no statement in disguise."""

from __future__ import annotations

import re

from scoring.clauses import Clause, is_question, sentences
from scoring.evidence import blames, found, heard, move, slips
from scoring.phase import phase
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import Dialogue, Flag

_NOT_ASKING = ("guess", "shift", "closed", "tag", "echo")
_DODGES = frozenset({"guess", "shifting", "no_answer"})


@rule
def open_question(dialogue: Dialogue) -> list[Flag]:
    """The trainee asked something that yes or no cannot answer.

    A question in the place of an answer, one that makes the other guess the news and one that blames are none, nor is
    small talk before the news.
    """
    text = heard(dialogue.last)
    asked = [sentence for sentence in sentences(text) if _asks(sentence)]
    if not asked or blames(dialogue):
        return []
    if any(flag.kind in _DODGES for flag in slips(dialogue, "evasiveness")):
        return []
    if phase(dialogue) in ("opening", "message") and dialogue.course in ("bad_news", "c4"):
        asked = [sentence for sentence in asked if not found("open-question", sentence.text, "small_talk")]
    if not asked:
        return []
    best = asked[-1]
    start = best.start
    if not best.text.rstrip().endswith("?"):
        start += min(hit.start for hit in found("open-question", best.text, "strong", "wh"))
    return move("open_question", dialogue, (start, best.end))


def _asks(sentence: Clause) -> bool:
    text = sentence.text
    if found("open-question", text, *_NOT_ASKING):
        return False
    if found("open-question", text, "small_talk") and len(text.split()) < 5:
        return False
    marked = text.rstrip("\"'”’) ").endswith("?")
    strong = found("open-question", text, "strong")
    if marked:
        return bool(strong or found("open-question", text, "wh"))
    if re.search(r"[.!…]\W*$", text):
        # "Vertel eens hoe dat ging." asks without a question mark.
        return any(hit.start < 12 and plain(text[hit.start :]).startswith(("vertel", "leg")) for hit in strong)
    return bool(strong) and (is_question(sentence) or strong[-1].end > len(text) // 3)
