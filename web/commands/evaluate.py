"""`rechtdoor evaluate`: how well the rules see what people labelled."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.evaluation import Figures, Graded, Item, Mistake
    from simulator.settings import Settings
    from web.judge_evaluation import JudgeFigures

HELP = "measure the scoring on sets of labelled turns: precision, recall and F1 for each slip, kind and move"
MOST_BYTES = 256 * 1024**2
_NO_JUDGE = (
    "--judge: expected the address of an OpenAI-compatible server in RECHTDOOR_JUDGE_URL, got nothing. A slow server "
    "needs more time, such as RECHTDOOR_JUDGE_SECONDS=60."
)
_PATIENCE = 2.0
"""Seconds after which progress is shown."""


def options(parser: argparse.ArgumentParser) -> None:
    """The sets and how to show the figures."""
    parser.add_argument("sets", nargs="+", metavar="SET.jsonl", help="labelled turns, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", action="store_true", help="list every false alarm and every miss")
    parser.add_argument("--rules", action="store_true", help="let the rules judge alone, without the learned heads")
    parser.add_argument("--compare", metavar="OLD.json", help="show what changed since figures kept with --json")
    parser.add_argument(
        "--unmarked", action="store_true", help="take punctuation and capitals away first, as a recogniser may"
    )
    parser.add_argument(
        "--misheard",
        type=float,
        default=0,
        metavar="SHARE",
        help="make this share of the words wrong first",
    )
    parser.add_argument(
        "--judge", action="store_true", help="measure the language model of RECHTDOOR_JUDGE_URL on the same turns too"
    )


def run(args: argparse.Namespace) -> int:
    """0 when the figures could be made, whatever they are; 2 when a set cannot be read, or no judge is there."""
    from scoring.evaluation import Unreadable, figures, mistakes
    from simulator.settings import BadSettings, read_settings
    from web.figures_text import print_changes, print_figures, print_judge, print_mistake
    from web.terminal import clean

    settings: Settings | None = None
    if args.judge:
        try:
            settings = read_settings()
        except BadSettings as error:
            sys.stderr.write(f"{error}\n")
            return 2
        if settings.judge_server is None:
            sys.stderr.write(_NO_JUDGE + "\n")
            return 2
    try:
        items = [item for name in args.sets for item in _read(name)]
    except (OSError, UnicodeDecodeError, Unreadable) as error:
        sys.stderr.write(_sentence(error) + "\n")
        return 2
    for key in sorted({key for item in items for key in item.strange_keys}):
        sys.stderr.write(clean(f"Note: the key `{key}` is not part of a labelled turn and is left aside.") + "\n")
    try:
        old = _old(args.compare) if args.compare else None
    except (OSError, ValueError) as error:
        sys.stderr.write(
            f"{args.compare}: expected figures kept with --json, got: {clean(str(error).splitlines()[0])}\n"
        )
        return 2
    if not 0 <= args.misheard < 1:
        sys.stderr.write(f"--misheard: expected a share from 0 to 1, such as 0.15, got {args.misheard}\n")
        return 2
    items = [_rough(item, unmark=args.unmarked, wrong=args.misheard) for item in items]
    results = _grade(items, heads=not args.rules)
    made = figures(results)
    judge = _judge(items, results, settings) if settings else None
    wrong = mistakes(results) if args.errors else ()
    if args.json:
        sys.stdout.write(_json(made, wrong, judge, listed=args.errors) + "\n")
        return 0
    print_figures(made)
    if judge is not None:
        print_judge(judge)
    if old is not None:
        print_changes(old, made)
    for mistake in wrong:
        print_mistake(mistake)
    return 0


def _old(name: str) -> Figures:
    from scoring.evaluation import Figures

    with open(name, encoding="utf-8") as file:
        return Figures.model_validate_json(file.read(MOST_BYTES))


def _rough(item: Item, *, unmark: bool, wrong: float) -> Item:
    """The turn as a recogniser may write it; what the avatar said stays."""
    from scoring.roughen import misheard, unmarked

    if not (unmark or wrong):
        return item
    lines = []
    for place, line in enumerate(item.dialogue):
        if line.speaker == "trainee":
            text = misheard(unmarked(line.text) if unmark else line.text, wrong, f"{item.id}:{place}")
            line = line.model_copy(update={"text": text})
        lines.append(line)
    return item.model_copy(update={"dialogue": tuple(lines)})


def _read(name: str) -> tuple[Item, ...]:
    from scoring.evaluation import Unreadable, read_items

    with open(name, "rb") as file:
        raw = file.read(MOST_BYTES + 1)  # a device does not tell its size
    if len(raw) > MOST_BYTES:
        raise Unreadable(f"{name}: expected at most {MOST_BYTES // 1024**2} MB, got more")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name}: expected UTF-8 text, got a byte that is none at position {error.start}") from error
    return read_items(text, name)


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: expected a file that can be read, got: {error.strerror}"
    return str(error)


def _grade(items: list[Item], *, heads: bool) -> list[Graded]:
    from scoring.evaluation import Graded
    from scoring.heads.fusion import fusion
    from scoring.rules import GRADED, score_dialogue
    from scoring.types import tongue_of
    from scoring.warm import warm

    weigher = fusion() if heads else None
    # Reading and compiling the word lists is not part of a turn.
    for tongue in sorted({tongue_of(item.language) for item in items} & set(GRADED)):
        warm(tongue, heads=heads)
    shows = sys.stderr.isatty()
    begun = time.perf_counter()
    results: list[Graded] = []
    for number, item in enumerate(items, start=1):
        dialogue = item.to_dialogue()
        start = time.perf_counter()
        score = score_dialogue(dialogue, weigher)
        now = time.perf_counter()
        results.append(Graded(item, score, (now - start) * 1000))
        if shows and now - begun > _PATIENCE and (number % 20 == 0 or number == len(items)):
            sys.stderr.write(f"\r{number} of {len(items)} turns" + ("\n" if number == len(items) else ""))
    return results


def _judge(items: list[Item], rules: list[Graded], settings: Settings) -> JudgeFigures:
    """The same turns as the judge sees them. Where its server fails, turns stay unjudged and are counted."""
    import asyncio

    from simulator.wiring import build_judge, close_part
    from web.judge_evaluation import judge_figures, judge_items

    shows = sys.stderr.isatty()

    def progress(done: int) -> None:
        if shows:
            sys.stderr.write(f"\rjudge: {done} of {len(items)} turns" + ("\n" if done == len(items) else ""))

    async def ask() -> JudgeFigures:
        judge = build_judge(settings)
        assert judge is not None
        try:
            found = await judge_items(judge, items, at_once=settings.judge_at_once, progress=progress)
        finally:
            await close_part(judge)
        return judge_figures(rules, found)

    return asyncio.run(ask())


def _json(made: Figures, wrong: tuple[Mistake, ...], judge: JudgeFigures | None, *, listed: bool) -> str:
    import json

    raw = made.model_dump(mode="json")
    if judge is not None:
        raw["judge"] = judge.model_dump(mode="json")
    if listed:
        raw["errors"] = [
            {
                "id": mistake.item.id,
                "language": mistake.item.language,
                "label": mistake.label,
                "error": "false_alarm" if mistake.false_alarm else "miss",
                "words": list(mistake.words),
                "text": mistake.item.dialogue[-1].text,
            }
            for mistake in wrong
        ]
    return json.dumps(raw, ensure_ascii=False, indent=2)
