"""How the trainee addresses the other in French: `tu` or `vous`. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scoring.rewrite.fr.elision import VOWEL
from scoring.spelling import plain
from scoring.types import Dialogue


@dataclass(frozen=True, slots=True)
class Register:
    """How the trainee addresses the other."""

    you: str
    to: str
    """Before a verb with a consonant: `je te demande`."""
    stressed: str
    """Behind a preposition: `pour toi`."""
    masculine: str
    """The possessive of a masculine noun, and of a feminine one that begins with a vowel."""
    feminine: str
    several: str
    """The possessive of more than one."""
    take_time: str
    hear: str
    """As the object of what one wants: `je veux t'entendre`."""
    lives: str
    """In a question how it is for them."""


TU = Register("tu", "te", "toi", "ton", "ta", "tes", "Prends ton temps", "t'entendre", "tu vis ça")
VOUS = Register("vous", "vous", "vous", "votre", "votre", "vos", "Prenez votre temps", "vous entendre", "vous vivez ça")
_TU = re.compile(r"(?<!\w)(?:tu|te|toi|ton|ta|tes)(?!\w)|(?<![\w-])t'(?=\w)")
_VOUS = re.compile(r"(?<!\w)(?:vous|votre|vos)(?!\w)")
_FORMAL = re.compile(r"(?<!\w)(?:madame|monsieur|messieurs|mesdames)(?!\w)")


def register(dialogue: Dialogue) -> Register:
    """The form of address of the last utterance or, where it holds none, of the earlier ones, the other's included.

    Who has not been addressed yet is `vous`, as one begins in French.
    """
    turns = list(reversed(dialogue.utterances))
    for utterance in [u for u in turns if u.speaker == "trainee"] + [u for u in turns if u.speaker == "avatar"]:
        low = plain(utterance.text)
        if _TU.search(low):
            return TU
        if _VOUS.search(low) or _FORMAL.search(low):
            return VOUS
    return VOUS


_FORMS = re.compile(r"(?<!\w)(?P<form>tu|te|toi|ton|ta|tes|vous|votre|vos|t'(?=\w))(?!\w)(?: (?P<next>[\w']+))?", re.I)
_FEMININE = re.compile(
    r"(?:période|demande|candidature|fonction|prime|mutation|mission|promotion|place|équipe|voiture)s?"
)
_MASCULINE = re.compile(r"(?:contrat|poste|congé|préavis|projet|dernier|salaire|horaire|bureau|service|emploi)s?")


def addressed(said: str, you: Register) -> str | None:
    """The same words to somebody who is addressed as `you`; None where a form cannot be carried over for certain."""
    if not (_VOUS if you is TU else _TU).search(plain(said)):
        return said

    def carried(found: re.Match[str]) -> str:
        form, after = found["form"].lower(), found["next"] or ""
        if form in ("tes", "vos"):
            whose = you.several
        elif form in ("ton", "ta", "votre") and (_FEMININE.fullmatch(after) or _MASCULINE.fullmatch(after)):
            vowel = VOWEL.match(after)
            whose = you.masculine if vowel or _MASCULINE.fullmatch(after) else you.feminine
        else:
            return "?" if form not in (you.you, you.to, you.stressed) else found[0]
        return f"{whose} {after}".rstrip()

    made = _FORMS.sub(carried, said)
    return None if "?" in made else made
