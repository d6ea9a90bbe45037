"""Recordings are read; whatever else comes in ends in a sentence."""

from __future__ import annotations

import io
import os
import wave
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import NotHeard
from simulator.sound_file import at_rate, container, read_sound
from simulator.types import RATE, Audio

KINDS = {
    "wav": ("wav", "pcm_s16le", "s16"),
    "flac": ("flac", "flac", "s16"),
    "mp3": ("mp3", "libmp3lame", "fltp"),
    "ogg": ("ogg", "libopus", "flt"),
    "webm": ("webm", "libopus", "flt"),
    "mp4": ("mp4", "aac", "fltp"),
}


def tone(seconds: float = 1.0, rate: int = RATE) -> Audio:
    time = np.arange(round(seconds * rate)) / rate
    return Audio((0.4 * np.sin(2 * np.pi * 440 * time)).astype(np.float32), rate)


def recorded(kind: str, audio: Audio, layout: str = "mono") -> bytes:
    """The sound as a file of this kind."""
    container_name, codec, sample_format = KINDS[kind]
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=container_name) as file:
        rate = 48_000 if codec == "libopus" else audio.rate
        stream = file.add_stream(codec, rate=rate, layout=layout)
        stream.format = sample_format
        samples = np.repeat(at_rate(audio, rate).samples[:, None], 2 if layout == "stereo" else 1, axis=1)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.reshape(1, -1)), format="flt", layout=layout)
        frame.sample_rate = rate
        resampler = av.AudioResampler(sample_format, layout, rate, frame_size=stream.frame_size or None)
        for given_frame in (frame, None):
            for piece in resampler.resample(given_frame):
                file.mux(stream.encode(piece))
        file.mux(stream.encode(None))
    return buffer.getvalue()


def outcome(data: bytes) -> str:
    """What reading these bytes comes to: sound, or the trouble."""
    try:
        audio = read_sound(data, most_seconds=60)
    except NotHeard as error:
        return error.trouble
    return "sound" if audio.rate == RATE and 0 < audio.seconds <= 60 else "nonsense"


def pitch(audio: Audio) -> float:
    """The loudest frequency, in hertz."""
    spectrum = np.abs(np.fft.rfft(audio.samples))
    return float(np.argmax(spectrum) * audio.rate / len(audio.samples))


@pytest.mark.parametrize("kind", KINDS)
class TestKinds:
    def test_is_read_as_16_khz_mono(self, kind: str) -> None:
        audio = read_sound(recorded(kind, tone(1.0)))
        assert audio.rate == RATE
        assert audio.seconds == pytest.approx(1.0, abs=0.1)
        assert pitch(audio) == pytest.approx(440, abs=5)

    def test_stereo_at_another_rate_is_read_too(self, kind: str) -> None:
        audio = read_sound(recorded(kind, tone(1.0, 44_100), "stereo"))
        assert audio.seconds == pytest.approx(1.0, abs=0.1)
        assert pitch(audio) == pytest.approx(440, abs=5)

    def test_half_a_file_is_sound_or_a_sentence(self, kind: str) -> None:
        whole = recorded(kind, tone(1.0))
        for part in (0.01, 0.3, 0.6, 0.9):
            assert outcome(whole[: int(len(whole) * part)]) in ("sound", "odd_sound")

    def test_too_long_is_said_with_how_long_it_may_be(self, kind: str) -> None:
        with pytest.raises(NotHeard) as caught:
            read_sound(recorded(kind, tone(3.0)), most_seconds=2)
        assert caught.value.trouble == "too_long"
        assert "hoogstens 2 s, en dit was meer dan 2 s" in caught.value.says("nl-BE")


