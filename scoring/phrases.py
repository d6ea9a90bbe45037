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
from functools import cache

from scoring.speech import Speech

_RUN = 30
"""So many marks and spaces at most between two words: an endless run of them costs no time."""
SEPARATOR = rf"[^\w.!?;:…]{{1,{_RUN}}}"
"""What may stand between two words of a phrase: space, commas, quotes, but no end of a sentence."""
_GAPS = {"..": 3, "...": 7}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase, compiled when a text first holds one of the words it needs."""

    source: str
    """Its regular expression."""
    words: frozenset[str]
    """Without one of these words, or a word with one of `pieces` in it, it cannot match."""
    pieces: frozenset[str]

    def compile(self) -> None:
        """Does now what the first text that holds its words would wait for."""
        _compiled(self.source)

    def spans(self, low: str) -> list[tuple[int, int]]:
        """Where it stands in `low`, a text in `plain` spelling; fillers before a sentence start are left out."""
        return [match.span("words") for match in _compiled(self.source).finditer(low)]


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def read_phrase(phrase: str, groups: Mapping[str, str], spoken: Speech) -> Phrase:
    """One phrase of a word list. Raises ValueError for an unknown group or a phrase without words."""
    tokens = phrase.split()
    starts = bool(tokens) and tokens[0] == "^"
    ends = bool(tokens) and tokens[-1] == "$"
    tokens = [token for token in tokens if token not in ("^", "$")]
    if not any(token not in _GAPS for token in tokens):
        raise ValueError(f"expected words in the phrase {phrase!r}")
    pattern = ""
    needs: list[str] = []
    first = True  # nothing needs a separator before the first word
    for token in tokens:
        if token in _GAPS:
            pattern += rf"(?:{SEPARATOR}\w+){{0,{_GAPS[token]}}}?"
            continue
        optional = token.endswith("?") and len(token) > 1
        parts = _members(token.removesuffix("?"), groups, phrase)
        word = "|".join(_alternative(part, spoken) for part in parts)
        if optional:
            pattern += rf"(?:(?:{word})(?!\w){SEPARATOR})?" if first else rf"(?:{SEPARATOR}(?:{word})(?!\w))?"
            continue
        pattern += rf"{'' if first else SEPARATOR}(?:{word})(?!\w)"
        first = False
        needs = max(needs, [form for part in parts for form in spoken.shortened.get(part, (part,))], key=_telling)
    head = rf"(?:^|(?<=[.!?…:;\n])|(?<=[.!?…:;\n]\s))\W{{0,{_RUN}}}{spoken.before()}" if starts else r"(?<!\w)"
    tail = r"(?=[\s,]*(?:[.!?…:;]|$))" if ends else ""
    return Phrase(
        rf"{head}(?P<words>{pattern}){tail}",
        frozenset(_first_word(need) for need in needs if "*" not in need),
        frozenset(need.strip("*") for need in needs if "*" in need),
    )


def _telling(needs: list[str]) -> float:
    """How well these words sift: long ones, and not too many."""
    return min(len(need.strip("*").split("_")[0]) for need in needs) - len(needs) / 20 if needs else -100.0


def _first_word(need: str) -> str:
    found = re.search(r"\w+", need.split("_")[0])
    assert found, f"expected a word, got {need!r}"
    return found[0]


def _members(body: str, groups: Mapping[str, str], phrase: str) -> list[str]:
    found: list[str] = []
    for part in body.split("|"):
        if part.startswith("[") and part.endswith("]"):
            if part[1:-1] not in groups:
                raise ValueError(f"expected a group of groups.yaml, got {part} in {phrase!r}")
            found += _members(groups[part[1:-1]], groups, phrase)
        elif part:
            found.append(part)
    return found


def _alternative(part: str, spoken: Speech) -> str:
    if part in spoken.shortened:
        return "|".join(map(re.escape, spoken.shortened[part]))
    head = r"\w*" if part.startswith("*") else ""
    tail = r"\w*" if part.endswith("*") else ""
    return head + re.escape(part.strip("*")).replace("_", SEPARATOR) + tail
