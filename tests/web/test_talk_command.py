"""`rechtdoor talk`: the whole talk in a terminal, typed by a person, sent by a program, or spoken from files."""

from __future__ import annotations

import argparse
import io
import json
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from starlette.requests import HTTPConnection

from personas.loader import Library
from personas.types import When
from scoring.types import Dialogue, Flag, Score
from simulator.errors import NotHeard
from simulator.events import from_json
from simulator.fakes import (
    SOMEBODY,
    SOMEWHERE,
    BlankScorer,
    ScriptedAvatar,
    ScriptedTranscriber,
    SilentVoice,
)
from simulator.protocols import Parts
from simulator.settings import Settings
from web import access
from web.cli import COMMANDS
from web.commands import talk

LEAVES = SOMEBODY.model_copy(update={"ends": {"walks_out": When(about=("schuld",))}})
LIBRARY = Library({"somebody": LEAVES}, {"somewhere": SOMEWHERE}, {})
Talk = Callable[..., tuple[int, str, str]]


class Keen(BlankScorer):
    """Sees one slip in every `misschien`, and one move in every `stopt`."""

    async def score(self, dialogue: Dialogue) -> Score:
        text = dialogue.last.text
        slip, move = text.find("misschien"), text.find("stopt")
        slips = (Flag.weakness("vagueness", "hedged", dialogue, (slip, slip + 9), rule="keen"),) if slip >= 0 else ()
        moves = (Flag.strength("clear_message", dialogue, (move, move + 5), rule="keen"),) if move >= 0 else ()
        return Score(turn=dialogue.turn, slips=slips, moves=moves, message_said=move >= 0, version="keen")


