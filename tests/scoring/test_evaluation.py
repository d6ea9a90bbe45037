"""Labelled turns are read strictly and counted by label and language."""

import json
from typing import Any

import pytest

from scoring.evaluation import Count, Graded, Unreadable, figures, macro_f1, mistakes, read_items, read_talk
from scoring.types import Flag, Score

ITEM: dict[str, Any] = {
    "id": "a-1",
    "language": "nl-BE",
    "course": "c4",
    "message": "Het contract wordt beëindigd.",
    "dialogue": [{"speaker": "avatar", "text": "Ben ik ontslagen?"}, {"speaker": "trainee", "text": "Op termijn."}],
    "slips": {"vagueness": ["Op termijn"], "evasiveness": []},
    "kinds": {"vagueness": ["open"], "evasiveness": ["no_answer"]},
    "moves": [],
}


def line(**changes: Any) -> str:
    return json.dumps(ITEM | changes, ensure_ascii=False)


def graded(item: dict[str, Any], *seen: tuple[str, str | None], ungraded: str | None = None, took: float = 1) -> Graded:
    (read,) = read_items(json.dumps(item), "set.jsonl")
    flags = [Flag(name=name, kind=kind, turn=1, start=0, end=0, quote="", rule=name) for name, kind in seen]  # type: ignore[arg-type]  # any label
    slips = tuple(flag for flag in flags if flag.kind)
    moves = tuple(flag for flag in flags if not flag.kind)
    return Graded(read, Score(turn=1, slips=slips, moves=moves, ungraded=ungraded, version="0"), took)


def test_a_set_is_read_and_empty_lines_are_skipped() -> None:
    items = read_items(f"\ufeff{line()}\n\n{line(id='a-2')}\n", "set.jsonl")
    assert [item.id for item in items] == ["a-1", "a-2"]
    assert items[0].labelled("open")
    assert not items[0].labelled("hedged")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "set.jsonl:1: expected one JSON object, got text that is not JSON"),
        ("[1]", "set.jsonl:1: expected one JSON object, got [1]"),
        (line(language="nl"), "set.jsonl:1 language: expected 'nl-BE', 'nl-NL', 'en', 'fr' or 'de', got \"nl\""),
        (line(moves="summary"), "set.jsonl:1 moves: "),
        (line(slips={"vague": []}), "set.jsonl:1 slips.vague"),
        (line(kinds={"vagueness": ["delay"]}), "under vagueness, got delay"),
        (line(dialogue=ITEM["dialogue"][:1]), "expected the last line of `dialogue` to be the trainee's"),
        (line(dialogue=[]), "set.jsonl:1 dialogue: "),
        (f"{line()}\n{line()}", "set.jsonl:2 id: expected each id once, got a-1 also on line 1"),
        ("\n", "expected labelled turns"),
        ("[" * 100_000, "set.jsonl:1: expected one JSON object"),
    ],
)
def test_a_broken_line_is_reported_with_its_place(text: str, says: str) -> None:
    with pytest.raises(Unreadable) as error:
        read_items(text, "set.jsonl")
    assert says in str(error.value)


def test_a_missing_field_is_named() -> None:
    without = {key: value for key, value in ITEM.items() if key != "message"}
    with pytest.raises(Unreadable, match=r"set\.jsonl:1 message: expected a value, got nothing"):
        read_items(json.dumps(without), "set.jsonl")


def test_strange_keys_are_kept_to_be_told() -> None:
    (item,) = read_items(line(disputd=["open"]), "set.jsonl")
    assert item.strange_keys == ("disputd",)


def test_a_talk_may_carry_labels() -> None:
    assert read_talk(line(), "talk.json").to_dialogue().last.text == "Op termijn."


def bare(count: Count) -> Count:
    """The counts without their intervals."""
    return count.model_copy(update={"by_chance": {}})


def test_counts_by_label_and_language() -> None:
    results = [
        graded(ITEM, ("vagueness", "open"), ("summary", None)),
        graded(ITEM | {"id": "b", "language": "nl-NL"}, ("evasiveness", "no_answer"), ("evasiveness", "hiding")),
    ]
    made = figures(results)
    assert bare(made.slips["vagueness"]["nl-BE"]) == Count(tp=1, precision=1, recall=1, f1=1)
    assert bare(made.slips["vagueness"]["nl-NL"]) == Count(fn=1, recall=0, f1=0)
    assert bare(made.slips["vagueness"]["all"]) == Count(tp=1, fn=1, precision=1, recall=0.5, f1=0.6667)
    assert bare(made.kinds["hiding"]["all"]) == Count(fp=1, tn=1, precision=0, f1=0)
    assert bare(made.moves["summary"]["all"]) == Count(fp=1, tn=1, precision=0, f1=0)
    assert "en" not in made.moves["summary"]


