"""Dialogues to judge, and answers as models write them."""

from __future__ import annotations

import json
from typing import Any

from personas.types import CourseId, Language
from scoring.types import Dialogue, Utterance
from simulator.criteria import NAMES

SAID = "Het project stopt op 1 maart. Er is beslist dat er op termijn bepaalde zaken veranderen."


def dialogue(
    *texts: str, language: Language = "nl-BE", course: CourseId = "bad_news", unsure: tuple[tuple[int, int], ...] = ()
) -> Dialogue:
    """A talk of these texts, the avatar's and the trainee's in turn, the last one the trainee's."""
    texts = texts or ("Wat is er aan de hand?", SAID)
    speakers = [("trainee", "avatar")[(len(texts) - 1 - place) % 2] for place in range(len(texts))]
    said = [Utterance(speaker=who, text=text) for who, text in zip(speakers, texts, strict=True)]  # type: ignore[arg-type]  # one of the two
    said[-1] = said[-1].model_copy(update={"unsure": unsure})
    return Dialogue(language=language, course=course, message="Het project stopt op 1 maart.", utterances=tuple(said))


def form(**yes: tuple[str, str] | str) -> dict[str, Any]:
    """The whole form, in which these criteria hold, each with its kind and its quote, or its quote alone."""
    empty = {"applies": True, "holds": False, "kind": "none", "quote": ""}
    filled: dict[str, Any] = {name: dict(empty) for name in NAMES}
    for name, told in yes.items():
        kind, quote = ("none", told) if isinstance(told, str) else told
        filled[name] = {"applies": True, "holds": True, "kind": kind, "quote": quote}
    return filled


def as_json(**yes: tuple[str, str] | str) -> str:
    """The form as JSON."""
    return json.dumps(form(**yes), ensure_ascii=False)


def as_lines(**yes: tuple[str, str] | str) -> str:
    """The form as lines."""
    lines = []
    for name, check in form(**yes).items():
        answer = "yes" if check["holds"] else "no"
        lines.append(f'{name} | {answer} | {check["kind"]} | "{check["quote"]}"')
    return "\n".join(lines)


def pieces(text: str, size: int = 12) -> tuple[str, ...]:
    """The text in the pieces of a stream."""
    return tuple(text[start : start + size] for start in range(0, len(text), size))
