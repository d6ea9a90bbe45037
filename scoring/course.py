"""Which steps of a conversation model were done, with the words that show it. Pure.

A step is open until its evidence is there, and then done for good. What must not happen (`never`, `most_reasons`) is
settled only when the talk is over, and broken for good from the moment it happens: so nothing that was ticked is ever
unticked while the talk goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from personas.types import Course, CourseStep, Frozen, Phase, Scenario
from scoring.delivery.types import Delivery
from scoring.steps import fact, giving_way, move, part, promise, reasons, silence
from scoring.steps.before import seconds_before, words_before
from scoring.steps.types import Evidence, Told
from scoring.types import Dialogue, Score

_ORDER: tuple[Phase, ...] = ("opening", "message", "catching", "solution", "closing")
Status = Literal["done", "open", "broken", "unmarked"]
"""`broken` is what should not have happened; `unmarked` is what this talk gave no occasion for."""


class Tick(Frozen):
    """One step of the course and how it stands."""

    id: str
    title: str
    status: Status
    turn: int | None = None
    """The index of the utterance that shows it."""
    start: int = 0
    end: int = 0
    quote: str = ""
    """The words that show it, exactly as they stand in that utterance; empty for a silence."""
    amiss: Literal["early", "late"] | None = None
    """Why a step is open whose words were said: before the step it follows on, or too late."""
    words: int | None = None
    """How many words the trainee had spent before, where the step has a bound on it."""
    seconds: float | None = None
    """The same in seconds of talking, where they are known; for a silence, how long it was."""

    @property
    def done(self) -> bool:
        """Whether the step was taken."""
        return self.status == "done"


def ticks(
    course: Course,
    scores: Sequence[Score],
    dialogue: Dialogue,
    *,
    case: Scenario | None = None,
    sounds: Mapping[int, Delivery] | None = None,
    over: bool = False,
) -> tuple[Tick, ...]:
    """Every step that `case` asks for, in the order of the course.

    `scores` are those of the trainee's turns of `dialogue`; `sounds` is what was measured of them, by the index of the
    utterance. A step that names a phase is done in that phase; one for the phases before the message is also done
    earlier, since saying it at once is not saying it in the wrong place.
    """
    told = Told(dialogue, {score.turn: score for score in scores}, case, sounds or {}, over)
    first: dict[str, Evidence] = {}
    found = []
    for step in asked_steps(course, case):
        tick, evidence = _kept(step, told) if step.never or step.most_reasons else _done(step, told, first)
        if evidence is not None:
            first[step.id] = evidence
        found.append(tick)
    return tuple(found)


def asked_steps(course: Course, case: Scenario | None) -> tuple[CourseStep, ...]:
    """The steps that a case asks for: not those about facts it does not have, or about the customs of elsewhere.

    Without a case, all of them.
    """
    if case is None:
        return course.steps
    facts = {each.id for each in case.facts}
    return tuple(
        step
        for step in course.steps
        if (step.fact is None or step.fact in facts) and (step.culture is None or step.culture == case.culture)
    )


def shown(step: CourseStep, told: Told) -> Iterator[Evidence]:
    """All that shows a step, in the order of the talk, wherever it stands."""
    if step.move or step.any_of:
        yield from move.shown((step.move,) if step.move else step.any_of, told)
    elif step.part:
        yield from part.shown(step.part, told)
    elif step.all_of:
        yield from part.shown_together(step.all_of, told)
    elif step.silence:
        yield from silence.shown(step.silence, told)
    elif step.fact:
        known = told.case.facts if told.case else ()
        yield from (evidence for each in known if each.id == step.fact for evidence in fact.shown(each, told))


def _done(step: CourseStep, told: Told, first: Mapping[str, Evidence]) -> tuple[Tick, Evidence | None]:
    """How a step stands that is known by something said, and the first time it came in its place, late or not."""
    late: Evidence | None = None
    early: Evidence | None = None
    for evidence in shown(step, told):
        if not _in_place(step.phase, told, evidence):
            continue
        if step.after is not None and not _comes_after(evidence, first.get(step.after)):
            early = early or evidence
        elif _in_time(step, told, evidence):
            return _tick(step, told, "done", evidence), late or evidence
        else:
            late = late or evidence
    if late:
        return _tick(step, told, "open", late, "late"), late
    if early and not step.optional:
        return _tick(step, told, "open", early, "early"), None
    return _tick(step, told, "unmarked" if step.optional and told.over else "open"), None


def _kept(step: CourseStep, told: Told) -> tuple[Tick, Evidence | None]:
    """How something stands that must not happen, or not too often."""
    if step.most_reasons is not None:
        return _tick(step, told, *_few_reasons(step.most_reasons, told)), None
    broken = next(_against(step, told), None)
    if broken:
        return _tick(step, told, "broken", broken), None
    if not told.over:
        return _tick(step, told, "open"), None
    return _tick(step, told, "done" if _had_occasion(step, told) else "unmarked"), None


def _against(step: CourseStep, told: Told) -> Iterator[Evidence]:
    match step.never:
        case "another_reason":
            return reasons.another(told)
        case "promise":
            return promise.shown(told)
        case _:
            return giving_way.shown(told)


def _had_occasion(step: CourseStep, told: Told) -> bool:
    match step.never:
        case "another_reason":
            return any(each.of_the_case for each in reasons.given(told))
        case "promise":
            return promise.occasion(told)
        case _:
            return giving_way.occasion(told)


def _few_reasons(most: int, told: Told) -> tuple[Status, Evidence | None]:
    named: dict[str, Evidence] = {}
    for each in reasons.given(told):
        named.setdefault(each.what, each.evidence)
        if len(named) > most:
            return "broken", each.evidence
    if not named or not told.over:
        return "open", None
    return "done", next(iter(named.values()))


def _comes_after(evidence: Evidence, other: Evidence | None) -> bool:
    return other is not None and evidence.place > other.place


def _in_time(step: CourseStep, told: Told, evidence: Evidence) -> bool:
    if step.within_turns is not None and told.turns.index(evidence.turn) >= step.within_turns:
        return False
    if step.within_words is not None and words_before(told, evidence) > step.within_words:
        return False
    seconds = seconds_before(told, evidence) if step.within_seconds is not None else None
    return seconds is None or step.within_seconds is None or seconds <= step.within_seconds


def _in_place(wanted: Phase | None, told: Told, evidence: Evidence) -> bool:
    if wanted is None:
        return True
    if evidence.turn not in told.scores:
        return False
    phase = told.scores[evidence.turn].phase
    if wanted == phase:
        return True
    if wanted == "message":
        return phase == "opening"
    # The rules know no border between arranging and taking leave: both come once the reaction was caught.
    return wanted == "closing" and _ORDER.index(phase) >= _ORDER.index("solution")


def _tick(
    step: CourseStep,
    told: Told,
    status: Status,
    evidence: Evidence | None = None,
    amiss: Literal["early", "late"] | None = None,
) -> Tick:
    if evidence is None:
        return Tick(id=step.id, title=step.title, status=status)
    bounded = step.within_words is not None or step.within_seconds is not None
    return Tick(
        id=step.id,
        title=step.title,
        status=status,
        turn=evidence.turn,
        start=evidence.start,
        end=evidence.end,
        quote=evidence.quote,
        amiss=amiss,
        words=words_before(told, evidence) if bounded else None,
        seconds=seconds_before(told, evidence) if bounded else evidence.seconds,
    )
