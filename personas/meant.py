"""What an author probably meant by a value that the types refuse."""

from __future__ import annotations

import re
import unicodedata
from typing import get_args

from personas.types import BOUND, Kind, Move, Slip

SIGNS = {
    **{"=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "=": ">=", "==": ">="},
    **{sign: sign for sign in (">=", "<=", ">", "<")},
}
"""What people write for the signs of a bound. A number by itself is taken for the least there must be."""
NUMBER = r"([0-9]{1,4}(?:[.,][0-9]{1,6})?)"


def bound(value: object) -> str | None:
    """The bound as it should be written, with its quotation marks."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    found = re.fullmatch(rf"[\s“”„]*([=<>≥≤]*)\s*{NUMBER}\s*(%|s|sec|seconden)?[\s“”„]*", str(value))
    if found is None or (sign := SIGNS.get(found[1] or ">=")) is None:
        return None
    seconds = " s" if found[3] and found[3] != "%" else ""
    meant = f"{sign} {_share(found[2], found[3] == '%')}{seconds}"
    return f'"{meant}"' if re.fullmatch(BOUND, meant) else None


def number(value: object) -> str | None:
    """The number that was written with a comma, as a percentage or between quotation marks."""
    found = re.fullmatch(rf"\s*(-?){NUMBER}\s*(%?)\s*", value) if isinstance(value, str) else None
    return None if found is None else f"{found[1]}{_share(found[2], bool(found[3]))}"


def id_(value: object) -> str | None:
    """The name in small letters and digits with dashes between them."""
    if not isinstance(value, str) or len(value) > 60:
        return None
    plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    meant = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return meant if re.match(r"[a-z]", meant) else None


def other_key(key: object, value: object) -> str | None:
    """The condition in which this word does belong: a slip is no move, and a kind no slip."""
    for other, words in (("slip", get_args(Slip)), ("move", get_args(Move)), ("kind", get_args(Kind))):
        if key in ("slip", "move", "kind") and key != other and value in words:
            return f"{other}: {value}"
    return None


def _share(digits: str, percent: bool) -> str:
    given = digits.replace(",", ".")
    return f"{float(given) / 100:g}" if percent else given
