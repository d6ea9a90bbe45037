"""What the avatar remembers of the talk: what was asked, dodged, hurt and said before. Pure."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from personas.types import Intent
from simulator.conditions import Moment, Said
from simulator.talk import Round, Talk

WOUNDS = ("evasiveness", "missing_i_statement")
"""Slips that leave something to be made good."""
REPAIRS = ("acknowledgement", "summary", "i_message", "clear_message")
"""Moves that make good one wound, in a turn that does not wound again. An apology makes good them all."""

_SENTENCE = re.compile(r"[^.!?…]*[.!?…]+[\"'”’»)]*|[^.!?…]+$")
_ASIDE = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Memory:
    """What of the past decides what the avatar does now."""

    intents: tuple[Intent, ...] = ()
    """What the avatar did in each turn before this one."""
    question: str | None = None
    """The avatar's own question that stayed open, question mark included."""
    pressed: int = 0
    """How often in a row that question was repeated already."""
    owed: int = 0
    """Wounds that were not made good before this turn."""
    unsaid: int = 0
    """Turns before this one, greetings left out, that ended with the message unsaid."""

    @property
    def did(self) -> Counter[Intent]:
        """How often the avatar did each thing."""
        return Counter(self.intents)

    @property
    def landed(self) -> bool:
        """Whether the news has hit already."""
        return "blow" in self.intents


def remember(talk: Talk, moment: Moment) -> Memory:
    """The memory with which the avatar meets this turn."""
    rounds = [r for r in talk.complete if r.scored is not None and r.reacted is not None]
    question, pressed = _open_question(rounds, moment)
    return Memory(
        intents=tuple(r.reacted.response.intent for r in rounds if r.reacted is not None),
        question=question,
        pressed=pressed,
        owed=_owed(moment.past),
        unsaid=sum(
            not r.scored.score.message_said
            for r in rounds
            if r.scored is not None and r.reacted is not None and r.reacted.response.intent != "greet"
        ),
    )


def wounds(said: Said) -> bool:
    """Whether this turn leaves something to be made good."""
    return any(flag.name in WOUNDS for flag in said.slips)


def last_question(text: str) -> str | None:
    """The last question in `text`, without stage directions and without what stood before it."""
    sentences = [found.strip() for found in _SENTENCE.findall(_ASIDE.sub(" ", text))]
    asked = [s.strip(" \"'“”‘’«»") for s in sentences if "?" in s]
    return asked[-1] if asked and len(asked[-1]) > 1 else None


def _owed(past: tuple[Said, ...]) -> int:
    owed = 0
    for said in past:
        if wounds(said):
            owed += 1
        elif said.move("apology"):
            owed = 0
        elif owed and any(flag.name in REPAIRS for flag in said.score.moves):
            owed -= 1
    return owed


def _open_question(rounds: list[Round], moment: Moment) -> tuple[str | None, int]:
    """The avatar's question that this turn left open too, and how often it was repeated."""
    # The question of the opening is a way to say hello ("Je wou mij spreken?"); nobody comes back to it.
    question: str | None = None
    pressed = 0
    scores = [*(r.scored.score for r in rounds if r.scored is not None), moment.now.score]
    for index, score in enumerate(scores):
        if score.answered is not False:
            question, pressed = None, 0
        if index == len(rounds):
            break
        past = rounds[index]
        repeated = past.reacted is not None and past.reacted.response.intent == "repeat_question"
        if repeated and question:
            pressed += 1
        else:
            asked = last_question(past.reply)
            question, pressed = (asked, 0) if asked else (question, pressed)
    return question, pressed
