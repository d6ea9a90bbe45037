"""The message of a talk in Dutch, said to the one it is about. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.nl.address import Register, addressed, register
from scoring.rewrite.wording import message_parts, small_first
from scoring.spelling import plain
from scoring.types import Dialogue

_NO_NEWS = re.compile(
    r"^(?:vraag|verzoek|afspraak|informatie|praktische|gesprek|jaarlijks|opvolging|verwachting)\b", re.I
)
_SAYS = re.compile(
    r"(?<!\w)(?:wordt|worden|is|zijn|gaat|gaan|stopt|stoppen|sluit|sluiten|eindigt|vervalt|vervallen|verdwijnt|krijgt|"
    r"vertrekt|verhuist|stijgt|blijft|komt|valt|vallen|mag|kan)(?!\w)"
)
_THEIRS = (
    "contract", "tijdelijk contract", "tijdelijke contract", "aanvraag", "functie", "promotie", "proeftijd", "verlof",
    "onbetaald verlof", "overplaatsing", "detachering", "overstap", "job", "opzeg", "sabbatical", "uren",
)  # fmt: skip
_LATER = re.compile(r"^(?:laatste (?:werk)?dag|ingang|einddatum)\s*:?\s*(?:op\s+)?(?P<day>[\w\s]+)$", re.I)
_ENDED = re.compile(
    r"^(?:het|de|je|uw) (?P<what>(?:tijdelijke? )?contract|arbeidsovereenkomst)(?P<of> (?:van|bij|"
    r"in) [^,;]*?)? wordt(?P<more> .*?)? ?beëindigd(?P<rest>.*)$",
    re.I,
)
_WHOSE = re.compile(r" van (?:(?:de|het) )?\w+(?= wordt| is| eindigt| stopt)")


def message(dialogue: Dialogue) -> str | None:
    """The message as a clause behind `Ik heb slecht nieuws:`; None where it is not a sentence."""
    you = register(dialogue)
    parts = message_parts(dialogue)
    if not parts or _NO_NEWS.match(parts[0]) or not _SAYS.search(plain(parts[0])):
        return None
    ended = _ENDED.match(parts[0])
    if ended and not ended["of"]:
        main = f"we beëindigen {you.your} {ended['what']}{ended['more'] or ''}{ended['rest']}".rstrip()
    else:
        main = _own(parts[0], you)
    reason = ""
    for part in parts[1:]:
        last = _LATER.match(part)
        if last:
            main += f", {you.your} laatste dag is {last['day'].strip()}"
        elif theirs := re.match(r"(?:je|jouw|uw) (?P<rest>.+)", part, re.I):
            main += f", {you.your} {theirs['rest']}"
        elif part.lower().startswith("reden:") and not re.search(r"[:,]", part[6:]):
            reason = f". De reden is: {part[6:].strip()}"
    main_to_you = addressed(main, you)
    return main_to_you + reason if main_to_you else None


def _own(part: str, you: Register) -> str:
    for what in _THEIRS:
        found = re.match(rf"(?:het|de|je)\s+{what}\b", part, re.I)
        if found:
            said = part[found.end() - len(what) :]
            if what.endswith("contract") or what == "proeftijd":
                said = _WHOSE.sub("", said)  # whose contract it is need not be said to the one who has it
            return f"{you.your} {said}"
    part = re.sub(r"(?<!\w)je (?=\w+ (?:vervalt|verdwijnt|wordt|stopt))", f"{you.your} ", part)
    return small_first(part) if re.match(r"(?:De|Het|Een|Je|Uw|Ik|We|Wij|Er)\b", part) else part


def because(reason: str) -> str:
    """A reason as a sentence: itself where it is one, else behind `De reden is`."""
    whole = bool(_SAYS.search(plain(reason)) and re.match(r"(?:De|Het|We|Er|Je|Uw)\b", reason))
    return reason if whole else f"De reden is: {small_first(reason)}"
