"""What a judge is asked: the criteria, and the talk as data. It never sees what the rules noticed. Pure.

The criteria come first and are the same for every turn in a language, so that a server's prompt cache stays warm. What
people said stands in a fence, each utterance as a JSON string in which every character that could close the string, the
fence or a chat template's own marks is written as an escape. The escape is fixed and needs no secret: there is no text
that gets out of it.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from personas.types import KINDS
from scoring.types import Dialogue, Utterance
from simulator.criteria import NAMES, Criteria, criteria
from simulator.cue import cue
from simulator.prompt import Message

ASKED = "1"
"""The version of criteria and question; it goes up with every change of what is asked."""
Rung = Literal["schema", "json", "lines"]
"""How the answer is asked for, best first: by a JSON schema, as any JSON object, or as lines of text."""
RUNGS: tuple[Rung, ...] = ("schema", "json", "lines")
OPEN, CLOSE = "<talk>", "</talk>"
MOST_TOLD = 8_000
"""Characters of the talk that are told; of a longer one the last utterances, and how many came before."""
_MARKS = frozenset("<>[]{}|`")
"""Characters of fences, of JSON and of the marks that chat templates set between speakers."""


def judge_messages(dialogue: Dialogue, rung: Rung, *, keep: int | None = None) -> list[Message]:
    """The question about the last utterance. With `keep` only so many utterances are told, for a short memory."""
    asks = criteria(dialogue.tongue)
    answer = asks.lines if rung == "lines" else asks.json_
    system = "\n\n".join((asks.rules, _list(asks), asks.data, answer))
    return [
        {"role": "system", "content": system},
        {"role": "user", "content": f"{fenced(dialogue, keep=keep)}\n\n{asks.task} {answer}"},
    ]


def fenced(dialogue: Dialogue, *, keep: int | None = None) -> str:
    """The case and the talk, one JSON object a line, between `OPEN` and `CLOSE`; the trainee's last words come last."""
    told = _told(dialogue, keep)
    left_out = len(dialogue.utterances) - len(told)
    case = f'{{"course": {quoted(dialogue.course)}, "message": {quoted(dialogue.message)}, "left_out": {left_out}}}'
    lines = [
        f'{{"turn": {number}, "speaker": {quoted(said.speaker)}, "text": {quoted(_words(said, dialogue))}}}'
        for number, said in enumerate(told, left_out)
    ]
    return "\n".join((OPEN, case, *lines, CLOSE))


def quoted(text: str) -> str:
    """The text as a JSON string on one line, without any character that marks something; `json.loads` gives it back."""
    plain = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() and c not in _MARKS else _escape(c) for c in plain)


def speaks_to_the_machine(said: Utterance, dialogue: Dialogue) -> bool:
    """Whether somebody gives orders to a program here, such as to forget its instructions or to give ten out of ten."""
    return said.speaker == "trainee" and cue(said.text, dialogue.language) == "prompt_trick"


def answer_format(rung: Rung) -> dict[str, Any] | None:
    """`response_format` as OpenAI-compatible servers take it; None where nothing but words is asked for."""
    match rung:
        case "schema":
            return {"type": "json_schema", "json_schema": {"name": "checks", "strict": True, "schema": schema()}}
        case "json":
            return {"type": "json_object"}
        case "lines":
            return None


def schema() -> dict[str, Any]:
    """What an answer looks like, in the part of JSON schema that every server knows."""
    checks: dict[str, Any] = {}
    for name in NAMES:
        kinds = next((kinds for slip, kinds in KINDS.items() if slip == name), ())
        fields: dict[str, Any] = {
            "applies": {"type": "boolean"},
            "holds": {"type": "boolean"},
            "kind": {"type": "string", "enum": [*kinds, "none"]},
            "quote": {"type": "string"},
        }
        checks[name] = _object(fields)
    return _object(checks)


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _list(asks: Criteria) -> str:
    lines = []
    for number, (name, ask) in enumerate(asks.criteria.items(), 1):
        lines.append(f"{number}. {name}")
        lines += [f"   {asks.here}: {ask.here}.", f"   {asks.holds}: {ask.holds}.", f"   {asks.unless}: {ask.unless}."]
        lines += [f"   kind {kind}: {says}." for kind, says in ask.kinds.items()]
    return "\n".join(lines)


def _told(dialogue: Dialogue, keep: int | None) -> tuple[Utterance, ...]:
    told: list[Utterance] = []
    room = MOST_TOLD
    for said in reversed(dialogue.utterances):
        room -= len(said.text)
        if told and (room < 0 or (keep is not None and len(told) >= keep)):
            break
        told.append(said)
    return tuple(reversed(told))


def _words(said: Utterance, dialogue: Dialogue) -> str:
    """What was said; what tried to speak to the machine in an earlier turn is left out."""
    return "(…)" if said is not dialogue.last and speaks_to_the_machine(said, dialogue) else said.text


def _escape(character: str) -> str:
    raw = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{raw[i]:02x}{raw[i + 1]:02x}" for i in range(0, len(raw), 2))
