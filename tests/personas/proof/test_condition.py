"""A condition that can never hold is found; one that can hold never is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personas.proof.condition import can_hold, openable
from personas.types import FEELINGS, When


def when(**keys: object) -> When:
    return When.model_validate(keys)


@pytest.mark.parametrize(
    "condition",
    [
        when(move="apology"),
        when(trust=">= 0"),
        when(trust=">= 1"),
        when(trust="<= 0"),
        when(trust=">= 0.5", all=[{"trust": "<= 0.5"}]),
        when(agreed=">= 12"),
        when(silence="> 90 s"),
        when(after="a"),
        when(any=[{"trust": "> 1"}, {"hope": "> 0.5"}]),
        when(phase="message", any=[{"phase": "closing"}, {"all": [{"phase": "message"}, {"hope": "< 1"}]}]),
        when(slip="evasiveness", kind="delay"),
        when(kind="delay"),
        when(all=[{"slip": "vagueness"}, {"kind": "delay"}]),
    ],
)
def test_these_can_hold(condition: When) -> None:
    assert can_hold(condition, {"a"})


@pytest.mark.parametrize(
    "condition",
    [
        when(trust="> 1"),
        when(trust="< 0"),
        when(agreed="< 0"),
        when(trust=">= 0.6", all=[{"trust": "< 0.6"}]),
        when(trust="> 0.5", all=[{"trust": "<= 0.5"}]),
        when(after="b"),
        when(any=[{"trust": "> 1"}, {"hope": "> 1"}]),
        when(move="apology", all=[{"any": [{"trust": "> 1"}, {"after": "b"}]}]),
        when(phase="message", all=[{"phase": "closing"}]),
        when(phase="message", any=[{"phase": "closing"}, {"all": [{"phase": "message"}, {"hope": "> 1"}]}]),
        when(slip="vagueness", kind="delay"),
    ],
)
def test_these_cannot(condition: When) -> None:
    assert not can_hold(condition, {"a"})


def test_a_layer_opens_after_another_that_opens() -> None:
    layers: dict[str, When | str] = {
        "c": when(after="b"), "b": when(after="a"), "a": "free",
        "lost": when(after="secret"), "secret": "never",
        "hen": when(after="egg"), "egg": when(after="hen"),
    }  # fmt: skip
    assert openable(layers) == {"a", "b", "c"}


def test_a_condition_with_very_many_ways_gets_the_benefit_of_the_doubt() -> None:
    contrary = {"any": [{"trust": "> 0.9"}] * 10}
    assert can_hold(when(all=[contrary] * 9 + [{"trust": "< 0.1"}]), ())


BOUND = st.builds("{} {}".format, st.sampled_from([">=", "<=", ">", "<"]), st.sampled_from([0, 0.25, 0.5, 0.75, 1]))
SIMPLE = st.dictionaries(st.sampled_from(FEELINGS[:2]), BOUND, min_size=1)
NESTED = st.recursive(
    SIMPLE,
    lambda inner: st.dictionaries(st.sampled_from(["any", "all"]), st.lists(inner, min_size=1, max_size=3), min_size=1),
    max_leaves=6,
)
GRID = [n / 8 for n in range(9)]


def holds(raw: dict[str, object], state: dict[str, float]) -> bool:
    """The plain meaning, tried out."""
    condition = When.model_validate(raw)
    bounds = [getattr(condition, f) for f in FEELINGS]
    if not all(b is None or b.holds(state[f]) for f, b in zip(FEELINGS, bounds, strict=True)):
        return False
    inner = {key: [holds(part, state) for part in raw.get(key, [])] for key in ("any", "all")}  # type: ignore[attr-defined]
    return all(inner["all"]) and (not inner["any"] or any(inner["any"]))


@settings(max_examples=60, deadline=None)
@given(NESTED)
def test_it_says_the_same_as_trying_out_every_state(raw: dict[str, object]) -> None:
    still = dict.fromkeys(FEELINGS, 0.5)
    states = [{**still, FEELINGS[0]: a, FEELINGS[1]: b} for a in GRID for b in GRID]
    assert can_hold(When.model_validate(raw), ()) == any(holds(raw, state) for state in states)
