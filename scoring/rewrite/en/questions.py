"""What is asked in English about words that leave something open. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.questions import Questions
from scoring.spelling import plain

_NOUN = re.compile(
    r"(?:certain|some|a few|various|several|a number of|those|a couple of|one or two|different|other) (?:of (?:the|"
    r"these|those) )?(?P<noun>(?!people\b|days?\b|weeks\b|times\b|ways\b|others\b|us\b|this\b)\w{3,}s)(?!\w)"
)
_MORE = re.compile(
    r"(?:some|bit|little|touch|tad|somewhat|slightly|be|fraction) (?P<more>more often|more|better|quicker|faster|"
    r"earlier|sooner|less|tighter|clearer|tidier|fuller|further|smoother|sharper)(?!\w)"
)
_HOW = {
    "more often": "How often",
    "quicker": "How fast",
    "faster": "How fast",
    "earlier": "At what time",
    "sooner": "How soon",
}


def _which(quote: str) -> str | None:
    found = _NOUN.search(plain(quote))
    return f"Which {found['noun']} exactly?" if found else None


def _how(quote: str) -> str | None:
    found = _MORE.search(plain(quote))
    return f"{_HOW.get(found['more'], 'What')} exactly, and from when?" if found else None


QUESTIONS = Questions(
    which=_which,
    how=_how,
    when=re.compile(
        r"(?<!\w)(?:at some (?:point|stage)|in (?:due course|time|the future|the coming \w+|the longer term)|"
        r"on the longer term|down the (?:line|road)|soon(?:ish)?|eventually|later(?: on)?|one of these days|"
        r"some (?:day|time|evening)|sometime|some time|nearer the time|in the fullness of time|going forward|"
        r"when the (?:dust|moment|time)[\w' ]*|when things [\w ]+|now and then|every so often|over time|"
        r"for a (?:good )?(?:long )?while|here and there|sometimes|occasionally)(?!\w)"
    ),
    when_exactly="When exactly?",
    who=re.compile(r"(?<!\w)(?:somebody|someone|people|they|folks)(?!\w)"),
    who_exactly="Who exactly, and by when?",
    ever=re.compile(r"(?<!\w)(?:always|never|again|every (?:single )?time|constantly|forever|all the time|keep)(?!\w)"),
    last_time="When did that last happen, and what did you see?",
)
