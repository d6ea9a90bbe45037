"""Evasiveness: going round what this moment asks for.

Six forms: delay, no answer, hiding, shifting, soothing, making the other guess. What the moment asks follows from the
talk: whether the message was said, what the other just asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from personas.types import Kind
from scoring.clauses import clauses, is_question, sentences, unquoted
from scoring.dates import concrete
from scoring.evidence import sentence_of
from scoring.forms import skipped
from scoring.message import message_said, touches
from scoring.missing_i_statement import missing_i_statement
from scoring.patterns import Pattern
from scoring.rules import rule
from scoring.slots import Question, asked, fills, promises, questions
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag, Tongue
from scoring.vagueness import Vague, vague_stretches
from scoring.words import Hit, hits, of_class

_PATIENCE = 12
"""So many words beside greeting and announcement before the message put it off."""
_PATIENCE_WITH_CHAT = 6
"""The same where small talk or a run-up is heard."""
_PATIENCE_ANNOUNCED = 26
"""The same where the news was announced in this turn."""
_PATIENCE_ANSWERED = 20
"""The same where a question of the other was answered first."""
_SHORT_CLAUSE = 8
_EARLY = 3
"""After so many turns of the trainee a talk is past the point where the message is put off; it is missing."""
_YOURS = Pattern("evasiveness.yours")
_YOU = Pattern("evasiveness.you")
_KNOWN = Pattern("evasiveness.known")
"""`Ge weet dat` only keeps the other listening."""
_THE_TALK = Pattern("evasiveness.the_talk")
"""A small word for the talk itself says nothing of the message yet."""
_STAKE = Pattern("evasiveness.stake")
"""Somebody who speaks of what is at stake for them, or is silent, has heard it."""
_OUTCOME = Pattern("evasiveness.outcome")
"""How the matter ended, however carefully it is said."""
_AFTER_THE_NEWS = ("why", "how_many", "who", "when", "what_now")
_REASON = Pattern("evasiveness.reason")
_YES_NO = Pattern("evasiveness.yes_no")
_WHY_HERE = Pattern("evasiveness.why_here")
"""Who asks why they were called in still waits for it."""
_WAITS = Pattern("evasiveness.waits")
"""Words of somebody who still waits for what is to come."""
_WIDE = ("open", "meaning", "what_now")
"""Questions whose answer has no form by which it is known."""
_ENOUGH = 0.9
_COUNTER = Pattern("evasiveness.counter")
_SAID_BEFORE = Pattern("evasiveness.said_before")
"""`Ik zei`, `ik heb je gezegd`: what follows was said before."""
_BY_THEN = Pattern("evasiveness.by_then")
"""Comfort that ends in asking for word by a fixed moment is none."""
_TAGGED = Pattern("evasiveness.tagged")
"""A statement with a tag behind it asks nothing."""
_ECHOED_DOWN = Pattern("evasiveness.echoed_down")
"""`Een dief, een dief ...`: the word of the other, said twice to make it small."""
_YES_FIRST = Pattern("evasiveness.yes_first")
_OF_YES = Pattern("evasiveness.of_yes")
_OWN_DEED = Pattern("evasiveness.own_deed")
_BETWEEN_PEOPLE = ("conflict", "mediation", "culture")
_SMALL_QUESTION = Pattern("evasiveness.small_question")
"""Questions that wait for no answer."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the last turn stood before, worked out once. Spans are in code points of the utterance."""

    text: str
    tongue: Tongue
    pending: tuple[Question, ...]
    """What the other just asked."""
    answered: bool
    """Whether one of these was answered, or openly left open."""
    turns: int
    """How many turns the trainee had, this one included."""
    due: bool
    """Whether the message had to be said and still is not."""
    evidence: tuple[Hit, ...]
    """What words/nl/evade.yaml finds in the sentences."""


@lru_cache(maxsize=256)
def moment(dialogue: Dialogue) -> Moment:
    """What this turn stood before."""
    text = dialogue.last.text
    other = dialogue.before[-1] if dialogue.before and dialogue.before[-1].speaker == "avatar" else None
    pending = (
        tuple(q for q in questions(other.text, dialogue.tongue) if not _SMALL_QUESTION[dialogue.tongue].match(q.text))
        if other
        else ()
    )
    return Moment(
        text=text,
        tongue=dialogue.tongue,
        pending=pending,
        answered=any(fills(question, text) for question in pending) or not pending,
        turns=sum(1 for utterance in dialogue.utterances if utterance.speaker == "trainee"),
        due=dialogue.course in NEWS_COURSES and not message_said(dialogue),
        evidence=hits("evade", text, dialogue.tongue),
    )


