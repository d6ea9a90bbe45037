"""How the trainee addresses the other in Dutch: `je`, `ge` or `u`. Pure."""

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
    your: str
    them: str
    """As an object: `ik vraag je`."""
    to: str
    """Behind a preposition: `aan jou`."""
    were: str
    """With the verb first: `in maart was je`."""


JE = Register("je", "je", "je", "jou", "was je")
GE = Register("ge", "uw", "u", "u", "waart ge")
U = Register("u", "uw", "u", "u", "was u")
_GE = re.compile(r"(?<!\w)(?:ge|gij|gijle)(?!\w)")
_JE = re.compile(r"(?<!\w)(?:je|jij|jou|jouw|jullie)(?!\w)")
_U = re.compile(r"(?<!\w)(?:u|uw|uzelf)(?!\w)")


def register(dialogue: Dialogue) -> Register:
    """The form of address of the last utterance or, where it holds none, of the trainee's earlier ones; else `je`."""
    for utterance in reversed(dialogue.utterances):
        if utterance.speaker != "trainee":
            continue
        low = plain(utterance.text)
        if _GE.search(low):
            return GE
        if _JE.search(low):
            return JE
        if _U.search(low):
            # `uw` alone is as often Flemish `ge` as the polite form; where the trainee says `ge` elsewhere it is that.
            return GE if _GE.search(plain(said_by("trainee", dialogue))) else U
    return JE


_POSSESSED = re.compile(
    r"(?:eigen |laatste |vaste |nieuwe |tijdelijke? |huidige )?(?:contract\w*|arbeidsovereenkomst|functie\w*|job|"
    r"werk\w*|plaats|plek|post|dag|(?:werk)?dagen|aanvra\w+|promotie|proeftijd|verlof|opzeg\w*|uren|loon|ploeg|taken|"
    r"taak|rol|dienst|overplaatsing|detachering|overstap|sabbatical|c4|dossier\w*|takenpakket|bureau|naam|"
    r"collega\w*)(?!\w)"
)
_FORMS = re.compile(r"(?<!\w)(?P<form>jouw|jou|jij|je|uw|ge|gij|u)(?!\w)(?= ?(?P<next>[^,.;:]*))", re.I)


def addressed(said: str, you: Register) -> str | None:
    """The same words to somebody who is addressed as `you`; None where a form cannot be carried over for certain."""

    def carried(found: re.Match[str]) -> str:
        form, after = found["form"].lower(), plain(found["next"])
        if form in ("jouw", "uw") or (form == "je" and _POSSESSED.match(after)):
            return you.your
        return "?"

    made = said if you is JE and not _U.search(plain(said)) else _FORMS.sub(carried, said)
    return None if "?" in made else made
