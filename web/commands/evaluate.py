"""`rechtdoor evaluate`: how well the rules see what people labelled."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.evaluation import Count, Figures, Graded, Item, Mistake
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
    parser.add_argument(
        "--judge", action="store_true", help="measure the language model of RECHTDOOR_JUDGE_URL on the same turns too"
    )


def run(args: argparse.Namespace) -> int:
    """0 when the figures could be made, whatever they are; 2 when a set cannot be read, or no judge is there."""
    from scoring.evaluation import Unreadable, figures, mistakes
    from simulator.settings import BadSettings, read_settings
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
    results = _grade(items, heads=not args.rules)
    made = figures(results)
    judge = _judge(items, results, settings) if settings else None
    wrong = mistakes(results) if args.errors else ()
    if args.json:
        sys.stdout.write(_json(made, wrong, judge, listed=args.errors) + "\n")
        return 0
    _print_figures(made)
    if judge is not None:
        _print_judge(judge)
    for mistake in wrong:
        _print_mistake(mistake)
    return 0


def _say(line: str) -> None:
    from web.terminal import clean

    sys.stdout.write(clean(line) + "\n")


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


def _print_judge(judge: JudgeFigures) -> None:
    _say(f"\nThe judge, {judge.model or 'no model'} (question {judge.asked}), on the same turns:")
    _print_figures(judge.figures, "the judge")
    for why, number in sorted(judge.unjudged.items()):
        _say(f"Without a judgement ({why}): {number} turns.")
    for reason, number in sorted(judge.dropped.items()):
        _say(f"Answers that do not count ({reason}): {number}.")
    _say(f"\n{'Rules and judge':<22}{'kappa':>8}{'both':>8}{'only rules':>12}{'only judge':>12}")
    for label, agreed in judge.agreement.items():
        counts = f"{agreed.both:>8}{agreed.rules_only:>12}{agreed.judge_only:>12}"
        _say(f"{label:<22}{_share(agreed.kappa):>8}{counts}")


def _print_figures(made: Figures, who: str = "the rules") -> None:
    from scoring.evaluation import macro_f1

    _say(f"{made.items} labelled turns, {made.graded} judged.")
    for language, number in made.ungraded.items():
        _say(f"Not judged by {who}: {number} turns in {language}. They are left out of every figure.")
    if not made.graded:
        return
    for title, counts in (("Slips", made.slips), ("Kinds", made.kinds), ("Moves", made.moves)):
        _say(f"\n{title:<22}{'':8}{'precision':>10}{'recall':>8}{'F1':>6}{'tp':>6}{'fp':>5}{'fn':>5}{'tn':>6}")
        for label, by_language in counts.items():
            # With one language, `all` says the same twice.
            names = ["all"] if len(by_language) == 2 else list(by_language)
            for name in names:
                _print_count(label if name == names[0] else "", name, by_language[name])
        mean = macro_f1(counts.values())
        _say(f"{'mean of the F1 (all)':<22}{'':8}{'':18}{_share(mean):>6}")
    if made.clean_turns_flagged is not None:
        _say(f"\n{made.clean_turns} turns hold no slip; {made.clean_turns_flagged:.1%} of them got one all the same.")
    _say(f"A turn takes {made.ms_per_turn.p50} ms (half of them less), 95 of 100 at most {made.ms_per_turn.p95} ms.")


def _print_count(label: str, name: str, count: Count) -> None:
    shares = f"{_share(count.precision):>10}{_share(count.recall):>8}{_share(count.f1):>6}"
    _say(f"{label:<22}{name:8}{shares}{count.tp:>6}{count.fp:>5}{count.fn:>5}{count.tn:>6}")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _print_mistake(mistake: Mistake) -> None:
    dialogue = mistake.item.dialogue
    what = "false alarm" if mistake.false_alarm else "missed"
    _say(f"\n{mistake.label}, {what}: {mistake.item.id} ({mistake.item.language}, {mistake.item.course})")
    if len(dialogue) > 1:
        _say(f"  {dialogue[-2].speaker}: {dialogue[-2].text}")
    _say(f"  trainee: {dialogue[-1].text}")
    for words in mistake.words:
        _say(f"  words: {words or '(none: something is missing)'}")
