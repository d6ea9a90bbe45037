"""What kind of answer a question asks for, and whether it came."""

from __future__ import annotations

import re

from scoring.types import Dialogue, Slot

_FORMS: tuple[tuple[Slot, re.Pattern[str]], ...] = (
    ("meaning", re.compile(r"\bwat bedoel|\bhoe bedoel|\bwat wil dat zeggen|\bwat betekent", re.I)),
    ("when", re.compile(r"\bwanneer\b|\btegen wanneer\b|\bhoe laat\b|\bwelke (dag|datum)\b", re.I)),
    ("how_many", re.compile(r"\bhoeveel\b|\bhoe lang\b|\bhoe vaak\b", re.I)),
    ("who", re.compile(r"\bwie\b", re.I)),
    ("why", re.compile(r"\bwaarom\b|\bhoezo\b|\bhoe komt\b", re.I)),
    ("what_now", re.compile(r"\bwat nu\b|\bhoe (moet|gaat) (het|dat) (nu|verder)\b|\bwat moet ik\b", re.I)),
    ("open", re.compile(r"\b(wat|hoe|welke?|waar\w*)\b", re.I)),
)


def asked(text: str) -> Slot | None:
    """The kind of answer the last question in `text` asks for, or None where nothing is asked."""
    questions = re.findall(r"[^.!?…]*\?", text)
    if not questions:
        return None
    return next((slot for slot, form in _FORMS if form.search(questions[-1])), "yes_no")


def answers(dialogue: Dialogue) -> bool:
    """Whether the last utterance fills the slot of what the avatar asked."""
    return bool(dialogue.last.text.strip())
