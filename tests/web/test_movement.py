"""Movement as a person reads it."""

from __future__ import annotations

from personas.types import Change
from simulator.types import Cause
from web.movement import reasons


def test_causes_that_read_the_same_are_told_once_with_their_steps_added_up() -> None:
    twice = [
        Cause(rule=f"reactions[{index}]", says="Je suste", quote="komt goed", change=Change(trust=step, hope=0.1))
        for index, step in enumerate((-0.25, -0.5))
    ]
    other = Cause(rule="engine.debt", says="Wat misliep, weegt nog", change=Change(trust=-0.1))
    assert [(reason.says, reason.change.trust) for reason in reasons([*twice, other])] == [
        ("Je suste", -0.75),
        ("Wat misliep, weegt nog", -0.1),
    ]
