"""Missing I-statement: a judgement, reproach, demand or the voice of others that the speaker does not own.

A checkable fact, a question, the other's feeling given back, praise and a quote that is owned are none of these.
"""

from __future__ import annotations

from dataclasses import replace

from personas.types import Kind
from scoring.clauses import Clause, is_question, stretches, unquoted
from scoring.dates import concrete
from scoring.evidence import echo
from scoring.evidence import found as moves
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.spelling import plain
from scoring.types import Dialogue, Flag, Tongue
from scoring.words import Hit, hits

_KINDS: tuple[Kind, ...] = ("blame", "disguised", "others", "demand")
_YOU = Pattern("missing_i_statement.you")
_MINE = Pattern("missing_i_statement.mine")
_SAYING = Pattern("missing_i_statement.saying")
"""Small words that only keep the other listening."""
_STRESSED = Pattern("missing_i_statement.stressed")
"""The full form of *you*, which sets the other apart."""
_FIGURE = Pattern("missing_i_statement.figure")
_OBJECT = Pattern("missing_i_statement.object")
"""The other stands in a side clause that judges nothing, or is asked to speak."""
_DENIED = Pattern("missing_i_statement.denied")
"""A trait that is denied is a comfort, no blame; some traits are themselves a denial."""
_GIVES_BACK = Pattern("missing_i_statement.gives_back")
"""A sentence that gives back what the other thinks or feels."""
_SHORT = 3
"""So few words are judged by whole phrases alone."""
_NOT_JUST_BEFORE = Pattern("missing_i_statement.not_just_before")
_NOBODY = Pattern("missing_i_statement.nobody")
_GROUP = Pattern("missing_i_statement.group")
_OTHERWISE = Pattern("missing_i_statement.otherwise")
"""`Anders ...`, which threatens only where it opens what would follow."""
_OPENS = Pattern("missing_i_statement.opens")
_SPOKEN_TO = Pattern("missing_i_statement.spoken_to")
"""What stands before a group that is spoken to or about, or that is somebody's own."""
_OWN_VERB = Pattern("missing_i_statement.own_verb")
"""`Ik zwijg nu` is no order."""
_SEEN = Pattern("missing_i_statement.seen")
"""With a feeling behind it, `ik zie dat je ...` takes notice and judges nothing."""
_ALL_OF = Pattern("missing_i_statement.all_of")
"""Any group taken as a whole that thinks, sees or says something: `heel de zaal zegt`."""
_THAT_ALONE = Pattern("missing_i_statement.that_alone")
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
    taken |= {hit.kind for hit in hits("blame", text, dialogue.tongue) if hit.kind == "owned"}
    if "owned" in taken:
        found = {kind: span for kind, span in found.items() if kind not in ("others", "disguised")}
    return [
        Flag.weakness("missing_i_statement", kind, dialogue, span, rule=f"missing_i_statement.{kind}")
        for kind, span in found.items()
    ]


def _judged(dialogue: Dialogue, sentence: Clause) -> list[tuple[Kind, Hit]]:
    """The kinds of judgement in one sentence, each with its words."""
    if is_question(sentence, dialogue.tongue) or _GIVES_BACK[dialogue.tongue].match(plain(sentence.text)):
        return []
    text = unquoted(sentence.text)
    evidence = hits("blame", text, dialogue.tongue)
    away = {hit.kind for hit in evidence}
    found: dict[Kind, Hit] = {}
    for kind in _KINDS:
        hit = next((hit for hit in evidence if hit.kind == kind), None)
        if hit is None:
            continue
        if hit.id == "blame.trait" and _DENIED[dialogue.tongue].search(plain(text[hit.start : hit.end])):
            continue
        if kind == "others" and (
            not _speaks_for_others(text, hit, dialogue.tongue) or echo(dialogue, text[hit.start : hit.end]) >= _ECHOED
        ):
            continue
        if kind == "demand" and (
            not _threatens(text, hit, dialogue.tongue) or _OWN_VERB[dialogue.tongue].search(plain(text[: hit.start]))
        ):
            continue
        if (
            kind == "disguised"
            and _SEEN[dialogue.tongue].match(plain(text[hit.start :]))
            and moves("acknowledgement", text, dialogue.tongue, "feeling")
        ):
            continue
        if kind in ("blame", "disguised") and moves("apology", text, dialogue.tongue, "fault"):
            continue
        if kind != "demand" and "praise" in away:
            continue
        if kind in ("blame", "disguised") and "feeling" in away and not away & {"absolute", "negative"}:
            continue
        found[kind] = hit
    if not found.keys() & {"blame", "disguised"}:
        weighed = (
            _weighed(text, evidence, echo(dialogue, text), dialogue.tongue) if len(text.split()) > _SHORT else None
        )
        if weighed and not moves("apology", text, dialogue.tongue, "fault"):
            found["disguised" if weighed.kind == "disguised" else "blame"] = weighed
    if "others" not in found and not away & {"praise", "mild"}:
        spoken = _spoken_for(text, evidence, dialogue.tongue) or _whole_group(text, dialogue.tongue)
        if spoken:
            found["others"] = spoken
    if "disguised" in found:
        found.pop("blame", None)
    return list(found.items())


