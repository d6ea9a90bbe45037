"""The bar while weights are fetched."""

from __future__ import annotations

import io

from simulator.fetch_bar import fetch_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_one_line_that_moves() -> None:
    out = Terminal()
    tell = fetch_bar(out)
    for share in (0.0, 0.5, 1.0):
        tell("Spraakmodel base ophalen", share)
    assert out.getvalue().count("\n") == 1
    assert out.getvalue().endswith("100%\n")


def test_elsewhere_each_tenth_is_a_line() -> None:
    out = io.StringIO()
    tell = fetch_bar(out)
    for percent in range(101):
        tell("ophalen", percent / 100)
    assert len(out.getvalue().splitlines()) == 11


def test_a_share_beyond_the_whole_is_the_whole() -> None:
    out = io.StringIO()
    fetch_bar(out)("ophalen", 1.7)
    assert out.getvalue() == "ophalen: 100%\n"
