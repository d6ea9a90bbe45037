"""How far each feeling moves: the reactions of the persona file that hold, and the engine's own few rules. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from personas.types import FEELINGS, AvatarState, Change, Feeling, Reaction
from simulator.cause import engine_says, says
from simulator.conditions import Moment
from simulator.difficulty import Level
from simulator.memory import Memory, wounds
from simulator.types import Cause

BETTER: dict[Feeling, int] = {"trust": 1, "openness": 1, "tension": -1}
"""The feelings that kindness moves, and the sign of a step for the better. What is understood, and what is hoped on
the strength of it, follows from the words and not from kindness."""
REPETITION = Change(trust=-0.05, tension=0.05)
"""Added for each earlier turn with the same slip, at most `REPEATS` times."""
REPEATS = 3
DEBT = 0.5
"""What is left of a step for the better while something is still to be made good."""
INSULT = Change(trust=-0.2, tension=0.2, openness=-0.1)
PIECES = 0.55
"""How far a message is understood, at most, that came in pieces: it is out, without the one clear sentence."""
LESS_HOPE = -0.3
UNSAID = 0.4
"""The most that can be understood of a message that nobody has said."""


@dataclass(frozen=True, slots=True)
class Held:
    """A reaction of the file that holds now."""

    index: int
    reaction: Reaction
    quote: str


def causes(
    held: tuple[Held, ...], moment: Moment, memory: Memory, level: Level, *, language: str, name: str, insulted: bool
) -> tuple[Cause, ...]:
    """Every step of this turn, each with its reason. The state after it is the state before plus their sum, clamped."""
    steps = [
        Cause(
            rule=f"reactions[{one.index}]",
            says=says(one.reaction.on, language, name),
            quote=one.quote,
            change=_scaled(one.reaction.change, level),
        )
        for one in held
    ]
    steps = _one_step(steps)
    steps = _not_before_it_is_said(steps, moment)
    if (wounds(moment.now) or memory.owed) and (half := _halved(steps)) is not None:
        steps.append(Cause(rule="engine.debt", says=engine_says("debt", language, name), change=half))
    steps += _repeated(moment, level, language, name)
    steps += _said_in_pieces(steps, moment, language, name)
    if insulted:
        step = _scaled(INSULT, level)
        steps.append(Cause(rule="engine.insult", says=engine_says("insult", language, name), change=step))
    return tuple(cause for cause in steps if cause.change != Change())


def moved(state: AvatarState, steps: tuple[Cause, ...]) -> AvatarState:
    """The state after these steps, each feeling kept from 0 to 1."""
    return AvatarState(
        **{
            feeling: round(
                min(1.0, max(0.0, getattr(state, feeling) + sum(getattr(s.change, feeling) for s in steps))), 4
            )
            for feeling in FEELINGS
        }
    )


def _scaled(change: Change, level: Level) -> Change:
    def by(feeling: Feeling, step: float) -> float:
        if feeling == "understanding" or (feeling == "hope" and step < 0):
            return step
        better = step * BETTER.get(feeling, -1) > 0
        return _bounded(step * (level.gain if better else level.loss))

    return Change(**{feeling: by(feeling, getattr(change, feeling)) for feeling in FEELINGS})


def _one_step(steps: list[Cause]) -> list[Cause]:
    """Of several steps for the better in one turn only the largest counts, for each feeling."""
    for feeling, sign in BETTER.items():
        sizes = [getattr(step.change, feeling) * sign for step in steps]
        best = max(range(len(steps)), key=sizes.__getitem__, default=0)
        steps = [step if sizes[i] <= 0 or i == best else _with(step, **{feeling: 0.0}) for i, step in enumerate(steps)]
    return steps


def _not_before_it_is_said(steps: list[Cause], moment: Moment) -> list[Cause]:
    """While the message is unsaid, no more of it is understood than can be guessed."""
    if moment.now.score.message_said:
        return steps
    room = max(0.0, UNSAID - moment.state.understanding)
    kept = []
    for step in steps:
        taken = min(step.change.understanding, room)
        room -= max(0.0, taken)
        kept.append(_with(step, understanding=_bounded(taken)))
    return kept


def _halved(steps: list[Cause]) -> Change | None:
    """What is taken off again from the steps for the better."""
    off: dict[str, float] = {
        feeling: _bounded(-DEBT * sum(s for step in steps if (s := getattr(step.change, feeling)) * sign > 0))
        for feeling, sign in BETTER.items()
    }
    return Change(**off) if any(off.values()) else None


def _repeated(moment: Moment, level: Level, language: str, name: str) -> list[Cause]:
    """The slip of this turn that was made most often before hurts more each time."""
    before = {flag.name: sum(said.slip(flag.name) is not None for said in moment.past) for flag in moment.now.slips}
    flag = max(moment.now.slips, key=lambda slip: before[slip.name], default=None)
    if flag is None or not before[flag.name]:
        return []
    times = min(before[flag.name], REPEATS)
    step = Change(trust=_bounded(REPETITION.trust * times), tension=_bounded(REPETITION.tension * times))
    told = engine_says("repetition", language, name, flag.name)
    return [Cause(rule="engine.repetition", says=told, quote=flag.quote, change=_scaled(step, level))]


def _said_in_pieces(steps: list[Cause], moment: Moment, language: str, name: str) -> list[Cause]:
    """The turn in which the message came out without a clear sentence, and without words that take it back."""
    first = moment.now.score.message_said and not any(said.score.message_said for said in moment.past)
    if not first or moment.now.move("clear_message") or moment.now.slip("vagueness"):
        return []
    room = PIECES - moment.state.understanding - sum(step.change.understanding for step in steps)
    if room <= 0:
        return []
    step = Change(understanding=_bounded(room), hope=LESS_HOPE)
    return [Cause(rule="engine.said", says=engine_says("said", language, name), change=step)]


def _with(cause: Cause, **steps: float) -> Cause:
    return cause.model_copy(update={"change": cause.change.model_copy(update=steps)})


def _bounded(step: float) -> float:
    return round(min(1.0, max(-1.0, step)), 4) + 0.0