def _threatens(text: str, hit: Hit, tongue: Tongue) -> bool:
    """Whether `otherwise` opens what would follow, and is not `something otherwise` or the end of a clause."""
    low = plain(text)
    otherwise = _OTHERWISE[tongue].match(low, hit.start)
    return otherwise is None or bool(_OPENS[tongue].search(low[: hit.start]) and low[otherwise.end() :][:1] != ",")


def _speaks_for_others(text: str, hit: Hit, tongue: Tongue) -> bool:
    """Whether the group is who thinks it: not somebody spoken to or about, and not `nobody complained`."""
    low = plain(text)
    if _NOBODY[tongue].search(low[max(0, hit.start - 12) : hit.end]):
        return False
    group = _GROUP[tongue].search(low, hit.start, hit.end)
    return group is None or group.start() != hit.start or not _SPOKEN_TO[tongue].search(low[: hit.start])


def _weighed(text: str, evidence: tuple[Hit, ...], shared: int, tongue: Tongue) -> Hit | None:
    """Blame by its parts: a stressed *you*, an absolute, a bad word; less so beside a fact, a feeling or thanks."""
    low = _SAYING[tongue].sub(lambda said: " " * len(said.group()), plain(text))
    you = _YOU[tongue].search(low)
    if not you:
        return None
    kinds = {hit.kind for hit in evidence}
    if kinds & {"praise", "feeling", "check"} or _OBJECT[tongue].search(low):
        return None
    weight = 0.6 if _STRESSED[tongue].search(low) else 0.0
    weight += min(0.8, sum(hit.weight for hit in evidence if hit.kind == "absolute"))
    weight += min(0.5, sum(hit.weight for hit in evidence if hit.kind == "particle"))
    bad = [
        hit
        for hit in evidence
        if hit.kind == "unable" or (hit.kind == "negative" and not _NOT_JUST_BEFORE[tongue].search(low[: hit.start]))
    ]
    if _STRESSED[tongue].search(low):
        bad += [hit for hit in evidence if hit.kind in ("absolute", "opener")]
        weight += min(0.5, sum(hit.weight for hit in evidence if hit.kind == "opener"))
    weight += min(1.0, sum(hit.weight for hit in bad if hit.kind in ("negative", "unable")))
    weight -= min(1.0, sum(hit.weight for hit in evidence if hit.kind == "mild"))
    if _FIGURE[tongue].search(low) or concrete(text, tongue):
        weight -= 0.6
    if _MINE[tongue].search(low):
        weight -= 0.5
    if shared >= _ECHOED:
        weight -= 0.6
    if not bad or weight < _ENOUGH:
        return None
    parts = sorted(bad, key=lambda hit: hit.start)
    start, end = min(you.start(), parts[0].start), max(hit.end for hit in parts)
    kind = "disguised" if "opener" in kinds else "blame"
    return Hit(start, max(end, you.end()), f"{kind}.weighed", kind, weight)


def _whole_group(text: str, tongue: Tongue) -> Hit | None:
    """A group taken as a whole that is said to see, think or say something of the other."""
    low = plain(text)
    group = _ALL_OF[tongue].search(low)
    if group is None or _SPOKEN_TO[tongue].search(low[: group.start()]):
        return None
    rest = low[group.end() :]
    if not (_YOU[tongue].search(rest) or _THAT_ALONE[tongue].match(rest)):
        return None
    return Hit(group.start(), group.end(), "others.whole", "others", 1.0)


def _spoken_for(text: str, evidence: tuple[Hit, ...], tongue: Tongue) -> Hit | None:
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
        or not (_YOU[tongue].search(plain(text)) or any(hit.kind == "negative" for hit in evidence))
    ):
        return None
    around = Hit(min(group.start, opinion.start), max(group.end, opinion.end), group.id, "others", 1.0)
    if any(hit.kind == "mild" for hit in evidence) or not _speaks_for_others(text, around, tongue):
        return None
    return replace(around, id="others.weighed")
