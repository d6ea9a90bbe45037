"""The command line: a door. Each command lives in `web/commands/`, and loads what is heavy only when it runs."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

COMMANDS = ("serve", "talk", "transcribe", "score", "rescore", "evaluate", "check")


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
    _open_streams()
    args = parser.parse_args(given)
    try:
        status = int(args.run(args))
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        _complain(f"{error.filename or 'The output'}: {error.strerror or type(error).__name__}.")
        return 2
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        # Not the error's own text: it may quote what somebody said.
        places = " < ".join(f"{f.name} {f.lineno}" for f in reversed(traceback.extract_tb(error.__traceback__)[-4:]))
        _complain(f"Something went wrong on our side: {type(error).__name__} in {places}. What was said is kept.")
        return 2


def _open_streams() -> None:
    """Puts nothing where a stream was closed, and writes what an encoding cannot hold as `\\u2026`."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115 -- stays open as long as the program
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 -- the same
        setattr(sys, name, stream)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")


def _drop_output() -> None:
    """What is still waiting to be written goes nowhere; otherwise the program would stumble once more as it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 -- stays open as long as the program


def _complain(says: str) -> None:
    sys.stderr.write(f"rechtdoor: {says}\n")


if __name__ == "__main__":
    raise SystemExit(main())
