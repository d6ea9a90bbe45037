"""Missing I-statement: a judgement, reproach, demand or the voice of others that the speaker does not own.

A checkable fact, a question, the other's feeling given back, praise and a quote that is owned are none of these.
"""

from __future__ import annotations

import re
from dataclasses import replace

from personas.types import Kind
from scoring.clauses import Clause, is_question, stretches, unquoted
from scoring.dates import NUMBER, concrete
from scoring.evidence import echo
from scoring.evidence import found as moves
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import Dialogue, Flag
from scoring.words import Hit, hits

_KINDS: tuple[Kind, ...] = ("blame", "disguised", "others", "demand")
_YOU = re.compile(r"(?<!\w)(?:je|jij|ge|gij|u|jullie|jou|jouw|uw|uwe|uwen)(?!\w)")
_MINE = re.compile(
    r"(?<!\w)(?:ik|'k) (?:heb|had|ben|was|wist|mocht|moet|zie|zag|hoor|hoorde|"
    r"snap|begrijp|weet|maak|schrok|wil|vraag|stond)"
    r"(?!\w)|(?<!\w)(?:hoorde|zag|schrok|stond) (?:ik|'k)(?!\w)"
)
_SAYING = re.compile(
    r"(?<!\w)(?:(?:ge|je|u) (?:weet|kent|ziet|ken|snapt|begrijpt|moet weten)|(?:weet|ken|kent|ziet) (?:ge|je|u))(?!\w)"
)
"""Small words that only keep the other listening."""
_STRESSED = re.compile(r"(?<!\w)(?:jij|gij|jullie)(?!\w)")
"""The full form of *you*, which sets the other apart."""
_FIGURE = re.compile(r"\d|(?<!\w)(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w+tien|\w+tig)(?!\w)")
_OBJECT = re.compile(
    r"(?<!\w)(?:of|tenzij|wat|dat laat ik|mij|me) (?:jij|gij|jullie|ge|je)(?!\w)"
    r"|(?<!\w)zegt? (?:jij|gij) (?:het|'t|maar)(?!\w)"
    r"|\W(?:het kan|dat kan|kan)(?: goed)? zijn dat"
)
"""The other stands in a side clause that judges nothing, or is asked to speak."""
_DENIED = re.compile(
    r"(?<!\w)(?:niet|nie|geen)(?!\w)"
    r"(?! (?:serieus|ernstig|betrokken|genoeg|eerlijk|gemotiveerd|collegiaal|van|de gemak|gemaakt|geschikt|opgewassen))"
)
"""A trait that is denied is a comfort, no blame; some traits are themselves a denial."""
_GIVES_BACK = re.compile(
    r"\W*(?:(?:dus|ja|oke|en|maar|goh)\W+){0,2}(?:je|jij|ge|gij|u) "
    r"(?:vindt?|zegt?|voelt?|bedoelt?|hoort?|hebt? het gevoel)"
    r"(?:\W+\w+){0,3}?\W+(?:dat|of|je|u|alsof)(?!\w)(?!.*(?<!\w)(?:altijd|nooit|weer)(?!\w))"
)
"""A sentence that gives back what the other thinks or feels."""
_SHORT = 3
"""So few words are judged by whole phrases alone."""
_NOT_JUST_BEFORE = re.compile(r"(?<!\w)(?:niet|nie|geen|niks|niets)\W+(?:\w+\W+)?$")
_NOBODY = re.compile(
    r"(?<!\w)niemand\W+(?:\w+\W+){0,3}?(?:klagen|klaagt|klaagde|geklaagd|gezegd|verklikt|kwam|komen)(?!\w)"
)
_GROUP = re.compile(
    r"(?:collega's|ploeg|team|mensen|mannen|afdeling|werkvloer|klanten|ouders|vrijwilligers|groep|teamleden|medewerkers|"
    r"bewoners|personeel|leerkrachten|chauffeurs|verpleegkundigen|meisjes|gasten|jongens|iedereen|anderen|kantoor|gang|refter)(?!\w)"
)
_OPENS = re.compile(r"(?:^|[,;:.!?…])\W*$|(?<!\w)(?:of|en|want|of wel|maar)\W+$")
_SPOKEN_TO = re.compile(
    r"(?<!\w)(?:aan|tegen|voor|met|van|naar|over|in|op) (?:\w+ ){0,2}$|(?<!\w)(?:mijn|zijn|haar|hun) (?:eigen )?$"
    rf"|(?<!\w)(?!een ){NUMBER} $"
)
"""What stands before a group that is spoken to or about, or that is somebody's own."""
_OWN_VERB = re.compile(r"(?<!\w)(?:ik|'k) $")
"""`Ik zwijg nu` is no order."""
_SEEN = re.compile(r"(?:ik )?(?:zie|merk|hoor|voel)(?!\w)")
"""With a feeling behind it, `ik zie dat je ...` takes notice and judges nothing."""
_ALL_OF = re.compile(
    r"(?<!\w)(?:(?:heel|gans|half|al) (?:de|den|het|'t|mijn|onze?)|alle|(?:de |het |'t )?(?:hele|ganse|halve)) "
    r"(?!de |dag|week|tijd|jaar|maand|avond|nacht|dagen|weken|jaren|keer|mond)[\w']+\W+(?:\w+\W+){0,4}?"
    r"(?:zegt|zeggen|vindt|vinden|ziet|zien|weet|weten|klaagt|klagen|lacht|lachen|praat|praten|denkt|denken|"
    r"merkt|merken|bezig|beu|last|roddelt|roddelen|kijkt|kijken)(?!\w)"
)
"""Any group taken as a whole that thinks, sees or says something: `heel de zaal zegt`."""
_ECHOED = 2
"""So many content words of the other make it a way of giving back what was said."""
_NEAR = 6
"""So many words at most stand between a group and what it is said to think."""
_ENOUGH = 0.85
"""So much evidence of blame makes a slip."""


