"""One spelling for matching: small letters, plain apostrophes and spaces, no accents. Offsets stay what they were."""

from __future__ import annotations

from functools import lru_cache

_PLAIN = str.maketrans("’‘`´“”áàâäéèêëíìîïóòôöúùûü\u00a0\u2009\u202f\t", "''''\"\"aaaaeeeeiiiioooouuuu    ")
"""Stress accents (`dát`, `één`, `hé`) carry no meaning a rule needs, and recognisers leave them out; who types French
sets unbreakable spaces before a mark."""


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """`text` in small letters without accents; as long as `text`, character by character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)
