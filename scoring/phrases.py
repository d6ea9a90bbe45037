"""The small language in which word lists are written, made into regular expressions.

Tokens stand apart by spaces. `zaken|dingen` is one of these, `verlof*` has any ending, `*probleempje` any beginning,
`wel?` may be missing, `[you]` is a group from groups.yaml, `..` is a gap of at most three words, `...` of at most
seven; a gap never leaves the sentence. `^` at the front pins the phrase to the start of a sentence (fillers may come
first), `$` at the end to its end. Matching is done on `scoring.spelling.plain` text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

SEPARATOR = r"[^\w.!?;:…]+"
"""What may stand between two words of a phrase: space, commas, quotes, but no end of a sentence."""
_GAPS = {"..": 3, "...": 7}
FILLERS = (
    r"(?:(?:ja|jaja|nee|nou|wel|goh|awel|euh|uh|eh|ehm|euhm|mm|tja|bwa|bah|ach|och|allez|allee|amai|kijk|zeg|oke|oei|zo|"
    r"maar|en|hm|hmm|hoor|he|bon|dus|want|eerlijk|gezegd|eigenlijk|joh|ah|aha|voila|enfin|soit|luister|kom|man|jongen)[\s,.!…-]+){0,4}?"
)
"""Small words that may come before the start of a sentence proper."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One compiled phrase; `needs` is a string without which it cannot match."""

    pattern: re.Pattern[str]
    needs: str


def compile_phrase(phrase: str, groups: Mapping[str, str] | None = None) -> Phrase:
    """The regular expression of one phrase. Raises ValueError for an unknown group or an empty phrase."""
    groups = groups or {}
    tokens = phrase.split()
    starts = bool(tokens) and tokens[0] == "^"
    ends = bool(tokens) and tokens[-1] == "$"
    tokens = [token for token in tokens if token not in ("^", "$")]
    if not tokens:
        raise ValueError(f"expected words in the phrase {phrase!r}")
    pattern = ""
    needs = ""
    open_gap = True  # nothing needs a separator before the first word
    for token in tokens:
        if token in _GAPS:
            pattern += rf"(?:{SEPARATOR}\w+){{0,{_GAPS[token]}}}?"
            continue
        optional = token.endswith("?") and len(token) > 1
        body = token.removesuffix("?") if optional else token
        word = "|".join(_alternative(part, groups, phrase) for part in _split(body))
        lead = "" if open_gap else SEPARATOR
        if optional:
            pattern += rf"(?:{lead}(?:{word})(?!\w))?" if lead else rf"(?:(?:{word})(?!\w){SEPARATOR})?"
            continue
        pattern += rf"{lead}(?:{word})(?!\w)"
        open_gap = False
        if "|" not in body and "[" not in body and len(body.strip("*")) > len(needs):
            needs = body.strip("*")
    head = rf"(?:^|(?<=[.!?…:;\n])|(?<=[.!?…:;\n]\s))\W*{FILLERS}" if starts else r"(?<!\w)"
    tail = r"(?=[\s,]*(?:[.!?…:;]|$))" if ends else ""
    return Phrase(re.compile(rf"{head}(?P<words>{pattern}){tail}"), needs)


def _split(body: str) -> list[str]:
    return [part for part in body.split("|") if part]


def _alternative(part: str, groups: Mapping[str, str], phrase: str) -> str:
    if part.startswith("[") and part.endswith("]"):
        name = part[1:-1]
        if name not in groups:
            raise ValueError(f"expected a group of groups.yaml, got [{name}] in {phrase!r}")
        return "|".join(_alternative(inner, groups, phrase) for inner in _split(groups[name]))
    head = r"\w*" if part.startswith("*") else ""
    tail = r"\w*" if part.endswith("*") else ""
    return head + re.escape(part.strip("*")).replace("_", SEPARATOR) + tail
