"""What was said in English, without the words that make it smaller. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.wording import without
from scoring.spelling import plain

_HEDGE = re.compile(
    r"(?<!\w)(?:maybe|perhaps|possibly|potentially|probably|presumably|conceivably|arguably|somewhat|slightly|"
    r"basically|essentially|sort of|kind of|a little bit|a bit|a little|a tad|a touch|more or less|in a way|"
    r"as it were|so to speak|if you like|in theory|in principle|at some level|i think|i guess|i suppose|i'd say|"
    r"i would say|i'd imagine|i would imagine|i want to say|i reckon|shall we say|you could say|normally|ideally|"
    r"almost|a wee bit|a small bit)(?!\w),?\s*",
    re.I,
)
HEDGES = re.compile(
    _HEDGE.pattern.removesuffix(r",?\s*")
    + r"|(?<!\w)(?:might|could|may|would|seems?|appears?|it's possible|not sure)(?!\w)",
    re.I,
)
_COULD_BE = re.compile(
    r"^(?:(?:and|yes|yeah|so|but|well|look|right|okay|um|uh)[\s,]+)*(?:it(?:'s| is) (?:\w+ )?(?:possible|conceivable|"
    r"likely)|it (?:might|may|could)(?: \w+)? be|there(?:'s| is) (?:a|some|every) (?:chance|possibility)|i (?:think|"
    r"guess|suppose|feel|fear|suspect|reckon|believe|imagine))(?: that)?\s+(?P<rest>.+)$",
    re.I,
)
_FIRMER = (
    (re.compile(r"\b(?:might|may|could)(?: \w+ly| well)? not be able to\b", re.I), "cannot"),
    (re.compile(r"\b(?:might|may|could|would)(?: \w+ly| well)? have to\b", re.I), "have to"),
    (re.compile(r"\b(?:might|may|could) not(?: \w+ly)?\b", re.I), "will not"),
    (
        re.compile(r"\b(?P<who>we|you|they) (?:might|may|could)(?: well)? be (?=\w+ing\b(?<!looking))", re.I),
        r"\g<who> are ",
    ),
    (re.compile(r"\bI (?:might|may|could)(?: well)? be (?=\w+ing\b)"), "I am "),
)
_STILL_HEDGED = re.compile(
    r"(?<!\w)(?:might|may|could|would|should|some|something|somehow|somewhere|certain|things?|stuff|bits?|pieces?|"
    r"looking at|look at|consider\w*|explor\w*|seems?|sort|kind|whatever|or so|hopefully|hope\w*|exactly|altogether|"
    r"different\w*|like)(?!\w)",
    re.I,
)
_MAY_THE_MONTH = re.compile(r"(?<=\w )May\b")
_BARE = re.compile(r"(?:^|\s)(?:that|if|because|as|and|but|to|the|a|of|with|so)\s*$", re.I)


def firm(text: str) -> str | None:
    """`It could be that your contract is perhaps not renewed` becomes `your contract is not renewed`."""
    if "?" in text or "…" in text:
        return None
    doubted = _COULD_BE.match(text)
    made = doubted["rest"] if doubted else text
    for hedge, sure in _FIRMER:
        made = hedge.sub(sure, made)
    made = without(_HEDGE, made)
    made = re.sub(r"^(?:(?:so|well|and|but|yeah|yes|um|uh|look|right|okay|like)[\s,]+)+", "", made, flags=re.I)
    starts = re.match(r"(?:i|we|you|your|it|there|the|this|that|my|our|they)(?!\w)", made, re.I)
    if not starts or _STILL_HEDGED.search(_MAY_THE_MONTH.sub("", made)) or _BARE.search(made):
        return None
    return made if plain(made) != plain(text) else None
