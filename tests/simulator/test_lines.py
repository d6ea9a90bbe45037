"""Which line is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.lines import choose

POOL = ["een", "twee", "drie"]


@given(st.text(max_size=12))
def test_no_line_repeats_until_all_were_said(seed: str) -> None:
    said: list[str] = []
    for turn in range(3):
        said.append(choose([POOL], {}, said, f"{seed}{turn}") or "")
    assert sorted(said) == sorted(POOL)
    assert choose([POOL], {}, said, seed) == said[0]


def test_the_second_pool_waits_until_the_first_is_used() -> None:
    assert choose([["een"], POOL], {}, [], "1") == "een"
    assert choose([["een"], POOL], {}, ["een"], "1") in ("twee", "drie")


def test_a_line_with_a_missing_value_is_skipped() -> None:
    assert choose([["Op {last-day}.", "Dan."]], {"last-day": ""}, [], "1") == "Dan."
    assert choose([["Op {last-day}."]], {}, [], "1") is None


def test_values_are_put_in() -> None:
    assert choose([["Op {last-day}."]], {"last-day": "31 januari"}, [], "1") == "Op 31 januari."


@given(st.text(max_size=12))
def test_the_same_seed_gives_the_same_line(seed: str) -> None:
    assert choose([POOL], {}, [], seed) == choose([POOL], {}, [], seed)
