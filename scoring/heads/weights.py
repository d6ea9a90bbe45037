"""The heads as they are kept: whole numbers in `weights.npy`, and beside them in `heads.json` what they mean."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from personas.types import Frozen, Kind, Move, Slip
from scoring.heads.embedding import WIDTH
from scoring.heads.features import SIZE

Label = Slip | Kind | Move
Whole = NDArray[np.int16]


class Weighing(Frozen):
    """How head and rules are weighed for one label: it holds where logit + `rule` (if a rule saw it) ≥ `enough`."""

    rule: float
    """What a rule that saw it adds to the logit."""
    enough: float


class Meaning(Frozen):
    """The file heads.json."""

    labels: tuple[Label, ...]
    """The label of each row of weights."""
    steps: tuple[Annotated[float, Field(gt=0)], ...]
    """What one whole number of a row is worth."""
    biases: tuple[float, ...]
    middle_step: Annotated[float, Field(gt=0)]
    """What one whole number of the means is worth, the last rows of weights.npy."""
    weighing: dict[Label, Weighing]
    trained_on: dict[str, str]
    """The sets and their sha256, so that it can be seen whether these weights come from these data."""


@dataclass(frozen=True, slots=True)
class Heads:
    """All heads, ready to be asked."""

    labels: tuple[Label, ...]
    weights: NDArray[np.float64]
    """(labels, features)"""
    biases: NDArray[np.float64]
    middle: NDArray[np.float32]
    """(2, WIDTH): the mean of the turns and of the avatar's words in the training data."""
    weighing: Mapping[Label, Weighing]
    trained_on: Mapping[str, str]
    version: str
    """Eight hexadecimal digits, others after every change of a weight or a threshold."""


def pack(
    weights: NDArray[np.float64], biases: NDArray[np.float64], middle: NDArray[np.float64], labels: tuple[Label, ...],
    weighing: Mapping[Label, Weighing], trained_on: Mapping[str, str],
) -> tuple[bytes, str]:  # fmt: skip
    """The bytes of weights.npy and the text of heads.json for `weights` (features, labels) and `middle` (2, WIDTH)."""
    most = np.iinfo(np.int16).max
    steps = [float(f"{np.abs(column).max() / most:.6e}") or 1.0 for column in weights.T]
    whole = np.stack([np.round(column / step) for column, step in zip(weights.T, steps, strict=True)])
    middle_step = float(f"{np.abs(middle).max() / most:.6e}") or 1.0
    means = np.zeros((2, whole.shape[1]))
    means[:, :WIDTH] = np.round(middle / middle_step)
    kept = np.vstack([whole, means]).clip(-most, most).astype("<i2")
    raw = io.BytesIO()
    np.save(raw, kept, allow_pickle=False)
    meaning = Meaning(
        labels=labels, steps=tuple(steps), biases=tuple(round(float(bias), 4) for bias in biases),
        middle_step=middle_step, weighing=dict(weighing), trained_on=dict(trained_on),
    )  # fmt: skip
    return raw.getvalue(), json.dumps(meaning.model_dump(mode="json"), indent=1, ensure_ascii=False) + "\n"


def unpack(raw: bytes, meaning: str) -> Heads:
    """The heads of these two files. Raises ValueError where they do not belong together or to this program."""
    told = Meaning.model_validate_json(meaning)
    kept = np.load(io.BytesIO(raw), allow_pickle=False)
    if kept.shape != (len(told.labels) + 2, SIZE):
        raise ValueError(
            f"expected weights of {len(told.labels) + 2} by {SIZE}, got {kept.shape}: train the heads again"
        )
    return Heads(
        labels=told.labels,
        weights=kept[:-2] * np.array(told.steps)[:, None],
        biases=np.array(told.biases),
        middle=(kept[-2:, :WIDTH] * told.middle_step).astype(np.float32),
        weighing=told.weighing,
        trained_on=told.trained_on,
        version=hashlib.sha256(raw + meaning.encode()).hexdigest()[:8],
    )


@cache
def heads() -> Heads:
    """The heads that come with this program."""
    here = files("scoring") / "heads"
    return unpack((here / "weights.npy").read_bytes(), (here / "heads.json").read_text(encoding="utf-8"))
