"""What people read about a measure, in the language of the talk; the sentences are data in `words/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from ruamel.yaml import YAML

from personas.types import Language
from scoring.delivery.compare import Measure, Source
from scoring.types import Tongue, tongue_of


@dataclass(frozen=True, slots=True)
class Line:
    """One measure for people."""

    name: str
    """Such as `Langste pauze`."""
    value: str
    """With its unit, such as `1,4 s`."""
    window: str
    """Over how much sound, such as `gemeten over 6,2 s`; empty for a silence, which is its own window."""
    norm: str = ""
    """What speakers of the variety do; empty where nobody measured that."""
    own: str = ""
    """What this speaker did before; empty where there is too little."""
    note: str = ""
    """A sentence where the difference is large; empty otherwise."""


def line(measure: Measure, language: Language, source: Source = "this_talk") -> Line:
    """A measure in words. `source` says where the speaker's own number comes from."""
    tongue = tongue_of(language)
    words = _words(tongue)
    norm = words["norm"].get(language) if measure.norm is not None else None
    note = measure.note
    sentence = words["notes"][measure.name][note.way][note.against] if note else ""
    return Line(
        name=words["names"][measure.name],
        value=_value(measure, tongue),
        window="" if measure.name == "silence_after_message" else _window(measure, tongue),
        norm=norm.format(value=number(measure.norm, tongue)) if norm and measure.norm is not None else "",
        own=words["own"][source].format(value=number(measure.own, tongue)) if measure.own is not None else "",
        note=sentence.format(value=number(measure.value, tongue), other=number(note.other, tongue)) if note else "",
    )


def share(percent: float, of: Literal["words", "seconds"], language: Language) -> Line:
    """The trainee's part of the whole talk, in words."""
    words = _words(tongue_of(language))
    value = words["units"]["percent"].format(value=round(percent))
    return Line(words["names"]["talk_share"], f"{value} {words['share_of'][of]}", "")


def _window(measure: Measure, tongue: Tongue) -> str:
    return str(_words(tongue)["window"].format(seconds=number(measure.window, tongue)))


def _value(measure: Measure, tongue: Tongue) -> str:
    words = _words(tongue)
    by_sign = words["shown"].get(measure.name)
    if by_sign:
        return str(by_sign["above" if measure.value >= 0 else "below"].format(value=number(abs(measure.value), tongue)))
    return str(words["units"][measure.unit].format(value=number(measure.value, tongue)))


def number(value: float, tongue: Tongue) -> str:
    """A number with one decimal, `.0` left out, and the decimal sign of the language."""
    text = f"{value:.1f}".removesuffix(".0")
    return ("0" if text == "-0" else text).replace(".", _words(tongue)["comma"])


@cache
def _words(tongue: Tongue) -> Any:
    raw = files("scoring.delivery").joinpath("words", f"{tongue}.yaml").read_text("utf-8")
    return YAML(typ="safe", pure=True).load(raw)
