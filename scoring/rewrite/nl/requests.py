"""What is asked of the other in Dutch: a demand as a request, and what must be said in a talk about work. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.nl.address import register
from scoring.rewrite.wording import capital_first, message_parts
from scoring.spelling import plain
from scoring.types import Dialogue

_SPLIT = re.compile(
    r"^(?P<pre>op|af|aan|uit|in|mee|bij|terug|binnen|door|weg|na|toe|los|klaar|neer|samen|voort)(?P<verb>\w{3,}en)$"
)
_MUST = re.compile(
    r"(?:^|[,;.]\s*)(?:(?:en|ja|dus|maar|awel|nu|dan|voortaan|'t is mij eender van wie)[\s,.]+)*(?P<who>je|jij|ge|"
    r"gij|u) (?:moet|zult|gaat|zal)(?:en)?\s+(?P<what>[^,.;!?]+?)(?=,| of (?:ge|gij|je|jij|u|ik|het|'t|er)(?!\w)|"
    r" anders|[.!?]|$)",
    re.I,
)
_SPITE = re.compile(
    r"(?<!\w)(?:gedragen|zwijgen|mond|moeilijk|zagen|zeuren|klagen|leveren|luisteren|verantwoordelijkheid|maar|"
    r"weten|zien|verstaan|beter|meer|niet|geen|eens|toch)(?!\w)"
)


def request(text: str, dialogue: Dialogue) -> str | None:
    """`Ge moet de pallets stapelen, of …` becomes `Ik vraag u om de pallets te stapelen`."""
    found = _MUST.search(text)
    if found is None:
        return None
    words = [w for w in found["what"].split() if plain(w) not in ("gewoon", "nu", "direct", "wel", "maar", "eens")]
    if not 2 <= len(words) <= 12 or _SPITE.search(plain(" ".join(words))):
        return None
    verb = words[-1]
    if not re.fullmatch(r"\w{2,}(?:en|aan|gaan|staan|zien|doen)", verb) or len(words) < 2:
        return None
    ending = _with_te(verb)
    you = register(dialogue)
    body = " ".join(you.your if plain(word) in ("je", "uw", "jouw") else word for word in words[:-1])
    return f"Ik vraag {you.them} om {body} {ending}"


def _with_te(verb: str) -> str:
    split = _SPLIT.match(verb)
    return f"{split['pre']} te {split['verb']}" if split else f"te {verb}"


_VERB = re.compile(
    r"(?:\w{2,5})?(?:bellen|handelen|brengen|geven|volgen|stapelen|vullen|komen|lezen|antwoorden|praten|houden|"
    r"leveren|melden|nemen|maken|schrijven|sturen|werken|laten|zetten|dragen|spreken|zoeken|vragen|bezorgen|"
    r"controleren|mailen|leggen|opruimen|ruimen|sluiten|openen|delen|noteren|registreren|plannen|overleggen|luisteren|"
    r"stoppen|beginnen|starten)"
)
_ABOUT_THE_TALK = re.compile(
    r"(?<!\w)(?:bespreken|bespreking|gesprek|manager|medewerker|opvolging|voorstel|informatie|chef|spanning|ruzie|"
    r"klacht|uitleg|zeggen|haar|hem|hun|verwijt|vindt|willen|wil)(?!\w)"
)
_TOO_LATE = re.compile(r"(?P<when>in [\w ]+?) (?P<how>\w+ keer te laat)$")


def expectation(dialogue: Dialogue) -> str | None:
    """What must be said in a talk about work, as a fact and a request: `… Ik vraag je om … te …`."""
    you = register(dialogue)
    said: list[str] = []
    for part in message_parts(dialogue):
        wanted = re.match(r"(?:vraag|verzoek|verwachting):\s*(?P<what>.+)", part, re.I)
        if wanted:
            said.append(_asked_for(wanted["what"].strip(), you.them))
        elif said and (late := _TOO_LATE.fullmatch(part)):
            said.append(f"{late['when'].capitalize()} {you.were} {late['how']}.")
        elif said and part.startswith("vanaf "):
            said.append(f"Ik vraag {you.them}: {part}.")
        elif not said:
            if not re.match(r"(?:De|Het|Van de|Vier|Drie|Twee van|In) ", part) or _ABOUT_THE_TALK.search(plain(part)):
                return None
            if not re.search(
                r"(?<!\w)(?:is|zijn|was|waren|kwam|kwamen|gaan|gaat|begint|ontbraken|ontbreekt|missen|liep)(?!\w)", part
            ):
                return None
            said.append(f"{capital_first(part)}.")
    return " ".join(said) if said and not _ABOUT_THE_TALK.search(plain(" ".join(said))) else None


def _asked_for(what: str, asks: str) -> str:
    words = what.split()
    if (
        len(words) > 2
        and _VERB.fullmatch(words[-1])
        and not re.search(r"[,:]", what)
        and words[0] not in ("niet", "geen")
    ):
        return f"Ik vraag {asks} om {' '.join(words[:-1])} {_with_te(words[-1])}."
    return f"Ik vraag {asks}: {what}."