@rule
def delay(dialogue: Dialogue) -> list[Flag]:
    """The message is due and the turn is spent on something else."""
    now = moment(dialogue)
    vague = vague_stretches(dialogue)
    kinds = {stretch.kind for stretch in vague}
    veils = any(
        v.kind == "euphemism" and not _THE_TALK[dialogue.tongue].search(now.text[v.start : v.end]) for v in vague
    )
    if not now.due or veils or promises(now.text, dialogue.tongue) or _landed(dialogue):
        return []
    if _catches(now) and "fog" not in kinds:
        return []
    veiled = [stretch for stretch in vague if stretch.kind in ("hedged", "loose", "open", "fog")]
    if any(stretch.kind in ("hedged", "loose") and now.pending for stretch in veiled):
        return []
    if any(stretch.kind != "fog" and _about_it(dialogue, now, stretch) for stretch in veiled):
        return []
    if guess(dialogue) or now.turns > _EARLY or missing_i_statement(dialogue) or _names_what_is_yours(now, kinds):
        return []
    chat = of_class("smalltalk", now.text, dialogue.tongue, "chat")
    fogged = bool(veiled) and not now.pending and _spent(now.text, dialogue.tongue) > _PATIENCE_WITH_CHAT
    if not chat and "fog" not in kinds and (hiding(dialogue) or soothing(dialogue)):
        return []
    patience = _PATIENCE_WITH_CHAT if chat else _PATIENCE
    if of_class("decisions", now.text, dialogue.tongue, "announce"):
        patience = _PATIENCE_ANNOUNCED
    elif now.pending and now.answered and not chat:
        patience = _PATIENCE_ANSWERED
    if "fog" not in kinds and not fogged and _spent(now.text, dialogue.tongue) < patience:
        return []
    if (
        not (chat or fogged or "fog" in kinds)
        and _spent(_beside_you(now, first=not dialogue.before), dialogue.tongue) < _PATIENCE
    ):
        return []
    span = (chat[0].start, chat[-1].end) if chat else (0, len(now.text))
    return [_flag(dialogue, "delay", span)]


def _beside_you(now: Moment, *, first: bool) -> str:
    """The sentences that are not about the other and give no reason: what a run-up is made of.

    In a first turn a question is run-up as well, and `ja` answers nobody.
    """
    kept: list[str] = []
    for sentence in sentences(now.text):
        low = plain(sentence.text)
        asks = first and is_question(sentence, now.tongue)
        about_you = bool(_YOU[now.tongue].search(_KNOWN[now.tongue].sub(" ", low))) and not asks
        answers = bool(_YES_NO[now.tongue].match(low)) and not first and now.answered
        if not (about_you or answers or _REASON[now.tongue].search(low)):
            kept.append(low)
    return " ".join(kept)


def _landed(dialogue: Dialogue) -> bool:
    """Whether the line before this turn shows that the other already knows the news.

    A talk may be handed to us from its middle. Who asks why, who or how much, or speaks of what it means, has heard it.
    """
    if not dialogue.before or dialogue.before[-1].speaker != "avatar":
        return False
    line = dialogue.before[-1].text
    slot = asked(line, dialogue.tongue)
    if slot is not None:
        return slot in _AFTER_THE_NEWS and not _WHY_HERE[dialogue.tongue].search(plain(line))
    if len(dialogue.before) > 1:
        return False
    low = plain(line)
    stirred = bool(_STAKE[dialogue.tongue].search(low)) or touches(line, dialogue.message, dialogue.tongue)
    return "?" not in line and stirred and not _WAITS[dialogue.tongue].search(low)


def _about_it(dialogue: Dialogue, now: Moment, stretch: Vague) -> bool:
    """Whether the sentence with this stretch answers, names the other or the thing at stake: then it was said."""
    sentence = sentence_of(now.text, stretch.start).text
    names_you = bool(_YOU[dialogue.tongue].search(_KNOWN[dialogue.tongue].sub(" ", plain(sentence))))
    said = names_you or bool(_OUTCOME[dialogue.tongue].search(plain(sentence)))
    return said or touches(sentence, dialogue.message, dialogue.tongue)


