"""Intervals by drawing stories again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.bootstrap import intervals, share_interval

OUTCOMES = st.lists(st.tuples(st.integers(0, 5), st.tuples(st.booleans(), st.booleans())), max_size=40)


@given(OUTCOMES)
@settings(max_examples=40, deadline=None)
def test_an_interval_lies_between_nothing_and_all(outcomes: list[tuple[int, tuple[bool, bool]]]) -> None:
    for between in intervals(outcomes).values():
        assert (between.low is None) is (between.high is None)
        if between.low is not None and between.high is not None:
            assert 0 <= between.low <= between.high <= 1


@given(OUTCOMES)
@settings(max_examples=10, deadline=None)
def test_the_same_counts_give_the_same_interval(outcomes: list[tuple[int, tuple[bool, bool]]]) -> None:
    assert intervals(outcomes) == intervals(outcomes)


def test_more_stories_make_it_narrower() -> None:
    few = [(story, (story % 2 == 0, True)) for story in range(6)]
    many = [(story, (story % 2 == 0, True)) for story in range(200)]
    widths = []
    for outcomes in (few, many):
        between = intervals(outcomes)["recall"]
        assert between.low is not None
        assert between.high is not None
        widths.append(between.high - between.low)
    assert widths[1] < widths[0] / 2


def test_turns_of_one_story_stand_or_fall_together() -> None:
    assert share_interval([("one", True)] * 30).low == 1
    assert share_interval([("one", True)] * 15 + [("two", False)] * 15).low == 0


def test_nothing_gives_no_interval() -> None:
    assert intervals([]) == {}
    assert share_interval([]).low is None
