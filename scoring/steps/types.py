"""The words of this corner: a talk as the steps of a course look at it, and what they find."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from personas.types import Scenario
from scoring.clauses import Clause, is_question, sentences
from scoring.delivery.types import Delivery
from scoring.evidence import around, heard, stuffed
from scoring.forms import form
from scoring.spelling import plain
from scoring.types import Dialogue, Score, Tongue

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words, or a silence, that show something. Offsets count code points in the text of the turn, end excluded."""

    turn: int
    """The index of the utterance in the dialogue."""
    at: int
    """Where in the turn it happens, for the order of things."""
    start: int = 0
    end: int = 0
    quote: str = ""
    """The words, exactly as they stand; empty for a silence."""
    seconds: float | None = None
    """How long a silence was."""

    @property
    def place(self) -> tuple[int, int]:
        """Where in the talk it happens."""
        return self.turn, self.at


@dataclass(frozen=True, slots=True)
class Told:
    """A talk with all that is known about it."""

    dialogue: Dialogue
    scores: Mapping[int, Score]
    """Of the trainee's turns, by the index of the utterance."""
    case: Scenario | None = None
    sounds: Mapping[int, Delivery] = field(default_factory=dict)
    """How turns sounded, by the index of the utterance, where they were spoken and measured."""
    over: bool = False
    """Whether nothing more will be said."""

    @property
    def tongue(self) -> Tongue:
        """The language of the talk."""
        return self.dialogue.tongue

    @property
    def turns(self) -> tuple[int, ...]:
        """The trainee's turns, by index, silent ones included."""
        return tuple(index for index, said in enumerate(self.dialogue.utterances) if said.speaker == "trainee")

    @property
    def judged(self) -> tuple[int, ...]:
        """Those that could be judged."""
        return tuple(turn for turn in self.turns if turn in self.scores and self.scores[turn].ungraded is None)

    def text(self, turn: int) -> str:
        """What was heard for sure in a turn; offsets are those of the whole text."""
        return heard(self.dialogue.utterances[turn])

    def other(self, turn: int) -> str:
        """What the other said just before a turn."""
        before = self.dialogue.utterances[turn - 1] if turn else None
        return before.text if before is not None and before.speaker == "avatar" else ""

    def evidence(self, turn: int, *spans: Span) -> Evidence:
        """These stretches of a turn, with the sentence around them to quote."""
        text = self.dialogue.utterances[turn].text
        start, end = around(text, *spans)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Evidence(turn, min(first for first, _ in spans), start, end, text[start:end])

    def said(self, turn: int, *, questions: bool = False, unknown: bool = False) -> Iterator[Clause]:
        """The sentences of a turn that count: nothing that shows off; no questions, and nothing that is called unknown
        or not to be told, unless these are asked for."""
        text = self.text(turn)
        if stuffed(text, self.tongue):
            return
        for sentence in sentences(text):
            low = plain(sentence.text)
            is_open = form("unknown", self.tongue).search(low) or form("refused", self.tongue).search(low)
            if is_open and not unknown:
                continue
            if questions or not is_question(sentence, self.tongue):
                yield sentence

    def slips_in(self, turn: int, span: Span) -> bool:
        """Whether a slip stands in these words."""
        return any(slip.start < span[1] and span[0] < slip.end for slip in self.scores[turn].slips)


def moved(sentence: Clause, span: Span) -> Span:
    """A stretch of a sentence as a stretch of its turn."""
    return sentence.start + span[0], sentence.start + span[1]
