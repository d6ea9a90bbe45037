"""How the scorer fares on other people's data: not its own task, but near enough to show where it is blind.

    python -m bench.yardsticks FOLDER           a table; FOLDER holds casino/, tydip/, convokit_politeness/, ...
    python -m bench.yardsticks FOLDER --json

Beside each figure stands what a plain word list reaches in the same run. None of these sets labels what this scorer
looks for, so no figure here is a goal: CaSiNo (Chawla et al. 2021, CC BY 4.0) are written negotiations about camping
supplies, TyDiP (Srinivasan & Choi 2022, CC BY 4.0) politeness on talk pages, EvasionBench (Ma et al. 2026, Apache-2.0)
six answers to analysts, and the lists of ConvoKit (MIT) and ftr-classifier (MIT) are words, not turns.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from personas.types import Language
from scoring.heads.fusion import fusion
from scoring.heads.opinion import reader
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance
from scoring.words import hits

EVERY = 6
"""Of CaSiNo every sixth talk is taken; the whole of it takes half an hour."""
STRATEGIES = {"showing-empathy": "acknowledgement", "elicit-pref": "open_question", "promote-coordination": "agreement"}
PLAIN = {
    "showing-empathy": re.compile(r"\b(sorry|understand|feel|hope you|glad|great)\b", re.I),
    "elicit-pref": re.compile(r"\b(what|how|which|would you|do you)\b.*\?", re.I),
    "promote-coordination": re.compile(r"\b(deal|how about|if you|we can|agree)\b", re.I),
}
"""The words somebody would try first."""
RUDE = re.compile(r"\b(you|your|tu|vous|ton|votre|why|pourquoi)\b", re.I)

Row = dict[str, object]


def said(language: Language, text: str, before: str = "") -> Dialogue:
    """One turn of somebody, after one line of the other."""
    other = (Utterance(speaker="avatar", text=before),) if before else ()
    line = Utterance(speaker="trainee", text=text)
    return Dialogue(language=language, course="listening", message="-", utterances=(*other, line))


def f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """F1 of (seen, there)."""
    known = list(pairs)
    right = sum(seen and there for seen, there in known)
    return round(2 * right / max(1, sum(seen + there for seen, there in known)), 3)


def auc(scored: list[tuple[float, bool]]) -> float:
    """How often one that is there is ranked above one that is not."""
    there, absent = [s for s, yes in scored if yes], [s for s, yes in scored if not yes]
    wins = sum((a > b) + 0.5 * (a == b) for a in there for b in absent)
    return round(wins / max(1, len(there) * len(absent)), 3)


def casino(folder: Path) -> list[Row]:
    """Empathy, asking and coordinating in negotiations, as moves."""
    with (folder / "strategies_utterances.csv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if int(line["dialogue_id"]) % EVERY == 0]
    weigher = fusion()
    scores = [score_dialogue(said("en", line["utterance"], line["previous"]), weigher) for line in lines]
    rows: list[Row] = []
    for strategy, move in STRATEGIES.items():
        there = [strategy in line["strategies"] for line in lines]
        seen = [any(flag.name == move for flag in score.moves) for score in scores]
        plain = [bool(PLAIN[strategy].search(line["utterance"])) for line in lines]
        rows.append(
            {
                "set": f"CaSiNo {strategy}",
                "measure": f"F1 of {move}",
                "turns": len(lines),
                "scorer": f1(zip(seen, there, strict=True)),
                "word list": f1(zip(plain, there, strict=True)),
            }
        )
    return rows


def tydip(folder: Path) -> list[Row]:
    """Whether what people find impolite is what the head for missing I-statements sees."""
    opinion = reader()
    rows: list[Row] = []
    for language in ("en", "fr"):
        with (folder / f"{language}_test_binary.csv").open(encoding="utf-8", newline="") as file:
            lines = [(line["sentence"], float(line["score"]) < 0) for line in csv.DictReader(file)]
        heads = (
            [(opinion.logits(said(language, text))["missing_i_statement"], rude) for text, rude in lines]
            if opinion
            else []
        )
        rows.append(
            {
                "set": f"TyDiP {language}",
                "measure": "AUC of the missing_i_statement head against impolite",
                "turns": len(lines),
                "scorer": auc(heads),
                "word list": auc([(float(len(RUDE.findall(text))), rude) for text, rude in lines]),
            }
        )
    return rows


def evasion(folder: Path) -> list[Row]:
    """Six answers to analysts: the evasive ones against the direct ones."""
    with (folder / "evasionbench_6samples.csv").open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["eva4b_label"] != "intermediate"]
    weigher = fusion()
    seen = [
        any(
            flag.name == "evasiveness"
            for flag in score_dialogue(said("en", line["answer"], line["question"]), weigher).slips
        )
        for line in lines
    ]
    there = [line["eva4b_label"] == "fully_evasive" for line in lines]
    plain = [bool(re.search(r"\b(can't|cannot|not going to|as you know)\b", line["answer"], re.I)) for line in lines]
    return [
        {
            "set": "EvasionBench sample",
            "measure": "F1 of evasiveness",
            "turns": len(lines),
            "scorer": f1(zip(seen, there, strict=True)),
            "word list": f1(zip(plain, there, strict=True)),
        }
    ]


def lists(folder: Path) -> list[Row]:
    """How many of other people's words of doubt the lists of vagueness know."""
    rows: list[Row] = []
    hedges = json.loads((folder / "convokit_politeness/hedges_en.json").read_text("utf-8"))[
        "hedges_stanford_politeness"
    ]
    rows.append(known("ConvoKit hedges", "en", hedges))
    raw = json.loads((folder / "ftr_modality/modality_nl_en_de.json").read_text("utf-8"))
    for name, language in (("dutch", "nl-BE"), ("english", "en"), ("german", "de")):
        doubts = raw[name]["adv_adj_poss"]
        rows.append(known(f"ftr low certainty {name}", language, [*doubts["words"], *doubts["phrases"]]))
    return rows


def known(name: str, language: str, words: list[str]) -> Row:
    """The share of these words in which the list finds something."""
    tongue = said(language, "x").tongue  # type: ignore[arg-type]  # one of the four above
    found = [bool(hits("vague", f"it {word} it", tongue)) for word in words]
    return {
        "set": name,
        "measure": "share of the words known",
        "turns": len(words),
        "scorer": round(sum(found) / len(found), 3),
    }


def main() -> int:
    """Prints what is there; 2 where the folder holds none of the sets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the sets lie, a folder each")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    rows: list[Row] = []
    for name, measure in (("casino", casino), ("tydip", tydip), ("evasionbench_sample", evasion)):
        if (args.folder / name).is_dir():
            rows += measure(args.folder / name)
    if (args.folder / "ftr_modality").is_dir() and (args.folder / "convokit_politeness").is_dir():
        rows += lists(args.folder)
    if not rows:
        sys.stderr.write(f"{args.folder}: expected a folder with casino, tydip or the like, found none of them\n")
        return 2
    if args.json:
        print(json.dumps(rows, indent=2))
        return 0
    print(f"{'set':<34}{'measure':<56}{'turns':>6}{'scorer':>8}{'word list':>11}")
    for row in rows:
        print(f"{row['set']:<34}{row['measure']:<56}{row['turns']:>6}{row['scorer']:>8}{row.get('word list', '–'):>11}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
