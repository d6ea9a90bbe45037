# ruff: noqa: E501  one entry a line keeps the four languages comparable
"""What moved the avatar, told in one short sentence in the language of the talk. Tables first, then two functions. Pure."""

from __future__ import annotations

from typing import Literal

from personas.types import When
from simulator.by_language import in_language

EngineRule = Literal["repetition", "debt", "insult", "said"]

_NAMES: dict[str, dict[str, str]] = {
    "nl": {
        "vagueness": "Je bleef vaag", "evasiveness": "Je draaide rond de pot", "missing_i_statement": "Je verweet of eiste iets",
        "hedged": "Je hield een slag om de arm", "open": "Je liet open wie, wat of wanneer", "euphemism": "Je verbloemde het",
        "fog": "Je bleef in algemene woorden", "loose": "Je afspraak had geen dag of geen naam",
        "delay": "Je stelde het uit", "no_answer": "Je gaf geen antwoord", "hiding": "Je verstopte je achter iets of iemand",
        "shifting": "Je begon over iets anders", "soothing": "Je suste", "guess": "Je liet {name} raden",
        "blame": "Je maakte een verwijt", "disguised": "Je verpakte een oordeel als gevoel",
        "others": "Je sprak in naam van anderen", "demand": "Je eiste of dreigde",
        "clear_message": "Je zei het duidelijk", "acknowledgement": "Je benoemde wat dit met {name} doet",
        "open_question": "Je stelde een open vraag", "summary": "Je vatte samen", "i_message": "Je sprak voor jezelf",
        "agreement": "Je sprak iets concreets af", "follow_up": "Je legde een volgend moment vast",
        "apology": "Je bood excuses aan, zonder ‘maar’", "boundary": "Je bleef bij een grens",
        "opening": "Het gesprek begint pas", "message": "De boodschap ligt op tafel", "catching": "Het nieuws komt aan",
        "solution": "Het gaat over hoe het verder moet", "closing": "Jullie ronden af",
        "silence": "Je liet een stilte", "no_silence": "Je liet geen stilte", "about": "Dit raakt iets bij {name}",
        "state": "Zo is {name} er nu aan toe",
        "times": "voor de {n}e keer",
        "engine.repetition": "{what}, en dat weegt elke keer zwaarder",
        "again.vagueness": "Weer vaag", "again.evasiveness": "Weer rond de pot gedraaid",
        "again.missing_i_statement": "Weer een verwijt of een eis",
        "engine.debt": "Wat eerder misliep, is nog niet goedgemaakt, dus dit telt maar half",
        "engine.insult": "Je schold {name} uit",
        "engine.said": "De boodschap viel, maar niet in één keer",
    },
    "en": {
        "vagueness": "said vaguely", "evasiveness": "beating about the bush", "missing_i_statement": "not said as ‘I’",
        "hedged": "hedged", "open": "who, what or when left open", "euphemism": "wrapped up", "fog": "in fog",
        "loose": "a loose agreement",
        "delay": "put off", "no_answer": "no answer", "hiding": "hidden behind something or somebody",
        "shifting": "another subject", "soothing": "soothed away", "guess": "made to guess",
        "blame": "a reproach", "disguised": "a judgement dressed as a feeling", "others": "in the name of others",
        "demand": "a demand",
        "clear_message": "said clearly", "acknowledgement": "saw what this does to the other",
        "open_question": "an open question", "summary": "summed up", "i_message": "said as ‘I’",
        "agreement": "a concrete agreement", "follow_up": "a moment to come back to it",
        "apology": "an apology without a but", "boundary": "a limit kept",
        "opening": "at the beginning", "message": "at the message", "catching": "while it lands",
        "solution": "at the next steps", "closing": "at the end",
        "silence": "silence", "no_silence": "no silence", "about": "the word was said", "state": "how {name} is now",
        "times": "{n} times now",
        "engine.repetition": "{what} again: it weighs more each time",
        "engine.debt": "what went wrong before is not made good yet: this counts for half",
        "engine.insult": "an insult",
        "engine.said": "the message was said, but not in one go",
    },
    "fr": {
        "vagueness": "dit de façon vague", "evasiveness": "tourné autour du pot", "missing_i_statement": "pas dit en « je »",
        "hedged": "avec des réserves", "open": "qui, quoi ou quand reste ouvert", "euphemism": "enrobé",
        "fog": "dans le flou", "loose": "un accord vague",
        "delay": "repoussé", "no_answer": "pas de réponse", "hiding": "caché derrière quelque chose ou quelqu'un",
        "shifting": "un autre sujet", "soothing": "apaisé trop vite", "guess": "à deviner",
        "blame": "un reproche", "disguised": "un jugement déguisé en ressenti", "others": "au nom des autres",
        "demand": "une exigence",
        "clear_message": "dit clairement", "acknowledgement": "reconnu ce que cela fait à l'autre",
        "open_question": "une question ouverte", "summary": "résumé", "i_message": "dit en « je »",
        "agreement": "un accord concret", "follow_up": "un moment pour y revenir",
        "apology": "des excuses, sans mais", "boundary": "une limite tenue",
        "opening": "au début", "message": "au moment du message", "catching": "pendant que cela arrive",
        "solution": "aux étapes suivantes", "closing": "à la fin",
        "silence": "silence", "no_silence": "pas de silence", "about": "le mot est tombé", "state": "où en est {name}",
        "times": "pour la {n}e fois",
        "engine.repetition": "encore : {what} ; cela pèse plus à chaque fois",
        "engine.debt": "ce qui a mal tourné n'est pas encore réparé : ceci compte pour moitié",
        "engine.insult": "une insulte",
        "engine.said": "le message est dit, mais pas d'une traite",
    },
    "de": {
        "vagueness": "vage gesagt", "evasiveness": "um den heißen Brei geredet", "missing_i_statement": "nicht als ‚ich‘ gesagt",
        "hedged": "mit Vorbehalt", "open": "wer, was oder wann blieb offen", "euphemism": "verpackt", "fog": "im Nebel",
        "loose": "eine lose Absprache",
        "delay": "hinausgezögert", "no_answer": "keine Antwort", "hiding": "hinter etwas oder jemandem versteckt",
        "shifting": "ein anderes Thema", "soothing": "beschwichtigt", "guess": "raten lassen",
        "blame": "ein Vorwurf", "disguised": "ein Urteil, als Gefühl verkleidet", "others": "im Namen anderer",
        "demand": "eine Forderung",
        "clear_message": "klar gesagt", "acknowledgement": "gesehen, was es mit dem anderen macht",
        "open_question": "eine offene Frage", "summary": "zusammengefasst", "i_message": "als ‚ich‘ gesagt",
        "agreement": "eine konkrete Absprache", "follow_up": "ein Zeitpunkt, darauf zurückzukommen",
        "apology": "eine Entschuldigung ohne Aber", "boundary": "eine Grenze gehalten",
        "opening": "am Anfang", "message": "bei der Botschaft", "catching": "während es ankommt",
        "solution": "bei den nächsten Schritten", "closing": "am Schluss",
        "silence": "Stille", "no_silence": "keine Stille", "about": "das Wort fiel", "state": "wie es {name} jetzt geht",
        "times": "zum {n}. Mal",
        "engine.repetition": "schon wieder {what}: das wiegt jedes Mal schwerer",
        "engine.debt": "was vorher schiefging, ist noch nicht gutgemacht: das zählt nur halb",
        "engine.insult": "eine Beleidigung",
        "engine.said": "die Botschaft fiel, aber nicht auf einmal",
    },
}  # fmt: skip
"""Every slip, kind, move and phase in a few words, and the engine's own rules. `{name}` is the avatar's."""


