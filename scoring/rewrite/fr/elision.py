"""How French words shorten before a vowel: `de rendre`, `d'envoyer`. Pure."""

from __future__ import annotations

import re

VOWEL = re.compile(r"[aeiouyhàâéèêëîïôùûœ]", re.I)


def of(what: str) -> str:
    """`de` before these words."""
    return f"d'{what}" if VOWEL.match(what) else f"de {what}"


def negated(verb: str) -> str:
    """`ne` before this verb."""
    return f"n'{verb}" if VOWEL.match(verb) else f"ne {verb}"
