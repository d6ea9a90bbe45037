"""Agreement beyond chance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.kappa import kappa

Y, N = True, False


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(Y, Y)] * 20 + [(Y, N)] * 5 + [(N, Y)] * 10 + [(N, N)] * 15, 0.4),  # the example of every textbook
        ([(Y, Y), (N, N)], 1.0),
        ([(Y, N), (N, Y)], -1.0),
        ([(Y, Y), (Y, N), (N, Y), (N, N)], 0.0),
        ([(Y, N)] * 3 + [(N, N)] * 9, 0.0),
        ([(N, N)] * 9, None),
        ([(Y, Y)], None),
        ([], None),
    ],
)
def test_agreement_is_counted_beyond_what_chance_brings(pairs: list[tuple[bool, bool]], expected: float | None) -> None:
    assert kappa(pairs) == expected


@settings(max_examples=60)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30))
def test_it_lies_between_minus_one_and_one_and_does_not_care_who_is_first(pairs: list[tuple[bool, bool]]) -> None:
    found = kappa(pairs)
    assert found is None or -1 <= found <= 1
    assert found == kappa((other, one) for one, other in pairs)
