# ruff: noqa: SIM905  a word list is easier to read and extend as running text
"""Which language a few sentences are in, from their commonest words. Pure; made for spoken sentences, not for names."""

from __future__ import annotations

import re

COMMON: dict[str, frozenset[str]] = {
    "nl": frozenset(
        "de het een en ik je jij gij ge niet dat dit is van maar wat dan mij me u uw ben bent was zijn er hier nu nog "
        "ook zo al met voor op aan in te om als dus ja nee geen wel toch heb hebt heeft had kan moet wil zal gaat we "
        "wij ons mijn jouw hij zij ze wie waar waarom hoe zeg weet worden word die daar deze eens gewoon iets niets "
        "oké allez veel bij naar uit over tot".split()
    ),
    "en": frozenset(
        "the a an and i you not that this is of but what then me your am are was were be there here now still also so "
        "already with for on at in to if yes no do does did have has had can must will would should we our my he she "
        "they who where why how it its just don't i'm it's from about up out".split()
    ),
    "fr": frozenset(
        "le la les un une des et je tu vous ne pas que ce c'est est de du mais quoi alors moi me te votre suis sont "
        "était être il elle ici maintenant encore aussi si déjà avec pour sur à en au aux dans oui non ai a avez avoir "
        "peux peut dois veux nous notre mon ma mes qui où pourquoi comment ça cette plus très y on j'ai".split()
    ),
    "de": frozenset(
        "der die das ein eine einen und ich du sie nicht dass dies ist von aber was dann mir mich ihr bin bist war "
        "sind es hier jetzt noch auch so schon mit für auf an im in zu wenn ja nein kein keine doch habe haben hat "
        "kann muss will wir uns mein meine er wer wo warum wie nur den dem über bei nach aus".split()
    ),
}
"""The commonest spoken words of each language."""
ENOUGH = 5
"""Words from which on a judgement is made at all."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ASIDE = re.compile(r"\([^)]*\)")


def share(text: str, language: str) -> float:
    """How many of the words, from 0 to 1, are among the commonest of this language."""
    words = _words(text)
    common = COMMON.get(language[:2], frozenset())
    return sum(word in common for word in words) / len(words) if words else 0.0


def foreign(text: str, language: str) -> bool:
    """Whether the words are clearly of another language that is known here. Few words are never called foreign."""
    words = _words(text)
    if len(words) < ENOUGH or language[:2] not in COMMON:
        return False
    own = share(text, language)
    other = max(share(text, code) for code in COMMON if code != language[:2])
    return other >= 0.3 and other - own > 0.2


def strange(text: str, language: str) -> bool:
    """Whether the words do not read as this language at all: another one, or none."""
    enough = len(_words(text)) >= ENOUGH and language[:2] in COMMON
    return foreign(text, language) or (enough and share(text, language) < 0.12)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'").casefold() for word in _WORD.findall(_ASIDE.sub(" ", text))]
