"""The words of this room: utterances, dialogues, flags, scores, feedback.

Offsets count Unicode code points from the start of the utterance's text, end excluded. Times are in seconds.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from personas.types import CourseId, Frozen, Kind, Language, Move, Phase, Slip

Tongue = Literal["nl", "en", "fr", "de"]
"""A language with its varieties; words of both varieties are understood in each, since speakers mix them."""
TONGUES: tuple[Tongue, ...] = ("nl", "en", "fr", "de")
Slot = Literal["yes_no", "when", "who", "how_many", "why", "what_now", "meaning", "open"]
"""What kind of answer a question asks for."""
NEWS_COURSES: tuple[CourseId, ...] = ("bad_news", "c4")
"""Talks in which the message is news that the other waits for."""
Severity = Annotated[int, Field(ge=1, le=3)]
"""1 noted in the debrief, 2 shown beside the turn, 3 the avatar reacts and another try is offered."""


def tongue_of(language: Language) -> Tongue:
    """The language of a variety: `nl` for nl-BE and nl-NL."""
    return "nl" if language == "nl-BE" or language == "nl-NL" else language


class Utterance(Frozen):
    """What one speaker said in one go."""

    speaker: Literal["trainee", "avatar"]
    text: str
    unsure: tuple[tuple[int, int], ...] = ()
    """Spans the recogniser was unsure of; nothing is scored on them."""
    pauses: tuple[int, ...] = ()
    """Where a word begins after a pause that may end a clause, as offsets; known where there are word times."""
    silence_before: Annotated[float, Field(ge=0)] | None = None
    """Seconds between the other's last word and this one, where they were measured."""


class Dialogue(Frozen):
    """A talk up to and including the utterance that is looked at, with what must be known to judge it."""

    language: Language
    course: CourseId
    message: str
    """The message that must be said in this talk, in one sentence."""
    signs: tuple[tuple[str, ...], ...] = ()
    """Word groups by which the message is known; see `Scenario.signs`."""
    reasons: tuple[str, ...] = ()
    """The reasons of the case."""
    utterances: Annotated[tuple[Utterance, ...], Field(min_length=1)]
    now: datetime | None = None
    """When the talk began, on the clock of the place it is held in. Without it, no day is worked out."""

    @property
    def tongue(self) -> Tongue:
        """The language without its variety."""
        return tongue_of(self.language)

    @property
    def last(self) -> Utterance:
        """The utterance that is looked at."""
        return self.utterances[-1]

    @property
    def turn(self) -> int:
        """The index of `last` in `utterances`."""
        return len(self.utterances) - 1

    @property
    def before(self) -> tuple[Utterance, ...]:
        """Everything said before `last`."""
        return self.utterances[:-1]

    @property
    def other(self) -> Utterance | None:
        """What the avatar said just before `last`."""
        return next((u for u in reversed(self.before) if u.speaker == "avatar"), None)

    def up_to(self, turn: int) -> Dialogue:
        """The same talk, ended after the utterance with this index."""
        return self.model_copy(update={"utterances": self.utterances[: turn + 1]})


class Flag(Frozen):
    """Something that was noticed, with the words that show it."""

    name: Slip | Move
    kind: Kind | None = None
    """Which form of a slip it is; moves have none."""
    turn: int
    """The index of the utterance in the dialogue."""
    start: int
    end: int
    quote: str
    """The words, exactly as they stand in the text; empty where what is missing has no words."""
    severity: Severity = 2
    rule: str
    """Which rule saw it, such as `evasiveness.hiding`."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.end - self.start != len(self.quote) or self.start < 0:
            raise ValueError(f"expected a quote of {self.end - self.start} characters, got {len(self.quote)}")
        return self

    @classmethod
    def weakness(
        cls, name: Slip, kind: Kind, dialogue: Dialogue, span: tuple[int, int] | None, *, rule: str, severity: int = 2
    ) -> Flag:
        """A slip in the last utterance; without a span, something that is missing."""
        start, end = span or (0, 0)
        quote = dialogue.last.text[start:end]
        return cls(
            name=name, kind=kind, turn=dialogue.turn, start=start, end=end, quote=quote, severity=severity, rule=rule
        )

    @classmethod
    def strength(cls, name: Move, dialogue: Dialogue, span: tuple[int, int], *, rule: str) -> Flag:
        """A move done well in the last utterance."""
        start, end = span
        quote = dialogue.last.text[start:end]
        return cls(name=name, turn=dialogue.turn, start=start, end=end, quote=quote, severity=1, rule=rule)


class Agreed(Frozen):
    """What one agreement fixed: who does what, and when."""

    turn: int
    """The index of the utterance in the dialogue."""
    who: Literal["trainee", "other", "both"]
    what: str
    """The words that say what will be done, exactly as they stand in the text; empty where only a moment was named."""
    when: str
    """The words that say when, exactly as they stand in the text."""
    on: date | None = None
    """Which day that is, counted from the day of the talk; of a week or a month, the first day that is to come."""
    until: date | None = None
    """The last day, where a week, a month or another span was named."""
    at: time | None = None
    """At what time, where that was said."""


class Score(Frozen):
    """Everything noticed in one turn."""

    turn: int
    """The index of the utterance in the dialogue."""
    slips: tuple[Flag, ...] = ()
    """All slips, the most useful to hear about first."""
    moves: tuple[Flag, ...] = ()
    phase: Phase = "opening"
    """Where the talk was when this turn began."""
    message_said: bool = False
    """Whether the message has been said, this turn included."""
    asked: Slot | None = None
    """What the avatar had asked for."""
    answered: bool | None = None
    """Whether that was answered; None where nothing was asked."""
    agreed: tuple[Agreed, ...] = ()
    """Who does what and when, for the agreements and follow-ups among the moves."""
    ungraded: str | None = None
    """Why nothing could be judged, where that is so; not graded is not zero."""
    version: str
    """The version of rules and word lists that saw this."""


class Card(Frozen):
    """What the trainee reads about one slip."""

    flag: Flag
    title: str
    why: str
    """Why these words matter at this moment."""
    instead: str | None = None
    """One better sentence, in the trainee's own words and register."""
    ask: str | None = None
    """Where no sentence can be made: the question that would make it concrete."""


class Praise(Frozen):
    """What the trainee reads about one move: what was done and what it did."""

    flag: Flag
    title: str
    why: str


class Feedback(Frozen):
    """What stands beside a turn."""

    turn: int
    cards: tuple[Card, ...] = ()
    """For every slip, the most useful first; at most `SHOWN` are shown at once, the rest waits for the debrief."""
    praise: tuple[Praise, ...] = ()
    note: str | None = None
    """A sentence where nothing was judged, saying why."""


SHOWN = 3
"""So many cards at most are shown beside a turn."""
