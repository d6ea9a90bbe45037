"""Hearing through an OpenAI-compatible server: what it gives, and every way in which it fails."""

from __future__ import annotations

import asyncio
import io
import wave
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, Form, Request, UploadFile
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from simulator.errors import NotHeard
from simulator.settings import Settings
from simulator.sound_file import read_sound
from simulator.transcriber_remote import RemoteTranscriber
from simulator.transcriber_whisper import WhisperTranscriber
from simulator.types import Transcript
from tests.simulator.clips import clear_clips, joined, listening_settings, plain_words, silence

SETTINGS = Settings(transcription_url="http://oor.test/v1", transcription_model="whisper-1")
ANSWER = {
    "text": "Hoe kom je daar nou weer terecht?",
    "words": [
        {"word": word, "start": 0.3 + 0.2 * n, "end": 0.5 + 0.2 * n, "probability": 0.2 if word == "nou" else 0.9}
        for n, word in enumerate(["Hoe", "kom", "je", "daar", "nou", "weer", "terecht"])
    ],
}


class Server:
    """Answers every request with the same answer, and remembers what was asked."""

    def __init__(self, *answers: Response) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, Any]] = []
        self.app = FastAPI()
        self.app.post("/v1/audio/transcriptions")(self._transcribe)

    async def _transcribe(self, request: Request) -> Response:
        async with request.form() as form:
            file = form["file"]
            assert not isinstance(file, str)
            said = {key: value for key, value in form.multi_items() if isinstance(value, str)}
            self.asked.append({**said, "sound": await file.read()})
        return self.answers[min(len(self.asked), len(self.answers)) - 1]

    def transcriber(self, settings: Settings = SETTINGS) -> RemoteTranscriber:
        return RemoteTranscriber(settings, transport=httpx2.ASGITransport(app=self.app))

    async def hear(self) -> Transcript:
        transcriber = self.transcriber()
        try:
            return await transcriber.transcribe(clear_clips()[1].audio, "nl-BE")
        finally:
            await transcriber.close()


@pytest.mark.whisper
class TestAnswers:
    async def test_words_times_and_doubt_of_the_server_are_kept(self) -> None:
        heard = await Server(JSONResponse(ANSWER)).hear()
        assert heard.text == ANSWER["text"]
        assert [heard.text[start:end] for start, end in heard.unsure] == ["nou"]
        assert len(heard.words) == 7
        assert heard.model == "whisper-1 (oor.test)"

    async def test_the_server_is_asked_for_words_in_the_language_of_the_talk(self) -> None:
        server = Server(JSONResponse(ANSWER))
        await server.hear()
        (asked,) = server.asked
        assert (asked["model"], asked["language"], asked["response_format"]) == ("whisper-1", "nl", "verbose_json")
        with wave.open(io.BytesIO(asked["sound"])) as sound:
            assert (sound.getframerate(), sound.getnchannels()) == (16_000, 1)

    async def test_a_server_without_word_times_is_asked_for_plain_words_from_then_on(self) -> None:
        refusal = JSONResponse({"error": {"message": "response_format"}}, status_code=400)
        server = Server(refusal, JSONResponse({"text": ANSWER["text"]}))
        transcriber = server.transcriber()
        for _ in range(2):
            heard = await transcriber.transcribe(clear_clips()[1].audio, "nl-BE")
            assert (heard.text, heard.words) == (ANSWER["text"], ())
        await transcriber.close()
        assert [asked["response_format"] for asked in server.asked] == ["verbose_json", "json", "json"]

    async def test_a_made_up_credit_is_no_speech(self) -> None:
        assert (await Server(JSONResponse({"text": "Ondertiteling: TV Gelderland 2021"})).hear()).text == ""


