"""What the moment asks when the persona file says nothing about it."""

from __future__ import annotations

import pytest

from personas.types import Kind
from tests.simulator.stage import BLAMING, CLEAR, EVASIVE, VAGUE, Line, nadia, play, with_

BARE = with_(
    nadia(),
    reactions=[{"on": {"move": "clear_message"}, "change": {"understanding": 0.7, "hope": -0.5}}],
    layers=[],
    ends={},
)
"""A person whose file decides nothing by itself."""
PLAIN = Line("Het is zo gelopen.")
SILENT = Line(None, silence=6)


def does(*lines: Line, **changes: object) -> str:
    """What the avatar does last."""
    return play(*lines, persona=with_(BARE, **changes))[1][-1].intent


@pytest.mark.parametrize(
    ("lines", "intent"),
    [
        ([Line("Dag Nadia, ga zitten.")], "greet"),
        ([Line("Ik moet je iets vertellen, en het is geen goed nieuws.")], "wait_for_it"),
        ([Line("Ik heb slecht nieuws."), Line("Ja, slecht nieuws dus.")], "press_for_message"),
        ([PLAIN, PLAIN, PLAIN], "press_for_message"),
        ([VAGUE], "ask_what_is_meant"),
        ([VAGUE, VAGUE], "false_hope"),
        ([EVASIVE], "press_for_message"),
        ([BLAMING], "strike_back"),
        ([CLEAR], "blow"),
        ([Line("Je contract stopt misschien op termijn.", slips=["hedged"], said=True)], "ask_what_is_meant"),
        ([CLEAR, SILENT], "stay_silent"),
        ([CLEAR, PLAIN], "stay_silent"),
        ([CLEAR, PLAIN, PLAIN], "ask_reason"),
        ([CLEAR, SILENT, PLAIN], "stay_silent"),
        ([CLEAR, SILENT, PLAIN, PLAIN], "ask_reason"),
        ([CLEAR, PLAIN, Line("Wie heeft je dat verteld?")], "answer"),
        ([CLEAR, PLAIN, Line("Zo gaat dat, hè?")], "ask_reason"),
        ([CLEAR, Line("Dinsdag om tien uur hier.", moves=["follow_up"]), Line("Goed. Tot dinsdag.")], "say_goodbye"),
        ([CLEAR, Line("Dus je bent boos. Klopt dat?", moves=["summary"])], "confirm_summary"),
        ([CLEAR, Line("Het spijt me.", moves=["apology"])], "receive"),
        ([CLEAR, Line("Wat heb je nodig?", moves=["open_question"])], "answer"),
        ([CLEAR, Line("Ik zie dat je schrikt.", moves=["acknowledgement"])], "soften_a_little"),
        ([CLEAR, Line("De beslissing staat vast.", moves=["boundary"])], "accept_grudgingly"),
        ([CLEAR, Line("Ik mail je vandaag voor vijf uur.", moves=["agreement"])], "agree"),
        ([CLEAR, Line("Goed. Tot morgen.")], "ask_agreement"),
    ],
)  # fmt: skip
def test_the_moment_decides(lines: list[Line], intent: str) -> None:
    assert does(*lines) == intent


@pytest.mark.parametrize(
    ("kind", "intent"),
    [
        ("hiding", "name_it"),
        ("soothing", "close"),
        ("blame", "strike_back"),
        ("others", "strike_back"),
        ("fog", "ask_what_is_meant"),
        ("loose", "ask_agreement"),
    ],
)
def test_a_slip_after_the_news_is_answered_by_its_kind(kind: Kind, intent: str) -> None:
    assert does(CLEAR, PLAIN, Line("Het is wat het is.", slips=[kind])) == intent


def test_who_did_not_understand_corrects_a_summary() -> None:
    unclear = Line("Het contract stopt misschien.", slips=["hedged"], said=True)
    assert does(unclear, Line("Dus je weet het. Klopt dat?", moves=["summary"])) == "correct_summary"


def test_who_still_hopes_bargains() -> None:
    assert does(CLEAR, PLAIN, PLAIN, starts={"hope": 1.0}) == "bargain"


def test_who_is_angry_objects() -> None:
    assert does(CLEAR, PLAIN, PLAIN, starts={"tension": 0.8}) == "object"


def test_patience_follows_the_level() -> None:
    intents = [play(PLAIN, PLAIN, PLAIN, persona=BARE, difficulty=level)[1][1].intent for level in (1, 3)]
    assert intents == ["wait_for_it", "press_for_message"]


def test_an_intent_without_a_line_that_can_be_said_gives_way_to_the_next() -> None:
    lines = {**nadia().model_dump()["lines"], "ask_reason": ["{nothing-of-the-kind}"]}
    assert does(CLEAR, PLAIN, PLAIN, lines=lines) == "ask_what_now"


@pytest.mark.parametrize(
    ("earlier", "intent"),
    [({"move": "acknowledgement"}, "blow"), ({"slip": "missing_i_statement"}, "strike_back")],
)
def test_news_that_lands_goes_before_a_good_move_but_not_before_a_reproach(
    earlier: dict[str, str], intent: str
) -> None:
    does_first = "soften_a_little" if "move" in earlier else "strike_back"
    reactions = [
        {"on": earlier, "does": does_first, "lines": ["Ja."]},
        {"on": {"move": "clear_message"}, "change": {"understanding": 0.7}, "does": "blow", "lines": ["…"]},
    ]
    line = Line(
        "Je contract stopt op 31 januari.",
        moves=["clear_message", "acknowledgement"],
        slips=["blame"] if "slip" in earlier else [],
        said=True,
    )
    assert does(line, reactions=reactions) == intent
