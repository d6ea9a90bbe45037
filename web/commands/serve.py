"""`rechtdoor serve`: the pages, on this machine."""

from __future__ import annotations

import argparse
import sys

HELP = "Serve the pages on this machine and print their address."


def options(parser: argparse.ArgumentParser) -> None:
    """The options of `serve`."""
    parser.add_argument("--host", help="the address to listen on (default: RECHTDOOR_HOST, or 127.0.0.1)")
    parser.add_argument("--port", type=int, help="the port; 0 takes any free one (default: RECHTDOOR_PORT, or 8000)")
    parser.add_argument("--open", action="store_true", help="open the browser")


def run(args: argparse.Namespace) -> int:
    """Serves until it is stopped. 2 when it cannot: a bad setting, a taken port, a data folder it may not write."""
    from simulator.settings import BadSettings, read_settings
    from web.server import serve

    given = {name: value for name in ("host", "port") if (value := getattr(args, name)) is not None}
    try:
        settings = read_settings(**given)
    except BadSettings as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return serve(settings, open_browser=args.open)
