"""The command line: a door. Each command lives in `web/commands/`, and loads what is heavy only when it runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = ("serve", "talk", "transcribe", "score", "evaluate", "check")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. 0: fine; 1: the work found faults; 2: wrong use, or it cannot work here."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(
        prog="rechtdoor",
        description="Rehearse difficult conversations out loud, against an avatar that does not fold.",
    )
    subparsers = parser.add_subparsers(dest="command", metavar="command", required=True)
    for name in COMMANDS:
        command = import_module(f"web.commands.{name}")
        subparser = subparsers.add_parser(name, help=command.HELP, description=command.HELP)
        command.options(subparser)
        subparser.set_defaults(run=command.run)
    args = parser.parse_args(given)
    try:
        return int(args.run(args))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
