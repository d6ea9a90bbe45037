"""What is asked in German about words that leave something open. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.questions import Questions

_NOUN = re.compile(
    r"(?<!\w)(?:gewisse|bestimmte|einige|manche|verschiedene|mehrere|diverse|irgendwelche|ein paar|"
    r"die eine oder andere) (?P<noun>(?!Leute|Tage|Wochen|Male?\b|Zeit|Personen|Kollegen|"
    r"Kolleginnen)[A-ZÄÖÜ]\w{3,})(?!\w)"
)
_MORE = re.compile(
    r"(?<!\w)(?:etwas|bisschen|bissl|wenig|stück weit|tick|da|mal|auch) (?P<more>öfter|häufiger|schneller|früher|"
    r"pünktlicher|mehr|besser|weniger|klarer|sorgfältiger|genauer|offener|flexibler|strukturierter|runder|gerechter|"
    r"aktiver)(?!\w)",
    re.I,
)
_HOW = {
    "öfter": "Wie oft",
    "häufiger": "Wie oft",
    "schneller": "Wie schnell",
    "früher": "Um wie viel Uhr",
    "pünktlicher": "Um wie viel Uhr",
    "mehr": "Wie viel",
    "weniger": "Wie viel",
}


def _which(quote: str) -> str | None:
    found = _NOUN.search(quote)
    return f"Welche {found['noun']} genau?" if found else None


def _how(quote: str) -> str | None:
    found = _MORE.search(quote)
    return f"{_HOW.get(found['more'].lower(), 'Was')} genau, und ab wann?" if found else None


QUESTIONS = Questions(
    which=_which,
    how=_how,
    when=re.compile(
        r"(?<!\w)(?:irgendwann|auf dauer|auf lange sicht|langfristig|mittelfristig|auf absehbare zeit|demnachst|bald|"
        r"spater|zu gegebener zeit|bei gelegenheit|gelegentlich|beizeiten|zeitnah|perspektivisch|mal wieder|ab und zu|"
        r"hin und wieder|da und dort|wenn sich der staub|in nachster zeit|in absehbarer zeit|kunftig mal|"
        r"fruher oder spater)(?!\w)"
    ),
    when_exactly="Wann genau?",
    who=re.compile(r"(?<!\w)(?:jemand\w*|irgendwer|irgendjemand|man|leute|einer)(?!\w)"),
    who_exactly="Wer genau, und bis wann?",
    ever=re.compile(r"(?<!\w)(?:immer|nie|niemals|standig|dauernd|jedes mal|schon wieder|andauernd)(?!\w)"),
    last_time="Wann war das zuletzt, und was hast du gesehen?",
)
