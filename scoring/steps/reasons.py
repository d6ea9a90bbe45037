"""Which reasons were given for a decision: those of the case, and others. Topics are kept as data in `reasons.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.clauses import Clause
from scoring.evidence import stems
from scoring.slots import asked
from scoring.steps import fact
from scoring.steps.types import Evidence, Told, moved
from scoring.words import of_class

TOPICS = ("economy", "costs", "organisation", "health", "age", "performance", "attitude", "others")
"""What a reason can be about."""
_OF_THE_MARKET = ("economy", "costs")
"""Topics that give a reason also without a `because`: talk of the market explains something."""
_ENOUGH = 2
"""So many words that a sentence shares with a reason of the case make it that reason."""


@dataclass(frozen=True, slots=True)
class Given:
    """One reason, given once."""

    what: str
    """Which: the number of a reason of the case, or a topic."""
    of_the_case: bool
    evidence: Evidence


def given(told: Told) -> Iterator[Given]:
    """Every reason in the order of the talk, each time it was given.

    What is denied (`dat heeft niets met uw rug te maken`) or given back (`ge denkt dat …`) is no reason.
    """
    own = _own_topics(told)
    for turn in told.judged:
        summed_up = [(flag.start, flag.end) for flag in told.scores[turn].moves if flag.name == "summary"]
        for sentence in told.said(turn):
            if any(start < sentence.end and sentence.start < end for start, end in summed_up):
                continue
            if of_class("reasons", sentence.text, told.tongue, "denied", "given_back"):
                continue
            yield from _in_sentence(told, turn, sentence, own)


def another(told: Told) -> Iterator[Evidence]:
    """Reasons, given as such, that the case does not hold."""
    for each in given(told):
        if not each.of_the_case and _as_a_reason(told, each):
            yield each.evidence


def _in_sentence(told: Told, turn: int, sentence: Clause, own: frozenset[str]) -> Iterator[Given]:
    text = sentence.text
    whole = moved(sentence, (0, len(text)))
    matched = [
        str(number)
        for number, reason in enumerate(told.case.briefing.reasons if told.case else told.dialogue.reasons)
        # Words of the message itself tell nothing about why.
        if len((stems(reason, told.tongue) - stems(told.dialogue.message, told.tongue)) & stems(text, told.tongue))
        >= _ENOUGH
    ]
    if not matched and _is_written(told, text):
        matched = ["0"]
    for number in matched:
        yield Given(number, of_the_case=True, evidence=told.evidence(turn, whole))
    because = of_class("reasons", text, told.tongue, "because")
    answers_why = asked(told.other(turn), told.tongue) == "why"
    for hit in of_class("reasons", text, told.tongue, *TOPICS):
        if hit.kind not in own and (because or answers_why or hit.kind in _OF_THE_MARKET):
            yield Given(
                hit.kind, of_the_case=False, evidence=told.evidence(turn, moved(sentence, (hit.start, hit.end)))
            )


def _is_written(told: Told, text: str) -> bool:
    """Whether these are words of the reason as it stands on paper."""
    facts = told.case.facts if told.case else ()
    return any(
        each.id == "reason" and all(any(fact.places(sign, text) for sign in group) for group in each.signs)
        for each in facts
    )


def _as_a_reason(told: Told, each: Given) -> bool:
    """Whether it was given for the decision: with a `because` word, or in answer to `why`."""
    turn = each.evidence.turn
    return bool(of_class("reasons", each.evidence.quote, told.tongue, "because")) or (
        asked(told.other(turn), told.tongue) == "why"
    )


def _own_topics(told: Told) -> frozenset[str]:
    """The topics of the case's own reasons."""
    texts = [told.dialogue.message, *told.dialogue.reasons]
    if told.case:
        texts += [told.case.message, *told.case.briefing.reasons, *(f.says for f in told.case.facts)]
    return frozenset(hit.kind for text in texts for hit in of_class("reasons", text, told.tongue, *TOPICS))
