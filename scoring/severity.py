"""How heavy a slip weighs at its moment, from 1 (noted in the debrief) to 3 (another try is offered).

Each kind has its usual weight. It rises where the slip sits in the message itself, where the same was heard before in
this talk, and where a question stays open for a second turn; it falls where the same turn sets it right.
"""

from __future__ import annotations

from personas.types import Kind, Move
from scoring.message import said_before
from scoring.slots import fills, questions
from scoring.types import NEWS_COURSES, Dialogue, Flag

_USUAL: dict[Kind, int] = {"guess": 3, "demand": 3}
"""Kinds that weigh other than 2 by themselves."""
_IN_THE_MESSAGE: tuple[Kind, ...] = ("hedged", "euphemism", "fog", "hiding")
_REPAIRS: tuple[Move, ...] = ("clear_message", "apology", "agreement")


def severity(dialogue: Dialogue, flag: Flag, earlier: frozenset[Kind], moves: list[Flag]) -> int:
    """The weight of `flag` in the last turn; `earlier` holds the kinds heard in the trainee's turns before."""
    assert flag.kind
    weight = _USUAL.get(flag.kind, 2)
    due = dialogue.course in NEWS_COURSES and not said_before(dialogue)
    again = flag.kind in earlier or (flag.kind == "no_answer" and waits_for_two_turns(dialogue))
    if again or (due and flag.kind in _IN_THE_MESSAGE):
        weight += 1
    if any(move.name in _REPAIRS and move.start >= flag.end for move in moves):
        weight -= 1
    return max(1, min(3, weight))


def waits_for_two_turns(dialogue: Dialogue) -> bool:
    """Whether the other asks for the second time, because the trainee's turn before did not answer either."""
    said = dialogue.before
    if len(said) < 3 or [u.speaker for u in said[-3:]] != ["avatar", "trainee", "avatar"]:
        return False
    asked_first, reply = questions(said[-3].text, dialogue.tongue), said[-2].text
    return (
        bool(asked_first)
        and bool(questions(said[-1].text, dialogue.tongue))
        and not any(fills(q, reply) for q in asked_first)
    )
