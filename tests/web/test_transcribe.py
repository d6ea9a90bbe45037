"""`rechtdoor transcribe`, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.types import Transcript
from tests.simulator.clips import clear_clips, listening_settings, plain_words
from web.cli import main
from web.commands.transcribe import shown


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> None:
    """The weights' cache that the tests share."""
    monkeypatch.setenv("RECHTDOOR_DATA", str(listening_settings().data))


@pytest.mark.whisper
@pytest.mark.usefixtures("listening")
class TestRecordings:
    def test_the_words_come_out_and_who_listened_beside_them(self, capsys: pytest.CaptureFixture[str]) -> None:
        clip = clear_clips()[1]
        assert main(["transcribe", str(clip.path), "--language", "nl-NL"]) == 0
        out, err = capsys.readouterr()
        assert plain_words(out) == plain_words(clip.text)
        assert "Er luistert" in err

    def test_several_recordings_as_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        clips = clear_clips()[:2]
        assert main(["transcribe", "--json", *[str(clip.path) for clip in clips]]) == 0
        out = json.loads(capsys.readouterr().out)
        assert out["ear"]["trust"] in ("low", "fair", "good")
        assert [item["file"] for item in out["heard"]] == [str(clip.path) for clip in clips]
        for item, clip in zip(out["heard"], clips, strict=True):
            heard = Transcript.model_validate({key: value for key, value in item.items() if key != "file"})
            assert len(set(plain_words(heard.text)) & set(plain_words(clip.text))) >= 4

    def test_a_broken_one_among_them_is_told_and_the_others_are_heard(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        broken = tmp_path / "stuk.flac"
        broken.write_bytes(b"fLaC" + b"\xff" * 100)
        assert main(["transcribe", str(broken), str(clear_clips()[1].path)]) == 2
        out, err = capsys.readouterr()
        assert "terecht" in out
        assert f"{broken}: Dit geluid kan ik niet lezen" in err


@pytest.mark.parametrize("content", [b"", b"geen geluid", b"OggS" + b"\0" * 50])
def test_what_cannot_be_read_ends_in_a_sentence_without_loading_a_model(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RECHTDOOR_DATA", str(tmp_path / "data"))
    path = tmp_path / "raar.ogg"
    path.write_bytes(content)
    assert main(["transcribe", str(path)]) == 2
    assert "Dit geluid kan ik niet lezen" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


@pytest.mark.whisper
def test_without_weights_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RECHTDOOR_DATA", str(tmp_path))
    monkeypatch.setenv("RECHTDOOR_WHISPER_OFFLINE", "true")
    assert main(["transcribe", str(clear_clips()[1].path)]) == 2
    assert "RECHTDOOR_WHISPER_FOLDER" in capsys.readouterr().err


def test_what_was_heard_with_doubt_stands_between_brackets() -> None:
    heard = Transcript(text="Dag Nadja, ga zitten.", unsure=((4, 10), (14, 21)), language="nl-BE", model="x")
    assert shown(heard, None) == "Dag [Nadja,] ga [zitten.]"
    assert shown(heard, "a.wav") == "a.wav: Dag [Nadja,] ga [zitten.]"


def test_nothing_heard_is_said_as_such() -> None:
    assert "geen woorden" in shown(Transcript(text="", language="nl-BE", model="x"), None)


def test_settings_that_make_no_sense_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RECHTDOOR_PORT", "many")
    assert main(["transcribe", "zin.wav"]) == 2
    assert capsys.readouterr().err.startswith("RECHTDOOR_PORT: ")