def _spent(text: str, tongue: Tongue) -> int:
    """The words of `text` that are neither greeting nor frame."""
    count = 0
    for clause in clauses(text, tongue):
        frames = of_class("smalltalk", clause.text, tongue, "frame")
        words = len(clause.text.split())
        if not frames:
            count += words
        elif words > _SHORT_CLAUSE:
            count += words - 2 * len(frames)
    return count


def _names_what_is_yours(now: Moment, kinds: set[Kind]) -> bool:
    """Whether a fog settles over the very thing the message is about: then it was said, however foggily."""
    return "fog" in kinds and bool(_YOURS[now.tongue].search(plain(now.text)))


@rule
def hiding(dialogue: Dialogue) -> list[Flag]:
    """The decision or judgement is laid with nobody or with others, and the speaker does not stand behind it."""
    now = moment(dialogue)
    found = _hits(now, "hiding") + (_hits(now, "absent") if _open(now) else [])
    if dialogue.course in _BETWEEN_PEOPLE and not _OWN_DEED[dialogue.tongue].search(plain(now.text)):
        found += _hits(now, "agentless")
    found = [hit for hit in found if not (hit.id == "hiding.passive" and _by_me(now, hit))]
    if not found or of_class("decisions", dialogue.last.text, dialogue.tongue, "own"):
        return []
    return [_flag(dialogue, "hiding", _span(found))]


def _by_me(now: Moment, hit: Hit) -> bool:
    """Whether the clause of a passive names the speaker as the one who did it."""
    clause = next((c for c in clauses(now.text, now.tongue) if c.start <= hit.start < c.end), None)
    return clause is not None and bool(_OWN_DEED[now.tongue].search(plain(clause.text)))


@rule
def soothing(dialogue: Dialogue) -> list[Flag]:
    """A platitude, early comfort or playing down."""
    now = moment(dialogue)
    tagged = [
        hit for hit in now.evidence if hit.kind == "soothing" and _TAGGED[dialogue.tongue].search(_asks_with(now, hit))
    ]
    found = [hit for hit in (*_hits(now, "soothing"), *tagged) if not _reported(dialogue, hit)]
    played_down = _ECHOED_DOWN[dialogue.tongue].match(plain(now.text))
    if played_down and dialogue.other and played_down["word"] in plain(dialogue.other.text):
        return [_flag(dialogue, "soothing", played_down.span())]
    if vague_stretches(dialogue):
        found = [hit for hit in found if hit.id != "soothing.ach"]
    if sum(hit.weight for hit in found) < _ENOUGH:
        return []
    return [_flag(dialogue, "soothing", _span(found))]


def _asks_with(now: Moment, hit: Hit) -> str:
    """The sentence of `hit` where it ends in a question mark, else nothing."""
    sentence = sentence_of(now.text, hit.start)
    return plain(sentence.text) if is_question(sentence, now.tongue) else ""


def _reported(dialogue: Dialogue, hit: Hit) -> bool:
    """Whether these are the speaker's own words of before, told or quoted, or lead up to a fixed moment."""
    sentence = sentence_of(dialogue.last.text, hit.start)
    if _BY_THEN[dialogue.tongue].search(plain(sentence.text)) and concrete(sentence.text, dialogue.tongue):
        return True
    start, end = hit.start - sentence.start, hit.end - sentence.start
    return (
        bool(_SAID_BEFORE[dialogue.tongue].search(plain(sentence.text[:start])))
        or not unquoted(sentence.text)[start:end].strip()
    )


@rule
def guess(dialogue: Dialogue) -> list[Flag]:
    """The other must say the bad news."""
    now = moment(dialogue)
    found = [hit for hit in now.evidence if hit.kind == "guess"]
    sure = any(hit.id == "guess.strong" for hit in found)
    if not found or not (now.due or _open(now) or (sure and not now.pending and not message_said(dialogue))):
        return []
    return [_flag(dialogue, "guess", _span(found))]


