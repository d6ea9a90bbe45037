"""The rules in their order, and the score they make together. Pure: the same talk gives the same score."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from personas.types import Kind
from scoring.agreed import agreed
from scoring.message import message_said
from scoring.pauses import as_said, with_breaks
from scoring.phase import phase
from scoring.severity import severity
from scoring.slots import answers, asked
from scoring.types import Dialogue, Flag, Score, Tongue

VERSION = "0.2.0"
"""Changes with every change of a rule or a word list."""

Rule = Callable[[Dialogue], list[Flag]]

SLIP_MODULES = ("vagueness", "evasiveness", "missing_i_statement")
MOVE_MODULES = (
    "clear_message", "acknowledgement", "open_question", "summary", "i_message",
    "agreement", "follow_up", "apology", "boundary",
)  # fmt: skip
_MODULES = tuple(f"scoring.{name}" for name in (*SLIP_MODULES, *MOVE_MODULES))
GRADED: tuple[Tongue, ...] = ("nl", "en", "fr", "de")
"""The languages whose words the rules know."""
_FIRST: tuple[Kind, ...] = (
    "delay", "guess", "no_answer", "hiding", "shifting", "soothing",
    "demand", "blame", "disguised", "others",
    "hedged", "euphemism", "fog", "loose", "open",
)  # fmt: skip
"""Of slips with the same weight, the one that is more useful to hear about first."""
_UNDONE_BY: dict[str, tuple[Kind, ...]] = {
    "clear_message": ("hedged", "fog", "euphemism"),
    "open_question": ("guess", "shifting"),
    "i_message": ("disguised", "demand"),
    "agreement": ("loose",),
    "follow_up": ("loose",),
    "acknowledgement": ("soothing",),
}
"""A move is none where one of these slips stands in the same words."""
_NOTHING_SAID: dict[Tongue, str] = {
    "nl": "Er is niets gezegd, dus valt er niets te beoordelen.",
    "en": "Nothing was said, so there is nothing to look at.",
    "fr": "Rien n’a été dit, il n’y a donc rien à regarder.",
    "de": "Es wurde nichts gesagt, also gibt es nichts zu bewerten.",
}
_NOT_HEARD: dict[Tongue, str] = {
    "nl": "De opname was te onduidelijk om er iets over te zeggen.",
    "en": "The recording was too unclear to say anything about it.",
    "fr": "L’enregistrement n’était pas assez clair pour en dire quelque chose.",
    "de": "Die Aufnahme war zu undeutlich, um etwas dazu zu sagen.",
}
_NOT_THE_TRAINEE: dict[Tongue, str] = {
    "nl": "Dit heeft de ander gezegd; alleen wat jij zegt wordt bekeken.",
    "en": "The other person said this; only what you say is looked at.",
    "fr": "C’est l’autre qui l’a dit ; seul ce que tu dis est regardé.",
    "de": "Das hat die andere Person gesagt; angeschaut wird nur, was du sagst.",
}
_NOT_YET = "The rules do not know the words of this language yet."

_registered: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Registers a rule. Rules run by module, in the order above, and within a module as they stand in the file."""
    _registered.append(function)
    return function


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, the slips first."""
    for name in _MODULES:
        import_module(name)  # a module registers its rules when it is imported
    return tuple(sorted(_registered, key=lambda function: _MODULES.index(function.__module__)))


@cache
def version() -> str:
    """Which rules and word lists these are: twelve hexadecimal digits, others after every change of one of them."""
    here = Path(__file__).parent
    sums = hashlib.sha256()
    for path in sorted(path for path in here.rglob("*") if path.suffix in (".py", ".yaml")):
        sums.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return sums.hexdigest()[:12]


class Weigher(Protocol):
    """What may weigh the rules' findings against something else, such as learned heads."""

    version: str

    def __hash__(self) -> int: ...

    def __call__(
        self, dialogue: Dialogue, slips: tuple[Flag, ...], moves: tuple[Flag, ...]
    ) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
        """The slips and the moves that hold after all."""


