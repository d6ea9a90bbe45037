"""An open question: yes or no cannot answer it, and it is no statement in disguise."""

from __future__ import annotations

import re

from scoring.clauses import Clause, sentences
from scoring.evidence import blames, found, heard, move, slips, stuffed
from scoring.phase import phase
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag

_NOT_ASKING = ("guess", "shift", "closed", "tag", "echo")
_VERB_NEXT = re.compile(
    r"(?:^|(?:^|\s)(?:en|dus|euh|maar|oke|ja|nee|want|dan|nu|nou|zeg|he|vertel|eens)\s)(?:wat|hoe|waar\w*|"
    r"welke?\s\w+)\s"
    r"(?:is|was|zijn|waren|wordt|heb|hebt|heeft|had|kan|kunt|kunnen|zou|zoudt|zouden|moet|moeten|denk|denkt|vind|"
    r"vindt|zie|ziet|"
    r"wil|wilt|doe|doet|deed|ging|gaat|maakt|maakte|betekent|gebeurt|gebeurde|verwacht|helpt|houdt|voel|voelt|"
    r"mist|komt|kwam)(?!\w)"
)
_WHO_WHAT = re.compile(r"\W*(?:(?:en|dus|maar|oke)\W+)?wie (?:\w+ ){1,3}(?:wat|hoe|waarover) .*\?\W*$")
"""`Wie heeft jou wat verteld?` asks for a story."""
_YOUR_GUESS = re.compile(r"(?<!\w)(?:denkt?|dacht|schat) (?:je|jij|ge|gij|u)\W*$")
"""`..., denk je?` before the news makes the other say it."""
_DODGES = frozenset({"guess", "shifting", "no_answer"})


@rule
def open_question(dialogue: Dialogue) -> list[Flag]:
    """The trainee asked something that yes or no cannot answer.

    A question in the place of an answer, one that makes the other guess the news and one that blames are none, nor is
    small talk before the news.
    """
    text = heard(dialogue.last)
    asked = [sentence for sentence in sentences(text) if _asks(sentence)]
    if not asked or blames(dialogue) or stuffed(text):
        return []
    if any(flag.kind in _DODGES for flag in slips(dialogue, "evasiveness")):
        return []
    if phase(dialogue) in ("opening", "message") and dialogue.course in NEWS_COURSES:
        asked = [
            sentence
            for sentence in asked
            if not found("open-question", sentence.text, "small_talk") and not _YOUR_GUESS.search(plain(sentence.text))
        ]
    if not asked:
        return []
    best = asked[-1]
    start = best.start
    if not best.text.rstrip().endswith("?"):
        hits = found("open-question", best.text, "strong", "wh")
        start += min((hit.start for hit in hits), default=0)
    return move("open_question", dialogue, (start, best.end))


def _asks(sentence: Clause) -> bool:
    text = sentence.text
    if _WHO_WHAT.match(plain(text)):
        return True
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
    # Without marks: a question word with its verb behind it. In a statement the verb stands at the end.
    return bool(strong or _VERB_NEXT.search(plain(text)))
