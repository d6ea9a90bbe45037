"""What is asked of the other in German: a demand as a request, and what must be said in a talk about work. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.de.address import register
from scoring.rewrite.de.message import parts_of
from scoring.rewrite.de.verbs import parted
from scoring.rewrite.wording import capital_first, small_first, without_asides
from scoring.spelling import plain
from scoring.types import Dialogue

_MUST = re.compile(
    r"(?:^|[,;.]\s*)(?:(?:und|also|so|aber|gut|jetzt)[\s,]+)*(?:du musst|sie müssen|du wirst|sie werden|du hast|"
    r"sie haben) (?P<what>[^,.;!?]+?)(?=,|\s+oder\s|\s+sonst\s|[.!?]|$)",
    re.I,
)
_SPITE = re.compile(
    r"(?<!\w)(?:benehm\w*|mund|klappe|zusammenreiß\w*|riemen|endlich|gefalligst|einfach|anstrengen|aufhor\w*|lernen|"
    r"respekt\w*|verantwortung|verstehen|wissen|sehen|begreifen|kapieren|besser|mehr|weniger|nicht|nie|kein\w*|nur|ob|"
    r"akzeptieren|damit leben|schon|zu|sich|dich|klar\w*|anders|haltung|einstellung|wundern)(?!\w)"
)


def request(text: str, dialogue: Dialogue) -> str | None:
    """`Sie müssen die Liste bis Freitag abgeben, sonst …` becomes `Ich bitte Sie, die Liste bis Freitag abzugeben`."""
    found = _MUST.search(text)
    if found is None:
        return None
    what = re.sub(r"(?<!\w)(?:jetzt|sofort|verdammt|mal|halt|eben|gleich) ?", "", found["what"]).strip()
    if not 2 <= len(what.split()) <= 14 or _SPITE.search(plain(what)):
        return None
    return _asked_for(what, dialogue)


def _asked_for(what: str, dialogue: Dialogue) -> str | None:
    """A request with the infinitive that ends `what`: `Ich bitte dich, … einzutragen`; None where it ends in none."""
    *before, last = what.split()
    if not re.fullmatch(r"[a-zäöüß]{3,}n", last) or not before:
        return None
    prefix, rest = parted(last)
    verb = f"{prefix}zu{rest}" if prefix else f"zu {rest}"
    start = (
        before[0]
        if not re.match(r"(?:Ab|Bis|Am|Im|In|Vor|Die|Der|Das|Den|Jede\w?|Nach)$", before[0])
        else small_first(before[0])
    )
    return f"Ich bitte {register(dialogue).you}, {' '.join([start, *before[1:]])} {verb}"


_ABOUT_THE_TALK = re.compile(
    r"(?<!\w)(?:gesprach\w*|dreiergesprach|streit\w*|vorwurf\w*|entschuldig\w*|beschwer\w*|ziel|regel\w*|vereinbarung|"
    r"feststellung|termin|kolleg\w*|mitarbeiter\w*|herrn?|frau|leiter\w*|filialleiter|azubi|meister|mechaniker|"
    r"vorstand|er|sie|ihm|ihn|dr)(?!\w)"
)
_COUNTED = re.compile(
    r"\d|(?<!\w)(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)(?:mal)?(?!\w)", re.I
)
_FACT = re.compile(r"(?<!\w)(?:stand|standen|fehlte\w?|war|waren|kam|kamen|lag|lagen|ist|sind|blieb|blieben)(?!\w)")


def expectation(dialogue: Dialogue) -> str | None:
    """What must be said in a talk about work, as a fact and a request: `… Ich bitte dich, …`."""
    said: list[str] = []
    for part in parts_of(dialogue):
        bare = without_asides(part)
        wanted = re.match(r"(?:Bitte|Erwartung|Wunsch|Gewünscht):\s*(?P<what>.+)", bare)
        told = re.sub(r"^[A-ZÄÖÜ]\w+: ", "", bare)
        if wanted or (said and not _FACT.search(told)):
            asks = _asked_for(wanted["what"] if wanted else told, dialogue)
            if asks is None:
                return None
            said.append(f"{asks}.")
        elif _FACT.search(told) and _COUNTED.search(told):
            said.append(f"{capital_first(told)}.")
        else:
            return None
    made = " ".join(said)
    return (
        made if "Ich bitte" in made and not _ABOUT_THE_TALK.search(re.sub(r"ich bitte sie", "", plain(made))) else None
    )
