"""The avatar with a model: whatever the server does, an answer comes."""

from __future__ import annotations

import asyncio
import logging
import socket
from contextlib import aclosing

import pytest

from simulator.avatar_model import ModelAvatar
from simulator.errors import Trouble, sentence
from simulator.settings import Settings
from simulator.types import Part, Response
from tests.simulator.fault_server import FaultServer, Mode, running
from tests.simulator.stage import CLEAR, Line, begin, nadia, play, take

SAID = "Ik begrijp dat je een reden wil horen."
ANSWER = Response(
    before=nadia().starts, after=nadia().starts, intent="object", line="Dat is niet eerlijk. Twaalf jaar."
)


def avatar(server: FaultServer, **changes: object) -> ModelAvatar:
    """An avatar with short times."""
    times = {"model_first_word_seconds": 0.4, "model_pause_seconds": 0.3, "model_turn_seconds": 3}
    return ModelAvatar(Settings(model_url=server.url, **{**times, **changes}))


async def answers(server: FaultServer, response: Response = ANSWER, **changes: object) -> list[Part]:
    """Everything that is said in one turn."""
    talk, _ = play(CLEAR)
    model = avatar(server, **changes)
    try:
        return [piece async for piece in model.reply(talk, SAID, response)]
    finally:
        await model.close()


def fell_back(pieces: list[Part], trouble: Trouble) -> bool:
    """Whether the authored line came last, with an honest notice."""
    return pieces[-1] == Part(text=ANSWER.line, source="script", notice=sentence(trouble, "nl-BE"))


def worded(*texts: str) -> list[Part]:
    """What the model worded itself."""
    return [Part(text=text, source="model") for text in texts]


async def test_says_what_the_model_says_sentence_by_sentence() -> None:
    async with running() as server:
        assert await answers(server) == worded("Ik had dat niet zien komen.", "En nu dan?")


@pytest.mark.parametrize(
    ("mode", "trouble"),
    [
        ("error_500", "model_gone"),
        ("error_401", "model_gone"),
        ("slow_first_word", "model_slow"),
        ("slow_middle", "model_cut"),
        ("cut", "model_cut"),
        ("dropped", "model_cut"),
        ("garbage_sse", "model_cut"),
        ("error_in_stream", "model_gone"),
        ("odd_shapes", "model_empty"),
        ("empty", "model_empty"),
        ("no_words", "model_empty"),
        ("content_filter", "model_refused"),
        ("filter_400", "model_refused"),
        ("refusal", "model_refused"),
        ("out_of_role", "model_out_of_role"),
        ("huge", "model_out_of_role"),
        ("not_http", "model_gone"),
        ("full_always", "model_gone"),
    ],
)
async def test_a_failing_server_ends_in_a_notice_and_the_authored_line(mode: Mode, trouble: Trouble) -> None:
    async with running(mode) as server:
        # A refused connection and a 5xx are tried once more, which takes its time.
        patient = {"model_first_word_seconds": 5.0} if mode in ("error_500", "not_http") else {}
        assert fell_back(await answers(server, **patient), trouble)


async def test_an_answer_that_is_no_json_ends_in_the_authored_line() -> None:
    async with running("garbage_json") as server:
        assert (await answers(server))[-1].text == ANSWER.line


async def test_what_was_said_never_goes_on_to_another_server() -> None:
    async with running() as other, running("elsewhere") as server:
        server.other = other.url
        assert fell_back(await answers(server, model_name="small"), "model_gone")
    assert not other.asked


@pytest.mark.parametrize("mode", ["endless_line", "endless_error"])
async def test_an_answer_without_end_is_not_taken_in(mode: Mode) -> None:
    async with running(mode) as server:
        assert (await answers(server, model_first_word_seconds=10, model_turn_seconds=10))[-1].text == ANSWER.line
    assert server.sent < 20_000_000


@pytest.mark.parametrize("mode", ["web_page", "packed"])
async def test_an_answer_of_another_kind_ends_in_the_authored_line(mode: Mode) -> None:
    async with running(mode) as server:
        assert (await answers(server, model_first_word_seconds=10, model_turn_seconds=10))[-1].text == ANSWER.line


async def test_a_dead_server_ends_in_the_authored_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        dead = FaultServer(port=free.getsockname()[1])
    assert fell_back(await answers(dead, model_name="small", model_first_word_seconds=5), "model_gone")


async def test_what_was_said_before_the_break_stays_said() -> None:
    async with running("cut") as server:
        pieces = await answers(server)
    assert pieces[:1] == worded("Ik had dat niet zien komen.")


