"""What the avatar wants to do now, best first: what the persona file says, then what the moment asks. Pure.

Each choice is tried until one has a line that can be said; see `reaction.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from personas.types import Intent, Kind, Layer, Persona
from simulator.conditions import Moment, Said, met
from simulator.cue import ANNOUNCEMENT, FAREWELL, GREETING, TOLD, Cue, heard, plain
from simulator.difficulty import Level
from simulator.memory import Memory
from simulator.step import Held

_TAG = re.compile(
    r"\W(?:he|hee|hoor|toch|niet|nee|ja|wel|oke|ok|zeker|of niet|of wat|niet waar|nietwaar|snapt ge|begrijp je)\W*$"
)
ON_SLIP: dict[Kind, Intent] = {
    "delay": "press_for_message", "guess": "press_for_message", "hiding": "name_it", "soothing": "close",
    "no_answer": "repeat_question", "shifting": "repeat_question",
    "blame": "strike_back", "disguised": "strike_back", "others": "strike_back", "demand": "strike_back",
    "hedged": "ask_what_is_meant", "open": "ask_what_is_meant", "euphemism": "ask_what_is_meant",
    "fog": "ask_what_is_meant", "loose": "ask_agreement",
}  # fmt: skip
"""What a slip asks for, where the persona file has no reaction to it."""
MAKES_ROOM: frozenset[Intent] = frozenset({"answer", "soften_a_little", "receive", "confirm_summary", "object"})
"""Intents in which a person may tell more, out of trust or anger: any layer that may be told goes before them."""
GIVES_WAY: frozenset[Intent] = MAKES_ROOM | {
    "bargain", "accept_grudgingly", "ask_reason", "ask_when", "ask_who", "ask_what_now",
}  # fmt: skip
"""Intents before which a layer goes that this very turn called up."""
QUESTIONS: tuple[Intent, ...] = ("ask_reason", "ask_when", "ask_what_now", "ask_who")
"""What a person still wants to know, in this order, each at most `ASKED` times."""
ASKED = 2
CLEAR = 0.5
"""From here on the message counts as understood."""
HOPEFUL = 0.5
"""From here on the avatar hears hope in vague words."""
CLINGS = 0.35
"""From here on the avatar tries for another outcome, once the message is known."""
HEATED = 0.7
"""From here on the avatar objects before asking anything."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the avatar could do."""

    intent: Intent
    lines: tuple[str, ...] = ()
    """The lines that a reaction or a layer brings; without them those of the intent."""
    layer: str | None = None
    quote: str = ""
    """The trainee's words that called for it, for lines that repeat them."""


def choices(
    persona: Persona, moment: Moment, memory: Memory, level: Level, held: tuple[Held, ...], cue: Cue | None,
    *, silent: bool, mumbled: bool,
) -> Iterator[Choice]:  # fmt: skip
    """What the avatar could do, best first. `moment` holds the state after this turn's steps."""
    if cue == "insult":
        yield Choice("set_limit")
    if cue == "prompt_trick":
        yield Choice("stay_in_role")
    if mumbled:
        yield Choice("ask_again")
    bare = not moment.now.score.moves and not moment.now.slips
    if beside_the_talk(cue, moment.now):
        yield Choice("stay_in_role")
    layers = tuple(_layers(persona, moment, memory, level))
    for one in _news_first(held):
        if (does := one.reaction.does) is not None:
            yield from _with_layers(Choice(does, one.reaction.lines, quote=one.quote), layers, silent=silent)
    if cue == "flattery" and bare:
        yield Choice("stay_in_role")
    for choice in _of_the_moment(moment, memory, level, silent=silent):
        yield from _with_layers(choice, layers, silent=silent)
    yield Choice("answer")
    yield Choice("stay_silent")


def _news_first(held: tuple[Held, ...]) -> list[Held]:
    """The reactions in the order of the file; but news that lands now goes before what a good move would bring."""
    lands = any(one.reaction.does == "blow" for one in held)
    return sorted(held, key=lambda one: lands and one.reaction.does != "blow" and one.reaction.on.slip is None)