@rule
def shifting(dialogue: Dialogue) -> list[Flag]:
    """Another subject, a counter-attack or a counter-question instead of an answer."""
    now = moment(dialogue)
    found = [hit for hit in now.evidence if hit.kind == "shifting"]
    blamed = [flag for flag in missing_i_statement(dialogue) if flag.kind == "blame"] if _open(now) else []
    if found and not now.pending and missing_i_statement(dialogue):
        return []
    if not found and _counters(now):
        return [_flag(dialogue, "shifting", (0, len(now.text.rstrip())))]
    if not found and blamed and not vague_stretches(dialogue):
        first = blamed[0]
        return [_flag(dialogue, "shifting", (first.start, first.end))]
    turned = [hit for hit in found if hit.id == "shifting.turn" and now.pending and _open_before(now, hit)]
    if turned:
        return [_flag(dialogue, "shifting", _span(turned))]
    if not found or (now.pending and not _open(now)) or _catches(now):
        return []
    return [_flag(dialogue, "shifting", _span(found))]


def _open_before(now: Moment, hit: Hit) -> bool:
    """Whether nothing that stands before `hit` answers the other."""
    before = now.text[: hit.start]
    return bool(re.fullmatch(rf"{skipped(now.tongue)}\W*", plain(before))) or not any(
        fills(question, before) for question in now.pending
    )


def _counters(now: Moment) -> bool:
    """Whether a question gets nothing but a question why the other did or does something."""
    return (
        bool(now.pending)
        and bool(_COUNTER[now.tongue].match(plain(now.text)))
        and all(is_question(s, now.tongue) for s in sentences(now.text))
    )


@rule
def no_answer(dialogue: Dialogue) -> list[Flag]:
    """A direct question stays open, and nothing says why or until when."""
    now = moment(dialogue)
    if not now.pending:
        return []
    given_back = of_class("blame", now.text, dialogue.tongue, "check")
    dodges = [] if given_back else _hits(now, "dodge") + _deferrals(now)
    fog = [vague for vague in vague_stretches(dialogue) if vague.kind == "fog"]
    if fog and _open(now):
        return [_flag(dialogue, "no_answer", (fog[0].start, fog[0].end))]
    if not dodges and (now.answered or _settles(dialogue, now)):
        return []
    if dodges and _plainly(now):
        return []
    return [_flag(dialogue, "no_answer", _span(dodges) if dodges else None)]


def _deferrals(now: Moment) -> list[Hit]:
    """Words that put off an answer which has a form of its own, without saying until when."""
    if all(question.slot in _WIDE for question in now.pending) or concrete(now.text, now.tongue):
        return []
    return _hits(now, "deferral")


def _settles(dialogue: Dialogue, now: Moment) -> bool:
    """Whether the turn gives the moment something else that counts: a decision, a date, room, a vague answer."""
    kinds = {vague.kind for vague in vague_stretches(dialogue)}
    told = " ".join(s.text for s in sentences(now.text) if not is_question(s, dialogue.tongue))
    if kinds - {"fog"} and not (_hits(now, "soothing") and _open(now)):
        return True
    return bool(
        of_class("decisions", now.text, dialogue.tongue, "end", "refuse", "choose", "keep", "announce")
        or concrete(told, dialogue.tongue)
        or _catches(now)
        or of_class("blame", now.text, dialogue.tongue, "check")
    )


def _plainly(now: Moment) -> bool:
    """Whether the turn begins with the answer."""
    told = [plain(s.text) for s in sentences(now.text) if not is_question(s, now.tongue)]
    return any(question.slot == "yes_no" for question in now.pending) and (
        any(_YES_FIRST[now.tongue].match(low) for low in told[:1])
        or any(_OF_YES[now.tongue].search(low) for low in told)
    )


def _open(now: Moment) -> bool:
    """Whether a question waits that nothing certain answers; for a wide question that is any answer so far."""
    return bool(now.pending) and not any(fills(q, now.text) for q in now.pending if q.slot not in _WIDE)


def _catches(now: Moment) -> bool:
    return any(hit.kind == "catching" for hit in now.evidence)


def _hits(now: Moment, kind: str) -> list[Hit]:
    """Hits of one class that do not stand in a question."""
    asked = [(s.start, s.end) for s in sentences(now.text) if is_question(s, now.tongue)]
    return [h for h in now.evidence if h.kind == kind and not any(start <= h.start < end for start, end in asked)]


def _span(found: list[Hit]) -> tuple[int, int]:
    best = max(found, key=lambda hit: (hit.weight, hit.end - hit.start))
    return best.start, best.end


def _flag(dialogue: Dialogue, kind: Kind, span: tuple[int, int] | None) -> Flag:
    return Flag.weakness("evasiveness", kind, dialogue, span, rule=f"evasiveness.{kind}")
