"""`rechtdoor rescore`: scores stored talks again and tells what the scorer of today sees otherwise. Changes nothing."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.types import Score
    from simulator.settings import Settings

HELP = "score your stored talks again and compare with how they were scored then; nothing is changed"


def options(parser: argparse.ArgumentParser) -> None:
    """Which talks, and how to show what changed."""
    parser.add_argument("talks", nargs="*", metavar="TALK", help="talks by their number; without any, all of yours")
    parser.add_argument("--json", action="store_true", help="print the comparison as JSON")


def run(args: argparse.Namespace) -> int:
    """0 when the talks could be read, whatever changed; 2 when one is not there or the store cannot be opened."""
    from simulator.errors import Stumble
    from simulator.settings import BadSettings, read_settings

    try:
        turns = asyncio.run(_compare(args.talks, read_settings()))
    except BadSettings as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except Stumble as error:
        sys.stderr.write(error.says("nl-BE") + "\n")
        return 2
    except _Unknown as error:
        sys.stderr.write(f"{error.args[0]}: expected the number of one of your talks, got one that is not there\n")
        return 2
    if args.json:
        sys.stdout.write(json.dumps(turns, indent=2) + "\n")
    else:
        _print(turns)
    return 0


class _Unknown(Exception):
    """There is no such talk, or it is somebody else's."""


async def _compare(wanted: list[str], settings: Settings) -> list[dict[str, object]]:
    """What each turn was scored then and is scored now. No words of anybody are in it."""
    from simulator.scorer_rules import RuleScorer
    from simulator.talk import sum_up
    from simulator.wiring import open_store
    from web.commands.talk import OWNER

    scorer = RuleScorer(heads=settings.learned_heads)
    found: list[dict[str, object]] = []
    async with await open_store(settings) as store:
        mine = [row.id for row in await store.talks(OWNER)]
        for talk_id in wanted or mine:
            if talk_id not in mine:
                raise _Unknown(talk_id)
            talk = sum_up(await store.events(talk_id))
            for past in talk.rounds:
                dialogue = talk.dialogue_of(past.received.turn)
                if past.scored is None or dialogue is None:
                    continue
                now = await scorer.score(dialogue)
                then = past.scored.score
                before, after = _seen(then), _seen(now)
                found.append(
                    {
                        "talk": talk_id,
                        "turn": past.received.turn,
                        "then": then.version,
                        "now": now.version,
                        "gone": sorted(before - after),
                        "new": sorted(after - before),
                    }
                )
    return found


def _seen(score: Score) -> set[str]:
    return {flag.kind or flag.name for flag in (*score.slips, *score.moves)}


def _print(turns: list[dict[str, object]]) -> None:
    from web.terminal import clean

    changed = [turn for turn in turns if turn["gone"] or turn["new"]]
    for turn in changed:
        gone, new = turn["gone"], turn["new"]
        assert isinstance(gone, list)
        assert isinstance(new, list)
        told = [*(f"no longer {label}" for label in gone), *(f"now {label}" for label in new)]
        sys.stdout.write(clean(f"{turn['talk']} turn {turn['turn']}: {', '.join(told)}") + "\n")
    versions = sorted({str(turn["then"]) for turn in turns})
    since = f" since {', '.join(versions)}" if versions else ""
    sys.stdout.write(clean(f"{len(turns)} turns scored again, {len(changed)} are seen otherwise{since}.") + "\n")
