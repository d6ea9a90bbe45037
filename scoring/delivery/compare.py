"""What was measured beside the speaker's own earlier speech and the norm of the variety. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from personas.types import Language
from scoring.delivery.norms import (
    FAR,
    LEFT_ALONE,
    LONG_PAUSE,
    NARROW,
    NARROW_OVER,
    NORM_OVER,
    NORMS,
    RISING,
    SOFT,
    Norm,
)
from scoring.delivery.types import Delivery

OWN_SECONDS = 30.0
"""Seconds of speech that make a baseline."""

Name = Literal[
    "articulation_rate", "speech_rate", "longest_pause", "pause_in_message", "silence_after_message", "pitch_range",
    "end_drop", "message_rise", "talk_share",
]  # fmt: skip
Unit = Literal["syllables_a_second", "seconds", "semitones", "decibel", "percent"]
UNITS: dict[Name, Unit] = {
    "articulation_rate": "syllables_a_second",
    "speech_rate": "syllables_a_second",
    "longest_pause": "seconds",
    "pause_in_message": "seconds",
    "silence_after_message": "seconds",
    "pitch_range": "semitones",
    "end_drop": "decibel",
    "message_rise": "semitones",
    "talk_share": "percent",
}
Source = Literal["this_talk", "earlier_talks"]
Against = Literal["this_talk", "earlier_talks", "norm", "limit"]


@dataclass(frozen=True, slots=True)
class Baseline:
    """What one speaker's own speech was like before."""

    source: Source
    seconds: float
    """Seconds of speech it stands on."""
    articulation_rate: float | None
    speech_rate: float | None
    pitch_range: float | None
    end_drop: float | None


@dataclass(frozen=True, slots=True)
class Note:
    """A difference that is large enough to be told."""

    way: Literal["above", "below"]
    against: Against
    other: float
    """The number it is held against, in the same unit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One number with all it is to be read with."""

    name: Name
    value: float
    unit: Unit
    window: float
    """Seconds of sound it was measured over."""
    norm: float | None = None
    """What speakers of the variety do on average, in the same unit."""
    own: float | None = None
    """What this speaker did before, in the same unit."""
    note: Note | None = None


def baseline(spoken: Iterable[Delivery], source: Source) -> Baseline | None:
    """The speaker's own numbers over the first half minute of `spoken`; None where there is less than that."""
    taken: list[Delivery] = []
    for each in spoken:
        taken.append(each)
        if sum(one.speech_seconds for one in taken) >= OWN_SECONDS:
            whole = together(taken)
            return Baseline(
                source,
                whole.speech_seconds,
                whole.articulation_rate,
                whole.speech_rate,
                whole.pitch_range,
                whole.end_drop,
            )
    return None


def together(spoken: Sequence[Delivery]) -> Delivery:
    """Several turns as one: times and pauses added up, rates over all syllables, the rest weighed by its window."""
    rated = [each for each in spoken if each.articulation_rate is not None and each.syllables is not None]
    count = sum(each.syllables or 0 for each in rated)
    rise = next((each.message_rise for each in spoken if each.message_rise is not None), None)
    return Delivery(
        seconds=round(sum(each.seconds for each in spoken), 3),
        speech_seconds=round(sum(each.speech_seconds for each in spoken), 3),
        voiced_seconds=round(sum(each.voiced_seconds for each in spoken), 3),
        pauses=tuple(pause for each in spoken for pause in each.pauses),
        syllables=count if rated else None,
        speech_rate=round(count / sum(each.seconds for each in rated), 3) if rated else None,
        articulation_rate=round(count / sum(each.speech_seconds for each in rated), 3) if rated else None,
        pitch_range=_weighed(spoken, lambda each: each.pitch_range, lambda each: each.voiced_seconds),
        end_drop=_weighed(spoken, lambda each: each.end_drop, lambda each: each.speech_seconds),
        message_rise=rise,
    )


