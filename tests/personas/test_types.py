"""The words of the room: values that refuse what they do not know and survive being written and read."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from personas.types import INTENTS, KINDS, REQUIRED_INTENTS, AvatarState, Kind, Layer, Slip, Threshold, When


def test_every_kind_belongs_to_one_slip() -> None:
    assert tuple(KINDS) == get_args(Slip)
    assert [kind for kinds in KINDS.values() for kind in kinds] == list(get_args(Kind))


def test_required_intents_are_intents() -> None:
    assert set(REQUIRED_INTENTS) <= set(INTENTS)


@pytest.mark.parametrize(
    ("text", "number", "holds"),
    [
        (">= 0.6", 0.6, True), (">= 0.6", 0.59, False), ("> 0.6", 0.6, False), ("<= 0.6", 0.6, True),
        ("< 0.6", 0.6, False), ("<0.6", 0.1, True), (">= 3 s", 3.0, True), (">=3s", 2.9, False),
    ],
)  # fmt: skip
def test_a_bound_holds_on_its_own_side(text: str, number: float, holds: bool) -> None:
    assert Threshold.model_validate(text).holds(number) is holds


@pytest.mark.parametrize("text", ["", "0.6", "=> 0.6", ">= 0,6", ">= -1", ">= 3 min", ">= 1e9", "> 99999"])
def test_a_bound_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="expected a bound such as"):
        Threshold.model_validate(text)


@given(st.sampled_from([">=", "<=", ">", "<"]), st.integers(0, 10_000).map(lambda n: n / 1000))
def test_a_bound_survives_the_wire(sign: str, value: float) -> None:
    bound = Threshold.model_validate(f"{sign} {value}")
    assert Threshold.model_validate_json(bound.model_dump_json()) == bound


@pytest.mark.parametrize("opens", ["free", "never", {"trust": ">= 0.6", "any": [{"move": "apology"}, {"after": "b"}]}])
def test_a_layer_survives_the_wire(opens: object) -> None:
    layer = Layer.model_validate({"id": "a", "tells": "b", "opens": opens, "line": "c"})
    assert Layer.model_validate_json(layer.model_dump_json()) == layer


@pytest.mark.parametrize("raw", [{}, {"slip": None}, {"any": []}, {"any": [], "all": ()}])
def test_a_condition_says_something(raw: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="expected at least one condition"):
        When.model_validate(raw)


@given(st.floats())
def test_feelings_stay_between_0_and_1(number: float) -> None:
    try:
        state = TypeAdapter(AvatarState).validate_python({"trust": number})
    except ValidationError:
        assert not 0 <= number <= 1
    else:
        assert 0 <= state.trust <= 1