def beside_the_talk(cue: Cue | None, now: Said) -> bool:
    """Whether a turn asks something of a machine, or speaks another language, and does nothing else.

    An errand is a question itself (`Wie wint de koers?`): one that asks nothing about the other does not count.
    """
    if cue not in ("machine", "errand", "foreign"):
        return False
    return all(move.name == "open_question" and cue != "foreign" for move in now.score.moves)


def _of_the_moment(moment: Moment, memory: Memory, level: Level, *, silent: bool) -> Iterator[Choice]:
    said_now = moment.now.score.message_said and not any(said.score.message_said for said in moment.past)
    if not moment.now.score.message_said:
        yield from _unsaid(moment, memory, level, silent=silent)
    elif said_now:
        yield Choice("ask_what_is_meant" if _foggy(moment) else "blow")
    else:
        yield from _said(moment, memory, level, silent=silent)


def _unsaid(moment: Moment, memory: Memory, level: Level, *, silent: bool) -> Iterator[Choice]:
    """The message still has to come."""
    text = moment.now.text
    announced = heard(ANNOUNCEMENT, text) or silent
    if announced and not memory.did["wait_for_it"]:
        yield Choice("wait_for_it")
    if not moment.past and (heard(GREETING, text) or not moment.now.slips) and not moment.now.move("open_question"):
        yield Choice("greet")
    yield from _hopeful(moment, memory, level)
    yield from _on_slips(moment, memory, level)
    if memory.question and memory.pressed < level.persistence:
        yield Choice("repeat_question")
    if memory.unsaid < level.patience:
        yield Choice("answer" if moment.now.move("open_question") else "wait_for_it")
    yield Choice("press_for_message")


def _said(moment: Moment, memory: Memory, level: Level, *, silent: bool) -> Iterator[Choice]:
    """The message is out."""
    now, state = moment.now, moment.state
    if silent:
        yield Choice("stay_silent")
    yield from _hopeful(moment, memory, level)
    yield from _on_slips(moment, memory, level)
    if memory.question and memory.pressed < level.persistence:
        yield Choice("repeat_question")
    if now.move("apology"):
        yield Choice("receive")
    if now.move("agreement") or now.move("follow_up"):
        yield Choice("agree")
    if now.move("summary"):
        yield Choice("confirm_summary" if state.understanding >= CLEAR else "correct_summary")
    if heard(FAREWELL, now.text):
        returns = any(said.move("follow_up") for said in (*moment.past, now))
        yield Choice("say_goodbye" if moment.agreed or returns else "ask_agreement")
    if now.move("open_question"):
        yield Choice("answer")
    if now.move("acknowledgement"):
        yield Choice("soften_a_little")
    if now.move("boundary") or (now.move("clear_message") and memory.landed):
        yield Choice("accept_grudgingly")
    if _asks(now.text):
        yield Choice("answer")
    if _still_landing(moment, memory):
        yield Choice("stay_silent")
    yield from _from_within(moment, memory, level)


def _asks(text: str) -> bool:
    """Whether a turn ends with a question, also a closed one; `…, toch?` and the like only hold on to somebody."""
    return text.rstrip(" \"'”’»)").endswith("?") and not _TAG.search(plain(text))


def _still_landing(moment: Moment, memory: Memory) -> bool:
    """Whether nothing but silence came after the blow: words that ask nothing are taken in without words too."""
    if "blow" not in memory.intents:
        return False
    blow = len(memory.intents) - 1 - memory.intents[::-1].index("blow")
    return all(intent == "stay_silent" for intent in memory.intents[blow + 1 :]) and not any(
        said.text.strip() for said in moment.past[blow + 1 :]
    )


