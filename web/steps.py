"""How the steps of a course stand in a talk: what was done, with its words, and what to say of the rest. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from personas.types import Course
from scoring.course import Tick, asked_steps, ticks
from simulator.talk import Talk

Status = Literal["done", "open", "early", "late", "broken", "running", "unmarked"]
"""`early` and `late` were said out of their place, `broken` should not have happened, `running` is settled only when
the talk is over, and `unmarked` is what this talk gave no occasion for."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the course, with its evidence."""

    id: str
    title: str
    why: str
    status: Status
    missing: str = ""
    """The sentence for whoever did not take it."""
    before: str = ""
    """The title of the step it has to follow, where it has one."""
    quote: str = ""
    turn: int | None = None
    """The number of the turn in the record, for the link."""
    number: int | None = None
    """The same turn as the trainee counts: those taken back left out."""
    words: int | None = None
    """How many words came before it, where that matters."""
    seconds: float | None = None
    """How many seconds came before it or, of a silence, how long it was."""

    @property
    def is_to_do(self) -> bool:
        """Whether there is something to take along from it."""
        return self.status in ("open", "early", "late", "broken")


def steps_in(talk: Talk, course: Course | None) -> tuple[Step, ...]:
    """Every step this talk asks for, as far as the talk came; nothing before the first turn."""
    if course is None or not talk.complete:
        return ()
    records = {r.scored.score.turn: r.received.turn for r in talk.complete if r.scored is not None}
    numbers = {r.received.turn: number for number, r in enumerate(talk.rounds, 1)}
    sounds = {r.scored.score.turn: r.measured.delivery for r in talk.complete if r.scored and r.measured}
    case, over = talk.session.scenario, talk.ended is not None
    found = []
    asked = asked_steps(course, case)
    titles = {step.id: step.title for step in asked}
    for step, tick in zip(
        asked, ticks(course, talk.scores, talk.dialogue(), case=case, sounds=sounds, over=over), strict=True
    ):
        turn = records.get(tick.turn) if tick.turn is not None else None
        settled_late = step.never is not None or step.most_reasons is not None
        found.append(
            Step(
                id=step.id,
                title=step.title,
                why=step.why,
                status=_status(tick, running=settled_late and not over),
                missing=step.missing or step.why,
                before=titles.get(step.after, "") if step.after else "",
                quote=tick.quote,
                turn=turn,
                number=numbers.get(turn) if turn is not None else None,
                words=tick.words,
                seconds=tick.seconds,
            )
        )
    return tuple(found)


def _status(tick: Tick, *, running: bool) -> Status:
    if tick.status == "open":
        return tick.amiss or ("running" if running else "open")
    return tick.status
