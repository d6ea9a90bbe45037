"""Better sentences in Dutch, in the form of address of the trainee: `je`, `ge` or `u`. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.nl.address import register
from scoring.rewrite.nl.hedges import HEDGES, firm
from scoring.rewrite.nl.message import because, message
from scoring.rewrite.nl.questions import QUESTIONS
from scoring.rewrite.nl.requests import expectation, request
from scoring.rewrite.writer import Answers, Comfort, Hearsay, Owning, Writer

_DECIDED = re.compile(
    r"(?<!\w)(?:er|het) (?:is|werd|wordt)(?: \w+){0,2}? (?P<verb>beslist|besloten|bepaald|gekozen)(?: \w+ \w+)? "
    r"(?P<rest>(?:dat|om)\s.+)$",
    re.I,
)


def _decided(text: str) -> str | None:
    """`Er is beslist om …` becomes `Ik heb mee beslist om …`."""
    decided = _DECIDED.search(text)
    if decided is None:
        return None
    rest = re.split(r"\s+(?:ik kan|en ik|maar ik|ja )", decided["rest"])[0]
    return f"Ik heb mee {decided['verb'].lower()} {rest.rstrip(' ,.')}"


WRITER = Writer(
    announces="Ik heb slecht nieuws: {message}",
    message=message,
    firm=firm,
    given_reason=re.compile(r"reden: (?P<reason>[^;.]+)"),
    because=because,
    request=request,
    expectation=expectation,
    answers=Answers(
        last_day=re.compile(r"laatste (?:werk)?dag:? (?P<day>\d{1,2} \w+)"),
        about_the_end=re.compile(r"(?<!\w)(?:laatste|stop|eindig|weg|moet ik)"),
        last_day_is="{you.your} laatste dag is {day}",
        at_stake=re.compile(
            r"(?<!\w)(?:ontslagen|mijn (?:job|werk|plaats|contract|functie|ploegbaas)|blijven|buiten|buitengooien|weg|"
            r"verlengd|goedgekeurd|mag ik gaan|krijg ik (?:het|hem|de plaats|die plaats|verlof))(?!\w)"
        ),
        honestly="Ik geef {you.to} een eerlijk antwoord: {message}",
    ),
    owning=Owning(
        decision=re.compile(
            r"(?<!\w)(?:\w*beslis\w*|\w*beslo\w*|beslissing\w*|boodschapper|opgelegd|afgekeurd|geweigerd)(?!\w)"
        ),
        who_decided=re.compile(r"(?<!\w)(?:wie|beslis\w*|beslo\w*|staat gij|sta jij|vindt gij|vind jij)(?!\w)"),
        from_above=re.compile(
            r"(?<!\w)(?:hogerhand|bovenaf|van boven|directie|raad van bestuur|hoofdkantoor|hr)(?!\w)"
        ),
        decided=_decided,
        ours="Dit is een beslissing van de directie en van mij",
        mine=("Ik sta achter deze beslissing", "Die beslissing is er, en ik sta erachter"),
    ),
    comfort=Comfort(
        at_work=("Ik zie dat dit {you.them} geraakt heeft",),
        after_news=(
            "Dit komt hard aan, dat zie ik",
            "Dat is zwaar om te horen. Neem {you.your} tijd",
            "Dit is veel in één keer. Ik wacht even",
        ),
    ),
    hearsay=Hearsay(
        lines=(
            "Ik heb hier iets over gehoord en ik wil het eerst van {you.to} weten. Hoe is dat voor {you.to}?",
            "Ik ken maar één kant van dit verhaal. Wat is er volgens {you.to} gebeurd?",
            "Er is mij iets verteld, en ik wil eerst {you.your} kant horen. Hoe ging het?",
        ),
        two=re.compile(r"(?<!\w)(?:twee|komen klagen|bij mij)(?!\w)"),
        two_came="Twee mensen zijn hierover bij mij geweest. Ik wil van {you.to} horen hoe het gegaan is.",
    ),
    questions=QUESTIONS,
    hedges=HEDGES,
    address=register,
)
