"""Words and seconds before the message."""

import pytest

from scoring.delivery.types import Delivery
from scoring.steps.before import seconds_before, words_before
from tests.scoring.steps.talks import ticks_of, told

SCRIPT = """
> Dag Nadia, ga zitten.
- Ja?
> Ik heb slecht nieuws: je functie in Aalst stopt en je contract eindigt op 31 januari.
"""


def sound(seconds: float) -> Delivery:
    return Delivery(seconds=seconds, speech_seconds=seconds, voiced_seconds=seconds)


def test_only_ones_own_words_before_it_count() -> None:
    talk = told(SCRIPT)
    text = talk.dialogue.utterances[2].text
    assert words_before(talk, talk.evidence(2, (text.index("je functie"), len(text)))) == 4


def test_seconds_are_known_only_where_every_turn_was_measured() -> None:
    typed, spoken = told(SCRIPT), told(SCRIPT, sounds={0: sound(2.0), 2: sound(6.0)})
    at_once = typed.evidence(2, (0, 10))
    assert seconds_before(typed, at_once) is None
    assert seconds_before(spoken, at_once) == 2.0


@pytest.mark.parametrize(("seconds", "status"), [(10.0, "done"), (80.0, "open")])
def test_a_slow_beginning_makes_the_message_late(seconds: float, status: str) -> None:
    tick = ticks_of(told(SCRIPT, sounds={0: sound(seconds), 2: sound(6.0)}))["meedelen"]
    assert tick.status == status
    assert tick.amiss == (None if status == "done" else "late")


def test_many_words_before_it_make_it_late_too() -> None:
    preface = "Het is een bijzonder jaar geweest voor ons allemaal. " * 8
    tick = ticks_of(told(f"> {preface}\n- Ja?\n> Je functie in Aalst stopt en je contract eindigt op 31 januari."))
    assert (tick["meedelen"].status, tick["meedelen"].amiss, tick["meedelen"].words) == ("open", "late", 72)
