"""`rechtdoor talk`: a practice talk in the terminal, typed or from audio files, in the same store as the pages."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import AsyncGenerator, Awaitable, Iterator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar, cast

if TYPE_CHECKING:
    from personas.loader import Library
    from personas.types import Course
    from simulator.events import Event, Reacted
    from simulator.protocols import Parts
    from simulator.settings import Settings
    from simulator.store import SqlStore
    from simulator.talk import Talk
    from simulator.types import Turn
    from web.persona_lines import PersonaFile

HELP = "practise a talk in the terminal, typed or from audio files"
OWNER = "local"
"""Whoever sits at this machine, as in `web.access.local_user`."""
SILENCE_SECONDS = 5.0
"""How long `:stil` lasts where nothing else is said."""
T = TypeVar("T")


def options(parser: argparse.ArgumentParser) -> None:
    """What to practise and where the words come from."""
    parser.add_argument("--scenario", metavar="ID", help="the situation; without it you choose from a list")
    parser.add_argument("--persona", metavar="ID", help="who sits on the other side; without it you choose")
    parser.add_argument("--difficulty", type=int, choices=(1, 2, 3), help="1 mild, 2 as most people (default), 3 firm")
    parser.add_argument("--seed", type=int, metavar="N", help="the same seed gives the same talk for the same words")
    parser.add_argument(
        "--audio", nargs="+", type=Path, default=[], metavar="FILE", help="say these recordings first, one turn each"
    )
    parser.add_argument(
        "--rules", action="store_true", help="name the line of the persona file behind each answer, for who writes one"
    )
    parser.add_argument("--json", action="store_true", help="print the events as JSON lines, and nothing else")
    parser.add_argument("--resume", metavar="TALK", help="go on with this talk; its id is printed when you leave it")


def run(args: argparse.Namespace) -> int:
    """0 when the talk was held, 1 when a turn of it failed, 2 when it cannot be held here."""
    from simulator.settings import BadSettings, read_settings

    try:
        settings = read_settings()
    except BadSettings as error:
        _complain(str(error))
        return 2
    return practise(args, settings)


def practise(
    args: argparse.Namespace, settings: Settings, library: Library | None = None, parts: Parts | None = None
) -> int:
    """The talk itself, with other files or other parts where they are given."""
    from personas.loader import load_library
    from simulator.errors import Stumble
    from simulator.wiring import build_parts, close_parts, open_store

    try:
        with asyncio.Runner() as runner:
            using = parts or build_parts(settings)
            store = runner.run(open_store(settings))
            try:
                return _Terminal(args, runner, library or load_library(), using, store).hold()
            finally:
                runner.run(store.close())
                if parts is None:
                    runner.run(close_parts(using))
    except _Leave:
        return 2
    except Stumble as error:
        _complain(error.says("nl-BE"))
        return 2


class _Leave(Exception):
    """The input is at its end before anything was chosen."""


class _Terminal:
    """One talk at one terminal. Reading blocks on purpose: while one types, nothing else has to happen."""

    def __init__(
        self, args: argparse.Namespace, runner: asyncio.Runner, library: Library, parts: Parts, store: SqlStore
    ) -> None:
        self.args = args
        self.runner = runner
        self.library = library
        self.parts = parts
        self.store = store
        self.person = sys.stdin.isatty() and not args.json
        """Whether a person types here, who must be asked; otherwise a file or a program does."""
        self.failed = False
        self.file: PersonaFile | None = None
        """The file of the person, once its lines were asked for."""

    def hold(self) -> int:
        """From the choice to the debrief."""
        from simulator import practice
        from web import terminal

        self._show(terminal.welcome(self.parts.transcriber.ear))
        talk = self._resumed() if self.args.resume else self._begun()
        self.talk_id = talk.session.id
        self._show(terminal.briefing(talk.session.scenario, talk.session.persona, self._course(talk)))
        self._show(terminal.how(talk))
        try:
            self._go_on(talk)
            self._do(practice.stop(self.store, self.parts, self.talk_id))
        except KeyboardInterrupt:
            self._show(["", "Het gesprek is bewaard.", *terminal.how(talk)[-1:]])
            raise
        talk = self.runner.run(practice.open_talk(self.store, self.talk_id))
        self._show(terminal.debrief(talk, self._course(talk)))
        return 1 if self.failed else 0

    def _begun(self) -> Talk:
        from simulator import practice
        from simulator.errors import Stumble
        from simulator.store import now
        from simulator.talk import sum_up
        from web import terminal

        args, library = self.args, self.library
        scenarios = list(library.scenarios.values())
        wanted = args.scenario
        if wanted is None:
            wanted = self._choose(terminal.choices(scenarios), [each.id for each in scenarios], "--scenario")
        scenario = library.scenarios.get(wanted)
        if scenario is None:
            raise Stumble("unknown_scenario", got=wanted, known=", ".join(library.scenarios))
        people = library.personas_for(scenario)
        ids = [each.id for each in people]
        persona = args.persona
        if persona is None:
            persona = self._choose(terminal.people(people), ids, "--persona") if self.person and ids[1:] else ids[0]
        level = args.difficulty
        if level is None:
            level = self._choose(terminal.difficulties(), [1, 2, 3], "--difficulty", 2) if self.person else 2
        started = practice.begin(library, wanted, persona, cast(Literal[1, 2, 3], level), OWNER, now, seed=args.seed)
        self.runner.run(self.store.append(started.session.id, started))
        self._json(started)
        return sum_up([started])

    def _resumed(self) -> Talk:
        from simulator import practice
        from simulator.errors import NotAllowed

        if self.runner.run(self.store.owner(self.args.resume)) != OWNER:
            raise NotAllowed
        return self.runner.run(practice.open_talk(self.store, self.args.resume))

    def _go_on(self, talk: Talk) -> None:
        """Turn after turn, until the talk ends, somebody stops it or the input does."""
        from simulator import practice
        from web import terminal

        if self.args.resume:
            self._do(practice.resume(self.store, self.parts, self.talk_id))
            talk = self.runner.run(practice.open_talk(self.store, self.talk_id))
        last = talk.complete[-1].reply if talk.complete else ""
        self._show(["", *terminal.speech(talk, last)] if last else terminal.opening(talk))
        for turn in self._turns(talk):
            self._do(practice.say(self.store, self.parts, self.talk_id, turn))

    def _turns(self, talk: Talk) -> Iterator[Turn]:
        """The recordings first, then what is typed."""
        from simulator.errors import NotHeard
        from simulator.practice import MOST_SECONDS
        from simulator.sound_file import read_sound
        from simulator.types import Turn
        from web import terminal

        for path in self.args.audio:
            if self._over():
                return
            self._show(["", f"[{path.name}]"])
            try:
                yield Turn(audio=read_sound(path, language=talk.session.language, most_seconds=MOST_SECONDS))
            except NotHeard as error:
                self._fail(f"{path}: {error.says(talk.session.language)}")
        while True:
            line = self._read("\n> ")
            if line is None or line == ":stop":
                return
            if line.startswith(":"):
                turn = self._command(line)
                if turn is not None:
                    yield turn
            elif line:
                yield Turn(text=line)
            if self._over():
                if not self.person:
                    return
                self._show(["", terminal.OVER])

    def _command(self, line: str) -> Turn | None:
        from simulator import practice
        from simulator.types import Turn
        from web import terminal

        word, *rest = line.split()
        talk = self.runner.run(practice.open_talk(self.store, self.talk_id))
        match word:
            case ":stil":
                seconds = _number(rest[0]) if rest else SILENCE_SECONDS
                if seconds is not None:
                    return Turn(silence_before=seconds)
                self._fail(f"Verwacht een aantal seconden, zoals `:stil 5`, kreeg: {rest[0]}")
            case ":opnieuw" if talk.rounds:
                self._do(_one(practice.rewind(self.store, self.talk_id, talk.rounds[-1].received.turn)))
                talk = self.runner.run(practice.open_talk(self.store, self.talk_id))
                last = talk.complete[-1].reply if talk.complete else talk.opening
                self._show(["", *terminal.speech(talk, last)])
            case ":opnieuw":
                self._fail("Er is nog geen beurt om opnieuw te nemen.")
            case ":briefing":
                self._show(terminal.briefing(talk.session.scenario, talk.session.persona, self._course(talk)))
            case ":hulp":
                self._show(terminal.HELP.splitlines())
            case _:
                self._fail(f"{word} ken ik niet. Met :hulp zie je wat er kan.")
        return None

    def _do(self, events: AsyncGenerator[Event, None]) -> None:
        """Shows the events as they come; a trouble is told and the talk goes on."""
        from simulator.errors import NotStored, Stumble

        try:
            self.runner.run(self._follow(events))
        except NotStored:
            raise
        except Stumble as error:
            self._fail(error.says("nl-BE"))

    async def _follow(self, events: AsyncGenerator[Event, None]) -> None:
        from simulator.practice import open_talk
        from simulator.talk import add
        from web import terminal

        talk = await open_talk(self.store, self.talk_id)
        async with aclosing(events):
            async for event in events:
                talk = await open_talk(self.store, self.talk_id) if event.type == "rewound" else add(talk, event)
                self._json(event)
                self._show(terminal.event_lines(talk, event, echo=not self.person))
                if self.args.rules and event.type == "reacted":
                    self._show(self._rules(talk, event))

    def _rules(self, talk: Talk, event: Reacted) -> list[str]:
        """The lines of the persona file behind an answer, in one column so that an editor can jump to them."""
        from web.persona_lines import persona_file, persona_lines

        if self.file is None:
            self.file = persona_file(talk.session.persona)
        if self.file is None:
            return ["  Het bestand van dit personage is veranderd sinds het gesprek begon: begin een nieuw gesprek."]
        return [f"  > {line}" for line in persona_lines(self.file, event.response)]

    def _over(self) -> bool:
        from simulator.practice import open_talk

        return self.runner.run(open_talk(self.store, self.talk_id)).ended is not None

    def _course(self, talk: Talk) -> Course | None:
        scenario = talk.session.scenario
        return self.library.courses.get((scenario.course, scenario.language))

    def _choose(self, lines: Sequence[str], values: Sequence[T], option: str, usual: T | None = None) -> T:
        """The value with the number that is typed; `usual` when nothing is."""
        if not self.person:
            _complain(f"Kies met {option}: {', '.join(map(str, values))}.")
            raise _Leave
        self._show(["", *lines])
        while True:
            line = self._read(f"Kies 1 tot {len(values)}: ")
            if line is None:
                raise _Leave
            if not line and usual is not None:
                return usual
            if line.isdecimal() and 1 <= int(line) <= len(values):
                return values[int(line) - 1]

    def _read(self, ask: str) -> str | None:
        """One line, or None at the end of the input."""
        if self.person:
            sys.stdout.write(ask)
            sys.stdout.flush()
        line = sys.stdin.readline()
        return line.strip() if line else None

    def _show(self, lines: Sequence[str]) -> None:
        if not self.args.json and lines:
            sys.stdout.write("\n".join(lines) + "\n")
            sys.stdout.flush()

    def _json(self, event: Event) -> None:
        from simulator.events import to_json

        if self.args.json:
            sys.stdout.write(to_json(event) + "\n")
            sys.stdout.flush()

    def _fail(self, says: str) -> None:
        from simulator.events import Failed
        from web import terminal

        self.failed = True
        self._json(Failed(says=says))
        self._show(terminal.trouble(says))


async def _one(event: Awaitable[Event]) -> AsyncGenerator[Event, None]:
    yield await event


def _number(text: str) -> float | None:
    try:
        seconds = float(text.replace(",", "."))
    except ValueError:
        return None
    return seconds if 0 <= seconds <= 600 else None


def _complain(says: str) -> None:
    sys.stderr.write(says + "\n")
