"""What was said in Dutch, without the words that make it smaller. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.wording import without
from scoring.spelling import plain

_FINITE = (
    "wordt", "worden", "is", "zijn", "ben", "bent", "zijt", "heeft", "hebben", "hebt", "heb", "kan", "kunt",
    "kunnen", "kon", "moet", "moeten", "mag", "mogen", "moogt", "gaat", "gaan", "ga", "zal", "zult", "zullen",
    "stopt", "stoppen", "eindigt", "vervalt", "verdwijnt", "komt", "komen", "krijgt", "krijgen", "blijft",
    "blijven", "valt", "vallen", "sluit", "loopt", "ligt", "staat", "doet",
)  # fmt: skip
HEDGES = re.compile(
    r"(?<!\w)(?:misschien|eventueel|mogelijk|mogelijks|wellicht|allicht|vermoedelijk|normaal gezien|in principe|"
    r"eigenlijk|ergens|een beetje|min of meer|zo'n beetje|zeg maar|zogezegd|om zo te zeggen|zal ik zeggen|denk ik|"
    r"dacht ik|geloof ik|vermoed ik|in theorie|onder voorbehoud|als het ware|precies|waarschijnlijk|"
    r"op een bepaalde manier|soort van|stilaan)(?!\w),?\s*",
    re.I,
)
_COULD_BE = re.compile(
    r"^(?:(?:en|ja|euh|dus|maar|awel|goh|nou|kijk)[\s,]+)*(?:het|'t|dat) (?:zou|zal) (?:\w+ ){0,2}?(?:kunnen|"
    r"best kunnen|wel kunnen)(?: zijn)? dat\s+(?P<rest>.+)$",
    re.I,
)
_THINKS = re.compile(
    r"^(?:(?:en|ja|euh|dus|maar|awel|goh|nou|kijk)[\s,]+)*ik (?:denk|vrees|vermoed|"
    r"geloof)(?: \w+){0,2}? dat\s+(?P<rest>.+)$",
    re.I,
)
_STILL_HEDGED = re.compile(
    r"(?<!\w)(?:zou|zouden|zoudt|eens|wat|iets|bepaalde|dinge?n?|zaken|of zo|en zo|overwegen|kijken)(?!\w)", re.I
)
_PRONOUN = re.compile(r"(?:ik|je|jij|ge|gij|u|we|wij|hij|zij|ze|het|dat|er|'t)(?!\w)", re.I)
_DETERMINED = re.compile(r"(?:je|jouw|uw|het|de|dit|dat|die|deze|mijn|ons|onze|een)\s+\w+", re.I)


def firm(text: str) -> str | None:
    """`Het zou kunnen dat je contract eventueel niet verlengd wordt` becomes `je contract wordt niet verlengd`."""
    subordinate = _COULD_BE.match(text) or _THINKS.match(text)
    made = _main_clause(without(HEDGES, subordinate["rest"])) if subordinate else _statement(text)
    return None if made is None or _STILL_HEDGED.search(plain(made)) else made


def _main_clause(text: str) -> str | None:
    """`je contract niet verlengd wordt` becomes `je contract wordt niet verlengd`."""
    if re.search(r"[,;:]", text):
        return None
    subject = _DETERMINED.match(text) or _PRONOUN.match(text)
    if subject is None:
        return None
    rest = text[subject.end() :].split()
    last = [place for place in (len(rest) - 1, len(rest) - 2) if place > 0 and plain(rest[place]) in _FINITE]
    if not last:
        return None
    # `niet kunt blijven`: of two, the one that cannot be an infinitive is the finite verb.
    verb = rest.pop(min(last, key=lambda place: rest[place].endswith("en")))
    return f"{subject[0]} {verb} {' '.join(rest)}"


def _statement(text: str) -> str | None:
    """A main clause without its hedges, where the verb stays in second place without them."""
    low = plain(text)
    if "?" in text or not HEDGES.search(text):
        return None
    opens = HEDGES.match(text)
    if opens:
        return None  # the verb would come first; better no sentence than a wrong one
    made = without(HEDGES, text)
    if re.search(r"(?<!\w)(?:dat|of|als|omdat)\s*$", plain(made)) or len(low.split()) - len(made.split()) == 0:
        return None
    return made
