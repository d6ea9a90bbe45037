"""How the heads are fitted and kept."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from scoring.heads import training
from scoring.heads.embedding import WIDTH
from scoring.heads.features import SIZE
from scoring.heads.weights import Weighing, heads, pack, unpack

ROOT = Path(__file__).resolve().parents[3]


def made(seed: int = 1) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows in which the first two features tell two labels, with labels and which of them count."""
    rows = np.random.default_rng(seed).normal(size=(120, 6)) * 10
    labels = np.stack([rows[:, 0] > 0, rows[:, 1] > 4], axis=1)
    return rows, labels, np.ones_like(labels)


def test_what_can_be_told_apart_is_told_apart() -> None:
    rows, labels, counts = made()
    weights, biases = training.fit(rows, labels, counts)
    assert ((rows @ weights + biases > 0) == labels).mean() > 0.95


def test_training_twice_gives_the_same_bytes() -> None:
    first, second = training.fit(*made()), training.fit(*made())
    assert [part.tobytes() for part in first] == [part.tobytes() for part in second]


def test_a_disputed_label_teaches_nothing() -> None:
    rows, labels, counts = made()
    counts[:10] = False
    before = training.fit(rows, labels, counts)
    labels[:10] = ~labels[:10]
    after = training.fit(rows, labels, counts)
    assert all(np.allclose(a, b) for a, b in zip(before, after, strict=True))


def test_what_is_packed_comes_out_again() -> None:
    rng = np.random.default_rng(2)
    weights, biases, middle = rng.normal(size=(SIZE, 2)), np.array([0.5, -1.0]), rng.normal(size=(2, WIDTH))
    raw, meaning = pack(weights, biases, middle, ("vagueness", "apology"), {"apology": Weighing(rule=1, enough=0)}, {})
    back = unpack(raw, meaning)
    assert np.allclose(back.weights.T, weights, atol=1e-3)
    assert np.allclose(back.middle, middle, atol=1e-3)
    assert back.biases.tolist() == biases.tolist()
    assert pack(weights, biases, middle, ("vagueness", "apology"), {"apology": Weighing(rule=1, enough=0)}, {}) == (
        raw,
        meaning,
    )


def test_weights_of_another_program_are_refused() -> None:
    raw, meaning = pack(np.ones((SIZE, 1)), np.zeros(1), np.ones((2, WIDTH)), ("apology",), {}, {})
    with pytest.raises(ValueError, match="expected weights of"):
        unpack(raw, meaning.replace('"apology"', '"apology",\n  "vagueness"'))


def test_the_heads_were_trained_on_the_sets_that_are_here() -> None:
    for name, digest in heads().trained_on.items():
        path = next(
            folder / name for folder in (ROOT / "scoring/data", ROOT / "tests/scoring/sets") if (folder / name).exists()
        )
        assert hashlib.sha256(path.read_bytes()).hexdigest()[:16] == digest, f"{name} changed: train the heads anew"


def test_the_weights_are_small() -> None:
    assert (ROOT / "scoring/heads/weights.npy").stat().st_size < 400_000
