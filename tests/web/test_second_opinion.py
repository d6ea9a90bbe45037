"""Where a second reader and the rules agree, and where they differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.events import Judged
from simulator.judge_verdict import read_verdict
from simulator.talk import Round
from simulator.types import Judgement
from tests.simulator.opinions import as_json
from tests.web.test_debrief import talk_of
from web.debrief import debrief_of
from web.second_opinion import SecondOpinion, second_opinion_on

SAID = "Het project stopt op termijn."


def turn(raw: str | None, said: str = SAID) -> Round:
    """A turn in which the rules saw `op termijn` and `het project stopt`, and a second reader answered this."""
    talk = talk_of([said])
    dialogue = talk.dialogue_of(1)
    assert dialogue is not None
    checks = read_verdict(raw, dialogue) if raw else None
    judgement = Judgement(checks=checks, ungraded=None if checks else "slow", asked="1")
    return replace(talk.rounds[0], judged=Judged(turn=1, judgement=judgement))


def opinion(raw: str | None, said: str = SAID) -> SecondOpinion:
    found = second_opinion_on(turn(raw, said))
    assert found is not None
    return found


def test_what_both_see_is_told_apart_from_what_one_sees() -> None:
    found = opinion(as_json(vagueness=("open", "op termijn"), evasiveness=("hiding", "stopt")))
    assert (found.both, found.not_seen) == ({"vagueness"}, {"clear_message"})
    assert [(check.name, check.quote) for check in found.slips] == [("evasiveness", "stopt")]
    assert found.moves == ()
    assert found.differs


def test_full_agreement_differs_in_nothing() -> None:
    assert not opinion(as_json(vagueness=("open", "op termijn"), clear_message="Het project stopt")).differs
    nothing = opinion(as_json(), "Dag Mira.")
    assert (nothing.both, nothing.differs) == (frozenset(), False)


def test_a_move_that_only_the_second_reader_sees_is_shown_and_earns_nothing() -> None:
    read = turn(as_json(apology="Het project"))
    found = second_opinion_on(read)
    assert found is not None
    assert [check.name for check in found.moves] == ["apology"]
    without = talk_of([SAID]).rounds[0]
    assert read.scored == without.scored
    assert read.reacted == without.reacted


def test_an_answer_that_does_not_count_neither_agrees_nor_differs() -> None:
    found = opinion(as_json(vagueness=("open", "nooit gezegd"), clear_message="Het project stopt"))
    assert (found.both, found.not_seen, found.slips) == ({"clear_message"}, frozenset(), ())


def test_a_second_reader_that_failed_says_why_and_sees_nothing() -> None:
    assert opinion(None) == SecondOpinion(ungraded="slow")


@pytest.mark.parametrize("gone", ["judged", "scored"])
def test_there_is_none_where_nobody_read_or_nothing_was_judged(gone: str) -> None:
    assert second_opinion_on(replace(turn(as_json()), **{gone: None})) is None
    ungraded = turn(as_json())
    assert ungraded.scored is not None
    score = ungraded.scored.score.model_copy(update={"ungraded": "no rules"})
    assert second_opinion_on(replace(ungraded, scored=ungraded.scored.model_copy(update={"score": score}))) is None


def test_of_two_cards_alike_the_debrief_takes_along_the_one_that_both_see() -> None:
    talk = talk_of(["Het stopt op termijn.", "Ooit, op termijn dus."])
    first = debrief_of(talk, None).take
    assert first is not None
    assert first.flag.turn == 1
    second = turn(as_json(vagueness=("open", "op termijn")))
    assert second.judged is not None
    judged = replace(talk, rounds=(talk.rounds[0], replace(talk.rounds[1], judged=second.judged)))
    take = debrief_of(judged, None).take
    assert take is not None
    assert take.flag.turn == 3
