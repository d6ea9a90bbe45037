"""Silence after the blow: measured in the sound, kept on purpose, or before the next words."""

import pytest

from personas.types import Threshold
from scoring.delivery.types import Delivery, Pause
from scoring.steps.silence import shown
from tests.scoring.steps.talks import told

NEWS = "> Je functie in Aalst stopt en je contract eindigt op 31 januari.\n- …\n"
BOUND = Threshold.model_validate(">= 3 s")


def sounding(*pauses: Pause) -> dict[int, Delivery]:
    return {0: Delivery(seconds=9, speech_seconds=6, voiced_seconds=4, pauses=pauses)}


@pytest.mark.parametrize(
    ("script", "seconds"),
    [
        (f"{NEWS}~ 4", 4.0),
        (f"{NEWS}~ 2\n- …\n~ 2", 4.0),
        (f"{NEWS}~ 2\n- …\n> Neem je tijd.", None),
        (f"{NEWS}> Neem je tijd.\n- …\n~ 5", None),
        ("> Dag Nadia.\n- Ja?\n~ 5", None),
    ],
)
def test_silence_counts_from_the_message_to_the_next_words(script: str, seconds: float | None) -> None:
    assert [each.seconds for each in shown(BOUND, told(script))] == ([] if seconds is None else [seconds])


def test_a_pause_behind_the_message_counts_and_one_elsewhere_does_not() -> None:
    after = Pause(start=5, seconds=3.4, place="after_message")
    (found,) = shown(BOUND, told(NEWS, sounds=sounding(after)))
    assert (found.turn, found.seconds, found.quote) == (0, 3.4, "")
    inside = Pause(start=5, seconds=3.4, place="in_message")
    assert list(shown(BOUND, told(NEWS, sounds=sounding(inside)))) == []