@rule
def missing_i_statement(dialogue: Dialogue) -> list[Flag]:
    """Blame, a disguised judgement, the voice of others, or a bare demand."""
    text = dialogue.last.text
    found: dict[Kind, tuple[int, int]] = {}
    taken: set[str] = set()
    for sentence in stretches(text):
        for kind, hit in _judged(dialogue, sentence):
            start, end = sentence.start + hit.start, sentence.start + hit.end
            first = found.get(kind)
            found[kind] = (start, end) if first is None else first
    taken |= {hit.kind for hit in hits("blame", text) if hit.kind == "owned"}
    if "owned" in taken:
        found = {kind: span for kind, span in found.items() if kind not in ("others", "disguised")}
    return [
        Flag.weakness("missing_i_statement", kind, dialogue, span, rule=f"missing_i_statement.{kind}")
        for kind, span in found.items()
    ]


def _judged(dialogue: Dialogue, sentence: Clause) -> list[tuple[Kind, Hit]]:
    """The kinds of judgement in one sentence, each with its words."""
    if is_question(sentence) or _GIVES_BACK.match(plain(sentence.text)):
        return []
    text = unquoted(sentence.text)
    evidence = hits("blame", text)
    away = {hit.kind for hit in evidence}
    found: dict[Kind, Hit] = {}
    for kind in _KINDS:
        hit = next((hit for hit in evidence if hit.kind == kind), None)
        if hit is None:
            continue
        if hit.id == "blame.trait" and _DENIED.search(plain(text[hit.start : hit.end])):
            continue
        if kind == "others" and not _speaks_for_others(text, hit):
            continue
        if kind == "demand" and (not _threatens(text, hit) or _OWN_VERB.search(plain(text[: hit.start]))):
            continue
        if kind == "disguised" and _SEEN.match(plain(text[hit.start :])) and moves("acknowledgement", text, "feeling"):
            continue
        if kind in ("blame", "disguised") and moves("apology", text, "fault"):
            continue
        if kind != "demand" and "praise" in away:
            continue
        if kind in ("blame", "disguised") and "feeling" in away and not away & {"absolute", "negative"}:
            continue
        found[kind] = hit
    if not found.keys() & {"blame", "disguised"}:
        weighed = _weighed(text, evidence, echo(dialogue, text)) if len(text.split()) > _SHORT else None
        if weighed and not moves("apology", text, "fault"):
            found["disguised" if weighed.kind == "disguised" else "blame"] = weighed
    if "others" not in found and not away & {"praise", "mild"}:
        spoken = _spoken_for(text, evidence) or _whole_group(text)
        if spoken:
            found["others"] = spoken
    if "disguised" in found:
        found.pop("blame", None)
    return list(found.items())


