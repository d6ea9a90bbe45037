"""What one language gives to make better sentences with: its own grammar, patterns and sentences. Pure.

Sentences hold `{you.…}` where a form of address goes: a field of what the language's `address` gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from scoring.rewrite.questions import Questions
from scoring.types import Dialogue


def nobody(dialogue: Dialogue) -> None:
    """The form of address in a language that has but one."""


def never(dialogue: Dialogue) -> bool:
    """For a language in which every sentence fits one person and more."""
    return False


def nothing(text: str) -> None:
    """For a language that keeps to its lines."""


@dataclass(frozen=True, slots=True)
class Answers:
    """How a question of the other is answered from the message."""

    last_day: re.Pattern[str]
    """Where the message tells the last day, as the group `day`."""
    about_the_end: re.Pattern[str]
    """What the other asks when that day is the answer, in plain spelling."""
    last_day_is: str
    """The answer, with `{day}`."""
    at_stake: re.Pattern[str]
    """What the other asks when the message is the answer, in plain spelling."""
    honestly: str
    """The answer, with `{message}`."""


@dataclass(frozen=True, slots=True)
class Owning:
    """How somebody stands by a decision. Patterns meet plain spelling."""

    decision: re.Pattern[str]
    """Words about a decision, in what the trainee says."""
    who_decided: re.Pattern[str]
    """The same in what the other asks."""
    from_above: re.Pattern[str]
    """Those the trainee hides behind."""
    ours: str
    """Where it came from above."""
    mine: tuple[str, str]
    """Where it did not; the turn chooses."""
    decided: Callable[[str], str | None] = nothing
    """A decision without an owner, said with one: `It's been decided to …` as `I was part of the decision to …`."""


@dataclass(frozen=True, slots=True)
class Comfort:
    """What is seen rather than soothed. The turn chooses."""

    at_work: tuple[str, ...]
    """In talks without bad news."""
    after_news: tuple[str, ...]
    """Once the news was told."""


@dataclass(frozen=True, slots=True)
class Hearsay:
    """How to speak of what others said without hiding behind them. The turn chooses."""

    lines: tuple[str, str, str]
    two: re.Pattern[str] | None = None
    """Where several came to complain, in plain spelling; the second line is then `two_came`."""
    two_came: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """How one language makes better sentences and asks for what is missing."""

    announces: str
    """How bad news is told, with `{message}`."""
    message: Callable[[Dialogue], str | None]
    """The message as a clause said to the other; None where it cannot be said for certain."""
    firm: Callable[[str], str | None]
    """What was said, without its hedges; None where the words do not hold it."""
    given_reason: re.Pattern[str]
    """Where the message tells its reason, as the group `reason`."""
    because: Callable[[str], str]
    """A reason as a sentence."""
    request: Callable[[str, Dialogue], str | None]
    """A demand as a request: `You have to …, or else` as `I'm asking you to …`."""
    expectation: Callable[[Dialogue], str | None]
    """What must be said in a talk about work, as a fact and a request; None where the message holds neither."""
    answers: Answers
    owning: Owning
    comfort: Comfort
    hearsay: Hearsay
    questions: Questions
    hedges: re.Pattern[str]
    """Every word that makes a text smaller, and the commas and spaces behind it."""
    address: Callable[[Dialogue], object] = nobody
    """How the trainee addresses the other."""
    to_several: Callable[[Dialogue], bool] = never
    """Whether the turn speaks to more than one person, whom no sentence here fits."""
