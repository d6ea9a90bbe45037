"""What was said in French, without the words that make it smaller. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.fr.elision import VOWEL
from scoring.rewrite.wording import without
from scoring.spelling import plain

HEDGES = re.compile(
    r"(?<![\w'’-])(?:peut[- ]être(?! (?:qu|bien qu))|éventuellement|sans doute|probablement|vraisemblablement|"
    r"potentiellement|possiblement|en principe|a priori|à priori|normalement|quelque part|plus ou moins|"
    r"en quelque sorte|pour ainsi dire|si je (?:puis|peux) dire|on va dire|je dirais|je pense(?! (?:qu|à))|"
    r"je crois(?! qu)|j'imagine(?! qu)|je suppose(?! qu)|en théorie|théoriquement|sous réserve|"
    r"dans une certaine mesure|un (?:petit )?peu(?! (?:de|d'|plus|moins|mieux))|un (?:rien|tantinet|chouia)|"
    r"quelque peu|le cas échéant|d'une certaine (?:manière|façon)|entre guillemets|disons(?! qu)|genre)(?!\w),?\s*",
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


def firm(text: str) -> str | None:
    """What was said, without its hedges: `Il se peut que ton poste soit supprimé` becomes `Ton poste est supprimé`."""
    if "?" in text:
        return None
    doubted, thought = _COULD_BE.match(text), _THINKS.match(text)
    if doubted:
        made = _indicative(without(HEDGES, doubted["rest"]))
    elif thought:
        made = without(HEDGES, thought["rest"])
    else:
        made = without(HEDGES, text) if HEDGES.search(text) else text
    if plain(made) == plain(text) or _STILL_HEDGED.search(plain(made)):
        return None
    # A small word that lost the vowel it was shortened for (`qu'éventuellement le`) no longer fits.
    return None if re.search(r"['’](?![aeiouyhàâéèêëîïôùûœ«])|(?<!\w)(?:que|si|de)\W*$", made, re.I) else made


def _indicative(text: str) -> str:
    """The first verb of a clause after `il se peut que` as it is said on its own."""
    for found in re.finditer(r"[\wçéèêàùôî]+", text):
        plainer = _SUBJUNCTIVE.get(found[0].lower())
        if plainer:
            head, tail = text[: found.start()], text[found.end() :]
            if VOWEL.match(plainer) and re.search(r"(?<!\w)ne $", head):
                head = head[:-2] + "'"
            elif not VOWEL.match(plainer) and re.search(r"(?<!\w)n['’]$", head):
                head = head[:-1] + "e "
            return f"{head}{plainer}{tail}"
    return text