def _threatens(text: str, hit: Hit) -> bool:
    """Whether `anders` opens what would follow, and is not `iets anders` or the end of a clause."""
    low = plain(text)
    return not low.startswith("anders", hit.start) or bool(
        _OPENS.search(low[: hit.start]) and not low[hit.start :].startswith("anders,")
    )


def _speaks_for_others(text: str, hit: Hit) -> bool:
    """Whether the group is who thinks it: not somebody spoken to or about, and not `nobody complained`."""
    low = plain(text)
    if _NOBODY.search(low[max(0, hit.start - 12) : hit.end]):
        return False
    group = _GROUP.search(low, hit.start, hit.end)
    return group is None or group.start() != hit.start or not _SPOKEN_TO.search(low[: hit.start])


def _weighed(text: str, evidence: tuple[Hit, ...], shared: int) -> Hit | None:
    """Blame by its parts: a stressed *you*, an absolute, a bad word; less so beside a fact, a feeling or thanks."""
    low = _SAYING.sub(lambda said: " " * len(said.group()), plain(text))
    you = _YOU.search(low)
    if not you:
        return None
    kinds = {hit.kind for hit in evidence}
    if kinds & {"praise", "feeling", "check"} or _OBJECT.search(low):
        return None
    weight = 0.6 if _STRESSED.search(low) else 0.0
    weight += min(0.8, sum(hit.weight for hit in evidence if hit.kind == "absolute"))
    weight += min(0.5, sum(hit.weight for hit in evidence if hit.kind == "particle"))
    bad = [
        hit
        for hit in evidence
        if hit.kind == "unable" or (hit.kind == "negative" and not _NOT_JUST_BEFORE.search(low[: hit.start]))
    ]
    if _STRESSED.search(low):
        bad += [hit for hit in evidence if hit.kind in ("absolute", "opener")]
        weight += min(0.5, sum(hit.weight for hit in evidence if hit.kind == "opener"))
    weight += min(1.0, sum(hit.weight for hit in bad if hit.kind in ("negative", "unable")))
    weight -= min(1.0, sum(hit.weight for hit in evidence if hit.kind == "mild"))
    if _FIGURE.search(low) or concrete(text):
        weight -= 0.6
    if _MINE.search(low):
        weight -= 0.5
    if shared >= _ECHOED:
        weight -= 0.6
    if not bad or weight < _ENOUGH:
        return None
    parts = sorted(bad, key=lambda hit: hit.start)
    start, end = min(you.start(), parts[0].start), max(hit.end for hit in parts)
    kind = "disguised" if "opener" in kinds else "blame"
    return Hit(start, max(end, you.end()), f"{kind}.weighed", kind, weight)


def _whole_group(text: str) -> Hit | None:
    """A group taken as a whole that is said to see, think or say something of the other."""
    low = plain(text)
    group = _ALL_OF.search(low)
    if group is None or _SPOKEN_TO.search(low[: group.start()]):
        return None
    rest = low[group.end() :]
    if not (_YOU.search(rest) or re.match(r"\W*(?:dat|da|het|'t)\W*$", rest)):
        return None
    return Hit(group.start(), group.end(), "others.whole", "others", 1.0)


def _spoken_for(text: str, evidence: tuple[Hit, ...]) -> Hit | None:
    """A group that is said to think something of the other."""
    pairs = (
        (group, opinion)
        for group in evidence
        for opinion in evidence
        if group.kind == "collective"
        and opinion.kind == "opinion"
        and len(text[min(group.end, opinion.end) : max(group.start, opinion.start)].split()) <= _NEAR
    )
    group, opinion = next(pairs, (None, None))
    if (
        group is None
        or opinion is None
        or not (_YOU.search(plain(text)) or any(hit.kind == "negative" for hit in evidence))
    ):
        return None
    around = Hit(min(group.start, opinion.start), max(group.end, opinion.end), group.id, "others", 1.0)
    if any(hit.kind == "mild" for hit in evidence) or not _speaks_for_others(text, around):
        return None
    return replace(around, id="others.weighed")
