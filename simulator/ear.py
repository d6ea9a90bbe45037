"""What people are told about who listens, and why nobody can."""

from __future__ import annotations

from typing import Literal

from simulator.by_language import in_language
from simulator.types import Ear

Trust = Literal["low", "fair", "good"]
Reason = Literal[
    "disk_full", "not_allowed", "disk", "bad_folder", "broken_model", "memory", "stuck",
    "slow", "unreachable", "refused", "server", "no_such_model", "strange_answer", "busy",
]  # fmt: skip

_TRUST: dict[str, Trust] = {"tiny": "low", "base": "low", "small": "fair", "medium": "good", "large": "good"}


_ADVICE: dict[str, str] = {
    "low": "Beter wordt het met een groter model: RECHTDOOR_WHISPER_SIZE=small, of een eigen map met een model in "
    "RECHTDOOR_WHISPER_FOLDER.",
    "fair": "Nog beter wordt het met RECHTDOOR_WHISPER_SIZE=large-v3-turbo, of een eigen map met een model in "
    "RECHTDOOR_WHISPER_FOLDER.",
}


def trust(model: str) -> Trust:
    """How far the Dutch of a Whisper model of this name or size can be trusted; `fair` when the name tells nothing."""
    name = model.lower()
    if name == "whisper-1" or "turbo" in name or "gpt-4o" in name:  # these listen with a large model
        return "good"
    return next((level for size, level in _TRUST.items() if size in name), "fair")


def waiting() -> Ear:
    """Nothing listens yet; the model is fetched at the first spoken turn or in the background."""
    return Ear(model="", trust="none", says="Het spraakmodel wordt nog klaargezet. Typen werkt nu al.")


def deaf(says: str) -> Ear:
    """Nothing can listen here, for the reason in `says`."""
    return Ear(model="", trust="none", says=says)


def whisper_ear(model: str, level: Trust, instead_of: str | None = None) -> Ear:
    """A model in this process listens. `instead_of` is the size that was asked for and could not be had."""
    before = f"{instead_of} was niet te krijgen. " if instead_of else ""
    says = {
        "low": f"Er luistert een klein spraakmodel ({model}). In het Nederlands mist het geregeld een woord of "
        "verstaat het iets anders: kijk na wat er staat voor je de feedback leest.",
        "fair": f"Er luistert een middelgroot spraakmodel ({model}). De meeste zinnen kloppen; kijk namen, cijfers en "
        "vlugge stukken na.",
        "good": f"Er luistert een groot spraakmodel ({model}). Het verstaat Nederlands goed; kijk namen en cijfers na.",
    }[level]
    return Ear(model=model, trust=level, says=before + says, advice=_ADVICE.get(level, ""))


def server_ear(model: str, host: str, level: Trust) -> Ear:
    """A server listens."""
    here = host in ("127.0.0.1", "localhost", "::1")
    where = "een server op deze machine" if here else f"de server {host}"
    away = "" if here else " Wat je zegt, gaat als geluid naar die server."
    after = {
        "low": " Het is een klein model: kijk na wat er staat voor je de feedback leest.",
        "fair": " Kijk namen, cijfers en vlugge stukken na.",
        "good": " Kijk namen en cijfers na.",
    }[level]
    return Ear(model=f"{model} ({host})", trust=level, says=f"Er luistert {where}, met {model}.{away}{after}")


def reason(why: Reason, language: str) -> str:
    """The short reason inside the sentence `ear_failed`; it never holds anything that was said."""
    return in_language(_REASONS[why], language)


_REASONS: dict[Reason, dict[str, str]] = {
    "disk_full": {
        "nl": "er is geen plaats op de schijf voor het spraakmodel",
        "en": "the disk has no room for the speech model",
        "fr": "le disque n'a pas de place pour le modèle vocal",
        "de": "auf der Festplatte ist kein Platz für das Sprachmodell",
    },
    "not_allowed": {
        "nl": "ik mag niet schrijven in de map van RECHTDOOR_DATA",
        "en": "I may not write to the folder of RECHTDOOR_DATA",
        "fr": "je ne peux pas écrire dans le dossier RECHTDOOR_DATA",
        "de": "ich darf nicht in den Ordner RECHTDOOR_DATA schreiben",
    },
    "disk": {
        "nl": "de map van RECHTDOOR_DATA laat zich niet gebruiken",
        "en": "the folder of RECHTDOOR_DATA cannot be used",
        "fr": "le dossier RECHTDOOR_DATA est inutilisable",
        "de": "der Ordner RECHTDOOR_DATA lässt sich nicht benutzen",
    },
    "bad_folder": {
        "nl": "in RECHTDOOR_WHISPER_FOLDER staat geen volledig faster-whisper-model",
        "en": "RECHTDOOR_WHISPER_FOLDER holds no complete faster-whisper model",
        "fr": "RECHTDOOR_WHISPER_FOLDER ne contient pas de modèle faster-whisper complet",
        "de": "RECHTDOOR_WHISPER_FOLDER enthält kein vollständiges faster-whisper-Modell",
    },
    "broken_model": {
        "nl": "het spraakmodel laat zich niet laden",
        "en": "the speech model cannot be loaded",
        "fr": "le modèle vocal ne se charge pas",
        "de": "das Sprachmodell lässt sich nicht laden",
    },
    "memory": {
        "nl": "er is te weinig geheugen",
        "en": "there is too little memory",
        "fr": "il n'y a pas assez de mémoire",
        "de": "der Speicher reicht nicht",
    },
    "stuck": {
        "nl": "het spraakmodel liep vast op dit geluid",
        "en": "the speech model got stuck on this sound",
        "fr": "le modèle vocal a buté sur ce son",
        "de": "das Sprachmodell ist an diesem Ton hängen geblieben",
    },
    "slow": {
        "nl": "de server die luistert, antwoordde niet op tijd",
        "en": "the listening server did not answer in time",
        "fr": "le serveur d'écoute n'a pas répondu à temps",
        "de": "der Server, der zuhört, hat nicht rechtzeitig geantwortet",
    },
    "unreachable": {
        "nl": "de server die luistert, is niet te bereiken",
        "en": "the listening server cannot be reached",
        "fr": "le serveur d'écoute est injoignable",
        "de": "der Server, der zuhört, ist nicht erreichbar",
    },
    "refused": {
        "nl": "de server die luistert, weigert de sleutel",
        "en": "the listening server refuses the key",
        "fr": "le serveur d'écoute refuse la clé",
        "de": "der Server, der zuhört, weist den Schlüssel ab",
    },
    "no_such_model": {
        "nl": "de server die luistert, kent dit adres of dit model niet",
        "en": "the listening server does not know this address or model",
        "fr": "le serveur d'écoute ne connaît pas cette adresse ou ce modèle",
        "de": "der Server, der zuhört, kennt diese Adresse oder dieses Modell nicht",
    },
    "busy": {
        "nl": "de server die luistert, heeft het te druk",
        "en": "the listening server is too busy",
        "fr": "le serveur d'écoute est surchargé",
        "de": "der Server, der zuhört, ist überlastet",
    },
    "server": {
        "nl": "de server die luistert, meldt een fout",
        "en": "the listening server reports an error",
        "fr": "le serveur d'écoute signale une erreur",
        "de": "der Server, der zuhört, meldet einen Fehler",
    },
    "strange_answer": {
        "nl": "de server die luistert, gaf een antwoord dat ik niet begrijp",
        "en": "the listening server gave an answer that I do not understand",
        "fr": "le serveur d'écoute a donné une réponse incompréhensible",
        "de": "der Server, der zuhört, gab eine unverständliche Antwort",
    },
}
