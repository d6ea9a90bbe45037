"""Better sentences in French, in the form of address of the trainee: `tu` or `vous`. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.fr.address import register
from scoring.rewrite.fr.hedges import HEDGES, firm
from scoring.rewrite.fr.message import because, message
from scoring.rewrite.fr.questions import QUESTIONS
from scoring.rewrite.fr.requests import expectation, request
from scoring.rewrite.writer import Answers, Comfort, Hearsay, Owning, Writer

_DECIDED = re.compile(
    r"(?<!\w)(?:il (?:a été|est|fut) (?:\w+ )?(?:décidé|convenu|acté|tranché)|(?:on|ils|elle|il|la direction|le siège) "
    r"(?:m'a |nous a )?(?:a|ont)? ?(?:décidé|tranché|demandé|imposé|choisi))(?: \w+ment)? "
    r"(?:(?P<that>qu(?:e |'))|(?P<to>d(?:e |')))(?P<rest>.+)$",
    re.I,
)


def _decided(text: str) -> str | None:
    """`Il a été décidé de …` becomes `J'ai pris part à la décision de …`."""
    decided = _DECIDED.search(text)
    if decided is None:
        return None
    rest = re.split(r",\s|\s+(?:et|mais|moi) (?:je|j'|on|moi)", decided["rest"])[0].rstrip(" ,.")
    return (
        f"J'ai pris part à la décision {decided['to']}{rest}"
        if decided["to"]
        else f"Cette décision, je la porte : {rest}"
    )


WRITER = Writer(
    announces="J'ai une mauvaise nouvelle : {message}",
    message=message,
    firm=firm,
    given_reason=re.compile(r"(?:motif|raison)\s*:\s*(?P<reason>[^;.]+)"),
    because=because,
    request=request,
    expectation=expectation,
    answers=Answers(
        last_day=re.compile(r"dernier jour(?: de travail)?\s*:?\s*(?:le )?(?P<day>(?:\w+ )?(?:\d{1,2}|1er) \w+)"),
        about_the_end=re.compile(r"(?<!\w)(?:dernier|fin|arrete|pars|partir|quitter)(?!\w)"),
        last_day_is="{you.masculine} dernier jour est le {day}",
        at_stake=re.compile(
            r"(?<!\w)(?:vire\w*|licencie\w*|mon (?:boulot|poste|contrat|emploi|job|conge)|ma place|mes conges|"
            r"je reste|rester|je peux rester|dehors|renouvele\w*|prolonge\w*|c'est moi ou pas|je suis nomme\w*|"
            r"je l'ai|c'est (?:oui ou non|non)|a la porte|refuse\w*|accepte\w*|fini)(?!\w)"
        ),
        honestly="Je {you.to} réponds franchement : {message}",
    ),
    owning=Owning(
        decision=re.compile(
            r"(?<!\w)(?:decid\w*|decision\w*|tranch\w*|impos\w*|transmets|messager|refuse\w*|consigne\w*)(?!\w)"
        ),
        who_decided=re.compile(
            r"(?<!\w)(?:qui|decid\w*|decision\w*|d'accord avec|c'est toi qui|c'est vous qui|choisi\w*)(?!\w)"
        ),
        from_above=re.compile(
            r"(?<!\w)(?:direction|siege|en haut|d'en haut|plus haut|la-haut|conseil|comite|rh|ressources humaines|"
            r"hierarchie|groupe|bruxelles|paris|college|pouvoir organisateur)(?!\w)"
        ),
        decided=_decided,
        ours="C'est une décision de la direction, et je la porte",
        mine=("Cette décision, je la porte", "La décision est prise, et je l'assume"),
    ),
    comfort=Comfort(
        at_work=("Je vois que ça {you.to} touche",),
        after_news=(
            "C'est dur à entendre, je le vois",
            "C'est lourd à entendre. {you.take_time}",
            "Ça fait beaucoup d'un coup. Je me tais un instant",
        ),
    ),
    hearsay=Hearsay(
        lines=(
            "J'ai entendu quelque chose là-dessus et je veux d'abord {you.hear}. Comment {you.lives} ?",
            "Je ne connais que la moitié de l'histoire. Qu'est-ce qui s'est passé, pour {you.stressed} ?",
            "On m'a raconté quelque chose, et je veux d'abord {you.feminine} version. Comment ça s'est passé ?",
        ),
        two=re.compile(r"(?<!\w)(?:deux|plaint|plaintes?|venus me)(?!\w)"),
        two_came="Deux personnes sont venues me voir. Je veux entendre de {you.stressed} comment ça s'est passé.",
    ),
    questions=QUESTIONS,
    hedges=HEDGES,
    address=register,
)
