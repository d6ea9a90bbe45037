"""A step that is known by a move, or by any of several."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from personas.types import Move
from scoring.steps.types import Evidence, Told
from scoring.types import NEWS_COURSES, Flag


def shown(moves: Collection[Move], told: Told) -> Iterator[Evidence]:
    """Every such move, in the order of the talk.

    In a talk that brings news, no other clear sentence stands in for the news.
    """
    for turn in told.judged:
        score = told.scores[turn]
        for flag in sorted(score.moves, key=lambda flag: flag.start):
            is_news = flag.name != "clear_message" or told.dialogue.course not in NEWS_COURSES or score.message_said
            if flag.name in moves and is_news:
                yield _evidence(flag)


def _evidence(flag: Flag) -> Evidence:
    return Evidence(flag.turn, flag.start, flag.start, flag.end, flag.quote)
