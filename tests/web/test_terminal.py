"""The lines of a terminal: sentences for the trainee, nothing that only a program understands."""

from __future__ import annotations

import re

from personas.loader import load_library
from simulator.events import Reacted
from simulator.talk import Talk
from tests.simulator.stage import CLEAR, VAGUE, Line, nadia, play, with_
from web import terminal

COURSE = load_library().courses["bad_news", "nl-BE"]
SILENT = Line(None, silence=8, ungraded="Er is niets gezegd.")


def movement(talk: Talk) -> str:
    """What the last turn did to the other, on one line."""
    last = talk.rounds[-1]
    assert last.reacted is not None
    return re.sub(r"\s+", " ", " ".join(terminal.reacted(talk, Reacted(turn=1, response=last.reacted.response))))


def test_what_moved_the_other_is_a_sentence_without_the_names_of_rules() -> None:
    talk, _ = play(VAGUE, VAGUE)
    assert "Je bleef vaag “op termijn”: " in movement(talk)
    assert not re.search(r"\[|reactions|engine\.|_", movement(talk))


def test_two_rules_with_the_same_reason_are_told_once() -> None:
    twice = [
        {"on": {"move": "clear_message"}, "change": {"understanding": 0.4}},
        {"on": {"move": "clear_message"}, "change": {"understanding": 0.3, "tension": 0.1}},
    ]
    talk, _ = play(CLEAR, persona=with_(nadia(), reactions=twice, layers=[], ends={}))
    told = movement(talk)
    assert told.count("Je zei het duidelijk") == 1
    assert "begrip van de boodschap +70" in told


def test_a_talk_without_slips_takes_its_first_open_step_along() -> None:
    talk, _ = play(CLEAR, SILENT)
    take = terminal.debrief(talk, COURSE)
    after = take[take.index("Dit neem je mee") + 1 :]
    assert after[0].strip() == "· Nog niet: De reactie opgevangen"
    assert not any("Elke stap is gezet" in line for line in take)
