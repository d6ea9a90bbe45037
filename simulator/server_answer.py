"""What an OpenAI-compatible transcription server answers, and the words in it. Pure.

`verbose_json` comes in several makes: words beside the segments or inside them, with or without a probability, with
or without their punctuation. What a server does not tell is not made up, except that words need a confidence.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from simulator.types import Word

UNTOLD = 0.75
"""The confidence of words of which the server does not say how sure it is: not marked, and no proof either."""
_NO_SPEECH, _POOR = 0.6, -1.0  # both together mean: nobody spoke (the values of OpenAI's implementation)


class _Loose(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class SaidWord(_Loose):
    """One word as servers tell it."""

    word: str
    start: float = 0
    end: float = 0
    probability: float | None = None
    """Told by servers that stand on faster-whisper or whisper.cpp."""


class Segment(_Loose):
    """A stretch of the sound, mostly a sentence."""

    text: str = ""
    start: float = 0
    end: float = 0
    avg_logprob: float | None = None
    no_speech_prob: float | None = None
    words: tuple[SaidWord, ...] | None = None

    @property
    def silent(self) -> bool:
        """Whether the server itself doubts that anybody spoke."""
        return (self.no_speech_prob or 0) > _NO_SPEECH and (self.avg_logprob or 0) < _POOR

    @property
    def confidence(self) -> float | None:
        """How sure the server is of it, from 0 to 1."""
        return None if self.avg_logprob is None else math.exp(min(0.0, self.avg_logprob))


class ServerAnswer(_Loose):
    """The whole answer; `text` is all that every server gives."""

    text: str = Field(max_length=1_000_000)
    words: tuple[SaidWord, ...] | None = None
    segments: tuple[Segment, ...] | None = None


def read_answer(raw: Any, seconds: float) -> tuple[tuple[Word, ...], bool]:
    """The words of an answer, and whether their times come from the server; otherwise they are spread over `seconds`.

    The words are those of the text, with its punctuation. Raises pydantic's ValidationError.
    """
    answer = ServerAnswer.model_validate(raw)
    segments = answer.segments or ()
    heard = [segment for segment in segments if not segment.silent]
    text = answer.text if len(heard) == len(segments) else " ".join(segment.text for segment in heard)
    said = [word for segment in heard for word in segment.words or ()]
    if not said:
        silent = [segment for segment in segments if segment.silent]
        said = [word for word in answer.words or () if not any(one.start <= word.start < one.end for one in silent)]
    tokens = text.split()
    timed = _timed(tokens, said, heard)
    return (timed, True) if timed else (_spread(tokens, heard, seconds), False)


def _timed(tokens: Sequence[str], said: Sequence[SaidWord], segments: Sequence[Segment]) -> tuple[Word, ...]:
    """The tokens with the times of the server's words; none where the two do not have the same letters."""
    owner = [number for number, word in enumerate(said) for _ in _letters(word.word)]
    if not owner or "".join(map(_letters, tokens)) != "".join(_letters(word.word) for word in said):
        return ()
    words: list[Word] = []
    at = 0
    for token in tokens:
        length = len(_letters(token))
        mine = [said[number] for number in dict.fromkeys(owner[at : at + length])]
        at += length
        if not mine and words:  # a lone dash stays with the word before it
            words[-1] = words[-1].model_copy(update={"text": f"{words[-1].text} {token}"})
            continue
        start = max([0.0, *(word.start for word in mine[:1]), *(word.end for word in words[-1:])])
        end = max([start, *(word.end for word in mine)])
        sure = [one for word in mine if (one := _sure(word, segments)) is not None]
        words.append(Word(text=token, start=start, end=end, confidence=min(sure, default=UNTOLD)))
    return tuple(words)


def _spread(tokens: Sequence[str], segments: Sequence[Segment], seconds: float) -> tuple[Word, ...]:
    whole = sum(len(token) + 1 for token in tokens)
    by_token = [segment.confidence for segment in segments for _ in segment.text.split()]
    told = by_token if len(by_token) == len(tokens) else [None] * len(tokens)
    words: list[Word] = []
    at = 0
    for token, sure in zip(tokens, told, strict=True):
        start, end = seconds * at / whole, seconds * (at + len(token)) / whole
        words.append(Word(text=token, start=start, end=end, confidence=UNTOLD if sure is None else sure))
        at += len(token) + 1
    return tuple(words)


def _sure(word: SaidWord, segments: Sequence[Segment]) -> float | None:
    if word.probability is not None:
        return min(1.0, max(0.0, word.probability))
    return next((one.confidence for one in segments if one.start <= word.start <= one.end), None)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