def _from_within(moment: Moment, memory: Memory, level: Level) -> Iterator[Choice]:
    """Nothing in this turn asks for an answer: the avatar comes with something of its own."""
    last = memory.intents[-1:]
    if moment.state.tension >= HEATED and last != ("object",) and memory.did["object"] < level.persistence:
        yield Choice("object")
    if moment.state.hope >= CLINGS and last != ("bargain",) and memory.did["bargain"] < level.persistence:
        yield Choice("bargain")
    open_ = [question for question in QUESTIONS if not _told_already(question, moment)]
    yield from (Choice(question) for question in open_ if not memory.did[question])
    if moment.now.score.phase in ("solution", "closing") and not moment.agreed and last != ("ask_agreement",):
        yield Choice("ask_agreement")
    yield from (Choice(question) for question in open_ if memory.did[question] < ASKED and last != (question,))
    if last != ("object",) and memory.did["object"] < level.persistence:
        yield Choice("object")
    if not moment.agreed:
        yield Choice("ask_agreement")


def _hopeful(moment: Moment, memory: Memory, level: Level) -> Iterator[Choice]:
    """Vague words are heard the way one would like to hear them; the first time one still asks."""
    vague = moment.now.slip("vagueness")
    if vague and moment.state.hope >= HOPEFUL and _foggy(moment):
        yield Choice("false_hope" if memory.did["ask_what_is_meant"] else "ask_what_is_meant", quote=vague.quote)


def _on_slips(moment: Moment, memory: Memory, level: Level) -> Iterator[Choice]:
    for slip in moment.now.slips:
        intent = ON_SLIP[slip.kind] if slip.kind else None
        said = moment.now.score.message_said
        if intent == "repeat_question" and (not memory.question or memory.pressed >= level.persistence):
            intent = "name_it" if said else "press_for_message"
        if intent == "press_for_message" and said:
            intent = "name_it"
        if intent == "ask_agreement" and not said:
            intent = "ask_what_is_meant"
        if intent is not None:
            yield Choice(intent, quote=slip.quote)


def _foggy(moment: Moment) -> bool:
    return moment.state.understanding < CLEAR and not moment.now.move("clear_message")


def _told_already(question: Intent, moment: Moment) -> bool:
    slots = {"ask_reason": "why", "ask_when": "when", "ask_who": "who", "ask_what_now": "what_now"}
    said = (*moment.past, moment.now)
    answered = any(one.score.asked == slots[question] and one.score.answered for one in said)
    patterns = next((found for name, found in TOLD.items() if name == question), ())
    return answered or any(one.score.message_said and heard(patterns, one.text) for one in said)


def _with_layers(choice: Choice, layers: tuple[tuple[Choice, bool], ...], *, silent: bool) -> Iterator[Choice]:
    """The layers that go before this choice, then the choice. To `tell` is to tell a layer, or nothing."""
    for layer, called in layers:
        room = choice.intent in MAKES_ROOM or choice.intent == "tell" or (called and choice.intent in GIVES_WAY)
        if room or (silent and called and choice.intent == "stay_silent"):
            yield layer
    if choice.intent != "tell":
        yield choice


def _layers(persona: Persona, moment: Moment, memory: Memory, level: Level) -> Iterator[tuple[Choice, bool]]:
    """The layers that may be told now, each with whether this very turn called it up."""
    recent = memory.intents[len(memory.intents) - level.between_layers :] if level.between_layers else ()
    if "tell" in recent:
        return
    state = moment.state
    shy = replace(
        moment,
        state=state.model_copy(
            update={
                feeling: min(1.0, max(0.0, round(getattr(state, feeling) + level.disclosure, 4)))
                for feeling in ("trust", "openness")
            }
        ),
    )
    # What would hold as well if nothing was said now was not called up by this turn.
    idle = replace(shy, now=Said(moment.now.score.model_copy(update={"slips": (), "moves": ()}), "", None))
    for layer in persona.layers:
        if layer.id in moment.told or layer.line is None or layer.opens == "never":
            continue
        if layer.opens == "free":
            yield _tell(layer), False
        elif met(layer.opens, shy) is not None:
            yield _tell(layer), met(layer.opens, idle) is None


def _tell(layer: Layer) -> Choice:
    return Choice("tell", (layer.line,) if layer.line else (), layer.id)
