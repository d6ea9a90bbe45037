"""When a talk is over."""

from __future__ import annotations

import pytest

from personas.types import Persona
from tests.simulator.stage import CLEAR, EVASIVE, VAGUE, Line, nadia, play, with_

AGREED = Line("Ik mail je vandaag voor vijf uur.", moves=["agreement"])
BACK = Line("Dinsdag om tien uur zitten we hier opnieuw.", moves=["follow_up"])
BOTH = Line("Ik mail je vandaag. Dinsdag om tien uur zitten we hier opnieuw.", moves=["agreement", "follow_up"])
PLAIN = Line("Het is zo gelopen.")
ASKED = Line("Wat heb je nodig?", moves=["open_question"])
GOODBYE = Line("Tot morgen.")
WARM = with_(nadia(), reactions=[], layers=[], ends={"good": {"trust": ">= 0.1"}})
COLD = with_(WARM, ends={"clear_but_cold": {"trust": ">= 0.1"}})
HOPEFUL = with_(WARM, ends={"false_hope": {"hope": ">= 0.5"}})


@pytest.mark.parametrize(
    ("person", "lines", "ends"),
    [
        (WARM, [CLEAR, PLAIN, AGREED], False),
        (WARM, [CLEAR, PLAIN, AGREED, BACK], True),
        (WARM, [CLEAR, PLAIN, BOTH], True),
        (WARM, [CLEAR, PLAIN, AGREED, PLAIN], True),
        (WARM, [CLEAR, PLAIN, AGREED, VAGUE], False),
        (WARM, [CLEAR, PLAIN, AGREED, ASKED], False),
        (WARM, [CLEAR, GOODBYE], True),
        (WARM, [CLEAR], False),
        (WARM, [PLAIN, BOTH, GOODBYE], False),
        (COLD, [CLEAR, PLAIN, BOTH], False),
        (COLD, [CLEAR, PLAIN, AGREED, BACK], True),
        (COLD, [CLEAR, PLAIN, AGREED, PLAIN], False),
        (COLD, [CLEAR, PLAIN, GOODBYE], True),
        (HOPEFUL, [PLAIN], False),
        (HOPEFUL, [EVASIVE, GOODBYE], True),
        (HOPEFUL, [VAGUE, VAGUE], False),
        (HOPEFUL, [VAGUE, VAGUE, VAGUE], True),
        (with_(WARM, ends={"open": {"trust": ">= 0.1"}}), [CLEAR, GOODBYE], False),
        (with_(WARM, ends={"walks_out": {"trust": ">= 0.1"}}), [PLAIN], True),
        (with_(WARM, ends={"walks_out": {"trust": ">= 0.1"}}), [Line("Het komt wel goed.", slips=["soothing"])], False),
        (with_(WARM, ends={"walks_out": {"trust": ">= 0.1"}}), [Line("Sorry.", moves=["apology"])], False),
    ],
)  # fmt: skip
def test_an_end_has_its_moment(person: Persona, lines: list[Line], ends: bool) -> None:
    assert (play(*lines, persona=person)[1][-1].ending is not None) == ends
