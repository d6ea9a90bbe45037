"""The judge with a real, tiny model behind a real server: the protocol, never what it sees.

SmolLM2 has 135 million parameters and judges nothing well. What is tested: whatever it writes, in every form that is
asked for, a judgement comes or the reason why there is none, and no words but the trainee's own.
"""

from __future__ import annotations

import asyncio

import pytest

from scoring.types import Dialogue
from simulator.criteria import NAMES
from simulator.judge_model import ModelJudge
from simulator.judge_prompt import RUNGS, Rung
from simulator.settings import Settings
from simulator.types import Judgement
from tests.simulator.opinions import SAID, dialogue

pytestmark = pytest.mark.llm


def judge(url: str, seconds: float = 240, tokens: int = 60) -> ModelJudge:
    """A judge that is patient with a busy machine. So few tokens break its answer off, which saves half a minute."""
    made = ModelJudge(Settings(judge_url=url, judge_seconds=seconds))
    made._options["max_tokens"] = tokens
    return made


def holds_together(judgement: Judgement, talk: Dialogue) -> None:
    """Whether this is a judgement, or the reason why there is none."""
    if judgement.checks is None:
        assert judgement.ungraded in ("cut", "unreadable")
        return
    assert tuple(check.name for check in judgement.checks) == NAMES
    for check in judgement.checks:
        assert check.quote == talk.last.text[check.start : check.end]


async def test_a_server_that_keeps_to_a_schema_gives_an_answer_to_every_criterion(url: str) -> None:
    using, talk = judge(url, tokens=900), dialogue("Wat is er?", SAID)
    judgement = await using.judge(talk)
    await using.close()
    holds_together(judgement, talk)
    assert judgement.ungraded != "unreadable"
    assert judgement.model


@pytest.mark.parametrize("rung", RUNGS[1:])
async def test_without_a_schema_whatever_it_writes_is_a_judgement_or_a_reason(url: str, rung: Rung) -> None:
    using, talk = judge(url), dialogue("Wat is er?", SAID)
    using._rung = rung
    holds_together(await using.judge(talk), talk)
    await using.close()


async def test_a_judge_that_is_let_go_of_frees_the_server_for_the_next_turn(url: str) -> None:
    """The server answers one at a time: a request that went on would keep the next one waiting."""
    using, talk = judge(url), dialogue("Wat is er?", SAID)
    asking = asyncio.create_task(using.judge(talk))
    await asyncio.sleep(0.5)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    async with asyncio.timeout(240):
        holds_together(await using.judge(talk), talk)
    await using.close()


async def test_a_judge_without_time_says_so(url: str) -> None:
    using = judge(url, seconds=0.2)
    assert (await using.judge(dialogue("Wat is er?", SAID))).ungraded == "slow"
    await using.close()


async def test_a_talk_too_long_for_the_model_is_told_again_shorter(url: str) -> None:
    line = "Zo is het gelopen, en daar kunnen we vandaag allebei niets meer aan veranderen. " * 3
    using, talk = judge(url), dialogue(*[line] * 31, SAID)
    holds_together(await using.judge(talk), talk)
    await using.close()
