"""Better sentences in English, from the trainee's own words and from what must be said."""

import pytest

from personas.types import CourseId, Kind
from scoring.rewrite import hedges_in, news, question
from scoring.types import Dialogue
from tests.scoring.said import made, turns


def talk(
    text: str, other: str = "", *, course: CourseId = "c4", message: str = "The contract ends; last day 31 January."
) -> Dialogue:
    lines = (other, text) if other else (text,)
    return turns(*lines, language="en", course=course, message=message)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The contract ends; last day 31 January.", "I'm ending your contract, and your last day is 31 January."),
        (
            "The contract ends; twelve weeks' notice from Monday 8 June; reason on the C4: the Ghent site closes.",
            "I'm ending your contract, with twelve weeks' notice from Monday 8 June. The reason is that the Ghent site "
            "closes.",
        ),
        (
            "Tasha does not get the director role; it goes to Neil from Dayton.",
            "you're not getting the director role.",
        ),
        ("The request to move to Dublin is turned down.", "your request to move to Dublin is turned down."),
        (
            "Two of the five jobs go on 1 May; Ola's is one of them.",
            "two of the five jobs go on 1 May, and yours is one of them.",
        ),
        ("I'm ending your contract on 3 May.", "I'm ending your contract on 3 May."),
    ],
)
def test_the_news_is_said_to_the_other(message: str, expected: str) -> None:
    assert news(talk("Come in.", message=message)) == f"I have bad news: {expected}"


def test_somebody_s_post_is_theirs_where_they_are_called_by_that_name() -> None:
    message = "Priya's post is made redundant; last day 31 March."
    assert news(talk("Morning, Priya.", message=message)) == (
        "I have bad news: your post is made redundant, and your last day is 31 March."
    )
    assert news(talk("Morning.", message=message)) is None


@pytest.mark.parametrize(
    "message", ["Practical question about the keys.", "The manager explains the decision; it is final."]
)
def test_no_news_is_made_up(message: str) -> None:
    assert news(talk("Hello.", course="bad_news", message=message)) is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It could be that your contract is perhaps not renewed.", "perhaps", "Your contract is not renewed."),
        ("I think we might have to close the depot.", "might", "We have to close the depot."),
        ("So basically your post ends in May.", "basically", "Your post ends in May."),
    ],
)
def test_hedges_are_left_out(text: str, words: str, expected: str) -> None:
    assert made(talk(text), "vagueness", "hedged", words) == expected


def test_where_no_sentence_can_be_made_the_unsaid_news_stands_in() -> None:
    sentence = made(talk("Maybe we should look at some things."), "vagueness", "hedged", "Maybe")
    assert sentence == "I have bad news: I'm ending your contract, and your last day is 31 January."


def test_a_decision_without_owner_gets_one() -> None:
    dialogue = talk("It's been decided to close the depot.")
    assert made(dialogue, "evasiveness", "hiding", "It's been decided") == (
        "I was part of the decision to close the depot."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You have to bring the letter in by Friday, or else.", "I'm asking you to bring the letter in by Friday."),
        (
            "You say sorry to Carla today or I redo your schedule.",
            "I'm asking you to say sorry to Carla today.",
        ),
        ("You have to behave yourself, or you're out.", None),
    ],
)
def test_a_demand_becomes_a_request(text: str, expected: str | None) -> None:
    dialogue = talk(text, course="conflict", message="-")
    assert made(dialogue, "missing_i_statement", "demand", "You") == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Expectation: take two of the five tickets a day.", "I'm asking you to take two of the five tickets a day."),
        (
            "Four of ten audits had one signature; from 1 June every audit carries two.",
            "Four of ten audits had one signature. I'm asking for this: from 1 June every audit carries two.",
        ),
        ("Two editors clash in meetings.", None),
    ],
)
def test_a_reproach_gives_way_to_what_must_be_said(message: str, expected: str | None) -> None:
    dialogue = talk("You're just sloppy.", course="appraisal", message=message)
    assert made(dialogue, "missing_i_statement", "blame", "sloppy") == expected


def test_an_asked_reason_is_given() -> None:
    dialogue = talk("It's complicated.", "Why?", message="The contract ends; reason: four missed safety checks.")
    assert made(dialogue, "evasiveness", "no_answer") == "The reason is: four missed safety checks."


@pytest.mark.parametrize(
    ("kind", "quote", "expected"),
    [
        ("open", "certain aspects", "Which aspects exactly?"),
        ("open", "a bit more often", "How often exactly, and from when?"),
        ("open", "at some point", "When exactly?"),
        ("blame", "You never listen", "When did that last happen, and what did you see?"),
        ("fog", "a realignment", None),
    ],
)
def test_the_question_that_the_words_leave_open(kind: Kind, quote: str, expected: str | None) -> None:
    assert question(kind, quote, "en") == expected


def test_the_words_that_make_it_smaller() -> None:
    assert hedges_in("we might maybe sort of look at it", "en") == ["might", "maybe", "sort of"]
