"""Which better sentence fits which slip, the same in every language. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from personas.types import Kind
from scoring.message import message_index, said_before
from scoring.rewrite.wording import LONG, clause_around, sentence
from scoring.rewrite.writer import Writer
from scoring.slots import asked
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag

Maker = Callable[[Writer, Dialogue, Flag, int], str | None]
"""Makes a better sentence for the words of a flag, or None; the number chooses among sentences of equal worth."""


def news(writer: Writer, dialogue: Dialogue) -> str | None:
    """The message of a talk with bad news as the trainee could say it; None in other talks."""
    said = _told(writer, dialogue)
    return sentence(writer.announces.format(message=said)) if said else None


def _told(writer: Writer, dialogue: Dialogue) -> str | None:
    if dialogue.course not in NEWS_COURSES or writer.to_several(dialogue):
        return None
    return writer.message(dialogue)


def _expected(writer: Writer, dialogue: Dialogue) -> str | None:
    if dialogue.course in NEWS_COURSES or writer.to_several(dialogue):
        return None
    return writer.expectation(dialogue)


def _reason(writer: Writer, dialogue: Dialogue) -> str | None:
    """The reason of the case, where the other asks for it."""
    other = dialogue.other
    if other is None or asked(other.text, dialogue.tongue) != "why":
        return None
    given = writer.given_reason.search(dialogue.message)
    reason = dialogue.reasons[0] if dialogue.reasons else given["reason"] if given else None
    if reason is None:
        return None
    reason = re.split(r":\s", reason)[0].strip().rstrip(".")  # what stands after a colon explains the reason
    return None if re.search(r"[:,]", reason) else writer.because(reason)


# One maker for each kind of slip ---------------------------------------------------------------------


def _firm(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    made = writer.firm(clause_around(dialogue, flag))
    if made is None or not 3 <= len(made.split()) <= LONG:
        made = None
    return made or _unsaid_news(writer, dialogue, flag, turn) or _unsaid_expectation(writer, dialogue, flag, turn)


def _unsaid_news(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    """The message, as long as it has not been said."""
    said = said_before(dialogue) or message_index(dialogue) is not None
    return None if said else news(writer, dialogue)


def _clear(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return (
        _reason(writer, dialogue)
        or _unsaid_news(writer, dialogue, flag, turn)
        or _unsaid_expectation(writer, dialogue, flag, turn)
    )


def _answer(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    other = dialogue.other
    if other is None or writer.to_several(dialogue):
        return None
    slot, asks = asked(other.text, dialogue.tongue), plain(other.text)
    answers, you = writer.answers, writer.address(dialogue)
    if slot == "why":
        return _reason(writer, dialogue)
    last = answers.last_day.search(dialogue.message)
    if slot == "when" and last and answers.about_the_end.search(asks):
        return answers.last_day_is.format(you=you, day=last["day"])
    if slot == "yes_no" and answers.at_stake.search(asks) and message_index(dialogue) is None:
        message = _told(writer, dialogue)
        return answers.honestly.format(you=you, message=message) if message else None
    return None


def _own(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    owning = writer.owning
    text = clause_around(dialogue, flag)
    low = plain(text)
    if not (owning.decision.search(low) or (dialogue.other and owning.who_decided.search(plain(dialogue.other.text)))):
        return None
    if len(text.split()) <= LONG and (owned := owning.decided(text)):
        return owned
    return owning.ours if owning.from_above.search(low) else owning.mine[turn % 2]


def _see(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    if writer.to_several(dialogue):
        return None
    if dialogue.course not in NEWS_COURSES:
        lines = writer.comfort.at_work
    elif message_index(dialogue) is None:
        return news(writer, dialogue)  # before the news there is nothing to console for
    else:
        lines = writer.comfort.after_news
    return lines[turn % len(lines)].format(you=writer.address(dialogue))


def _listen(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    if dialogue.course in NEWS_COURSES or writer.to_several(dialogue):
        return None  # what others think is no reason for a decision; the facts are
    hearsay, place = writer.hearsay, turn % 3
    two = place == 1 and hearsay.two and hearsay.two.search(plain(flag.quote))
    line = hearsay.two_came if two else hearsay.lines[place]
    return _expected(writer, dialogue) or line.format(you=writer.address(dialogue))


def _ask(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expected(writer, dialogue) or writer.request(clause_around(dialogue, flag), dialogue)


def _expectation(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expected(writer, dialogue)


def _unsaid_expectation(writer: Writer, dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expected(writer, dialogue) if message_index(dialogue) is None else None


MAKERS: Mapping[Kind | None, Maker] = {
    "hedged": _firm,
    "euphemism": _clear,
    "fog": _clear,
    "delay": _unsaid_news,
    "guess": _unsaid_news,
    "no_answer": _answer,
    "hiding": _own,
    "soothing": _see,
    "others": _listen,
    "demand": _ask,
    "blame": _expectation,
    "disguised": _expectation,
    "open": _unsaid_expectation,
}
"""For the other kinds of slips the trainee gets a question."""