async def test_a_talk_too_long_for_the_server_is_told_again_shorter() -> None:
    async with running("full_once") as server:
        talk, _ = play(CLEAR, *[Line("Zo zit het.")] * 6)
        model = avatar(server)
        pieces = [piece async for piece in model.reply(talk, SAID, ANSWER)]
        await model.close()
    first, second = (asked["messages"] for asked in server.asked)
    assert pieces == worded("Ik had dat niet zien komen.", "En nu dan?")
    assert len(second) < len(first)
    assert (second[0], second[-1]) == (first[0], first[-1])


async def test_an_option_that_the_server_refuses_is_left_out() -> None:
    async with running("no_max_tokens") as server:
        assert len(await answers(server)) == 2
    assert "max_tokens" not in server.asked[-1]


async def test_an_answer_cut_at_the_token_limit_keeps_its_whole_sentences() -> None:
    async with running("length") as server:
        assert await answers(server) == worded("Ik had dat niet zien komen.")


async def test_never_more_than_three_sentences() -> None:
    words = ("Ik wist het. ", "Je keek zo raar. ", "Al de hele week. ", "Iedereen zag het. ", "Echt waar.")
    async with running(words=words) as server:
        assert len(await answers(server)) == 3


async def test_the_first_model_of_the_server_is_asked_for_once() -> None:
    async with running() as server:
        talk, _ = play(CLEAR)
        model = avatar(server)
        for _ in range(2):
            assert [piece async for piece in model.reply(talk, SAID, ANSWER)]
        await model.close()
    assert server.lists == 1
    assert {asked["model"] for asked in server.asked} == {"small"}


@pytest.mark.parametrize("intent", ["stay_silent", "stay_in_role"])
async def test_silence_and_tricks_never_reach_the_model(intent: str) -> None:
    async with running() as server:
        told = ANSWER.model_copy(update={"intent": intent, "line": "…"})
        assert await answers(server, told) == [Part(text="…", source="script")]
    assert not server.asked


async def test_a_layer_that_the_model_leaves_out_is_told_by_the_script() -> None:
    opens = ANSWER.model_copy(update={"intent": "tell", "layer": "gerucht", "line": nadia().layers[0].line})
    async with running() as server:
        assert (await answers(server, opens))[-1] == Part(text=nadia().layers[0].line or "", source="script")
    async with running(words=("Maandag al, aan de koffieautomaat, en de stagiair wist het eerder.",)) as server:
        assert len(await answers(server, opens)) == 1


async def test_closing_the_answer_lets_go_of_the_server_at_once() -> None:
    async with running("slow_middle") as server:
        talk, _ = play(CLEAR)
        model = avatar(server, model_pause_seconds=30, model_turn_seconds=30)
        async with aclosing(model.reply(talk, SAID, ANSWER)) as pieces:
            assert await anext(pieces)
        async with asyncio.timeout(5):
            await server.left.wait()
        await model.close()


async def test_a_hundred_interruptions_leave_no_task_behind() -> None:
    async with running("slow_middle") as server:
        talk, _ = play(CLEAR)
        model = avatar(server, model_pause_seconds=30, model_turn_seconds=30)
        before = len(asyncio.all_tasks())
        for _ in range(100):
            async with aclosing(model.reply(talk, SAID, ANSWER)) as pieces:
                await anext(pieces)
        async with asyncio.timeout(5):
            while len(asyncio.all_tasks()) > before:  # noqa: ASYNC110  the tasks are those of asyncio itself
                await asyncio.sleep(0.01)
        await model.close()


async def test_nothing_that_was_said_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for mode in ("ok", "out_of_role", "full_always", "garbage_sse", "cut"):
        async with running(mode) as server:
            await answers(server)
    for secret in ("reden", "zien komen", "taalmodel kan", "Bakkerijen", "niet eerlijk"):
        assert secret not in caplog.text


async def test_the_turn_goes_on_from_what_was_really_said() -> None:
    """The next prompt holds the words of the model, not the authored line it stood for."""
    async with running() as server:
        talk, _ = take(begin(), CLEAR)
        model = avatar(server)
        assert [piece async for piece in model.reply(talk, SAID, ANSWER)]
        await model.close()
    told = [m["content"] for m in server.asked[-1]["messages"] if m["role"] == "assistant"]
    assert told == [talk.opening, talk.rounds[0].reply]


def test_without_an_address_it_says_which_setting_is_missing() -> None:
    with pytest.raises(ValueError, match="RECHTDOOR_MODEL_URL"):
        ModelAvatar(Settings(model_url=None))
