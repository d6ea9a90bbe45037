"""A part of a message that a step asks for: an observation, a request, an example, a word about the weather."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from personas.types import Part
from scoring.clauses import Clause
from scoring.dates import concrete
from scoring.i_message import observed
from scoring.steps.types import Evidence, Span, Told, moved
from scoring.types import Tongue
from scoring.words import of_class

_ASKED: frozenset[Part] = frozenset({"options", "check_in", "room", "small_talk", "agenda", "formal_address"})
"""Parts that a question can be as well."""
_OWN: frozenset[Part] = frozenset({"observation", "feeling", "effect", "request", "openness"})
"""Parts that are none where a slip stands in the same words."""


def shown(part: Part, told: Told) -> Iterator[Evidence]:
    """Every time this part was said, in the order of the talk."""
    for turn in told.judged:
        for span in _spans(part, told, turn):
            yield told.evidence(turn, span)


def shown_together(parts: Sequence[Part], told: Told) -> Iterator[Evidence]:
    """Every turn that holds all these parts, in whatever order."""
    for turn in told.judged:
        firsts = [next(iter(_spans(part, told, turn)), None) for part in parts]
        spans = [span for span in firsts if span is not None]
        if len(spans) == len(parts):
            start, end = min(first for first, _ in spans), max(last for _, last in spans)
            text = told.dialogue.utterances[turn].text
            yield Evidence(turn, start, start, end, text[start:end])


def _spans(part: Part, told: Told, turn: int) -> list[Span]:
    if part == "lost_thread":
        return _lost_thread(told, turn)
    if part == "formal_address" and of_class("steps", told.text(turn), told.tongue, "familiar"):
        return []
    found = [
        moved(sentence, span)
        for sentence in told.said(turn, questions=part in _ASKED)
        for span in _in_sentence(part, sentence, told.tongue)
    ]
    return sorted(span for span in found if part not in _OWN or not told.slips_in(turn, span))


def _in_sentence(part: Part, sentence: Clause, tongue: Tongue) -> list[Span]:
    text = sentence.text
    match part:
        case "observation":
            hits = of_class("moves-i-message", text, tongue, "seen", "fact") if observed(text, tongue) else ()
        case "feeling" | "effect":
            hits = of_class("moves-i-message", text, tongue, part)
        case "request":
            vague = of_class("moves-i-message", text, tongue, "vague_request")
            hits = () if vague else of_class("moves-i-message", text, tongue, "request")
        case "openness":
            hits = of_class("steps", text, tongue, part) + of_class("moves-i-message", text, tongue, "feeling")
        case "reason":
            hits = of_class("reasons", text, tongue, "because")
        case "example":
            hits = of_class("steps", text, tongue, part)
            # Something that happened on a named day, with a deed in it, is an example without the word for it.
            if not hits and concrete(text, tongue) and observed(text, tongue):
                hits = of_class("moves-i-message", text, tongue, "seen", "fact")
        case _:
            hits = of_class("steps", text, tongue, part)
    return [(hit.start, hit.end) for hit in hits]


def _lost_thread(told: Told, turn: int) -> list[Span]:
    """The trainee names that the thread is lost and takes a moment, both in one turn."""
    text = told.text(turn)
    lost, pause = (of_class("steps", text, told.tongue, kind) for kind in ("lost", "moment"))
    return [(min(lost[0].start, pause[0].start), max(lost[0].end, pause[0].end))] if lost and pause else []