def test_a_file_of_a_browser_without_a_length_is_read(tmp_path: Path) -> None:
    """MediaRecorder writes webm as a stream: no length, no index."""
    path = tmp_path / "beurt.webm"
    path.write_bytes(recorded("webm", tone(0.5)))
    assert read_sound(path).seconds == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "leeg"),
        (b"hallo, dit is tekst", "geen geluid dat ik ken"),
        (b"RIFF\x00\x00\x00\x00WAVE", "beschadigd"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00" + b"\x00" * 24, "beschadigd"),
        (b"fLaC" + b"\xff" * 400, "beschadigd"),
        (b"OggS" + b"\x00" * 400, "beschadigd"),
        (b"\x1aE\xdf\xa3" + b"\x7f" * 400, "beschadigd"),
        (b"ID3" + b"\x00" * 400, "beschadigd"),
    ],
)
def test_what_is_no_sound_gets_a_sentence_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotHeard) as caught:
        read_sound(data)
    assert caught.value.trouble == "odd_sound"
    assert reason in caught.value.says("nl") or "geen geluid in" in caught.value.says("nl")


def test_a_wav_without_samples_holds_no_sound() -> None:
    with pytest.raises(NotHeard) as caught:
        read_sound(_wav(b""))
    assert "geen geluid in" in caught.value.says("nl")


@pytest.mark.parametrize(
    "data",
    [
        b"#EXTM3U\n#EXTINF:5,\nhttp://127.0.0.1:9/geheim.wav\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n",
        b"<?xml version='1.0'?><MPD></MPD>",
    ],
    ids=["playlist", "concat", "sdp", "dash"],
)
def test_lists_that_point_elsewhere_are_never_opened(data: bytes) -> None:
    assert container(data) is None


def test_too_many_bytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.wav"
    with path.open("wb") as file:
        file.truncate(5 * 1024 * 1024)
    with pytest.raises(NotHeard) as caught:
        read_sound(path, most_bytes=1024 * 1024)
    assert "hoogstens 1 MB, en dit was 5 MB" in caught.value.says("nl")


def test_a_missing_file_and_a_folder_get_their_own_reason(tmp_path: Path) -> None:
    with pytest.raises(NotHeard, match="no such file"):
        read_sound(tmp_path / "weg.wav", language="en")
    with pytest.raises(NotHeard, match="cannot be opened"):
        read_sound(tmp_path, language="en")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.wav"
    os.mkfifo(pipe)
    with pytest.raises(NotHeard, match="empty"):
        read_sound(pipe, language="en")


def test_numbers_that_are_none_become_silence() -> None:
    samples = np.array([np.nan, np.inf, -np.inf, 0.5] * 4000, dtype="<f4")
    header = b"RIFF" + (36 + samples.nbytes).to_bytes(4, "little") + b"WAVEfmt \x10\x00\x00\x00\x03\x00\x01\x00"
    header += RATE.to_bytes(4, "little") + (4 * RATE).to_bytes(4, "little") + b"\x04\x00\x20\x00data"
    audio = read_sound(header + samples.nbytes.to_bytes(4, "little") + samples.tobytes())
    assert np.isfinite(audio.samples).all()
    assert np.abs(audio.samples).max() <= 1


@given(st.sampled_from(["wav", "flac", "mp3", "ogg", "webm", "mp4"]), st.data())
@settings(max_examples=60, deadline=None)
def test_damaged_bytes_are_sound_or_a_sentence(kind: str, data: st.DataObject) -> None:
    raw = bytearray(_SAMPLES.setdefault(kind, recorded(kind, tone(0.2))))
    for _ in range(data.draw(st.integers(1, 12))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(bytes(raw)) in ("sound", "odd_sound", "too_long")


@given(st.binary(max_size=300))
@settings(max_examples=100)
def test_any_bytes_are_sound_or_a_sentence(data: bytes) -> None:
    assert outcome(data) in ("sound", "odd_sound", "too_long")


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_another_rate_keeps_length_and_pitch(rate: int) -> None:
    audio = at_rate(tone(1.0, rate))
    assert audio.rate == RATE
    assert audio.seconds == pytest.approx(1.0, abs=0.01)
    assert pitch(audio) == pytest.approx(440, abs=3)


def test_the_same_rate_is_the_same_sound() -> None:
    audio = tone()
    assert at_rate(audio) is audio


_SAMPLES: dict[str, bytes] = {}


def _wav(frames: bytes) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames)
    return buffer.getvalue()