def test_a_label_that_never_holds_and_is_never_seen_has_no_share() -> None:
    assert figures([graded(ITEM)]).moves["apology"]["all"] == Count(tn=1)
    assert macro_f1([{"all": Count(tn=1)}, {"all": Count(f1=0.5)}]) == 0.5


@pytest.mark.parametrize("seen", [True, False])
def test_a_disputed_label_counts_nowhere(seen: bool) -> None:
    result = graded(ITEM | {"disputed": ["evasiveness"]}, *([("evasiveness", "no_answer")] if seen else []))
    made = figures([result])
    assert bare(made.slips["evasiveness"]["all"]) == Count()
    assert bare(made.kinds["no_answer"]["all"]) == Count()
    assert made.slips["vagueness"]["all"].fn == 1
    assert all(mistake.label != "evasiveness" for mistake in mistakes([result]))


def test_clean_turns_that_got_a_slip() -> None:
    clean = ITEM | {"slips": {}, "kinds": {}}
    results = [
        graded(clean, ("vagueness", "open")),
        graded(clean | {"id": "b"}),
        graded(ITEM | {"id": "c"}, ("vagueness", "open")),
        graded(clean | {"id": "d", "disputed": ["vagueness"]}, ("vagueness", "open")),
    ]
    made = figures(results)
    assert (made.clean_turns, made.clean_turns_flagged) == (2, 0.5)


def test_what_is_not_graded_counts_in_no_figure() -> None:
    made = figures([graded(ITEM), graded(ITEM | {"id": "b", "language": "en"}, ungraded="no rules", took=99)])
    assert (made.items, made.graded, made.ungraded) == (2, 1, {"en": 1})
    assert list(made.slips["vagueness"]) == ["nl-BE", "all"]
    assert made.ms_per_turn.p95 == 1


def test_times_are_nearest_ranks() -> None:
    made = figures([graded(ITEM | {"id": str(n)}, took=n) for n in range(1, 21)])
    assert (made.ms_per_turn.p50, made.ms_per_turn.p95) == (10, 19)


def test_mistakes_hold_the_words() -> None:
    miss, alarm = mistakes([graded(ITEM, ("evasiveness", "no_answer"), ("summary", None))])
    assert (miss.label, miss.false_alarm, miss.words) == ("vagueness", False, ("Op termijn",))
    assert (alarm.label, alarm.false_alarm) == ("summary", True)


def test_every_share_has_an_interval_that_holds_it() -> None:
    stories = [ITEM | {"id": str(number), "message": f"story {number // 2}"} for number in range(12)]
    results = [graded(item, *([("vagueness", "open")] if number % 3 else [])) for number, item in enumerate(stories)]
    count = figures(results).slips["vagueness"]["all"]
    between = count.by_chance["recall"]
    assert between.low is not None
    assert between.high is not None
    assert count.recall is not None
    assert 0 < between.low < count.recall < between.high <= 1


def test_a_kind_that_was_taken_for_another_is_told() -> None:
    assert figures([graded(ITEM, ("vagueness", "loose"))]).confusions == {"open > loose": 1}


def test_each_course_has_figures_of_its_own() -> None:
    other = ITEM | {"id": "b", "course": "conflict"}
    made = figures([graded(ITEM, ("vagueness", "open")), graded(other)])
    assert made.courses["conflict"]["vagueness"].recall == 0
    assert made.courses[ITEM["course"]]["vagueness"].recall == 1


def test_two_annotators_are_compared_where_there_are_two() -> None:
    assert figures([graded(ITEM)]).agreement is None
    read = [ITEM | {"second": {"slips": {"vagueness": []}}}, ITEM | {"id": "b", "slips": {}, "kinds": {}, "second": {}}]
    agreement = figures([graded(item) for item in read]).agreement
    assert agreement is not None
    assert agreement["vagueness"] == 1
    assert agreement["apology"] is None


def test_each_turn_keeps_what_was_judged_wrongly() -> None:
    (outcome,) = figures([graded(ITEM, ("evasiveness", "delay"), ("summary", None))]).outcomes.values()
    assert (outcome.missed, outcome.false_alarms) == (("vagueness",), ("summary",))