def measures(one: Delivery, language: Language, own: Baseline | None = None) -> tuple[Measure, ...]:
    """What there is to tell about a turn, or about several together, in a fixed order."""
    norm = NORMS[language]
    rates = norm if norm.speech == "free" else None
    found = []
    if one.articulation_rate is not None:
        before = own.articulation_rate if own else None
        if own and before:
            note = _far(one.articulation_rate, before, own.source)
        else:
            note = _far_from_others(one, rates) if rates else None
        found.append(_measure("articulation_rate", one, one.speech_seconds, norm.articulation_rate, before, note))
    if one.speech_rate is not None:
        before = own.speech_rate if own else None
        found.append(_measure("speech_rate", one, one.seconds, norm.speech_rate, before, None))
    inside = [pause.seconds for pause in one.pauses if pause.place == "in_message"]
    if one.pauses:
        longest = max(pause.seconds for pause in one.pauses)
        found.append(Measure("longest_pause", longest, "seconds", one.seconds))
    if inside:
        long = max(inside)
        note = Note("above", "limit", LONG_PAUSE) if long >= LONG_PAUSE else None
        found.append(Measure("pause_in_message", long, "seconds", one.seconds, note=note))
    after = [pause.seconds for pause in one.pauses if pause.place == "after_message"]
    if after:
        found.append(silence_after(max(after)))
    if one.pitch_range is not None:
        before = own.pitch_range if own else None
        note = _far(one.pitch_range, before, own.source) if own and before else None
        if own is None and one.pitch_range < NARROW and one.voiced_seconds >= NARROW_OVER:
            note = Note("below", "limit", NARROW)
        found.append(_measure("pitch_range", one, one.voiced_seconds, None, before, note))
    if one.end_drop is not None:
        before = own.end_drop if own else None
        note = Note("above", "limit", SOFT) if one.end_drop > SOFT else None
        found.append(_measure("end_drop", one, one.speech_seconds, None, before, note))
    if one.message_rise is not None:
        note = Note("above", "limit", RISING) if one.message_rise >= RISING else None
        found.append(Measure("message_rise", one.message_rise, "semitones", _RISE_WINDOW, note=note))
    return tuple(found)


_RISE_WINDOW = 0.4
"""Seconds of voice at the end of the message."""


def silence_after(seconds: float) -> Measure:
    """The silence that followed the message, in its own turn or before the next one."""
    note = Note("above", "limit", LEFT_ALONE) if seconds >= LEFT_ALONE else None
    return Measure("silence_after_message", round(seconds, 3), "seconds", round(seconds, 3), note=note)


def _measure(
    name: Name, one: Delivery, window: float, norm: float | None, own: float | None, note: Note | None
) -> Measure:
    return Measure(name, getattr(one, name), UNITS[name], round(window, 3), norm, own, note)


def _far(value: float, other: float, against: Against) -> Note | None:
    """A note where `value` lies more than `FAR` away from `other`."""
    if abs(value - other) <= FAR * other:
        return None
    return Note("above" if value > other else "below", against, other)


def _far_from_others(one: Delivery, norm: Norm) -> Note | None:
    """A note where both rates lie far from the variety's, on the same side, over enough speech.

    Strangers differ more than one speaker does in a talk, and how short a pause still counts differs between studies;
    one rate over a single sentence would blame ordinary speakers.
    """
    if one.articulation_rate is None or one.speech_rate is None or norm.speech_rate is None:
        return None
    note = _far(one.articulation_rate, norm.articulation_rate, "norm")
    same = _far(one.speech_rate, norm.speech_rate, "norm")
    sure = note and same and note.way == same.way and one.speech_seconds >= NORM_OVER
    return note if sure else None


def _weighed(
    spoken: Sequence[Delivery], value: Callable[[Delivery], float | None], weight: Callable[[Delivery], float]
) -> float | None:
    pairs = [(number, weight(each)) for each in spoken if (number := value(each)) is not None]
    whole = sum(share for _, share in pairs)
    return round(sum(number * share for number, share in pairs) / whole, 2) if whole else None