def says(when: When, language: str, name: str) -> str:
    """Why a reaction held, such as `Je suste, voor de 2e keer`.

    `name` is the avatar's.
    """
    words = in_language(_NAMES, language)
    parts: list[str] = []
    _collect(when, words, parts)
    if not parts:
        parts.append(words[when.phase] if when.phase else words["state"])
    first, *rest = dict.fromkeys(parts)
    # In Dutch the parts are sentences with `je` in front: only the first of them begins one.
    also = "en " if language[:2] == "nl" else ""
    told = [first, *(also + (part if language[:2] == "de" else part[0].lower() + part[1:]) for part in rest)]
    if when.times and when.times > 1:
        told.append(words["times"].format(n=when.times))
    return ", ".join(told).replace("{name}", name)


def engine_says(rule: EngineRule, language: str, name: str, what: str = "") -> str:
    """Why a rule of the engine held. `name` is the avatar's, `what` the name of a slip."""
    words = in_language(_NAMES, language)
    return words[f"engine.{rule}"].format(name=name, what=words.get(f"again.{what}", words.get(what, what)))


def _collect(when: When, words: dict[str, str], parts: list[str]) -> None:
    if when.kind or when.slip:
        parts.append(words[when.kind or when.slip or ""])
    if when.move:
        parts.append(words[when.move])
    if when.about:
        parts.append(words["about"])
    if when.silence:
        parts.append(words["silence" if when.silence.sign in (">=", ">") else "no_silence"])
    for part in when.all or (() if parts else when.any[:1]):
        _collect(part, words, parts)
