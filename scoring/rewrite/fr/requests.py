"""What is asked of the other in French: a demand as a request, and what must be said in a talk about work. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.fr.address import TU, VOUS, register
from scoring.rewrite.fr.elision import of
from scoring.rewrite.wording import capital_first, message_parts, small_first
from scoring.spelling import plain
from scoring.types import Dialogue
from scoring.words import groups

_MUST = re.compile(
    r"(?:^|[,;.:]\s*)(?:(?:et|oui|donc|mais|bon|alors|maintenant|écoute|écoutez|ben)[\s,]+)*(?P<who>tu|vous) "
    r"(?:(?:dois|devez|vas|allez) (?P<what>[^,.;!?]+?)|(?P<now>[^,.;!?]+?))"
    r"(?=,|\s(?:ou|sinon|sans quoi|et plus vite)\s|[.!?;]|$)",
    re.I,
)
_PRONOUNS = r"(?:(?:me|te|se|le|la|les|lui|leur|en|y|nous|vous) |[mtsl]['’])"
_PRESENT = {
    "rends": "rendre", "fais": "faire", "dis": "dire", "prends": "prendre", "mets": "mettre", "remets": "remettre",
    "finis": "finir", "viens": "venir", "reviens": "revenir", "tiens": "tenir", "vois": "voir", "suis": "suivre",
    "écris": "écrire", "lis": "lire", "réponds": "répondre", "reprends": "reprendre", "remplis": "remplir",
    "préviens": "prévenir", "avertis": "avertir", "descends": "descendre", "appelles": "appeler", "amènes": "amener",
    "ramènes": "ramener", "rappelles": "rappeler", "envoies": "envoyer", "paies": "payer", "nettoies": "nettoyer",
    "rendez": "rendre", "faites": "faire", "dites": "dire", "prenez": "prendre", "mettez": "mettre",
    "remettez": "remettre", "finissez": "finir", "venez": "venir", "revenez": "revenir", "tenez": "tenir",
    "voyez": "voir", "suivez": "suivre", "écrivez": "écrire", "lisez": "lire", "répondez": "répondre",
    "reprenez": "reprendre", "remplissez": "remplir", "prévenez": "prévenir", "avertissez": "avertir",
}  # fmt: skip
_OTHER_VERBS = (
    "arreter", "excuser", "presenter", "respecter", "saluer", "attendre", "ecouter", "laisser", "porter", "laver",
    "couper",
)  # fmt: skip
_SPITE = re.compile(
    r"(?<!\w)(?:comporter|conduire|taire|tais|gueule|grandir|reveiller|calmer|obeir|magner|grouiller|bouger|degage\w*|"
    r"ecouter|changer|efforts?|mieux|plus|moins|pas|jamais|rien|point barre|vite|rester|comprendre|savoir|payer|"
    r"regretter|voir|le sentir|cherches?|fous|prends la porte|tout ca|tout [cç]a)(?!\w)"
)


def request(text: str, dialogue: Dialogue) -> str | None:
    """`Tu rends tes rapports à temps, ou …` becomes `Je te demande de rendre tes rapports à temps`."""
    found = _MUST.search(text)
    if found is None:
        return None
    you = TU if found["who"].lower() == "tu" else VOUS
    said = found["what"] or _infinitive(found["now"])
    if said is None or not 2 <= len(said.split()) <= 14 or _SPITE.search(plain(said)):
        return None
    verb = re.match(rf"{_PRONOUNS}{{0,2}}(?P<verb>\w{{3,}}(?:er|ir|re|oir))(?!\w)", said, re.I)
    if verb is None:
        return None
    return f"Je {you.to} demande {of(said)}"


def _infinitive(said: str) -> str | None:
    """`la laisses parler` becomes `la laisser parler`; None for a verb that is not known for certain."""
    found = re.match(rf"(?P<before>{_PRONOUNS}{{0,2}})(?P<verb>\w+)(?P<rest>.*)$", said, re.I)
    if found is None:
        return None
    verb = found["verb"].lower()
    whole = _PRESENT.get(verb)
    if whole is None and (ending := re.search(r"(?:es|ez)$", verb)):
        made = verb[: ending.start()] + "er"
        known = groups("fr")["task_inf"].split("|")
        whole = made if plain(made) in known or plain(made) in _OTHER_VERBS else None
    return f"{found['before']}{whole}{found['rest']}" if whole else None


_ABOUT_THE_TALK = re.compile(
    r"(?<!\w)(?:discuter|entretien|manager|collaborateur|collaboratrice|employee?|suivi|proposition|informations?|"
    r"chef|cheffe|dispute\w*|plainte\w*|reproche\w*|parler|dire|accord|fixe|reconnait|doit|lui|annonce\w*|ecouter|"
    r"repondre|trouver)(?!\w)"
)
_FACT = re.compile(
    r"(?:Le|La|Les|Un|Une|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Il manque|En [a-zéû]+,) ?|L'"
)
_HAPPENS = re.compile(
    r"(?<!\w)(?:est|sont|a|ont|manque|manquent|commence|part|partent|arrive|arrivent|restent?|etaient)(?!\w)"
)
_EXPECTED = re.compile(r"(?P<what>(?:l'|les? |la )[^,]+?) (?:est|sont) (?:attendue?s?) (?P<when>.+)", re.I)


def expectation(dialogue: Dialogue) -> str | None:
    """What must be said in a talk about work, as a fact and a request: `… Je te demande de …`."""
    you = register(dialogue)
    said: list[str] = []
    for part in message_parts(dialogue):
        if re.search(r"(?<=[\w'] )(?!(?:[A-Z]\b|[A-Z]{2,}))[A-ZÉ]\w+", part):
            return None  # a name: how to speak of somebody to themselves cannot be known
        wanted = re.match(
            r"(?:demande|attente)(?:\s*:\s*| d(?:e |'))(?P<what>\w{2,}(?:er|ir|re|oir)(?!\w).*)", part, re.I
        )
        expected = _EXPECTED.fullmatch(part)
        if wanted:
            said.append(f"Je {you.to} demande {of(wanted['what'].strip())}.")
        elif expected and said:
            said.append(f"J'attends {small_first(expected['what'])} {expected['when']}.")
        elif not said:
            if not _FACT.match(part) or not _HAPPENS.search(plain(part)) or _ABOUT_THE_TALK.search(plain(part)):
                return None
            said.append(f"{capital_first(part)}.")
    return " ".join(said) if said and not _ABOUT_THE_TALK.search(plain(" ".join(said))) else None
