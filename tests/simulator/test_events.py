"""What is stored and sent comes back as it was."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from personas.types import AvatarState, Change, Ending, Intent, Kind, Language, Move, Phase, Slip
from scoring.delivery.types import Delivery, Pause
from scoring.types import Card, Feedback, Flag, Praise, Score, Slot
from simulator import events as declared
from simulator.events import (
    Ended,
    Event,
    Failed,
    Finished,
    Heard,
    Judged,
    Measured,
    Reacted,
    Received,
    Replied,
    Rewound,
    Scored,
    Spoke,
    Started,
    from_json,
    place,
    to_json,
)
from simulator.fakes import started
from simulator.types import Cause, Check, Dropped, Judgement, Part, Response, Transcript, Unjudged, Word


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=2).map(tuple)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TURN = st.integers(1, 999)
SECONDS = st.floats(0, 1e6)
UNIT = st.floats(0, 1)
SPANS = several(st.tuples(TURN, TURN))
STATES = st.builds(AvatarState, trust=UNIT, tension=UNIT, openness=UNIT, understanding=UNIT, hope=UNIT)
WORDS = st.builds(Word, text=TEXT, start=SECONDS, end=SECONDS, confidence=UNIT)
TRANSCRIPTS = st.builds(
    Transcript,
    text=TEXT,
    words=several(WORDS),
    unsure=SPANS,
    language=one_of(Language),
    model=TEXT,
    speech_seconds=SECONDS,
    audio_seconds=SECONDS,
    took_seconds=SECONDS,
)
FLAGS = st.builds(
    lambda quote, start, **rest: Flag(quote=quote, start=start, end=start + len(quote), **rest),
    quote=TEXT,
    start=TURN,
    name=one_of(Slip) | one_of(Move),
    kind=maybe(one_of(Kind)),
    turn=TURN,
    severity=st.integers(1, 3),
    rule=TEXT,
)
SCORES = st.builds(
    Score,
    turn=TURN,
    slips=several(FLAGS),
    moves=several(FLAGS),
    phase=one_of(Phase),
    message_said=st.booleans(),
    asked=maybe(one_of(Slot)),
    answered=maybe(st.booleans()),
    ungraded=maybe(TEXT),
    version=TEXT,
)
CARDS = st.builds(Card, flag=FLAGS, title=TEXT, why=TEXT, instead=maybe(TEXT), ask=maybe(TEXT))
FEEDBACK = st.builds(
    Feedback,
    turn=TURN,
    cards=several(CARDS),
    praise=several(st.builds(Praise, flag=FLAGS, title=TEXT, why=TEXT)),
    note=maybe(TEXT),
)
CAUSES = st.builds(Cause, rule=TEXT, says=TEXT, quote=TEXT, change=st.builds(Change, trust=st.floats(-1, 1)))
RESPONSES = st.builds(
    Response,
    before=STATES,
    after=STATES,
    causes=several(CAUSES),
    intent=one_of(Intent),
    layer=maybe(TEXT),
    line=TEXT,
    hears=TEXT,
    ending=maybe(one_of(Ending)),
)
PARTS = st.builds(Part, text=TEXT, source=one_of(Part.model_fields["source"].annotation), notice=maybe(TEXT))
CHECKS = st.builds(
    lambda quote, start, **rest: Check(quote=quote, start=start, end=start + len(quote), **rest),
    quote=TEXT,
    start=TURN,
    name=one_of(Slip) | one_of(Move),
    answer=st.sampled_from(["yes", "no", "not_here"]),
    kind=maybe(one_of(Kind)),
) | st.builds(Check, name=one_of(Slip), answer=st.none(), dropped=one_of(Dropped))
JUDGEMENTS = st.builds(Judgement, checks=several(CHECKS), model=TEXT, asked=TEXT, took_seconds=SECONDS) | st.builds(
    Judgement, checks=st.none(), ungraded=one_of(Unjudged), asked=TEXT
)
NUMBERS = st.floats(-100, 100, allow_nan=False)
PAUSES = st.builds(Pause, start=SECONDS, seconds=SECONDS, place=one_of(Pause.model_fields["place"].annotation))
DELIVERIES = st.builds(
    Delivery,
    seconds=SECONDS,
    speech_seconds=SECONDS,
    voiced_seconds=SECONDS,
    pauses=several(
        st.builds(Pause, start=SECONDS, seconds=SECONDS, place=one_of(Pause.model_fields["place"].annotation))
    ),
    syllables=maybe(TURN),
    speech_rate=maybe(SECONDS),
    articulation_rate=maybe(SECONDS),
    pitch_range=maybe(SECONDS),
    end_drop=maybe(NUMBERS),
    message_rise=maybe(NUMBERS),
)
EVENTS: dict[type, st.SearchStrategy[Any]] = {
    Started: st.builds(lambda opening, seed: started(seed=seed).model_copy(update={"opening": opening}), TEXT, TURN),
    Received: st.builds(
        Received,
        turn=TURN,
        kind=one_of(Received.model_fields["kind"].annotation),
        text=maybe(TEXT),
        seconds=SECONDS,
        silence_before=maybe(SECONDS),
    ),
    Heard: st.builds(Heard, turn=TURN, transcript=TRANSCRIPTS, notice=maybe(TEXT)),
    Scored: st.builds(Scored, turn=TURN, score=SCORES, feedback=FEEDBACK),
    Measured: st.builds(Measured, turn=TURN, delivery=DELIVERIES),
    Reacted: st.builds(Reacted, turn=TURN, response=RESPONSES),
    Replied: st.builds(Replied, turn=TURN, index=TURN, part=PARTS),
    Spoke: st.builds(Spoke, turn=TURN, index=TURN, voice=TEXT, seconds=SECONDS),
    Finished: st.builds(Finished, turn=TURN, outcome=one_of(Finished.model_fields["outcome"].annotation)),
    Judged: st.builds(Judged, turn=TURN, judgement=JUDGEMENTS),
    Rewound: st.builds(Rewound, turn=TURN),
    Ended: st.builds(Ended, ending=one_of(Ending), says=TEXT),
    Failed: st.builds(Failed, says=TEXT, turn=maybe(TURN)),
}


def test_every_event_is_tried_here() -> None:
    assert set(EVENTS) == set(get_args(get_args(Event)[0]))


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.__name__)
def test_an_event_survives_the_wire(kind: type) -> None:
    @settings(max_examples=25)
    @given(EVENTS[kind])
    def survives(event: Event) -> None:
        text = to_json(event)
        assert from_json(text) == event
        assert json.loads(text)["type"] == event.type

    survives()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"type": "dreamt", "turn": 1}',
        '{"type": "rewound"}',
        '{"type": "rewound", "turn": 1, "mood": "angry"}',
        '{"type": "received", "turn": 1, "kind": "spoken", "seconds": null}',
        '{"type": "received", "turn": 1, "kind": "spoken", "seconds": -1}',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        from_json(text)


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), -1.0])
def test_a_length_that_cannot_be_stored_is_refused_when_it_is_made(seconds: float) -> None:
    for made in (
        lambda: Received(turn=1, kind="spoken", seconds=seconds),
        lambda: Received(turn=1, kind="typed", silence_before=seconds),
        lambda: Spoke(turn=1, index=0, voice="silent", seconds=seconds),
        lambda: Word(text="dag", start=0, end=seconds, confidence=1),
        lambda: Transcript(text="dag", language="nl-BE", model="x", audio_seconds=seconds),
    ):
        with pytest.raises(ValidationError):
            made()


def test_who_counts_events_leaves_out_what_comes_beside() -> None:
    judged = Judged(turn=1, judgement=Judgement(checks=None, ungraded="slow", asked="1"))
    assert place([started(), Received(turn=1, kind="typed"), judged, Finished(turn=1), judged]) == 3


def test_no_event_names_an_emotion_of_the_trainee() -> None:
    """Feelings are the avatar's alone; see notes on the AI Act in docs/."""
    keys = {
        name
        for model in vars(declared).values()
        if isinstance(model, type) and hasattr(model, "model_fields")
        for name in model.model_fields
    }
    assert not {key for key in keys if "emotion" in key or "mood" in key or "feeling" in key}
