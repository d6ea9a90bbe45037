"""The message of a talk in English, said to the one it is about. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.wording import message_parts, said_by, small_first, without_asides
from scoring.spelling import plain
from scoring.types import Dialogue

_NO_NEWS = re.compile(
    r"(?:question|request for|agreement|information|practical|conversation|talk|annual|follow-up|"
    r"expectation)\b",
    re.I,
)
_SAYS = re.compile(
    r"(?<!\w)(?:is|are|was|were|will|won't|ends?|stops?|closes?|goes|go|went|gets?|loses?|moves?|falls?|rises?|stays?|"
    r"starts?|expires?|ending|not getting|cannot|can't|has|have|'m|'re)(?!\w)"
)
_THEIRS = (
    r"(?:(?:fixed-term|temporary|permanent|unpaid|parental|annual|current|own) )?(?:contract|employment|post|job|role|"
    r"position|place|leave(?: request)?|request|application|transfer|promotion|bonus|allowance|probation|trial period|"
    r"secondment|hours|shift|sabbatical|notice)"
)
_NAMED = re.compile(rf"(?P<name>[A-Z]\w+)'s (?P<rest>{_THEIRS}(?!\w).*)$")
_NOT_FOR = re.compile(r"(?P<name>[A-Z]\w+) (?:does not|doesn't|will not|won't) get (?P<what>.+)$")
_STAYS = re.compile(r"(?P<name>[A-Z]\w+) (?:stays|remains) (?P<where>.+)$")
_ENDED = re.compile(rf"(?:the|your) (?P<what>{_THEIRS}) (?:ends|is ended|is terminated|stops)(?P<rest>.*)$", re.I)
_IS_THEIRS = re.compile(
    rf"the (?P<rest>{_THEIRS}(?:(?: of| to| for| as) [^,;:]+)? (?:is|ends|stops|closes|will)\b.*)$", re.I
)
_OF_A_PERSON = re.compile(
    r"(?<!\w)(?:the (?:manager|employee|worker|candidate|listener)|herself|himself|he|she|they)(?!\w)", re.I
)
LAST_DAY = re.compile(r"last (?:working )?day:? (?:is )?(?:on )?(?P<day>\d{1,2} \w+|\w+ \d{1,2}(?: \w+)?)", re.I)
_REASON_GIVEN = re.compile(r"reason(?: on the c4)?: (?P<reason>.+)$", re.I)
_NOTICE = re.compile(r"(?P<weeks>\w+ (?:weeks'?|months'?)) notice(?: from (?P<day>[\w ]+))?$", re.I)


def message(dialogue: Dialogue) -> str | None:
    """The message as a clause behind `I have bad news:`; None where it is not a sentence about the other."""
    parts = [without_asides(part) for part in message_parts(dialogue)]
    if not parts or _NO_NEWS.match(parts[0]) or not _SAYS.search(plain(parts[0])):
        return None
    head, _, explained = parts[0].partition(": ")
    main = _to_you(head, dialogue)
    if main is None or _OF_A_PERSON.search(main):
        return None
    reason = explained if explained and _SAYS.search(plain(explained)) else ""
    for part in parts[1:]:
        if last := LAST_DAY.match(part):
            main += f", and your last day is {last['day']}"
        elif given := _REASON_GIVEN.match(part):
            reason = reason or given["reason"].strip()
        elif notice := _NOTICE.match(part):
            main += f", with {notice['weeks'].lower()} notice" + (f" from {notice['day']}" if notice["day"] else "")
        elif re.match(r"[A-Z]\w+'s is one of them", part):
            main += ", and yours is one of them"
        elif (_NAMED.match(part) or _STAYS.match(part)) and (theirs := _to_you(part, dialogue)):
            main += f", and {theirs}"
        elif re.match(r"your? ", part, re.I):
            main += f", and {small_first(part)}"
    return f"{main}. {because(reason)}" if reason and not re.search(r"[:,]", reason) else main


def _to_you(part: str, dialogue: Dialogue) -> str | None:
    """The words of the message, said to the one it is about; None where it is not certain who that is."""
    if named := _NAMED.match(part):
        if not _spoken_to(named["name"], dialogue):
            return None
        part = f"Your {named['rest']}"
    if ended := _ENDED.match(part):
        if ended["what"].lower().endswith(("contract", "employment")):
            return f"I'm ending your {ended['what'].lower()}{ended['rest']}"
        return f"your {ended['what'].lower()} ends{ended['rest']}"
    if lost := _NOT_FOR.match(part):
        return f"you're not getting {lost['what']}"
    if stays := _STAYS.match(part):
        return f"you stay {stays['where']}" if _spoken_to(stays["name"], dialogue) else None
    if theirs := _IS_THEIRS.match(part):
        return f"your {theirs['rest']}"
    return part if re.match(r"I\b", part) else small_first(part)


def _spoken_to(name: str, dialogue: Dialogue) -> bool:
    """Whether the trainee calls the other by this name."""
    said = said_by("trainee", dialogue)
    return bool(re.search(rf"(?:^|[,.!?] ?|\b(?:hello|hi|hey|morning) ){name}\b|,? {name}[,.!?]", said, re.I))


def because(reason: str) -> str:
    """A reason as a sentence: behind `The reason is that` where it is a clause, else behind `The reason is:`."""
    reason = reason.strip().rstrip(".")
    small = reason if re.match(r"I\b|[A-Z]\w*[A-Z]", reason) else small_first(reason)
    whole = bool(re.match(r"(?:the|we|i|your?|there|it|our|a|an)\b.*", small, re.I) and _SAYS.search(plain(small)))
    return f"The reason is that {small}" if whole else f"The reason is: {small}"
