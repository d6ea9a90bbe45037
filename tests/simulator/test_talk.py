"""A talk is the sum of its events."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personas.types import AvatarState
from scoring.types import Feedback, Score
from simulator.events import (
    Ended,
    Event,
    Finished,
    Heard,
    Judged,
    Reacted,
    Received,
    Replied,
    Rewound,
    Scored,
    Spoke,
)
from simulator.fakes import SOMEBODY, SOMEWHERE, started
from simulator.talk import Talk, add, sum_up
from simulator.types import Judgement, Part, Response, Transcript


def a_turn(turn: int, text: str = "Het project stopt.", trust: float = 0.5, layer: str | None = None) -> list[Event]:
    state = AvatarState()
    response = Response(
        before=state, after=AvatarState(trust=trust), intent="answer", line=f"Lijn {turn}.", layer=layer
    )
    return [
        Received(turn=turn, kind="typed", text=text, silence_before=1.5),
        Heard(turn=turn, transcript=Transcript(text=text, language="nl-BE", model="typed", unsure=((0, 3),))),
        Scored(turn=turn, score=Score(turn=2 * turn - 1, version="1"), feedback=Feedback(turn=2 * turn - 1)),
        Reacted(turn=turn, response=response),
        Replied(turn=turn, index=0, part=Part(text="Ah.", source="script")),
        Spoke(turn=turn, index=0, voice="silent"),
        Replied(turn=turn, index=1, part=Part(text="Ja.", source="script")),
        Spoke(turn=turn, index=1, voice="silent"),
        Finished(turn=turn),
    ]


def judged(turn: int) -> Judged:
    return Judged(turn=turn, judgement=Judgement(checks=None, ungraded="slow", asked="1"))


def talk_of(*events: Event) -> Talk:
    return sum_up([started(), *events])


def test_a_talk_begins_with_the_opening_and_the_persona_s_feelings() -> None:
    talk = talk_of()
    assert talk.opening == SOMEWHERE.opening[0]
    assert talk.state == SOMEBODY.starts
    assert (talk.turns, talk.rounds, talk.open_round, talk.ending, talk.scores) == (0, (), None, None, ())


@pytest.mark.parametrize("events", [[], [Rewound(turn=1)]], ids=["nothing", "no beginning"])
def test_a_talk_must_begin(events: list[Event]) -> None:
    with pytest.raises(ValueError, match="begin with"):
        sum_up(events)


def test_a_finished_turn_counts() -> None:
    talk = talk_of(*a_turn(1, trust=0.7, layer="gerucht"))
    assert talk.state.trust == 0.7
    assert talk.told == {"gerucht"}
    assert talk.said_lines == ("Lijn 1.",)
    assert [score.turn for score in talk.scores] == [1]
    assert talk.rounds[0].reply == "Ah. Ja."


def test_a_turn_without_an_end_is_open_and_changes_nothing_yet() -> None:
    talk = talk_of(*a_turn(1, trust=0.7), *a_turn(2, trust=0.1, layer="gerucht")[:-1])
    assert talk.open_round is not None
    assert talk.open_round.received.turn == 2
    assert (talk.state.trust, talk.told, len(talk.complete)) == (0.7, frozenset(), 1)


def test_the_scorer_reads_what_both_said_in_order() -> None:
    talk = talk_of(*a_turn(1))
    said = Heard(turn=2, transcript=Transcript(text="En nu?", language="nl-BE", model="typed", unsure=((0, 2),)))
    dialogue = talk.dialogue(said, 0.5)
    assert [(u.speaker, u.text) for u in dialogue.utterances] == [
        ("avatar", SOMEWHERE.opening[0]),
        ("trainee", "Het project stopt."),
        ("avatar", "Ah. Ja."),
        ("trainee", "En nu?"),
    ]
    assert (dialogue.utterances[1].silence_before, dialogue.last.silence_before) == (1.5, 0.5)
    assert (dialogue.utterances[1].unsure, dialogue.last.unsure) == (((0, 3),), ((0, 2),))
    assert (dialogue.course, dialogue.message) == ("bad_news", SOMEWHERE.message)


def test_a_turn_in_which_nothing_was_heard_is_not_in_the_dialogue() -> None:
    silent = Transcript(text="", language="nl-BE", model="base")
    talk = talk_of(
        Received(turn=1, kind="spoken", seconds=2),
        Heard(turn=1, transcript=silent, notice="Ik hoorde geen woorden."),
        Finished(turn=1, outcome="nothing_heard"),
    )
    assert [u.speaker for u in talk.dialogue().utterances] == ["avatar"]


def test_a_turn_taken_back_leaves_the_talk_and_stays_in_the_record() -> None:
    talk = talk_of(*a_turn(1, trust=0.7), *a_turn(2, trust=0.1), *a_turn(3, trust=0.2), Rewound(turn=2))
    assert talk.state.trust == 0.7
    assert [r.received.turn for r in talk.taken_back] == [2, 3]
    talk = add(talk, Received(turn=4, kind="typed", text="Opnieuw."))
    assert talk.turns == 4


def test_taking_a_turn_back_reopens_a_talk_that_had_ended() -> None:
    ended = Ended(ending="walks_out", says="…")
    assert talk_of(*a_turn(1), ended).ended == ended
    assert talk_of(*a_turn(1), ended, Rewound(turn=1)).ended is None


@pytest.mark.parametrize(
    "events",
    [
        [started()],
        [Received(turn=2, kind="typed", text="Dag.")],
        [*a_turn(1), Received(turn=1, kind="typed", text="Dag.")],
        [Finished(turn=1)],
        [judged(1)],
        [*a_turn(1), Finished(turn=1)],
        [Received(turn=1, kind="typed", text="Dag."), Finished(turn=2)],
        [Received(turn=1, kind="typed", text="Dag."), Rewound(turn=1), Finished(turn=1)],
    ],
    ids=["twice", "skips", "again", "nowhere", "judged before it was begun", "closed", "other", "gone"],
)
def test_an_event_that_does_not_fit_is_refused(events: list[Event]) -> None:
    with pytest.raises(ValueError, match="expected"):
        talk_of(*events)


@pytest.mark.parametrize("place", range(2, 10))
def test_a_second_opinion_fits_anywhere_after_the_words_and_changes_nothing_else(place: int) -> None:
    events = a_turn(1)
    without, with_it = talk_of(*events), talk_of(*events[:place], judged(1), *events[place:])
    assert with_it.rounds[0].judged == judged(1)
    assert without == talk_of(*events)
    assert (with_it.state, with_it.scores, with_it.turns, with_it.open_round) == (
        without.state, without.scores, without.turns, without.open_round,
    )  # fmt: skip


def test_a_second_opinion_on_a_turn_that_was_taken_back_stays_with_it() -> None:
    talk = talk_of(*a_turn(1), Rewound(turn=1), judged(1), *a_turn(2))
    assert [r.judged for r in (*talk.taken_back, *talk.rounds)] == [judged(1), None]


def test_a_second_opinion_comes_also_after_the_end() -> None:
    talk = talk_of(*a_turn(1), Ended(ending="walks_out", says="…"), judged(1))
    assert talk.ended is not None
    assert talk.rounds[0].judged == judged(1)


def test_a_turn_is_read_with_what_went_before_it_and_nothing_after() -> None:
    talk = talk_of(*a_turn(1, "Dag Mira."), *a_turn(2, "Het project stopt."), *a_turn(3, "Tot morgen."))
    dialogue = talk.dialogue_of(2)
    assert dialogue is not None
    assert [u.text for u in dialogue.utterances][1:] == ["Dag Mira.", "Ah. Ja.", "Het project stopt."]
    assert dialogue == talk_of(*a_turn(1, "Dag Mira."), *a_turn(2, "Het project stopt.")[:2]).dialogue_of(2)
    assert talk.dialogue_of(4) is None
    silence = [Received(turn=1, kind="silent", seconds=3), Heard(turn=1, transcript=a_turn(1, "")[1].transcript)]  # type: ignore[union-attr]  # it is that event
    assert talk_of(*silence).dialogue_of(1) is None


STEPS = st.lists(st.sampled_from(["turn", "cut", "rewind", "end"]), max_size=12)


@settings(max_examples=40)
@given(STEPS, st.data())
def test_whatever_happens_turns_go_up_and_every_round_is_somewhere(steps: list[str], data: st.DataObject) -> None:
    events: list[Event] = [started()]
    for step in steps:
        talk = sum_up(events)
        match step:
            case "turn":
                if talk.open_round is None:
                    events += a_turn(talk.turns + 1)
            case "cut":
                if talk.open_round is None:
                    events += a_turn(talk.turns + 1)[: data.draw(st.integers(1, 8))]
            case "rewind" if talk.rounds:
                events.append(Rewound(turn=data.draw(st.sampled_from([r.received.turn for r in talk.rounds]))))
            case "end":
                events.append(Ended(ending="open", says="…"))
    talk = sum_up(events)
    begun = [event.turn for event in events if isinstance(event, Received)]
    assert begun == list(range(1, talk.turns + 1))
    assert sorted(r.received.turn for r in (*talk.rounds, *talk.taken_back)) == begun
    assert sum_up(events) == talk
    kept = [r.received.turn for r in talk.rounds]
    assert kept == sorted(kept)
