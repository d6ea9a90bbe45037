"""How a talk sounded: one's own start, other talks, the silence after the message, the share of the talk."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.delivery.types import Delivery, Pause
from scoring.types import Feedback, Score
from simulator.events import Finished, Heard, Measured, Received, Replied, Scored, Spoke
from simulator.fakes import started
from simulator.sounded import lines_of_talk, lines_of_turn, silence_after_message, talk_share
from simulator.talk import Round, Talk, sum_up
from simulator.types import Part, Transcript

EMPTY = sum_up([started()])


def spoken(rate: float, seconds: float = 10.0, pauses: tuple[Pause, ...] = ()) -> Delivery:
    return Delivery(
        seconds=seconds,
        speech_seconds=seconds,
        voiced_seconds=seconds / 2,
        pauses=pauses,
        syllables=round(rate * seconds),
        speech_rate=rate,
        articulation_rate=rate,
    )


def turn(
    number: int,
    delivery: Delivery | None = None,
    *,
    text: str = "Het project stopt.",
    kind: str = "spoken",
    seconds: float = 0,
    before: float | None = None,
    said: bool = False,
    reply: str = "Wat zeg je nu?",
    voice: float = 0,
) -> Round:
    received = Received(turn=number, kind=kind, seconds=seconds, silence_before=before)  # type: ignore[arg-type]  # one of three
    return Round(
        received=received,
        heard=Heard(turn=number, transcript=Transcript(text=text, language="nl-BE", model="script")),
        scored=Scored(
            turn=number, score=Score(turn=number, message_said=said, version="1"), feedback=Feedback(turn=number)
        ),
        measured=Measured(turn=number, delivery=delivery) if delivery else None,
        replied=(Replied(turn=number, index=0, part=Part(text=reply, source="script")),),
        spoke=(Spoke(turn=number, index=0, voice="silent", seconds=voice),),
        finished=Finished(turn=number),
    )


def talk(*rounds: Round) -> Talk:
    return replace(EMPTY, rounds=rounds)


def note(of: Talk, number: int, *earlier: Delivery) -> str:
    return lines_of_turn(of, number, earlier)[0].note


def test_a_turn_is_held_against_the_first_half_minute_of_the_talk() -> None:
    fast = talk(turn(1, spoken(4.0)), turn(2, spoken(4.0)), turn(3, spoken(4.0)), turn(4, spoken(5.2)))
    assert note(fast, 4) == "Hoger tempo dan aan het begin: 5,2 tegenover 4 lettergrepen per seconde."
    assert [note(fast, number) for number in (1, 2, 3)] == ["", "", ""]


def test_before_that_it_is_held_against_ones_own_earlier_talks() -> None:
    first = talk(turn(1, spoken(5.2)))
    assert "vorige gesprekken" in note(first, 1, spoken(3.9, 31))
    assert lines_of_turn(first, 1, [spoken(3.9, 31)])[0].own == "in je vorige gesprekken 3,9"


def test_without_either_the_variety_counts() -> None:
    assert note(talk(turn(1, spoken(5.5))), 1) == (
        "Hoog tempo: 5,5 lettergrepen per seconde. Gemiddeld is dat in een interview 4,2."
    )


def test_what_was_not_measured_has_no_lines() -> None:
    assert lines_of_turn(talk(turn(1)), 1) == lines_of_turn(EMPTY, 1) == lines_of_talk(talk(turn(1))) == ()


def test_a_turn_that_was_taken_back_still_shows_its_own_numbers() -> None:
    again = replace(EMPTY, taken_back=(turn(1, spoken(4.0)),), rounds=(turn(2, spoken(4.5)),))
    assert lines_of_turn(again, 1)[0].value == "4 lettergrepen per seconde"
    assert lines_of_talk(again)[0].value == "4,5 lettergrepen per seconde"


@pytest.mark.parametrize(
    ("rounds", "seconds"),
    [
        ([turn(1, said=True), turn(2, before=3.5)], 3.5),
        ([turn(1, said=True), turn(2, kind="silent", seconds=6.0, text=""), turn(3, before=1.0)], 7.0),
        ([turn(1, spoken(4, pauses=(Pause(start=4, seconds=2.5, place="after_message"),)), said=True)], 2.5),
        ([turn(1, said=True), turn(2)], 0.0),
        ([turn(1), turn(2, before=9.0)], 0.0),
        ([turn(1, said=True)], 0.0),
        ([], 0.0),
    ],
)
def test_the_silence_after_the_message_lasts_until_the_next_words(rounds: list[Round], seconds: float) -> None:
    assert silence_after_message(talk(*rounds)) == seconds


def test_silence_left_alone_is_told_of_the_whole_talk() -> None:
    whole = lines_of_talk(talk(turn(1, spoken(4.0), said=True), turn(2, spoken(4.0), before=3.5)))
    assert "Na de boodschap bleef het 3,5 s stil." in [line.note for line in whole]


def test_the_share_is_of_the_words_where_the_avatar_has_no_voice() -> None:
    found = talk_share(talk(turn(1, text="een twee drie", reply="(zucht diep) vier"), turn(2, kind="silent", text="")))
    # The opening of the talk has four words, both answers one and four.
    assert found is not None
    assert (found.of, round(found.percent)) == ("words", round(100 * 3 / (3 + len(EMPTY.opening.split()) + 1 + 4)))


def test_the_share_is_of_the_seconds_where_both_were_heard() -> None:
    found = talk_share(talk(turn(1, spoken(4.0, 9.0), voice=3.0)))
    assert found is not None
    assert (found.of, found.percent) == ("seconds", 75.0)


def test_before_anybody_spoke_there_is_no_share() -> None:
    assert talk_share(EMPTY) is None
