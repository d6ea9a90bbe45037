"""An open question: yes or no cannot answer it, and it is no statement in disguise."""

from __future__ import annotations

import re

from scoring.clauses import Clause, sentences
from scoring.evidence import blames, found, heard, move, slips, stuffed
from scoring.patterns import Pattern
from scoring.phase import phase
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag, Tongue

_NOT_ASKING = ("guess", "shift", "closed", "tag", "echo")
_TELL_ME = Pattern("open_question.tell_me")
_VERB_NEXT = Pattern("open_question.verb_next")
_WHO_WHAT = Pattern("open_question.who_what")
"""`Wie heeft jou wat verteld?` asks for a story."""
_YOUR_GUESS = Pattern("open_question.your_guess")
"""`..., denk je?` before the news makes the other say it."""
_DODGES = frozenset({"guess", "shifting", "no_answer"})


@rule
def open_question(dialogue: Dialogue) -> list[Flag]:
    """The trainee asked something that yes or no cannot answer.

    A question in the place of an answer, one that makes the other guess the news and one that blames are none, nor is
    small talk before the news.
    """
    text = heard(dialogue.last)
    asked = [sentence for sentence in sentences(text) if _asks(sentence, dialogue.tongue)]
    if not asked or blames(dialogue) or stuffed(text, dialogue.tongue):
        return []
    if any(flag.kind in _DODGES for flag in slips(dialogue, "evasiveness")):
        return []
    if phase(dialogue) in ("opening", "message") and dialogue.course in NEWS_COURSES:
        asked = [
            sentence
            for sentence in asked
            if not found("open-question", sentence.text, dialogue.tongue, "small_talk")
            and not _YOUR_GUESS[dialogue.tongue].search(plain(sentence.text))
        ]
    if not asked:
        return []
    best = asked[-1]
    start = best.start
    if not best.text.rstrip().endswith("?"):
        hits = found("open-question", best.text, dialogue.tongue, "strong", "wh")
        start += min((hit.start for hit in hits), default=0)
    return move("open_question", dialogue, (start, best.end))


def _asks(sentence: Clause, tongue: Tongue) -> bool:
    text = sentence.text
    if _WHO_WHAT[tongue].match(plain(text)):
        return True
    if found("open-question", text, tongue, *_NOT_ASKING):
        return False
    if found("open-question", text, tongue, "small_talk") and len(text.split()) < 5:
        return False
    marked = text.rstrip("\"'”’) ").endswith("?")
    strong = found("open-question", text, tongue, "strong")
    if marked:
        return bool(strong or found("open-question", text, tongue, "wh"))
    if re.search(r"[.!…]\W*$", text):
        # "Vertel eens hoe dat ging." asks without a question mark.
        return any(hit.start < 12 and _TELL_ME[tongue].match(plain(text[hit.start :])) for hit in strong)
    # Without marks: a question word with its verb behind it. In a statement the verb stands at the end.
    return bool(strong or _VERB_NEXT[tongue].search(plain(text)))
