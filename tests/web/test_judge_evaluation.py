"""`rechtdoor evaluate --judge`: the judge on the same turns, and how far it agrees with the rules."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from scoring.evaluation import Graded, read_items
from scoring.rules import score_dialogue
from scoring.types import Dialogue
from simulator.judge_verdict import read_verdict
from simulator.types import Judgement
from tests.simulator.fault_server import Mode
from tests.simulator.opinions import as_json
from tests.web.judging import judge_server
from tests.web.test_evaluate_command import ITEM, run, write
from web.judge_evaluation import judge_figures, judge_items

SAID = "Uw contract stopt op 31 januari"


@pytest.fixture
def a_set(tmp_path: Path) -> str:
    return write(tmp_path, ITEM, {**ITEM, "id": "a-2"})


def test_the_judge_gets_the_figures_of_the_rules_beside_theirs(
    a_set: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with judge_server(clear_message=SAID, vagueness=("open", "het depot sluit"), apology="Sorry") as server:
        monkeypatch.setenv("RECHTDOOR_JUDGE_URL", server.url)
        assert run(a_set, "--judge", "--json") == 0
        made = json.loads(capsys.readouterr().out)
        assert run(a_set, "--judge") == 0
        shown = capsys.readouterr().out
    judge = made["judge"]
    assert (judge["model"], judge["asked"], judge["unjudged"]) == ("small", "1", {})
    assert judge["dropped"] == {"not_said": 2}
    assert "Answers that do not count (not_said): 2." in shown
    assert judge["figures"]["moves"]["clear_message"]["all"]["tp"] == 2
    assert judge["figures"]["slips"]["vagueness"]["all"]["fp"] == 2
    assert judge["figures"]["clean_turns_flagged"] == 1
    assert judge["agreement"]["vagueness"] == {"kappa": 0, "both": 0, "rules_only": 0, "judge_only": 2}
    assert judge["agreement"]["clear_message"]["both"] == 2
    assert "The judge, small (question 1), on the same turns:" in shown
    assert "Rules and judge" in shown
    assert shown.count("2 labelled turns, 2 judged.") == 2


@pytest.mark.parametrize(
    ("mode", "why"), [("refusal", "refused"), ("out_of_role", "unreadable"), ("error_500", "gone")]
)
def test_turns_that_cannot_be_judged_are_counted_by_their_reason(
    mode: Mode, why: str, a_set: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with judge_server(mode) as server:
        monkeypatch.setenv("RECHTDOOR_JUDGE_URL", server.url)
        assert run(a_set, "--judge") == 0
    shown = capsys.readouterr().out
    assert f"Without a judgement ({why}): 2 turns." in shown
    assert "Not judged by the judge: 2 turns in nl-BE" in shown


@pytest.mark.parametrize(
    ("url", "says"), [("", "RECHTDOOR_JUDGE_URL"), ("same", "RECHTDOOR_MODEL_URL"), ("ftp://x", "expected an address")]
)
def test_without_a_judge_it_says_what_to_set(
    url: str, says: str, a_set: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RECHTDOOR_JUDGE_URL", url)
    assert run(a_set, "--judge") == 2
    assert says in capsys.readouterr().err


async def test_no_more_turns_are_asked_at_once_than_may_be_and_each_keeps_its_place() -> None:
    items = read_items("\n".join(json.dumps({**ITEM, "id": f"a-{n}"}) for n in range(9)), "set")
    asked: list[int] = []
    now = 0

    class Counting:
        async def judge(self, dialogue: Dialogue) -> Judgement:
            nonlocal now
            now += 1
            asked.append(now)
            await asyncio.sleep(0)
            now -= 1
            return Judgement(checks=read_verdict(as_json(), dialogue), model="m", asked="1")

    told: list[int] = []
    judged = await judge_items(Counting(), items, at_once=3, progress=told.append)
    assert max(asked) == 3
    assert told == list(range(1, 10))
    assert [result.item.id for result, _ in judged] == [item.id for item in items]
    rules = [Graded(item, score_dialogue(item.to_dialogue()), 0) for item in items]
    made = judge_figures(rules, judged)
    assert (made.model, made.agreement["clear_message"].rules_only) == ("m", 9)
