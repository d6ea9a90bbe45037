"""What is asked in Dutch about words that leave something open. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.questions import Questions
from scoring.spelling import plain

_NOUN = re.compile(
    r"(?:bepaalde|sommige|die|een paar|enkele|een aantal|zulke|diverse|van die) (?P<noun>\w{3,}en|\w{4,}s)(?!\w)"
)
_MORE = re.compile(
    r"(?:wat|beetje|iets|stuk) (?P<more>meer|beter|vaker|sneller|vlotter|vollediger|vroeger|minder)(?!\w)"
)
_HOW = {"vaker": "Hoe vaak", "sneller": "Hoe snel", "vlotter": "Hoe snel", "vroeger": "Hoe laat"}


def _which(quote: str) -> str | None:
    found = _NOUN.search(plain(quote))
    return f"Welke {found['noun']} precies?" if found else None


def _how(quote: str) -> str | None:
    found = _MORE.search(plain(quote))
    return f"{_HOW.get(found['more'], 'Wat')} precies, en vanaf wanneer?" if found else None


QUESTIONS = Questions(
    which=_which,
    how=_how,
    when=re.compile(
        r"(?:op termijn|in de toekomst|in de loop van|(?:de|in de) komende (?:tijd|weken|maanden)|te zijner tijd|"
        r"binnenkort|ooit|op de duur|op den duur|eens|ne keer|een keer|later|straks|rond|ergens in|soms|"
        r"af en toe|zo nu en dan)(?!\w)"
    ),
    when_exactly="Tegen wanneer precies?",
    who=re.compile(r"(?<!\w)(?:iemand|men|ze)(?!\w)"),
    who_exactly="Wie precies, en tegen wanneer?",
    ever=re.compile(r"(?<!\w)(?:altijd|nooit|weer|steeds|elke keer|constant|eeuwige?)(?!\w)"),
    last_time="Wanneer gebeurde dat de laatste keer, en wat zag je toen?",
)
