"""The message of a talk in French, said to the one it is about. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.fr.address import VOUS, Register, addressed, register
from scoring.rewrite.fr.elision import VOWEL, negated
from scoring.rewrite.wording import message_parts, small_first
from scoring.spelling import plain
from scoring.types import Dialogue

_NO_NEWS = re.compile(
    r"(?:demande|question|accord|information|informations|pratique|entretien|suivi|évaluation|attente)\b", re.I
)
_SAYS = re.compile(
    r"(?<!\w)(?:est|sont|sera|seront|va|vont|prend|prennent|ferme|ferment|s'arrete|s'arretent|se termine|cesse|tombe|"
    r"disparait|passe|reste|quitte|mets|met|mettons|arrete|arretons|fermons|supprime|supprimons|refuse|refusons|garde|"
    r"ne \w+|n'\w+)(?!\w)"
)
_THEIRS = re.compile(
    r"(?:le|la|l'|ton|ta|votre)\s?(?P<what>(?P<masculine>contrat|poste|congé|préavis|projet|licenciement|stage)|"
    r"(?:période d'essai|demande|candidature|fonction|prime|mutation|mission|augmentation))(?!\w)",
    re.I,
)
_END = re.compile(
    r"fin (?:du|de la|de) (?:(?P<trial>période d'essai)|contrat)(?: de (?!tr)\w+)?(?P<more> pour [^:,]+)?\s*"
    r"(?::\s*(?P<reason>[^,]+))?$",
    re.I,
)
_LAST_DAY = re.compile(
    r"dernier jour(?: de travail| ouvrable)?\s*:?\s*(?:est |sera )?(?P<day>(?:le )?(?:\w+ )?(?:\d{1,2}|1er)(?: \w+)?)$",
    re.I,
)
_NOTICE = re.compile(r"(?:délai de )?préavis de (?P<long>[^:]+)$", re.I)
_REASON = re.compile(r"(?:motif|raison)\s*:\s*(?P<why>.+)$", re.I)
_NAMED = re.compile(
    r"(?:(?:Monsieur|Madame) )?[A-ZÉ][\w-]+ (?P<not>ne |n')(?P<verb>obtient|reçoit|est|aura|a|passe|devient|peut|part)"
    r"(?P<rest> (?:pas|plus) .+)$"
)
_MISSED = re.compile(
    r"(?P<what>(?:La|Le|Les) [^,;]+?) ne (?:va|vont|revient|reviennent) pas à (?:Monsieur |Madame )?[A-ZÉ][\w-]+$"
)
"""In a talk with bad news, who does not get it is the one who sits there."""
_OTHER_SUBJECT = re.compile(r"(?!(?:Le|La|Les|Je|Nous|On|Ton|Ta|Votre|Un|Une|Il)\b)[A-ZÉ]\w+ ")
_TO_YOU = {
    "obtient": ("obtiens", "obtenez"), "reçoit": ("reçois", "recevez"), "est": ("es", "êtes"), "a": ("as", "avez"),
    "aura": ("auras", "aurez"), "passe": ("passes", "passez"), "devient": ("deviens", "devenez"),
    "peut": ("peux", "pouvez"), "part": ("pars", "partez"),
}  # fmt: skip
_REASON_NOUNS = {
    "arrêt": "l'", "fermeture": "la ", "perte": "la ", "suppression": "la ", "baisse": "la ", "fin": "la ",
    "restructuration": "la ", "réorganisation": "la ", "manque": "le ", "disparition": "la ", "absence": "l'",
    "budget": "le ", "déménagement": "le ", "diminution": "la ", "réduction": "la ", "abandon": "l'",
}  # fmt: skip


def message(dialogue: Dialogue) -> str | None:
    """The message as a clause behind `J'ai une mauvaise nouvelle :`; None where it is not a sentence."""
    you = register(dialogue)
    parts = message_parts(dialogue)
    if not parts or _NO_NEWS.match(parts[0]):
        return None
    first, *behind = re.split(r",\s(?=dernier jour|préavis|délai de préavis)", parts[0])
    ended = _END.match(first)
    said = _main(first, you)
    if said is None:
        return None
    reason = f". {_because(ended['reason'])}" if ended and ended["reason"] else ""
    for part in [*behind, *(piece for later in parts[1:] for piece in re.split(r",\s", later))]:
        if last := _LAST_DAY.match(part):
            day = last["day"].strip()
            said += f", et {you.masculine} dernier jour est {day if day.startswith('le ') else f'le {day}'}"
        elif notice := _NOTICE.match(part):
            said += f" avec un préavis de {notice['long'].strip()}"
        elif why := _REASON.match(part):
            reason = f". {_because(why['why'])}"
    to_you = addressed(said, you)
    return to_you + reason if to_you else None


def _main(part: str, you: Register) -> str | None:
    ended = _END.match(part)
    if ended:
        what = f"{you.feminine} période d'essai" if ended["trial"] else f"{you.masculine} contrat"
        return f"je mets fin à {what}{ended['more'] or ''}"
    if named := _NAMED.match(part):
        verb = _TO_YOU[named["verb"]][you is VOUS]
        return f"{you.you} {negated(verb)}{named['rest']}"
    if missed := _MISSED.match(part):
        verb = _TO_YOU["obtient"][you is VOUS]
        return f"{you.you} {negated(verb)} pas {small_first(missed['what'])}"
    if not _SAYS.search(plain(part)) or _OTHER_SUBJECT.match(part):
        return None
    theirs = _THEIRS.match(part)
    if theirs:
        what = theirs["what"]
        whose = you.masculine if theirs["masculine"] or VOWEL.match(what) else you.feminine
        rest = re.sub(r"^ (?:de |d')[A-ZÉ]\w+(?= )", "", part[theirs.end() :])  # whose it is knows the one who has it
        return f"{whose} {what}{rest}"
    return small_first(part)


def because(reason: str) -> str:
    """A reason as a sentence: itself where it is one, else behind `La raison`."""
    whole = bool(_SAYS.search(plain(reason)) and re.match(r"(?:Le|La|Les|Il|On|Nous|Ton|Ta|Votre)\b|L'", reason))
    return reason if whole else _because(reason)


def _because(why: str) -> str:
    """`motif: arrêt de la ligne` becomes `La raison, c'est l'arrêt de la ligne`."""
    why = why.strip().rstrip(".")
    first = re.match(r"\w+", why.lower())
    if first and first[0] in _REASON_NOUNS:
        return f"La raison, c'est {_REASON_NOUNS[first[0]]}{small_first(why)}"
    if re.match(r"(?:le|la|les|l'|un|une|des|deux|trois|quatre|cinq) ?", why.lower()) and not _SAYS.search(plain(why)):
        return f"La raison, c'est {small_first(why)}"
    return f"La raison : {small_first(why)}"
