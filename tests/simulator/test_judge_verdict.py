"""Reading what a judge answered: any text goes in, and only what was really said comes out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.criteria import NAMES
from simulator.judge_verdict import read_verdict, score_of
from simulator.types import Check, Judgement
from tests.simulator.opinions import SAID, as_json, as_lines, dialogue, form

VAGUE: dict[str, Any] = {"vagueness": ("open", "op termijn")}


def read(raw: str, **given_: Any) -> dict[str, Check]:
    """The checks by name; the answer must be readable."""
    checks = read_verdict(raw, dialogue(**given_))
    assert checks is not None
    assert tuple(check.name for check in checks) == NAMES
    return {check.name: check for check in checks}


@pytest.mark.parametrize(
    "raw",
    [
        as_json(**VAGUE),
        as_lines(**VAGUE),
        f"<think>{{maybe}} {as_json()}</think>\n{as_json(**VAGUE)}",
        f"Hier is mijn antwoord:\n```json\n{as_json(**VAGUE)}\n```\nKlaar.",
        json.dumps({"checks": form(**VAGUE)}),
        json.dumps([{"name": name, **check} for name, check in form(**VAGUE).items()]),
        json.dumps({n: {**check, "holds": "ja" if check["holds"] else "nee"} for n, check in form(**VAGUE).items()}),
        "\n".join(f"{n}. **{line}" for n, line in enumerate(as_lines(**VAGUE).replace(" |", "** |", 1).split("\n"), 1)),
        as_lines(**VAGUE).replace(" | none | \"\"", ""),
    ],
    ids=["json", "lines", "thought first", "fenced", "one deeper", "a list", "ja and nee", "numbered", "short lines"],
)  # fmt: skip
def test_an_answer_is_read_in_every_shape_that_models_give_it(raw: str) -> None:
    checks = read(raw)
    start = SAID.index("op termijn")
    assert checks["vagueness"] == Check(
        name="vagueness", answer="yes", kind="open", start=start, end=start + 10, quote="op termijn"
    )
    assert {check.answer for name, check in checks.items() if name != "vagueness"} == {"no"}


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "Sorry, dat kan ik niet.",
        "{}",
        "null",
        as_json()[:-40],
        as_lines().rpartition("\n")[0],
        json.dumps({name: check for name, check in form().items() if name != "apology"}),
        json.dumps({**form(), "apology": {"applies": True}}),
        json.dumps({**form(), "apology": None}),
        json.dumps(dict.fromkeys(NAMES, "maybe")),
        "[" * 3000 + as_json() + "]" * 3000,
        '{"vagueness": ' + "9" * 5000 + "}",
    ],
    ids=[
        "empty", "refusal", "no keys", "null", "cut", "a line short", "a key short", "half an answer", "null inside",
        "maybe", "nested", "digits",
    ],
)  # fmt: skip
def test_what_is_not_an_answer_to_everything_is_none(raw: str) -> None:
    assert read_verdict(raw, dialogue()) is None


ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["yes", "op termijn"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*NAMES, "answer", "applies", "holds", "kind", "quote", "x"]), inner, max_size=12
        )
    ),
    max_leaves=12,
)
FILLED = st.fixed_dictionaries(dict.fromkeys(NAMES, ANY))
LINES = st.builds(
    lambda old, new: as_lines(**VAGUE).replace(old, new),
    st.sampled_from(["|", "no", "none", "\n"]),
    st.text(max_size=9),
)


@settings(max_examples=150)
@given(st.text(max_size=200) | ANY.map(json.dumps) | FILLED.map(json.dumps) | LINES)
def test_any_text_gives_a_verdict_or_none(raw: str) -> None:
    checks = read_verdict(raw, dialogue())
    assert checks is None or tuple(check.name for check in checks) == NAMES


QUOTES = st.text(max_size=30) | st.builds(lambda a, b: SAID[a:b], st.integers(0, 90), st.integers(0, 90))


@settings(max_examples=150)
@given(QUOTES, st.sampled_from(NAMES))
def test_only_words_that_were_really_said_are_passed_on(quote: str, name: str) -> None:
    check = read(as_json(**{name: quote}))[name]
    assert check.quote == SAID[check.start : check.end]
    if check.answer == "yes":
        assert check.quote.split() == quote.strip(" \t\r\n\"'“”„‘’«»`").split() or check.quote.split() == quote.split()


@pytest.mark.parametrize(
    ("quote", "dropped"),
    [
        ("Dat heb ik nooit gezegd", "not_said"),
        ("op termij", "not_said"),
        ("OP TERMIJN", "not_said"),
        ("", "no_quote"),
        ("…", "no_quote"),
        ("stopt op 1", "unsure"),
    ],
)
def test_an_answer_that_shows_nothing_does_not_count(quote: str, dropped: str) -> None:
    check = read(as_json(vagueness=("open", quote)), unsure=((12, 17),))["vagueness"]
    assert (check.answer, check.dropped, check.quote) == (None, dropped, "")


@pytest.mark.parametrize("kind", ["delay", "no_answer", "hiding"])
def test_what_is_missing_needs_no_words(kind: str) -> None:
    check = read(as_json(evasiveness=(kind, "")))["evasiveness"]
    assert (check.answer, check.quote) == (("yes", "") if kind != "hiding" else (None, ""))


def test_a_quote_may_differ_in_its_kind_of_space_and_apostrophe_and_is_passed_on_as_it_was_said() -> None:
    said = "C’est\u00a0dur, je le vois."
    talk = dialogue("Oui.", said, language="fr")
    checks = read_verdict(as_json(acknowledgement="C'est dur"), talk)
    assert checks is not None
    assert checks[4].quote == "C’est\u00a0dur"


def test_what_does_not_apply_does_not_hold() -> None:
    raw = form(vagueness=("open", "op termijn"))
    raw["vagueness"]["applies"] = False
    assert read(json.dumps(raw))["vagueness"].answer == "not_here"


def test_a_kind_that_is_not_one_of_this_slip_is_left_out() -> None:
    checks = read(as_json(vagueness=("blame", "op termijn"), apology=("blame", "Het project stopt")))
    assert (checks["vagueness"].answer, checks["vagueness"].kind) == ("yes", None)
    assert (checks["apology"].answer, checks["apology"].kind) == ("yes", None)


def test_a_judge_is_measured_by_what_it_said_yes_to() -> None:
    talk = dialogue()
    checks = tuple(read(as_json(vagueness=("open", "op termijn"), clear_message="Het project stopt")).values())
    score = score_of(Judgement(checks=checks, model="m", asked="1"), talk)
    assert [(flag.name, flag.kind, flag.quote) for flag in score.slips] == [("vagueness", "open", "op termijn")]
    assert [flag.quote for flag in score.moves] == ["Het project stopt"]
    assert score.ungraded is None
    assert score_of(Judgement(checks=None, ungraded="slow", asked="1"), talk).ungraded == "slow"
