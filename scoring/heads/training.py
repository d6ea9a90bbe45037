"""Fits the heads: logistic regression with balanced classes, full batch, a fixed number of steps. Pure and repeatable.

No randomness: the same rows and labels give the same weights. Weights are kept in whole steps of `STEP`, which swallows
the last bits in which processors differ.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
STEPS = 300
PENALTY = 20.0
"""How strongly weights are held small: the inverse of the usual C."""


def with_kinds(slip: Matrix, kinds: Matrix) -> Matrix:
    """What head and kinds of a slip say together, (turns,): half the head, half any of its kinds (turns, kinds).

    A kind is easier to know than the slip, and the slip has more examples: together they see more than either.
    """
    both: Matrix = (slip + np.log(np.exp(kinds).sum(-1))) / 2
    return both


def fit(rows: Matrix, labels: NDArray[np.bool_], counts: NDArray[np.bool_]) -> tuple[Matrix, Matrix]:
    """Weights (features, heads) and biases (heads,) that tell `labels` (turns, heads) from `rows` (turns, features).

    `counts` (turns, heads) is False where a label is disputed; it then teaches nothing. Both classes of a head weigh
    the same. Nesterov's accelerated gradient with a fixed step from the largest singular value (Nesterov 2004, §2.2).
    """
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    wanted = labels.astype(np.float64)
    known = counts.astype(np.float64)
    there, absent = (wanted * known).sum(0), ((1 - wanted) * known).sum(0)
    total = there + absent
    weight = known * (wanted * total / (2 * np.maximum(there, 1)) + (1 - wanted) * total / (2 * np.maximum(absent, 1)))
    penalty = np.full((rows.shape[1], 1), PENALTY)
    penalty[-1] = 0.01  # the bias is free
    vector = np.ones(rows.shape[1])
    for _ in range(30):
        vector = rows.T @ (rows @ vector)
        vector /= np.sqrt((vector**2).sum())
    largest = float(np.sqrt(((rows @ vector) ** 2).sum())) ** 2
    curve = 0.25 * largest * weight.max(0) + PENALTY
    weights = np.zeros((rows.shape[1], labels.shape[1]))
    ahead = weights
    momentum = 1.0
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-(rows @ ahead)))
        slope = rows.T @ (weight * (odds - wanted)) + penalty * ahead
        after = ahead - slope / curve
        following = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead = after + (momentum - 1) / following * (after - weights)
        weights, momentum = after, following
    return weights[:-1], weights[-1]