class Typed(io.StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Holds a talk: words for standard input, then options; gives the exit status, output and errors."""

    def hold(
        said: str, *given: str, person: bool = False, heard: list[str | Exception] | None = None
    ) -> tuple[int, str, str]:
        parser = argparse.ArgumentParser()
        talk.options(parser)
        monkeypatch.setattr(sys, "stdin", Typed(said) if person else io.StringIO(said))
        ears = ScriptedTranscriber(heard or [])  # type: ignore[arg-type]  # a list of the same kinds
        using = Parts(ears, Keen(), ScriptedAvatar(), SilentVoice())
        status = talk.practise(parser.parse_args(given), Settings(data=tmp_path), LIBRARY, using)
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return hold


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "zin.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((np.sin(np.arange(16_000) / 20) * 9000).astype("<i2").tobytes())
    return path


def types(out: str) -> list[str]:
    return [from_json(line).type for line in out.splitlines()]


WHOLE = ["received", "heard", "scored", "reacted", "replied", "spoke", "finished"]


def test_it_is_a_command() -> None:
    assert "talk" in COMMANDS


def test_the_talk_belongs_to_whom_the_pages_know() -> None:
    assert access.local_user(HTTPConnection({"type": "http"})) == talk.OWNER


def test_the_first_lines_say_that_this_is_an_ai_and_that_the_voice_is_not_judged(hold: Talk) -> None:
    _, out, _ = hold("", "--scenario", "somewhere")
    first = out.splitlines()[:3]
    assert first[:2] == [
        "Je oefent met een AI, niet met een mens.",
        "Je stem wordt omgezet in woorden en in getallen zoals tempo en pauzes, en nooit beoordeeld op emotie.",
    ]
    assert first[2] == "Een script luistert, geen spraakmodel."


def test_a_whole_talk_from_briefing_to_debrief(hold: Talk) -> None:
    status, out, _ = hold("Er komt misschien iets.\nHet project stopt op 1 maart.\n", "--scenario", "somewhere")
    assert status == 0
    rest = out
    for text in (
        "Dit moet je zeggen",
        "Mira: ",
        "  Er komt misschien iets.\n          ~~~~~~~~~\n",
        "Mira: ",
        "  Het project stopt op 1 maart.\n              +++++\n",
        "Mira: ",
        "Voor Mira is het nog niet af.",
        "Nabespreking",
        "Woord voor woord",
        "  Er komt misschien iets.\n          ~~~~~~~~~\n",
    ):
        before, found, rest = rest.partition(text)
        assert found, f"expected {text!r} after what was shown before, got {before!r}"


def test_json_prints_the_events_and_nothing_else(hold: Talk) -> None:
    status, out, _ = hold("Het project stopt.\n:stil 4\n", "--scenario", "somewhere", "--json", "--seed", "5")
    assert (status, types(out)) == (0, ["started", *WHOLE, *WHOLE, "ended"])
    started = json.loads(out.splitlines()[0])
    assert (started["session"]["seed"], started["session"]["difficulty"]) == (5, 2)
    silent = json.loads(out.splitlines()[8])
    assert (silent["kind"], silent["seconds"]) == ("silent", 4.0)


def test_a_turn_is_taken_again(hold: Talk) -> None:
    status, out, _ = hold(
        "Er komt misschien iets.\n:opnieuw\nHet project stopt.\n", "--scenario", "somewhere", "--json"
    )
    assert (status, types(out)) == (0, ["started", *WHOLE, "rewound", *WHOLE, "ended"])


def test_the_debrief_shows_first_tries_and_silence_apart(hold: Talk) -> None:
    said = "Er komt misschien iets.\n:opnieuw\n:stil 4\n"
    _, out, _ = hold(said, "--scenario", "somewhere")
    _, _, debrief = out.partition("Woord voor woord")
    counted, _, first_tries = debrief.partition("Eerste pogingen")
    assert "Je liet 4 s stilte." in counted
    assert "Er komt misschien iets." not in counted
    assert "Er komt misschien iets." in first_tries


def test_recordings_are_said_first_and_then_what_is_typed(hold: Talk, recording: Path) -> None:
    files = ["--audio", str(recording), str(recording)]
    heard: list[str | Exception] = ["Het project stopt.", ""]
    status, out, _ = hold("Op 1 maart.\n", "--scenario", "somewhere", "--json", *files, heard=heard)
    assert types(out) == ["started", *WHOLE, "received", "heard", "finished", *WHOLE, "ended"]
    kinds = [json.loads(line)["kind"] for line in out.splitlines() if '"received"' in line]
    assert (status, kinds) == (0, ["spoken", "spoken", "typed"])


def test_a_recording_that_cannot_be_read_or_heard_is_told_and_the_talk_goes_on(hold: Talk, recording: Path) -> None:
    files = ["--audio", str(recording.with_name("weg.wav")), str(recording)]
    status, out, _ = hold("Dag.\n", "--scenario", "somewhere", *files, heard=[NotHeard(reason="stuk")] * 2)
    assert status == 1
    assert "het bestand is er niet" in out
    assert "Het luisteren lukte niet (stuk)" in out
    assert "  Dag." in out


def test_the_avatar_can_end_the_talk(hold: Talk) -> None:
    status, out, _ = hold("Dat is jouw schuld.\nWacht.\n", "--scenario", "somewhere", "--json")
    assert (status, types(out)) == (0, ["started", *WHOLE, "ended"])
    assert json.loads(out.splitlines()[-1])["ending"] == "walks_out"


def test_a_person_chooses_is_asked_and_can_try_again_after_the_end(hold: Talk) -> None:
    keys = "9\n1\n\nDat is jouw schuld.\nWacht.\n:opnieuw\nHet project stopt.\n:hulp\n:briefing\n:stop\n"
    status, out, _ = hold(keys, person=True)
    assert out.count("Kies 1 tot 1: ") == 2
    assert "Hoe moeilijk?" in out
    assert out.count("Het gesprek is afgelopen.") >= 2
    assert ":stil [seconden]" in out
    assert out.count("Dit moet je zeggen") == 2
    assert "Nabespreking" in out
    assert status == 1


def test_without_a_person_the_situation_must_be_named(hold: Talk) -> None:
    status, _, err = hold("Dag.\n")
    assert (status, err) == (2, "Kies met --scenario: somewhere.\n")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["--scenario", "nowhere"], "Die situatie ken ik niet: nowhere. Kies uit: somewhere."),
        (["--scenario", "somewhere", "--persona", "nobody"], "Kies uit: somebody."),
        (["--resume", "nothing"], "Dit gesprek is er niet"),
    ],
)
def test_a_wrong_choice_is_told(hold: Talk, given: list[str], says: str) -> None:
    status, _, err = hold("", *given)
    assert status == 2
    assert says in err


@pytest.mark.parametrize("line", [":dans", ":stil lang", ":stil -3", ":opnieuw"])
def test_an_odd_command_is_told_and_never_said_aloud(hold: Talk, line: str) -> None:
    status, out, _ = hold(f"{line}\n", "--scenario", "somewhere", "--json")
    assert (status, types(out)) == (1, ["started", "failed", "ended"])


def test_a_talk_that_was_left_goes_on_where_it_stood(
    hold: Talk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Leaves(io.StringIO):
        def readline(self, *_: object) -> str:  # type: ignore[override]  # Ctrl-C instead of the end
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    with monkeypatch.context() as patched:
        patched.setattr(io, "StringIO", Leaves)
        with pytest.raises(KeyboardInterrupt):
            hold("Er komt misschien iets.\n", "--scenario", "somewhere")
    last = capsys.readouterr().out.splitlines()[-2:]
    assert last[0] == "Het gesprek is bewaard."
    status, out, _ = hold("Het project stopt.\n", "--resume", last[1].split()[-1])
    assert status == 0
    _, _, transcript = out.partition("Woord voor woord")
    assert transcript.index("Er komt misschien iets.") < transcript.index("Het project stopt.")


def test_settings_that_make_no_sense_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RECHTDOOR_PORT", "many")
    parser = argparse.ArgumentParser()
    talk.options(parser)
    assert talk.run(parser.parse_args([])) == 2
    assert capsys.readouterr().err.startswith("RECHTDOOR_PORT: ")


def test_what_could_steer_a_terminal_is_shown_as_a_space(hold: Talk) -> None:
    _, out, _ = hold("Dag \x1b[2J misschien \x07daar.\n", "--scenario", "somewhere")
    assert "\x1b" not in out
    assert "\x07" not in out


def test_who_writes_a_persona_sees_that_the_file_is_another_now(hold: Talk) -> None:
    """Somebody comes from no file, as a person does whose file was changed meanwhile."""
    _, out, _ = hold("Het project stopt.\n", "--scenario", "somewhere", "--rules")
    assert "Het bestand van dit personage is veranderd" in out