@pytest.mark.whisper
class TestFaults:
    @pytest.mark.parametrize(
        ("answer", "reason"),
        [
            (JSONResponse({"error": {"message": "geheim gezegd"}}, status_code=500), "meldt een fout"),
            (JSONResponse({"error": "x"}, status_code=401), "weigert de sleutel"),
            (JSONResponse({"error": "x"}, status_code=404), "kent dit adres of dit model niet"),
            (JSONResponse({"error": "x"}, status_code=429), "heeft het te druk"),
            (JSONResponse({"error": "x"}, status_code=400), "meldt een fout"),
            (PlainTextResponse("<html>geheim gezegd</html>"), "een antwoord dat ik niet begrijp"),
            (Response(b"", media_type="application/json"), "een antwoord dat ik niet begrijp"),
            (Response(b'{"text": "half', media_type="application/json"), "een antwoord dat ik niet begrijp"),
            (Response(b"\xff\xfe\x00", media_type="application/json"), "een antwoord dat ik niet begrijp"),
            (JSONResponse([1, 2]), "een antwoord dat ik niet begrijp"),
            (JSONResponse({"woorden": "geheim gezegd"}), "een antwoord dat ik niet begrijp"),
        ],
    )
    async def test_each_fault_has_a_reason_without_what_was_said(
        self, answer: Response, reason: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        with pytest.raises(NotHeard) as caught:
            await Server(answer).hear()
        assert caught.value.trouble == "ear_failed"
        assert reason in caught.value.says("nl-BE")
        assert "geheim" not in caught.value.says("nl-BE") + caplog.text

    @pytest.mark.parametrize(
        ("fault", "reason"),
        [(httpx2.ConnectError("dood"), "niet te bereiken"), (httpx2.ReadTimeout("traag"), "niet op tijd")],
    )
    async def test_a_dead_and_a_slow_server_are_told(self, fault: Exception, reason: str) -> None:
        def fail(request: httpx2.Request) -> httpx2.Response:
            raise fault

        transcriber = RemoteTranscriber(SETTINGS, transport=httpx2.MockTransport(fail))
        with pytest.raises(NotHeard) as caught:
            await transcriber.transcribe(clear_clips()[1].audio, "nl-BE")
        await transcriber.close()
        assert reason in caught.value.says("nl-BE")


async def test_silence_never_leaves_the_machine() -> None:
    server = Server(JSONResponse(ANSWER))
    transcriber = server.transcriber()
    heard = await transcriber.transcribe(silence(3), "nl-BE")
    await transcriber.close()
    assert (heard.text, server.asked) == ("", [])


def test_the_ear_says_which_server_listens_and_where_the_sound_goes() -> None:
    away = RemoteTranscriber(Settings(transcription_url="https://stem.example.be/v1")).ear
    here = RemoteTranscriber(Settings(transcription_url="http://127.0.0.1:8001/v1", transcription_model="small")).ear
    assert "gaat als geluid naar die server" in away.says
    assert away.trust == "good"
    assert "op deze machine" in here.says
    assert here.trust == "fair"


@pytest.mark.whisper
class TestRealServer:
    """A real recogniser behind such a route, and human speech."""

    @pytest.fixture
    async def server(self) -> AsyncIterator[FastAPI]:
        listener = WhisperTranscriber(listening_settings())
        ear = await listener.warm()
        if ear.trust == "none":
            pytest.fail(f"no speech weights for the tests: {ear.says}")
        app = FastAPI()

        @app.post("/v1/audio/transcriptions")
        async def transcriptions(
            file: UploadFile, language: str = Form(), response_format: str = Form("json")
        ) -> dict[str, object]:
            assert language == "nl"
            audio = await asyncio.to_thread(read_sound, await file.read())
            heard = await listener.transcribe(audio, "nl-BE")
            if response_format == "json":
                return {"text": heard.text}
            words = [
                {"word": word.text, "start": word.start, "end": word.end, "probability": word.confidence}
                for word in heard.words
            ]
            return {"text": heard.text, "words": words, "duration": audio.seconds, "language": "dutch"}

        yield app
        listener.close()

    async def test_human_speech_is_heard_through_it(self, server: FastAPI) -> None:
        clip = clear_clips()[1]
        audio = joined(silence(4), clip.audio, silence(3))
        transcriber = RemoteTranscriber(SETTINGS, transport=httpx2.ASGITransport(app=server))
        heard = await transcriber.transcribe(audio, "nl-BE")
        await transcriber.close()
        assert plain_words(heard.text) == plain_words(clip.text)
        assert " ".join(word.text for word in heard.words) == heard.text
        assert 3.9 < heard.words[0].start < heard.words[-1].end < 4.1 + clip.audio.seconds
