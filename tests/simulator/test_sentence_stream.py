"""Sentences out of a stream."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.sentence_stream import SentenceStream


def cut(text: str, size: int = 3) -> list[str]:
    """The sentences of a text that comes in pieces."""
    stream = SentenceStream()
    found = [sentence for start in range(0, len(text), size) for sentence in stream.feed(text[start : start + size])]
    return [*found, *filter(None, [stream.rest()])]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ik wist het. En nu?", ["Ik wist het.", "En nu?"]),
        ("… Dus het is waar. Oké.", ["… Dus het is waar.", "Oké."]),
        ("(zucht. kijkt weg) Ja. Goed.", ["(zucht. kijkt weg) Ja.", "Goed."]),
        ("Dat is bv. in Gent.", ["Dat is bv. in Gent."]),
        ("'Op termijn.' Wanneer?", ["'Op termijn.'", "Wanneer?"]),
        ("Eén\nTwee", ["Eén", "Twee"]),
        ("", []),
    ],
)
def test_a_sentence_comes_once_it_is_whole(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@given(st.text(alphabet="ab .?!…()\nÉ", max_size=60), st.integers(1, 9))
def test_nothing_is_lost_however_it_is_cut(text: str, size: int) -> None:
    assert "".join("".join(cut(text, size)).split()) == "".join(text.split())
