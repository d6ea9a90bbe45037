"""Better sentences in French, in the form of address of the trainee: `tu` or `vous`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from personas.types import Kind
from scoring.message import message_index
from scoring.rewrite.writer import Maker, Writer, clause_around, message_parts, sentence, unsaid
from scoring.slots import asked
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag
from scoring.words import groups


@dataclass(frozen=True, slots=True)
class Register:
    """How the trainee addresses the other."""

    you: str
    to: str
    """Before a verb with a consonant: `je te demande`."""
    stressed: str
    """Behind a preposition: `pour toi`."""
    masculine: str
    """The possessive of a masculine noun, and of a feminine one that begins with a vowel."""
    feminine: str
    several: str
    take_time: str


TU = Register("tu", "te", "toi", "ton", "ta", "tes", "prends ton temps")
VOUS = Register("vous", "vous", "vous", "votre", "votre", "vos", "prenez votre temps")
_TU = re.compile(r"(?<!\w)(?:tu|te|toi|ton|ta|tes)(?!\w)|(?<![\w-])t'(?=\w)")
_VOUS = re.compile(r"(?<!\w)(?:vous|votre|vos)(?!\w)")
_FORMAL = re.compile(r"(?<!\w)(?:madame|monsieur|messieurs|mesdames)(?!\w)")


def register(dialogue: Dialogue) -> Register:
    """The form of address of the last utterance or, where it holds none, of the earlier ones, the other's included.

    Who has not been addressed yet is `vous`, as one begins in French.
    """
    turns = list(reversed(dialogue.utterances))
    for utterance in [u for u in turns if u.speaker == "trainee"] + [u for u in turns if u.speaker == "avatar"]:
        low = plain(utterance.text)
        if _TU.search(low):
            return TU
        if _VOUS.search(low) or _FORMAL.search(low):
            return VOUS
    return VOUS


# The message -----------------------------------------------------------------------------------------

_NO_NEWS = re.compile(
    r"(?:demande|question|accord|information|informations|pratique|entretien|suivi|évaluation|attente)\b", re.I
)
_SAYS = re.compile(
    r"(?<!\w)(?:est|sont|sera|seront|va|vont|prend|prennent|ferme|ferment|s'arrete|s'arretent|se termine|cesse|tombe|"
    r"disparait|passe|reste|quitte|mets|met|mettons|arrete|arretons|fermons|supprime|supprimons|refuse|refusons|garde|"
    r"ne \w+|n'\w+)(?!\w)"
)
_VOWEL = re.compile(r"[aeiouyhàâéèêëîïôùûœ]", re.I)
_THEIRS = re.compile(
    r"(?:le|la|l'|ton|ta|votre)\s?(?P<what>(?P<masculine>contrat|poste|congé|préavis|projet|licenciement|stage)|"
    r"(?:période d'essai|demande|candidature|fonction|prime|mutation|mission|augmentation))(?!\w)",
    re.I,
)
_END = re.compile(
    r"fin (?:du|de la|de) (?:(?P<trial>période d'essai)|contrat)(?: de (?!tr)\w+)?(?P<more> pour [^:,]+)?\s*"
    r"(?::\s*(?P<reason>[^,]+))?$",
    re.I,
)
_LAST_DAY = re.compile(
    r"dernier jour(?: de travail| ouvrable)?\s*:?\s*(?:est |sera )?(?P<day>(?:le )?(?:\w+ )?(?:\d{1,2}|1er)(?: \w+)?)$",
    re.I,
)
_NOTICE = re.compile(r"(?:délai de )?préavis de (?P<long>[^:]+)$", re.I)
_REASON = re.compile(r"(?:motif|raison)\s*:\s*(?P<why>.+)$", re.I)
_NAMED = re.compile(
    r"(?:(?:Monsieur|Madame) )?[A-ZÉ][\w-]+ (?P<not>ne |n')(?P<verb>obtient|reçoit|est|aura|a|passe|devient|peut|part)"
    r"(?P<rest> (?:pas|plus) .+)$"
)
_MISSED = re.compile(
    r"(?P<what>(?:La|Le|Les) [^,;]+?) ne (?:va|vont|revient|reviennent) pas à (?:Monsieur |Madame )?[A-ZÉ][\w-]+$"
)
"""In a talk with bad news, who does not get it is the one who sits there."""
_OTHER_SUBJECT = re.compile(r"(?!(?:Le|La|Les|Je|Nous|On|Ton|Ta|Votre|Un|Une|Il)\b)[A-ZÉ]\w+ ")
_TO_YOU = {
    "obtient": ("obtiens", "obtenez"), "reçoit": ("reçois", "recevez"), "est": ("es", "êtes"), "a": ("as", "avez"),
    "aura": ("auras", "aurez"), "passe": ("passes", "passez"), "devient": ("deviens", "devenez"),
    "peut": ("peux", "pouvez"), "part": ("pars", "partez"),
}  # fmt: skip
_REASON_NOUNS = {
    "arrêt": "l'", "fermeture": "la ", "perte": "la ", "suppression": "la ", "baisse": "la ", "fin": "la ",
    "restructuration": "la ", "réorganisation": "la ", "manque": "le ", "disparition": "la ", "absence": "l'",
    "budget": "le ", "déménagement": "le ", "diminution": "la ", "réduction": "la ", "abandon": "l'",
}  # fmt: skip


def news(dialogue: Dialogue) -> str | None:
    """The message of the talk as the trainee could say it: `J'ai une mauvaise nouvelle : je mets fin à ton contrat, …`.

    None in talks without such news, or where the message is not a sentence.
    """
    if dialogue.course not in NEWS_COURSES:
        return None
    said = _message_clause(dialogue, register(dialogue))
    return sentence(f"J'ai une mauvaise nouvelle : {said}") if said else None


def _message_clause(dialogue: Dialogue, you: Register) -> str | None:
    parts = message_parts(dialogue)
    if not parts or _NO_NEWS.match(parts[0]):
        return None
    first, *behind = re.split(r",\s(?=dernier jour|préavis|délai de préavis)", parts[0])
    ended = _END.match(first)
    said = _main(first, you)
    if said is None:
        return None
    reason = f". {_because(ended['reason'])}" if ended and ended["reason"] else ""
    for part in [*behind, *(piece for later in parts[1:] for piece in re.split(r",\s", later))]:
        if last := _LAST_DAY.match(part):
            day = last["day"].strip()
            said += f", et {you.masculine} dernier jour est {day if day.startswith('le ') else f'le {day}'}"
        elif notice := _NOTICE.match(part):
            said += f" avec un préavis de {notice['long'].strip()}"
        elif why := _REASON.match(part):
            reason = f". {_because(why['why'])}"
    to_you = addressed(said, you)
    return to_you + reason if to_you else None


def _main(part: str, you: Register) -> str | None:
    ended = _END.match(part)
    if ended:
        what = f"{you.feminine} période d'essai" if ended["trial"] else f"{you.masculine} contrat"
        return f"je mets fin à {what}{ended['more'] or ''}"
    if named := _NAMED.match(part):
        verb = _TO_YOU[named["verb"]][you is VOUS]
        return f"{you.you} {_not(verb)}{named['rest']}"
    if missed := _MISSED.match(part):
        verb = _TO_YOU["obtient"][you is VOUS]
        return f"{you.you} {_not(verb)} pas {missed['what'][0].lower()}{missed['what'][1:]}"
    if not _SAYS.search(plain(part)) or _OTHER_SUBJECT.match(part):
        return None
    theirs = _THEIRS.match(part)
    if theirs:
        what = theirs["what"]
        whose = you.masculine if theirs["masculine"] or _VOWEL.match(what) else you.feminine
        rest = re.sub(r"^ (?:de |d')[A-ZÉ]\w+(?= )", "", part[theirs.end() :])  # whose it is knows the one who has it
        return f"{whose} {what}{rest}"
    return part[0].lower() + part[1:]


def _not(verb: str) -> str:
    return f"n'{verb}" if _VOWEL.match(verb) else f"ne {verb}"


def _because(why: str) -> str:
    """`motif: arrêt de la ligne` becomes `La raison, c'est l'arrêt de la ligne`."""
    why = why.strip().rstrip(".")
    first = re.match(r"\w+", why.lower())
    if first and first[0] in _REASON_NOUNS:
        return f"La raison, c'est {_REASON_NOUNS[first[0]]}{why[0].lower()}{why[1:]}"
    if re.match(r"(?:le|la|les|l'|un|une|des|deux|trois|quatre|cinq) ?", why.lower()) and not _SAYS.search(plain(why)):
        return f"La raison, c'est {why[0].lower()}{why[1:]}"
    return f"La raison : {why[0].lower()}{why[1:]}"


_FORMS = re.compile(r"(?<!\w)(?P<form>tu|te|toi|ton|ta|tes|vous|votre|vos|t'(?=\w))(?!\w)(?: (?P<next>[\w']+))?", re.I)
_FEMININE = re.compile(
    r"(?:période|demande|candidature|fonction|prime|mutation|mission|promotion|place|équipe|voiture)s?"
)
_MASCULINE = re.compile(r"(?:contrat|poste|congé|préavis|projet|dernier|salaire|horaire|bureau|service|emploi)s?")


def addressed(said: str, you: Register) -> str | None:
    """The same words to somebody who is addressed as `you`; None where a form cannot be carried over for certain."""
    if not (_VOUS if you is TU else _TU).search(plain(said)):
        return said

    def carried(found: re.Match[str]) -> str:
        form, after = found["form"].lower(), found["next"] or ""
        if form in ("tes", "vos"):
            whose = you.several
        elif form in ("ton", "ta", "votre") and (_FEMININE.fullmatch(after) or _MASCULINE.fullmatch(after)):
            vowel = _VOWEL.match(after)
            whose = you.masculine if vowel or _MASCULINE.fullmatch(after) else you.feminine
        else:
            return "?" if form not in (you.you, you.to, you.stressed) else found[0]
        return f"{whose} {after}".rstrip()

    made = _FORMS.sub(carried, said)
    return None if "?" in made else made


# Hedges ----------------------------------------------------------------------------------------------

_HEDGE = re.compile(
    r"(?<![\w'’-])(?:peut[- ]être(?! (?:qu|bien qu))|éventuellement|sans doute|probablement|vraisemblablement|"
    r"potentiellement|"
    r"possiblement|en principe|a priori|à priori|normalement|quelque part|plus ou moins|en quelque sorte|"
    r"pour ainsi dire|"
    r"si je (?:puis|peux) dire|on va dire|je dirais|je pense(?! (?:qu|à))|je crois(?! qu)|j'imagine(?! qu)|"
    r"je suppose(?! qu)|en théorie|théoriquement|sous réserve|dans une certaine mesure|"
    r"un (?:petit )?peu(?! (?:de|d'|plus|moins|mieux))|un (?:rien|tantinet|chouia)|quelque peu|le cas échéant|"
    r"d'une certaine (?:manière|façon)|entre guillemets|disons(?! qu)|genre)(?!\w),?\s*",
    re.I,
)
_OPENS = r"^(?:(?:et|euh|ben|bon|alors|oui|donc|mais|voilà|écoute|écoutez|enfin|bah|en fait)[\s,…]+)*"
_COULD_BE = re.compile(
    _OPENS + r"(?:il (?:se peut|se pourrait|est possible|n'est pas (?:exclu|impossible))|ça se (?:peut|pourrait)|"
    r"(?:je|j')\s?(?:crains|ai peur|ai bien peur))(?: \w+){0,2}? qu(?:e |['’])(?P<rest>.+)$",
    re.I,
)
_THINKS = re.compile(
    _OPENS + r"(?:(?:je|j')\s?(?:pense|crois|imagine|suppose|dirais)|peut[- ]être(?: bien)?|disons|on va dire|"
    r"il me semble|j'ai l'impression)(?: \w+)?? qu(?:e |['’])(?P<rest>.+)$",
    re.I,
)
_SUBJUNCTIVE = {
    "soit": "est", "soient": "sont", "sois": "es", "soyez": "êtes", "soyons": "sommes", "ait": "a", "aient": "ont",
    "aies": "as", "ayez": "avez", "ayons": "avons", "doive": "doit", "doives": "dois", "doivent": "doivent",
    "deviez": "devez", "devions": "devons", "puisse": "peut", "puisses": "peux", "puissiez": "pouvez",
    "fasse": "fait", "fassent": "font", "aille": "va", "ailles": "vas", "alliez": "allez", "prenne": "prend",
    "finisse": "finit", "disparaisse": "disparaît", "perde": "perd", "perdes": "perds", "perdiez": "perdez",
    "parte": "part", "partes": "pars", "partiez": "partez", "mette": "met", "obtienne": "obtient",
    "obtiennes": "obtiens", "obteniez": "obtenez", "reçoive": "reçoit", "reçoives": "reçois", "receviez": "recevez",
    "arrêtions": "arrêtons", "restiez": "restez", "gardiez": "gardez", "passiez": "passez", "quittiez": "quittez",
}  # fmt: skip
_STILL_HEDGED = re.compile(
    r"(?<!\w)(?:\w+r(?:ait|ais|aient|ions|iez)|envisag\w*|reflechi\w*|certaine?s?|quelques?|choses?|un jour|"
    r"a un moment|a terme|d'autres|peut etre|exclu|impossible)(?!\w)"
)


def _hedged(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _firm(dialogue, flag) or _news_now(dialogue) or _unsaid_expectation(dialogue, flag, turn)


def _firm(dialogue: Dialogue, flag: Flag) -> str | None:
    """What was said, without its hedges: `Il se peut que ton poste soit supprimé` becomes `Ton poste est supprimé`."""
    text = clause_around(dialogue, flag)
    if "?" in text:
        return None
    doubted, thought = _COULD_BE.match(text), _THINKS.match(text)
    if doubted:
        made = _indicative(_without_hedges(doubted["rest"]))
    elif thought:
        made = _without_hedges(thought["rest"])
    else:
        made = _without_hedges(text) if _HEDGE.search(text) else text
    if plain(made) == plain(text) or not 3 <= len(made.split()) <= 22 or _STILL_HEDGED.search(plain(made)):
        return None
    # A small word that lost the vowel it was shortened for (`qu'éventuellement le`) no longer fits.
    return None if re.search(r"['’](?![aeiouyhàâéèêëîïôùûœ«])|(?<!\w)(?:que|si|de)\W*$", made, re.I) else made


def _without_hedges(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\s+,", ",", _HEDGE.sub("", text))).strip(" ,")


def _indicative(text: str) -> str:
    """The first verb of a clause after `il se peut que` as it is said on its own."""
    for found in re.finditer(r"[\wçéèêàùôî]+", text):
        plainer = _SUBJUNCTIVE.get(found[0].lower())
        if plainer:
            head, tail = text[: found.start()], text[found.end() :]
            if _VOWEL.match(plainer) and re.search(r"(?<!\w)ne $", head):
                head = head[:-2] + "'"
            elif not _VOWEL.match(plainer) and re.search(r"(?<!\w)n['’]$", head):
                head = head[:-1] + "e "
            return f"{head}{plainer}{tail}"
    return text


def _news_now(dialogue: Dialogue) -> str | None:
    """The message, as long as it has not been said."""
    return news(dialogue) if unsaid(dialogue) else None


def _news_or_reason(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _reason(dialogue) or _news_now(dialogue) or _unsaid_expectation(dialogue, flag, turn)


def _reason(dialogue: Dialogue) -> str | None:
    """The reason of the case, where the other asks for it."""
    other = dialogue.other
    if other is None or asked(other.text, dialogue.tongue) != "why":
        return None
    given = re.search(r"(?:motif|raison)\s*:\s*([^;.]+)", dialogue.message)
    reason = dialogue.reasons[0] if dialogue.reasons else given[1] if given else None
    if reason is None:
        return None
    reason = re.split(r"\s?:\s", reason)[0].strip().rstrip(".")  # what stands after a colon explains the reason
    if re.search(r"[:,]", reason):
        return None
    whole = bool(_SAYS.search(plain(reason)) and re.match(r"(?:Le|La|Les|Il|On|Nous|Ton|Ta|Votre)\b|L'", reason))
    return f"{reason}." if whole else f"{_because(reason)}."


# Answers, owning, listening --------------------------------------------------------------------------

_LOST = re.compile(
    r"(?<!\w)(?:vire\w*|licencie\w*|mon (?:boulot|poste|contrat|emploi|job|conge)|ma place|mes conges|je reste|rester|"
    r"je peux rester|dehors|renouvele\w*|prolonge\w*|c'est moi ou pas|je suis nomme\w*|je l'ai|"
    r"c'est (?:oui ou non|non)|"
    r"a la porte|refuse\w*|accepte\w*|fini)(?!\w)"
)


def _no_answer(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    other = dialogue.other
    if other is None:
        return None
    slot = asked(other.text, dialogue.tongue)
    if slot == "why":
        return _reason(dialogue)
    you = register(dialogue)
    low = plain(other.text)
    last_day = re.search(
        r"dernier jour(?: de travail)?\s*:?\s*(?:le )?((?:\w+ )?(?:\d{1,2}|1er) \w+)", dialogue.message
    )
    if slot == "when" and last_day and re.search(r"(?<!\w)(?:dernier|fin|arrete|pars|partir|quitter)(?!\w)", low):
        return f"{you.masculine} dernier jour est le {last_day[1]}."
    clause = _message_clause(dialogue, you) if dialogue.course in NEWS_COURSES else None
    if slot == "yes_no" and _LOST.search(low) and clause and message_index(dialogue) is None:
        return f"Je {you.to} réponds franchement : {clause}."
    return None


_DECIDED = re.compile(
    r"(?<!\w)(?:il (?:a été|est|fut) (?:\w+ )?(?:décidé|convenu|acté|tranché)|(?:on|ils|elle|il|la direction|le siège) "
    r"(?:m'a |nous a )?(?:a|ont)? ?(?:décidé|tranché|demandé|imposé|choisi))(?: \w+ment)? "
    r"(?:(?P<that>qu(?:e |'))|(?P<to>d(?:e |')))(?P<rest>.+)$",
    re.I,
)
_FROM_ABOVE = re.compile(
    r"(?<!\w)(?:direction|siege|en haut|d'en haut|plus haut|la-haut|conseil|comite|rh|ressources humaines|hierarchie|"
    r"groupe|bruxelles|paris|college|pouvoir organisateur)(?!\w)"
)
_WHO_DECIDED = re.compile(
    r"(?<!\w)(?:qui|decid\w*|decision\w*|d'accord avec|c'est toi qui|c'est vous qui|choisi\w*)(?!\w)"
)
_DECISION = re.compile(
    r"(?<!\w)(?:decid\w*|decision\w*|tranch\w*|impos\w*|transmets|messager|refuse\w*|consigne\w*)(?!\w)"
)


def _hiding(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    text = clause_around(dialogue, flag)
    low = plain(text)
    if not (_DECISION.search(low) or (dialogue.other and _WHO_DECIDED.search(plain(dialogue.other.text)))):
        return None
    decided = _DECIDED.search(text)
    if decided and len(text.split()) <= 22:
        rest = re.split(r",\s|\s+(?:et|mais|moi) (?:je|j'|on|moi)", decided["rest"])[0].rstrip(" ,.")
        if decided["to"]:
            return f"J'ai pris part à la décision {decided['to']}{rest}"
        return f"Cette décision, je la porte : {rest}"
    if _FROM_ABOVE.search(low):
        return "C'est une décision de la direction, et je la porte."
    return ("Cette décision, je la porte.", "La décision est prise, et je l'assume.")[turn % 2]


def _soothing(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    you = register(dialogue)
    if dialogue.course not in NEWS_COURSES:
        return f"Je vois que ça {you.to} touche."
    if message_index(dialogue) is None:
        return news(dialogue)  # before the news there is nothing to console for
    return (
        "C'est dur à entendre, je le vois.",
        f"C'est lourd à entendre. {you.take_time}.",
        "Ça fait beaucoup d'un coup. Je me tais un instant.",
    )[turn % 3].replace(". p", ". P")


def _others(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    if dialogue.course in NEWS_COURSES:
        return None  # what others think is no reason for a decision; the facts are
    you = register(dialogue)
    live = "tu vis ça" if you is TU else "vous vivez ça"
    hear = "t'entendre" if you is TU else "vous entendre"
    return (
        _expectation(dialogue)
        or (
            f"J'ai entendu quelque chose là-dessus et je veux d'abord {hear}. Comment {live} ?",
            f"Deux personnes sont venues me voir. Je veux entendre de {you.stressed} comment ça s'est passé."
            if re.search(r"(?<!\w)(?:deux|plaint|plaintes?|venus me)(?!\w)", plain(flag.quote))
            else f"Je ne connais que la moitié de l'histoire. Qu'est-ce qui s'est passé, pour {you.stressed} ?",
            f"On m'a raconté quelque chose, et je veux d'abord {you.feminine} version. Comment ça s'est passé ?",
        )[turn % 3]
    )


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
    r"regretter|"
    r"voir|le sentir|cherches?|fous|prends la porte|tout ca|tout [cç]a)(?!\w)"
)


def _demand(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expectation(dialogue) or _request(dialogue, flag)


def _request(dialogue: Dialogue, flag: Flag) -> str | None:
    """`Tu rends tes rapports à temps, ou …` becomes `Je te demande de rendre tes rapports à temps`."""
    found = _MUST.search(clause_around(dialogue, flag))
    if found is None:
        return None
    you = TU if found["who"].lower() == "tu" else VOUS
    said = found["what"] or _infinitive(found["now"])
    if said is None or not 2 <= len(said.split()) <= 14 or _SPITE.search(plain(said)):
        return None
    verb = re.match(rf"{_PRONOUNS}{{0,2}}(?P<verb>\w{{3,}}(?:er|ir|re|oir))(?!\w)", said, re.I)
    if verb is None:
        return None
    return f"Je {you.to} demande {'d' + chr(39) if _VOWEL.match(said) else 'de '}{said}"


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
    r"(?<!\w)(?:discuter|entretien|manager|collaborateur|collaboratrice|employee?|suivi|proposition|informations?|chef|cheffe|"
    r"dispute\w*|plainte\w*|reproche\w*|parler|dire|accord|fixe|reconnait|doit|lui|annonce\w*|ecouter|repondre|trouver)(?!\w)"
)
_FACT = re.compile(
    r"(?:Le|La|Les|Un|Une|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Il manque|En [a-zéû]+,) ?|L'"
)
_HAPPENS = re.compile(
    r"(?<!\w)(?:est|sont|a|ont|manque|manquent|commence|part|partent|arrive|arrivent|restent?|etaient)(?!\w)"
)
_EXPECTED = re.compile(r"(?P<what>(?:l'|les? |la )[^,]+?) (?:est|sont) (?:attendue?s?) (?P<when>.+)", re.I)


def _expectation(dialogue: Dialogue) -> str | None:
    """What must be said in a talk about work, as a fact and a request: `… Je te demande de …`."""
    if dialogue.course in NEWS_COURSES:
        return None
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
            what = wanted["what"].strip()
            said.append(f"Je {you.to} demande {'d' + chr(39) if _VOWEL.match(what) else 'de '}{what}.")
        elif expected and said:
            said.append(f"J'attends {expected['what'][0].lower()}{expected['what'][1:]} {expected['when']}.")
        elif not said:
            if not _FACT.match(part) or not _HAPPENS.search(plain(part)) or _ABOUT_THE_TALK.search(plain(part)):
                return None
            said.append(f"{part[0].upper()}{part[1:]}.")
    return " ".join(said) if said and not _ABOUT_THE_TALK.search(plain(" ".join(said))) else None


def _as_message(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expectation(dialogue)


def _unsaid_expectation(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expectation(dialogue) if message_index(dialogue) is None else None


def _delay(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _news_now(dialogue)


_MAKERS: dict[Kind | None, Maker] = {
    "hedged": _hedged,
    "euphemism": _news_or_reason,
    "fog": _news_or_reason,
    "delay": _delay,
    "guess": _delay,
    "no_answer": _no_answer,
    "hiding": _hiding,
    "soothing": _soothing,
    "others": _others,
    "demand": _demand,
    "blame": _as_message,
    "disguised": _as_message,
    "open": _unsaid_expectation,
}


# Questions that make it concrete ---------------------------------------------------------------------

_ASK = "\N{NO-BREAK SPACE}?"
_NOUN = re.compile(
    r"(?:(?P<m>certains|divers|différents)|(?P<f>certaines|diverses|différentes)) (?P<noun>[\w-]{3,}s)(?!\w)", re.I
)
_MORE = re.compile(r"(?<!\w)(?:plus|davantage|moins|mieux) ?(?P<how>souvent|vite|rapidement|tot)?(?!\w)")
_WHEN = re.compile(
    r"(?<!\w)(?:a terme|a l'avenir|bientot|prochainement|plus tard|un jour|un de ces (?:jours|quatre)|tot ou tard|"
    r"sous peu|"
    r"a l'occasion|dans (?:les|quelques) (?:prochain\w+ )?(?:semaines|mois|jours|temps)|en temps (?:voulu|utile)|"
    r"par moments|"
    r"parfois|de temps en temps|le moment venu|a un moment(?: donne| ou l'autre)?|des que possible|"
    r"ulterieurement|tantot)(?!\w)"
)


def question(kind: Kind, quote: str) -> str | None:
    """The question that these very words leave open, such as `Quelles choses exactement ?`, or None."""
    low = plain(quote)
    if kind in ("open", "hedged", "loose"):
        if noun := _NOUN.search(quote):
            return f"{'Quels' if noun['m'] else 'Quelles'} {noun['noun'].lower()} exactement{_ASK}"
        if more := _MORE.search(low):
            how = {"souvent": "Combien de fois", "vite": "En combien de temps", "rapidement": "En combien de temps"}
            asks = how.get(more["how"] or "", "À quelle heure" if more["how"] else "Quoi")
            return f"{asks} exactement, et à partir de quand{_ASK}"
    if kind in ("open", "hedged") and _WHEN.search(low):
        return f"Pour quand exactement{_ASK}"
    if kind == "open" and re.search(r"(?<!\w)(?:quelqu'un|les gens|on)(?!\w)", low):
        return f"Qui exactement, et pour quand{_ASK}"
    if kind == "blame" and re.search(
        r"(?<!\w)(?:toujours|jamais|encore|tout le temps|sans arret|a chaque fois|constamment|sans cesse)(?!\w)", low
    ):
        return f"Quand est-ce arrivé la dernière fois, et qu'as-tu vu{_ASK}"
    return None


def hedges_in(quote: str) -> list[str]:
    """Every word in `quote` that makes it smaller, in order."""
    return [found[0].strip(" ,") for found in _HEDGE.finditer(quote)]


WRITER = Writer(makers=_MAKERS, news=news, question=question, hedges=hedges_in)
