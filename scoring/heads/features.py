"""What a learned head reads of a turn: what both speakers said, as embeddings, the trainee's words, and the moment.

A row holds, in this order: the embedding of the turn, that of the avatar's last words, their product, hashed words and
pairs of words (Weinberger et al. 2009), and yes-or-no facts about the moment. Pure: the same turn gives the same row.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from personas.types import CourseId
from scoring.evidence import heard
from scoring.heads.embedding import WIDTH, Vectors
from scoring.spelling import plain
from scoring.types import TONGUES, Dialogue

BINS = 4096
"""Places over which words and pairs of words are spread."""
COURSES: tuple[CourseId, ...] = get_args(CourseId)
_WORD = re.compile(r"[\w'’]+")
_ASIDE = re.compile(r"\([^)]*\)")
_EMBEDDING, _PRODUCT, _WORDS = 10.0, 300.0, 3.0
"""How heavy the parts weigh against each other."""
FACTS = (
    "asked", "alone", "first", "unmarked",
    *(f"course {course}" for course in COURSES), *(f"tongue {tongue}" for tongue in TONGUES),
)  # fmt: skip
SIZE = 3 * WIDTH + BINS + len(FACTS)
"""Numbers in one row."""

Row = NDArray[np.float32]


def texts(dialogue: Dialogue) -> tuple[str, str]:
    """The two texts that are embedded: the turn without its unsure words, and what the avatar said just before it."""
    before = dialogue.before[-1] if dialogue.before else None
    turn, avatar = heard(dialogue.last).strip(), before.text if before and before.speaker == "avatar" else ""
    return _quiet(turn), _quiet(avatar)


def _quiet(text: str) -> str:
    """`text` in small letters where all of it stands in capitals: the embeddings were not made for those."""
    return text.lower() if text.isupper() else text


def row(dialogue: Dialogue, turn: Vectors, avatar: Vectors, middle: Vectors) -> Row:
    """The row of one turn.

    `turn` and `avatar` are the embeddings of `texts`, each of `WIDTH` numbers; `middle` (2, WIDTH) is what to take off
    them: the mean of the turns and of the avatar's words in the data the heads were trained on.
    """
    own, other = turn - middle[0], avatar - middle[1]
    parts = (_EMBEDDING * own, _EMBEDDING * other, _PRODUCT * own * other, words(texts(dialogue)[0]), facts(dialogue))
    return np.concatenate(parts).astype(np.float32)


def words(text: str) -> Row:
    """The words and pairs of words of `text`, hashed with a sign and brought to one length."""
    found = _WORD.findall(plain(text))
    counts = np.zeros(BINS, np.float32)
    for token in (*found, *(f"{a} {b}" for a, b in pairwise(found))):
        number = zlib.crc32(token.encode())
        counts[number % BINS] += 1.0 if number & 0x80000000 else -1.0
    length = float(np.sqrt(np.square(counts, dtype=np.float64).sum()))
    return np.float32(_WORDS / length) * counts if length else counts


def facts(dialogue: Dialogue) -> Row:
    """Yes-or-no facts about the moment, in the order of `FACTS`."""
    turn, avatar = texts(dialogue)
    said = [
        "?" in _ASIDE.sub("", avatar)[-80:],
        not avatar,
        sum(utterance.speaker == "trainee" for utterance in dialogue.utterances) == 1,
        not re.search(r"[.,!?…]", turn),
        *(dialogue.course == course for course in COURSES),
        *(dialogue.tongue == tongue for tongue in TONGUES),
    ]
    return np.array(said, dtype=np.float32)
