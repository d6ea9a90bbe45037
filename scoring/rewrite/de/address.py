"""How these two address each other in German: `du` or `Sie`. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scoring.rewrite.wording import said_by
from scoring.spelling import plain
from scoring.types import Dialogue


@dataclass(frozen=True, slots=True)
class Register:
    """How the trainee addresses the other."""

    you: str
    """As the object of `ich bitte`."""
    to: str
    """Where something is given or said: `ich kündige dir`."""
    your: str
    """The possessive of a masculine subject; a feminine one adds an `e`."""
    gets: str
    """At the start of a sentence, with the verb."""
    has: str
    """In a question, with the verb first."""
    take: str
    """Before `Zeit`."""


DU = Register("dich", "dir", "dein", "Du bekommst", "hast du", "Lass dir")
SIE = Register("Sie", "Ihnen", "Ihr", "Sie bekommen", "haben Sie", "Lassen Sie sich")
_DU = re.compile(r"(?<!\w)(?:du|dich|dir|dein\w{0,2}|hast|bist|kannst|willst|musst|magst)(?!\w)")
_SIE = re.compile(r"(?<!\w)(?:Ihnen|Ihr\w{0,2}|(?<![.!?] )(?<!^)Sie)(?!\w)")
_EUCH = re.compile(r"(?<!\w)(?:ihr (?:habt|seid|beiden?|zwei|müsst|musst|könnt|konnt|macht)|euch|euer|eure\w?)(?!\w)")


def register(dialogue: Dialogue) -> Register:
    """As the trainee says, else as the other says; `Sie` where neither shows it."""
    for said in (said_by("trainee", dialogue), said_by("avatar", dialogue)):
        if _DU.search(plain(said)):
            return DU
        if _SIE.search(said):
            return SIE
    return SIE


def to_several(dialogue: Dialogue) -> bool:
    """Whether the turn speaks to more than one person: then no sentence here fits."""
    return bool(_EUCH.search(plain(dialogue.last.text)))
