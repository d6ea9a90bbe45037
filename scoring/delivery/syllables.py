"""Syllables counted in words, by the spelling of each language. Pure.

A syllable has one vowel sound, so the groups of vowel letters are counted; what a language writes as one group and
says as two, or writes and does not say, is put right first. Numbers are read out. How far it can be trusted is in
docs/sound.md.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.types import Tongue

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_LETTERS_SAID_APART = 3
"""So many capitals at most are read letter by letter: HR, RVA."""

_SPELLING: dict[Tongue, tuple[tuple[str, str], ...]] = {
    "nl": (
        (r"qu", "kw"),
        (r"\by(?=[aeiou])", "j"),
        (r"tion|sion", "sjon"),
        (r"team|deal|lead|feed", "tiem"),
        (r"museum", "muse-um"),
        (r"'s\b|^'[tnmkr]\b", ""),
    ),
    "de": (
        (r"qu", "kw"),
        (r"\by(?=[aeiou])", "j"),
        (r"\b(be|ge)(?=e|u[rn])", r"\1-"),
        (r"(?<=[ao])uer", "u-er"),
        (r"(?<=[mnl])ie(?=n?\b)(?<=(?:mil|lin|per|fer)ie)", "i-e"),
    ),
    "fr": (
        (r"['’]", ""),
        (r"qu|gu(?=[eéèêiî])", "k"),
        (r"(?<=é)(?=[aeiouyàâèêîôû])|(?<=[aou])(?=[éèêïë])|(?<=[ïë])(?=[aeou])", "-"),
        (r"(?<=[aeou])y(?=[aeiouéèê])", "-y"),
        (r"(?<=[bcdfgpt][lr])i(?=[aeéo])", "i-"),
        (r"(?<=[^aeiouyéèêàâîïôûœ-])(?:e|es)$", ""),
        (r"(?<=[^aeiouyéèêàâîïôûœm-])ent$", ""),
        (r"(?<=[iuyéo])(?:e|es|ent)$", ""),
    ),
    "en": (
        (r"people", "peepel"),
        (r"\b(id)ea|\b(r)ea(?=l)", r"\1\2ee-a"),
        (r"qu", "kw"),
        (r"\by(?=[aeiou])", "j"),
        (r"n['’]t\b", "nt"),
        (r"['’](?:s|re|ve|m|d|ll)\b", ""),
        (r"(?<=[^aeiouytd])ed$", "d"),
        (r"(?<=[aeiouy])ed$", "d"),
        (r"(?<=[^aeioucgszxh])es$", "s"),
        (r"(?<=[^aeiouy])les?$", "-el"),
        (r"(?<=[^aeiouy])e$", ""),
        (r"(?<=[aeou])[ey]e$", "i"),
        (r"[ct]i(?=[aeou])|sion", "sho"),
        (r"(?<=[aeiou])ing", "-ing"),
        (r"i(?=[aou])|(?<=[^gq])u(?=[aeo][^uy])|e(?=o[^u])", "i-"),
        (r"(?<=[^aeiouy])e(?=ly$|ment|ful|less|where|body|thing|time|one)", ""),
    ),
}  # fmt: skip
_CHANGES = {
    tongue: tuple((re.compile(pattern), to) for pattern, to in changes) for tongue, changes in _SPELLING.items()
}
_GROUP: dict[Tongue, re.Pattern[str]] = {
    "nl": re.compile(r"aai|ooi|oei|eeu|ieu|eau|ëi|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|ai|[aeiouyàâáéèêíóôöüúûëïäæœ]"),
    "de": re.compile(r"eau|aa|ee|oo|ie|ei|ai|au|eu|äu|ey|ay|[aeiouyäöüàâáéèêëïíóôúû]"),
    "fr": re.compile(r"[aeiouyàâäéèêëîïôöùûüÿæœ]+"),
    "en": re.compile(r"[aeiouyàâáéèêíóôöüúûëïäæœ]+"),
}
_SMALL: dict[Tongue, str] = {  # the syllables of 0 to 19
    "nl": "11111112121112223323",
    "de": "11111112111112222222",
    "fr": "21111111111111211222",
    "en": "21111112111311222322",
}
_TENS: dict[Tongue, str] = {  # of 20, 30, … 90
    "nl": "22222323",
    "de": "22222222",
    "fr": "11222232",
    "en": "22222322",
}
_LINK: dict[Tongue, int] = {"nl": 1, "de": 1, "fr": 0, "en": 0}
"""What stands between units and tens: eenen*twintig*."""
_HUNDRED: dict[Tongue, int] = {"nl": 2, "de": 2, "fr": 1, "en": 3}
_THOUSAND: dict[Tongue, int] = {"nl": 2, "de": 2, "fr": 1, "en": 2}


def syllables(text: str, tongue: Tongue) -> int:
    """How many syllables `text` has when it is read out; 0 where there are no words."""
    return sum(_of(token, tongue) for token in _TOKEN.findall(text))


@lru_cache(maxsize=4096)
def _of(token: str, tongue: Tongue) -> int:
    if token.isdecimal():
        return _of_number(int(token[:6]), tongue)
    if token.isupper() and len(token) <= _LETTERS_SAID_APART and len(token) > 1:
        return len(token)
    word = token.lower()
    for pattern, to in _CHANGES[tongue]:
        word = pattern.sub(to, word)
    return max(1, len(_GROUP[tongue].findall(word)))


def _of_number(number: int, tongue: Tongue) -> int:
    small, tens = _SMALL[tongue], _TENS[tongue]
    if number < len(small):
        return int(small[number])
    if number < 100:
        rest = number % 10
        return int(tens[number // 10 - 2]) + (int(small[rest]) + _LINK[tongue] if rest else 0)
    if number < 1000 or (tongue != "fr" and 1100 <= number < 2000):
        return _many(number, 100, _HUNDRED[tongue], tongue)
    return _many(number, 1000, _THOUSAND[tongue], tongue)


def _many(number: int, size: int, said: int, tongue: Tongue) -> int:
    count, rest = divmod(number, size)
    return (_of_number(count, tongue) if count > 1 else 0) + said + (_of_number(rest, tongue) if rest else 0)
