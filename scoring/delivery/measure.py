"""One spoken turn in numbers: from its contours and its words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from scoring.delivery.contours import STEP
from scoring.delivery.message_place import STOP
from scoring.delivery.pitch import semitones
from scoring.delivery.prosody import SHORTEST_PAUSE, Prosody, Span
from scoring.delivery.syllables import syllables
from scoring.delivery.types import Delivery, Pause, Place, Timed
from scoring.types import Tongue

LEAST_SYLLABLES = 8
LEAST_SPEECH = 1.5
"""Seconds. Over less than this a rate says more about the words than about the speaker."""
LEAST_VOICED = 2.0
"""Seconds of voice under which there is no range of pitch."""
DIFFERENT = 1.8
"""Where the words hold so many times more or fewer syllables than the sound, one of both is wrong and no rate is given.
On human clips the two never lay farther apart than 1.45."""
SENTENCE_GAP = 0.5
"""Seconds of silence that end a sentence where the transcript shows no full stop."""
END = 0.5
"""Seconds: the end of a sentence."""
LEAST_FRAMES = 20
"""Voiced frames that a level is told from; a quarter of them at the end of a sentence."""
LAST = 0.1
BEFORE_LAST = 0.3
"""Seconds: the last bit of the message, and what its pitch is compared with."""
NEXT = 0.35
"""Seconds by which a recogniser may misplace the last word of the message."""


def delivery(
    sound: Prosody, words: Sequence[Timed], tongue: Tongue, message: tuple[int, int] | None = None
) -> Delivery | None:
    """How a turn sounded; None where nobody speaks. `message` are the first word of the message and the one after its
    last, as places in `words`."""
    if not sound.spans:
        return None
    window = sound.spans[-1][1] - sound.spans[0][0]
    speech = sound.speech_seconds
    said = _message_span(words, message)
    count = _syllables(sound, words, tongue)
    enough = count is not None and count >= LEAST_SYLLABLES and speech >= LEAST_SPEECH
    voiced = int(np.isfinite(sound.hertz).sum()) * STEP
    return Delivery(
        seconds=round(window, 3),
        speech_seconds=round(speech, 3),
        voiced_seconds=round(voiced, 3),
        pauses=_pauses(sound.spans, said),
        syllables=count,
        speech_rate=round(count / window, 3) if enough and count is not None else None,
        articulation_rate=round(count / speech, 3) if enough and count is not None else None,
        pitch_range=_pitch_range(sound) if voiced >= LEAST_VOICED else None,
        end_drop=_end_drop(sound, words) if speech >= LEAST_SPEECH else None,
        message_rise=_rise(sound, said) if said else None,
    )


def _syllables(sound: Prosody, words: Sequence[Timed], tongue: Tongue) -> int | None:
    if not words:
        return None
    count = syllables(" ".join(word.text for word in words), tongue)
    heard = len(sound.nuclei)
    if not heard or not count or max(count / heard, heard / count) > DIFFERENT:
        return None
    return count


def _message_span(words: Sequence[Timed], message: tuple[int, int] | None) -> Span | None:
    said = words[slice(*message)] if message is not None else ()
    return (said[0].start, said[-1].end) if said else None


def _pauses(spans: Sequence[Span], said: Span | None) -> tuple[Pause, ...]:
    found: list[Pause] = []
    after = False
    for (_, end), (start, _) in pairwise(spans):
        if start - end < SHORTEST_PAUSE - 1e-6:
            continue
        place: Place = "elsewhere"
        if said is not None and said[0] < end and start < said[1] + STEP:
            place = "in_message"
        elif said is not None and not after and abs(end - said[1]) <= NEXT:
            place, after = "after_message", True
        found.append(Pause(start=round(end, 3), seconds=round(start - end, 3), place=place))
    return tuple(found)


def _pitch_range(sound: Prosody) -> float:
    tones = semitones(sound.hertz[np.isfinite(sound.hertz)])
    low, high = np.percentile(tones, [5, 95])
    return round(float(high - low), 2)


def _end_drop(sound: Prosody, words: Sequence[Timed]) -> float | None:
    """The median level of the voice at the ends of sentences against that of all other voice in the turn."""
    voiced = np.isfinite(sound.hertz)
    ends = [sound.between(max(0.0, end - END), end) for end in _sentence_ends(sound.spans, words)]
    rest = voiced.copy()
    for part in ends:
        rest[part] = False
    if rest.sum() < LEAST_FRAMES:
        return None
    middle = float(np.median(sound.level[rest]))
    loud = [level for part in ends if len(level := sound.level[part][voiced[part]]) >= LEAST_FRAMES // 4]
    return round(float(np.median([middle - float(np.median(level)) for level in loud])), 1) if loud else None


def _sentence_ends(spans: Sequence[Span], words: Sequence[Timed]) -> list[float]:
    """The seconds at which sentences end: at long silences, and at full stops the recogniser heard."""
    ends = {end for (_, end), (start, _) in pairwise(spans) if start - end >= SENTENCE_GAP} | {spans[-1][1]}
    for word in words[:-1]:
        if STOP.search(word.text) and all(abs(word.end - end) > END for end in ends):
            ends.add(word.end)
    return sorted(ends)


def _rise(sound: Prosody, said: Span) -> float | None:
    """The pitch of the last voiced tenth of a second against the 0.3 s of voice before it."""
    part = sound.between(*said)
    tones = semitones(sound.hertz[part])
    tones = tones[np.isfinite(tones)]
    last, before = round(LAST / STEP), round(BEFORE_LAST / STEP)
    if len(tones) < last + before // 2:
        return None
    end, reference = tones[-last:], tones[-last - before : -last]
    return round(float(np.median(end) - np.median(reference)), 1)
