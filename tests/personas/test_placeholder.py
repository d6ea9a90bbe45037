"""Placeholders are put in once, from a closed list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personas.placeholder import fill, loose_brace, names


@pytest.mark.parametrize(
    ("line", "values", "filled"),
    [
        ("Dag.", {}, "Dag."),
        ("Dag {trainee}.", {"trainee": "Kim"}, "Dag Kim."),
        ("{last-day}. … Oké.", {"last-day": "31 januari"}, "31 januari. … Oké."),
        ("'{quote}'? '{quote}'?", {"quote": "op termijn"}, "'op termijn'? 'op termijn'?"),
        ("Dag {trainee}.", {}, None),
        ("'{quote}'?", {"quote": ""}, None),
        ("'{quote}'?", {"quote": "{trainee}", "trainee": "Kim"}, "'{trainee}'?"),
        ("'{quote}'?", {"quote": r"\g<0> \1"}, r"'\g<0> \1'?"),
        ("{} en {a", {}, None),
        ("{a", {}, "{a"),
    ],
)
def test_a_line_is_filled_once_or_not_at_all(line: str, values: dict[str, str], filled: str | None) -> None:
    assert fill(line, values) == filled


@given(st.text(min_size=1))
def test_what_is_put_in_is_never_looked_at_again(value: str) -> None:
    assert fill("({quote})", {"quote": value, "trainee": "Kim"}) == f"({value})"


def test_names_stand_in_order() -> None:
    assert names("{b} {a} {b}") == ("b", "a", "b")


@pytest.mark.parametrize(("line", "loose"), [("{a}", False), ("{a", True), ("a}", True), ("{{a}}", True), ("a", False)])
def test_a_loose_brace_is_seen(line: str, loose: bool) -> None:
    assert loose_brace(line) is loose