def score_dialogue(dialogue: Dialogue, weigher: Weigher | None = None) -> Score:
    """Everything noticed in the last utterance of `dialogue`: by the rules alone or, with `weigher`, by both."""
    made_by = f"{version()}+{weigher.version}" if weigher else version()
    said, dialogue = dialogue, with_breaks(dialogue)
    why_not = _ungraded(dialogue)
    if dialogue.tongue not in GRADED:
        return Score(turn=dialogue.turn, ungraded=why_not, version=made_by)
    if why_not:
        return Score(
            turn=dialogue.turn,
            phase=phase(dialogue),
            message_said=message_said(dialogue),
            ungraded=why_not,
            version=made_by,
        )
    slips, moves = _seen(dialogue, weigher)
    earlier = _kinds_before(dialogue, weigher)
    weighed = [flag.model_copy(update={"severity": severity(dialogue, flag, earlier, list(moves))}) for flag in slips]
    weighed.sort(key=lambda flag: (-flag.severity, _FIRST.index(flag.kind or "open"), flag.start))
    other = dialogue.before[-1] if dialogue.before else None
    question = asked(other.text, dialogue.tongue) if other and other.speaker == "avatar" else None
    done = tuple(move for move in moves if not _undone(move, slips))
    return Score(
        turn=dialogue.turn,
        slips=tuple(as_said(flag, said) for flag in weighed),
        moves=tuple(as_said(flag, said) for flag in done),
        phase=phase(dialogue),
        message_said=message_said(dialogue),
        asked=question,
        answered=answers(dialogue) and not any(flag.kind == "no_answer" for flag in slips) if question else None,
        agreed=agreed(said, done),
        version=made_by,
    )


def _ungraded(dialogue: Dialogue) -> str | None:
    if dialogue.tongue not in GRADED:
        return _NOT_YET
    last = dialogue.last
    if last.speaker != "trainee":
        return _NOT_THE_TRAINEE[dialogue.tongue]
    if not any(c.isalnum() for c in last.text):
        return _NOTHING_SAID[dialogue.tongue]
    sure = [c for i, c in enumerate(last.text) if c.isalnum() and not any(a <= i < b for a, b in last.unsure)]
    return None if sure else _NOT_HEARD[dialogue.tongue]


@lru_cache(maxsize=512)
def _noticed(dialogue: Dialogue) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """The slips and the moves in the last utterance, without what the recogniser was unsure of."""
    flags = [flag for check in rules() for flag in check(dialogue) if _sure(dialogue, flag)]
    slips = tuple(flag for flag in flags if flag.kind is not None)
    return slips, tuple(flag for flag in flags if flag.kind is None)


@lru_cache(maxsize=512)
def _seen(dialogue: Dialogue, weigher: Weigher | None) -> tuple[tuple[Flag, ...], tuple[Flag, ...]]:
    """The slips and the moves that hold in the last utterance."""
    slips, moves = _noticed(dialogue)
    if weigher:
        slips, moves = weigher(dialogue, slips, moves)
        slips = tuple(flag for flag in slips if _sure(dialogue, flag))
        moves = tuple(flag for flag in moves if _sure(dialogue, flag))
    return slips, moves


def _sure(dialogue: Dialogue, flag: Flag) -> bool:
    """Nothing is said about words that may not have been said; what is missing may have been in them."""
    unsure = dialogue.last.unsure
    if flag.start == flag.end:
        return not unsure
    return not any(start < flag.end and flag.start < end for start, end in unsure)


def _kinds_before(dialogue: Dialogue, weigher: Weigher | None) -> frozenset[Kind]:
    """The kinds of slips in the trainee's turns before the last."""
    return frozenset(
        flag.kind
        for index, utterance in enumerate(dialogue.before)
        if utterance.speaker == "trainee" and utterance.text.strip()
        for flag in _seen(dialogue.up_to(index), weigher)[0]
        if flag.kind
    )


def _undone(move: Flag, slips: tuple[Flag, ...]) -> bool:
    kinds = _UNDONE_BY.get(move.name, ())
    return any(slip.kind in kinds and slip.start < move.end and move.start < slip.end for slip in slips)
