"""Which steps of a course were done."""

from personas.types import Course, CourseStep
from scoring.course import ticks
from scoring.types import Dialogue, Flag, Score, Utterance

TALK = Dialogue(
    language="nl-BE",
    course="bad_news",
    message="De functie vervalt op 30 juni.",
    utterances=tuple(
        Utterance(speaker=speaker, text=text)
        for speaker, text in (
            ("trainee", "Dag."),
            ("avatar", "Ja?"),
            ("trainee", "Uw functie vervalt op 30 juni."),
            ("avatar", "Oei."),
            ("trainee", "Dat is een klap."),
        )
    ),
)


def course(*steps: CourseStep) -> Course:
    return Course(
        schema_="course/1",
        id="bad_news",
        version="1.0.0",
        language="nl-BE",
        title="Slecht nieuws",
        model="-",
        about="-",
        phases=(),
        criteria=(),
        steps=steps,
    )


def step(**fields: object) -> CourseStep:
    return CourseStep.model_validate({"id": "stap", "title": "Stap", "why": "-", "move": "clear_message"} | fields)


def score(turn: int, move: str, **fields: object) -> Score:
    text = TALK.utterances[turn].text
    flag = Flag(name=move, turn=turn, start=0, end=len(text), quote=text, rule=move)  # type: ignore[arg-type]  # any move
    return Score.model_validate({"turn": turn, "moves": (flag,), "version": "0"} | fields)


SAID = score(2, "clear_message", phase="message", message_said=True)


def test_a_step_is_done_by_the_turn_that_shows_its_move() -> None:
    (tick,) = ticks(course(step(within_turns=2)), [SAID], TALK)
    assert (tick.done, tick.turn, tick.quote) == (True, 2, "Uw functie vervalt op 30 juni.")


def test_too_late_is_not_done() -> None:
    (tick,) = ticks(course(step(within_turns=1)), [SAID], TALK)
    assert (tick.done, tick.amiss, tick.quote) == (False, "late", "Uw functie vervalt op 30 juni.")


def test_the_move_has_to_come_in_its_phase() -> None:
    caught = score(4, "acknowledgement", phase="catching")
    wanted = step(move="acknowledgement", phase="catching"), step(move="acknowledgement", phase="solution")
    assert [tick.done for tick in ticks(course(*wanted), [SAID, caught], TALK)] == [True, False]


def test_saying_it_at_once_is_in_place() -> None:
    at_once = score(2, "clear_message", phase="opening", message_said=True)
    (tick,) = ticks(course(step(phase="message")), [at_once], TALK)
    assert tick.done


def test_another_clear_sentence_is_not_the_news() -> None:
    (tick,) = ticks(course(step()), [score(2, "clear_message", message_said=False)], TALK)
    assert not tick.done


def test_nothing_is_ticked_on_a_turn_that_was_not_judged() -> None:
    (tick,) = ticks(course(step()), [score(2, "clear_message", message_said=True, ungraded="weg")], TALK)
    assert not tick.done
