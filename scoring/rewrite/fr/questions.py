"""What is asked in French about words that leave something open. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.questions import Questions
from scoring.spelling import plain

_ASK = "\N{NO-BREAK SPACE}?"
_NOUN = re.compile(
    r"(?:(?P<m>certains|divers|différents)|(?P<f>certaines|diverses|différentes)) (?P<noun>[\w-]{3,}s)(?!\w)", re.I
)
_MORE = re.compile(r"(?<!\w)(?:plus|davantage|moins|mieux) ?(?P<how>souvent|vite|rapidement|tot)?(?!\w)")
_HOW = {
    "souvent": "Combien de fois",
    "vite": "En combien de temps",
    "rapidement": "En combien de temps",
    "tot": "À quelle heure",
}


def _which(quote: str) -> str | None:
    found = _NOUN.search(quote)
    return f"{'Quels' if found['m'] else 'Quelles'} {found['noun'].lower()} exactement{_ASK}" if found else None


def _how(quote: str) -> str | None:
    found = _MORE.search(plain(quote))
    return f"{_HOW.get(found['how'], 'Quoi')} exactement, et à partir de quand{_ASK}" if found else None


QUESTIONS = Questions(
    which=_which,
    how=_how,
    when=re.compile(
        r"(?<!\w)(?:a terme|a l'avenir|bientot|prochainement|plus tard|un jour|un de ces (?:jours|quatre)|tot ou tard|"
        r"sous peu|a l'occasion|dans (?:les|quelques) (?:prochain\w+ )?(?:semaines|mois|jours|temps)|"
        r"en temps (?:voulu|utile)|par moments|parfois|de temps en temps|le moment venu|a un moment(?: donne|"
        r" ou l'autre)?|des que possible|ulterieurement|tantot)(?!\w)"
    ),
    when_exactly=f"Pour quand exactement{_ASK}",
    who=re.compile(r"(?<!\w)(?:quelqu'un|les gens|on)(?!\w)"),
    who_exactly=f"Qui exactement, et pour quand{_ASK}",
    ever=re.compile(
        r"(?<!\w)(?:toujours|jamais|encore|tout le temps|sans arret|a chaque fois|constamment|sans cesse)(?!\w)"
    ),
    last_time=f"Quand est-ce arrivé la dernière fois, et qu'as-tu vu{_ASK}",
)
