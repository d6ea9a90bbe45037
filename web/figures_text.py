"""The figures of an evaluation as lines of text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.bootstrap import Interval
    from scoring.evaluation import Count, Figures, Mistake
    from web.judge_evaluation import JudgeFigures

_HEADS = f"{'precision':>10}{'recall':>8}{'F1':>6}{'95 %':>12}{'tp':>6}{'fp':>5}{'fn':>5}{'tn':>6}"


def _say(line: str) -> None:
    from web.terminal import clean

    sys.stdout.write(clean(line) + "\n")


def print_changes(old: Figures, made: Figures) -> None:
    from scoring.comparison import compared

    changes = compared(old, made)
    _say(f"\nSince {', '.join(old.versions)}:" + ("" if changes else " nothing changed."))
    for change in changes:
        _say(f"{change.label:<22}F1 {_share(change.before)} > {_share(change.now)}")
        for title, turns in (("mended", change.mended), ("broken", change.broken)):
            if turns:
                _say(f"  {title} {len(turns)}: {', '.join(turns)}")


def print_judge(judge: JudgeFigures) -> None:
    _say(f"\nThe judge, {judge.model or 'no model'} (question {judge.asked}), on the same turns:")
    print_figures(judge.figures, "the judge")
    for why, number in sorted(judge.unjudged.items()):
        _say(f"Without a judgement ({why}): {number} turns.")
    for reason, number in sorted(judge.dropped.items()):
        _say(f"Answers that do not count ({reason}): {number}.")
    _say(f"\n{'Rules and judge':<22}{'kappa':>8}{'both':>8}{'only rules':>12}{'only judge':>12}")
    for label, agreed in judge.agreement.items():
        counts = f"{agreed.both:>8}{agreed.rules_only:>12}{agreed.judge_only:>12}"
        _say(f"{label:<22}{_share(agreed.kappa):>8}{counts}")


def print_figures(made: Figures, who: str = "the rules") -> None:
    from scoring.evaluation import macro_f1

    _say(f"{made.items} labelled turns, {made.graded} judged.")
    for language, number in made.ungraded.items():
        _say(f"Not judged by {who}: {number} turns in {language}. They are left out of every figure.")
    if not made.graded:
        return
    for title, counts in (("Slips", made.slips), ("Kinds", made.kinds), ("Moves", made.moves)):
        _say(f"\n{title:<22}{'':8}{_HEADS}")
        for label, by_language in counts.items():
            # With one language, `all` says the same twice.
            names = ["all"] if len(by_language) == 2 else list(by_language)
            for name in names:
                _print_count(label if name == names[0] else "", name, by_language[name])
        mean = macro_f1(counts.values())
        _say(f"{'mean of the F1 (all)':<22}{'':8}{'':18}{_share(mean):>6}")
    if made.clean_turns_flagged is not None:
        _say(
            f"\n{made.clean_turns} turns hold no slip; {made.clean_turns_flagged:.1%} of them got one all the same"
            f" ({_between(made.clean_by_chance)})."
        )
    _print_courses(made)
    if made.confusions:
        _say("\nKinds taken for others: " + ", ".join(f"{pair} {times}" for pair, times in made.confusions.items()))
    if made.agreement is not None:
        _say("\nThe two annotators, kappa: " + ", ".join(f"{k} {_share(v)}" for k, v in made.agreement.items()))
    _say(f"A turn takes {made.ms_per_turn.p50} ms (half of them less), 95 of 100 at most {made.ms_per_turn.p95} ms.")


def _print_count(label: str, name: str, count: Count) -> None:
    shares = f"{_share(count.precision):>10}{_share(count.recall):>8}{_share(count.f1):>6}"
    if "f1" in count.by_chance:
        shares += f"{_between(count.by_chance['f1']):>12}"
    _say(f"{label:<22}{name:8}{shares}{count.tp:>6}{count.fp:>5}{count.fn:>5}{count.tn:>6}")


def _print_courses(made: Figures) -> None:
    if len(made.courses) < 2:
        return
    _say(f"\n{'Courses, F1':<22}" + "".join(f"{slip:>22}" for slip in made.slips))
    for course, slips in made.courses.items():
        _say(f"{course:<22}" + "".join(f"{_share(count.f1):>22}" for count in slips.values()))


def _between(interval: Interval) -> str:
    return f"{_share(interval.low)}–{_share(interval.high)}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def print_mistake(mistake: Mistake) -> None:
    dialogue = mistake.item.dialogue
    what = "false alarm" if mistake.false_alarm else "missed"
    _say(f"\n{mistake.label}, {what}: {mistake.item.id} ({mistake.item.language}, {mistake.item.course})")
    if len(dialogue) > 1:
        _say(f"  {dialogue[-2].speaker}: {dialogue[-2].text}")
    _say(f"  trainee: {dialogue[-1].text}")
    for words in mistake.words:
        _say(f"  words: {words or '(none: something is missing)'}")
