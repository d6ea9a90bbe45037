"""Number words, by the rules of each language: what is said, and what it is worth."""

from __future__ import annotations

from scoring.spelling import plain
from scoring.types import Tongue

_SMALL: dict[Tongue, str] = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn",
}
_TENS: dict[Tongue, str] = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante septante huitante nonante",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
}
_RANKS: dict[Tongue, str] = {
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
    "vijftiende zestiende zeventiende achttiende negentiende",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth",
    "fr": "premier",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte vierzehnte "
    "fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte",
}
_ENDINGS: dict[Tongue, tuple[str, ...]] = {"nl": ("",), "en": ("",), "fr": ("",), "de": ("", "n", "r", "s", "m")}
"""What a rank may end in by its case."""

_CENTURY: dict[Tongue, tuple[str, ...]] = {
    "nl": ("tweeduizend", "tweeduizend en", "twintig"),
    "en": ("two thousand and", "two thousand", "twenty"),
    "fr": ("deux mille",),
    "de": ("zweitausend", "zweitausendund"),
}


def cardinals(tongue: Tongue) -> dict[str, int]:
    """The numbers from 0 to 100 as they are said, in the spelling of `plain`; a space may be said as a hyphen."""
    small = _SMALL[tongue].split()
    words = {word: value for value, word in enumerate(small)}
    for tens, word in enumerate(_TENS[tongue].split(), start=2):
        words[word] = tens * 10
        for unit in range(1, 10):
            words |= dict.fromkeys(_joined(tongue, word, small[unit]), tens * 10 + unit)
    return {plain(word): value for word, value in (words | _more(tongue, small)).items()}


def ordinals(tongue: Tongue) -> dict[str, int]:
    """The ranks from 1 to 31 as they are said, with their endings, in the spelling of `plain`."""
    ranks = {word: value for value, word in enumerate(_RANKS[tongue].split(), start=1)}
    units = list(ranks)[:9]
    if tongue == "nl":
        ranks |= {f"{_SMALL['nl'].split()[unit]}entwintigste": 20 + unit for unit in range(1, 10)}
        ranks |= {"twintigste": 20, "dertigste": 30, "eenendertigste": 31}
    elif tongue == "en":
        ranks |= {f"twenty {rank}": 20 + unit for unit, rank in enumerate(units, start=1)}
        ranks |= {"twentieth": 20, "thirtieth": 30, "thirty first": 31}
    elif tongue == "de":
        ranks |= {f"{_one(unit)}undzwanzigste": 20 + unit for unit in range(1, 10)}
        ranks |= {"zwanzigste": 20, "dreißigste": 30, "dreissigste": 30}
        ranks |= {"einunddreißigste": 31, "einunddreissigste": 31, "siebente": 7}
    return {plain(rank + ending): value for rank, value in ranks.items() for ending in _ENDINGS[tongue]}


def years(tongue: Tongue) -> dict[str, int]:
    """The years from 2020 to 2049 as they are said, in the spelling of `plain`."""
    return {
        f"{century} {word}": 2000 + value
        for century in _CENTURY[tongue]
        for word, value in cardinals(tongue).items()
        if 20 <= value <= 49
    }


def _joined(tongue: Tongue, tens: str, unit: str) -> tuple[str, ...]:
    if tongue == "nl":
        return (f"{unit}en{tens}",)
    if tongue == "de":
        return (f"{'ein' if unit == 'eins' else unit}und{tens}",)
    if tongue == "fr" and unit == "un":
        return (f"{tens} et un", f"{tens} et une")
    return (f"{tens} {unit}",)


def _one(unit: int) -> str:
    return "ein" if unit == 1 else _SMALL["de"].split()[unit]


def _more(tongue: Tongue, small: list[str]) -> dict[str, int]:
    if tongue == "fr":
        # Sixty to ninety-nine as France counts them, beside Belgium's septante and nonante.
        words = {f"soixante {small[unit]}": 60 + unit for unit in range(10, 20) if unit != 11}
        words |= {f"quatre vingt {small[unit]}": 80 + unit for unit in range(1, 20)}
        return words | {"soixante et onze": 71, "quatre vingts": 80, "quatre vingt": 80, "cent": 100}
    if tongue == "de":
        swiss = {f"{_one(unit)}unddreissig": 30 + unit for unit in range(1, 10)} | {"dreissig": 30}
        return swiss | {"zwo": 2, "hundert": 100, "einhundert": 100}
    return {"nl": {"honderd": 100}, "en": {"a hundred": 100, "one hundred": 100}}.get(tongue, {})
