"""How the avatar takes a turn: pure rules on the persona file, the talk so far and the score.

In order: which reactions of the file hold, how far the feelings move, what the avatar wants to do, whether the talk
ends with it, and which line says it. docs/avatar.md tells the same to a trainer.
"""

from __future__ import annotations

from dataclasses import replace

from personas.types import AvatarState, Ending, Persona
from scoring.types import Dialogue, Score, Utterance
from simulator.by_language import in_language
from simulator.conditions import Moment, Said, met
from simulator.cue import cue
from simulator.difficulty import LEVELS
from simulator.ending import ending
from simulator.events import Received
from simulator.intent import CLEAR, HOPEFUL, Choice, beside_the_talk, choices
from simulator.lines import choose
from simulator.memory import Memory, remember
from simulator.step import Held, causes, moved
from simulator.talk import Talk
from simulator.types import Response

MUMBLED = 0.5
"""From this share of unsure characters on the avatar asks to say it again."""
REPEATABLE = 60
"""Characters of the trainee's words that a person still gives back literally."""
HEARS = {
    "nl": "er is nog niets beslist, en het kan nog meevallen.",
    "en": "nothing is decided yet, and it may still turn out well.",
    "fr": "rien n'est encore décidé, et cela peut encore s'arranger.",
    "de": "es ist noch nichts entschieden, und es kann noch gut ausgehen.",
}
"""What the avatar goes home with when hope was heard in vague words."""


def react(talk: Talk, dialogue: Dialogue, score: Score, received: Received) -> Response:
    """What moves in the avatar, what it will do, and the authored line for it.

    `talk` stands before this turn; `dialogue` ends with what the trainee just said. The same talk, seed and score give
    the same response, to the byte.
    """
    session = talk.session
    persona, level = session.persona, LEVELS[session.difficulty]
    silent = received.kind == "silent"
    text = dialogue.last.text
    past = _past(talk)
    moment = Moment(
        now=Said(_where_it_stood(score, past), text, received.seconds if silent else received.silence_before),
        past=past,
        state=talk.state,
        told=talk.told,
    )
    memory = remember(talk, moment)
    sign = cue(text, session.language)
    for_a_machine = sign == "prompt_trick" or (sign != "foreign" and beside_the_talk(sign, moment.now))
    held = () if for_a_machine else _held(persona, moment, memory)
    steps = causes(
        held, moment, memory, level, language=session.language, name=persona.name.split()[0], insulted=sign == "insult"
    )
    after = moved(talk.state, steps)

    later = replace(moment, state=after)
    wishes = choices(persona, later, memory, level, held, sign, silent=silent, mumbled=_mumbled(dialogue.last))
    choice, line = next(
        (wish, line)
        for wish in (*wishes, Choice("stay_silent", ("…",)))
        if (line := _line(wish, talk, memory, received))
    )
    conclusions = memory.did["false_hope"] + (choice.intent == "false_hope")
    end = ending(persona, later, choice.intent, conclusions=conclusions, leaves_after=level.leaves_after)
    if choice.intent == "walk_out":
        end = "walks_out"
    elif end is not None and not (end == "false_hope" and choice.intent == "false_hope"):
        leaves = Choice("walk_out" if end == "walks_out" else "say_goodbye")
        choice, line = leaves, _line(leaves, talk, memory, received) or line
    return Response(
        before=talk.state,
        after=after,
        causes=steps,
        intent=choice.intent,
        layer=choice.layer,
        line=line,
        hears=_hears(talk, after, choice, end),
        ending=end,
    )


def _past(talk: Talk) -> tuple[Said, ...]:
    return tuple(
        Said(
            past.scored.score,
            past.heard.transcript.text if past.heard else "",
            past.received.seconds if past.received.kind == "silent" else past.received.silence_before,
        )
        for past in talk.complete
        if past.scored is not None
    )


def _where_it_stood(score: Score, past: tuple[Said, ...]) -> Score:
    """A turn that could not be judged, such as a silent one, leaves the talk where it was."""
    graded = [said.score for said in past if not said.score.ungraded]
    if not score.ungraded or not graded or score.message_said:
        return score
    last = graded[-1]
    lands = last.message_said and last.phase in ("opening", "message")
    return score.model_copy(
        update={
            "message_said": last.message_said,
            "phase": "catching" if lands else "message" if last.phase == "opening" else last.phase,
        }
    )


def _held(persona: Persona, moment: Moment, memory: Memory) -> tuple[Held, ...]:
    """The reactions of the file that hold. News lands once, and only when it was said."""
    lands = moment.now.score.message_said and not memory.landed
    return tuple(
        Held(index, reaction, quote)
        for index, reaction in enumerate(persona.reactions)
        if (quote := met(reaction.on, moment)) is not None and (reaction.does != "blow" or lands)
    )


def _line(choice: Choice, talk: Talk, memory: Memory, received: Received) -> str | None:
    """The line for a choice, or None where it has none that can be said now."""
    session = talk.session
    own = session.persona.lines.get(choice.intent, ())
    pools = [choice.lines] if choice.layer else [pool for pool in (choice.lines, own) if pool]
    values = {
        **session.scenario.words,
        "trainee": session.scenario.trainee_name,
        "question": memory.question or "",
        "quote": choice.quote.strip(" .,!?") if len(choice.quote) <= REPEATABLE else "",
    }
    return choose(pools, values, talk.said_lines, f"{session.seed}:{received.turn}:{choice.intent}")


def _mumbled(last: Utterance) -> bool:
    unsure = sum(end - start for start, end in last.unsure)
    return bool(last.text.strip()) and unsure >= MUMBLED * len(last.text.strip())


def _hears(talk: Talk, after: AvatarState, choice: Choice, end: Ending | None) -> str:
    hopeful = choice.intent == "false_hope" and after.hope >= HOPEFUL and after.understanding < CLEAR
    if not hopeful and end != "false_hope":
        return ""
    return in_language(HEARS, talk.session.language)
