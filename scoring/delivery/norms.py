"""How fast people speak, by variety, and what else is known of ordinary speech. Each number with its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from personas.types import Language


@dataclass(frozen=True, slots=True)
class Norm:
    """Syllables a second of speakers of one variety."""

    articulation_rate: float
    """Pauses left out."""
    speech_rate: float | None
    """Pauses included; None where nobody counted them."""
    speech: Literal["free", "read"]
    """Whether they spoke freely or read aloud. Reading is faster, so free speech is never held against it."""


NORMS: dict[Language, Norm] = {
    # Verhoeven, De Pauw & Kloots 2004: 160 teachers, fifteen minutes of interview each.
    "nl-BE": Norm(4.23, 4.00, "free"),
    "nl-NL": Norm(5.05, 4.23, "free"),
    # Pellegrino, Coupé & Marsico 2011: texts read aloud.
    "fr": Norm(7.18, None, "read"),
    "en": Norm(6.19, None, "read"),
    "de": Norm(5.97, None, "read"),
}

FAR = 0.25
"""A difference that is told. People notice 10 to 15 % (Quené 2007); so much more than that is no accident."""
NORM_OVER = 10.0
"""Seconds of speech that are needed before a rate is held against the variety."""
NARROW = 4.9
"""Semitones from the 5th to the 95th percentile: a standard deviation of 1.5, below all speakers of Hincks (2004)."""
NARROW_OVER = 10.0
"""Seconds of voice that are needed before a range is called narrow."""
SOFT = 10.0
"""dB by which the end of a sentence must drop before it is told: half as loud to the ear."""
RISING = 3.0
"""Semitones; smaller movements play no part in conversation ('t Hart 1981)."""
LONG_PAUSE = 1.0
"""Seconds (Campione & Véronis 2002)."""
LEFT_ALONE = 2.0
"""Seconds of silence after the message from which it counts as left alone."""
