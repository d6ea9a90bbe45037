"""Sentences a person will read when something went wrong: what was expected, what came, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from simulator.by_language import in_language

Trouble = Literal[
    "nothing_heard", "sound_gone", "no_ear", "ear_failed", "not_stored",
    "model_slow", "model_gone", "model_refused", "model_empty", "model_cut", "model_out_of_role",
    "too_long", "odd_sound", "odd_message", "over", "unknown_talk", "unexpected",
    "busy", "moved_on", "newer_record", "broken_record", "unknown_scenario", "unknown_persona", "unknown_turn",
]  # fmt: skip


class Stumble(Exception):
    """Something a person should read about. `says` gives the sentence in the language of the talk.

    A fact is a value that stands in the sentence, or a mapping from language (nl, en, fr, de) to words.
    """

    trouble: Trouble = "unexpected"

    def __init__(self, trouble: Trouble | None = None, **facts: object) -> None:
        self.trouble = trouble or type(self).trouble
        self.facts = facts
        super().__init__(sentence(self.trouble, "en", **facts))

    def says(self, language: str) -> str:
        """The sentence for people."""
        return sentence(self.trouble, language, **self.facts)


class NotHeard(Stumble):
    """The recogniser cannot work, or cannot read this sound."""

    trouble: Trouble = "ear_failed"


class NotStored(Stumble):
    """The disk did not take an event."""

    trouble: Trouble = "not_stored"


class Conflict(NotStored):
    """Somebody else added to this talk since it was read; nothing was overwritten."""

    trouble: Trouble = "moved_on"


class NotReadable(Stumble):
    """What is stored was written by a newer version, or is damaged."""

    trouble: Trouble = "broken_record"


class NotAllowed(Stumble):
    """There is no such talk, or it is somebody else's. The two are told alike on purpose."""

    trouble: Trouble = "unknown_talk"


def sentence(trouble: Trouble, language: str, **facts: object) -> str:
    """The sentence for this trouble, with its facts filled in. `language` may be a variety, such as nl-BE."""
    return in_language(_SENTENCES[trouble], language).format(
        **{name: in_language(fact, language) if isinstance(fact, Mapping) else fact for name, fact in facts.items()}
    )


_SENTENCES: dict[Trouble, dict[str, str]] = {
    "nothing_heard": {
        "nl": "Ik hoorde geen woorden. Staat je microfoon aan? Zeg het nog eens, of typ het.",
        "en": "I heard no words. Is your microphone on? Say it again, or type it.",
        "fr": "Je n'ai entendu aucun mot. Votre micro est-il allumé ? Répétez, ou tapez votre phrase.",
        "de": "Ich habe keine Worte gehört. Ist das Mikrofon an? Sagen Sie es noch einmal oder tippen Sie es.",
    },
    "sound_gone": {
        "nl": "Het geluid van deze beurt is er niet meer. Zeg het opnieuw, of typ wat je zei.",
        "en": "The sound of this turn is gone. Say it again, or type what you said.",
        "fr": "Le son de ce tour n'existe plus. Répétez, ou tapez ce que vous avez dit.",
        "de": "Der Ton zu diesem Beitrag ist nicht mehr da. Sagen Sie es noch einmal oder tippen Sie es.",
    },
    "no_ear": {
        "nl": "Er is nog geen spraakmodel, dus ik kan niet luisteren. Typen werkt. Wie de machine beheert, "
        "zet een faster-whisper-map in RECHTDOOR_WHISPER_FOLDER of laat de machine één keer het internet op.",
        "en": "There is no speech model yet, so I cannot listen. Typing works. Whoever runs the machine sets "
        "RECHTDOOR_WHISPER_FOLDER to a faster-whisper folder, or lets it reach the internet once.",
        "fr": "Il n'y a pas encore de modèle vocal : je ne peux pas écouter. Vous pouvez taper. L'administrateur "
        "indique un dossier faster-whisper dans RECHTDOOR_WHISPER_FOLDER ou ouvre l'accès à Internet une fois.",
        "de": "Es gibt noch kein Sprachmodell, ich kann nicht zuhören. Tippen geht. Wer die Maschine betreut, "
        "setzt RECHTDOOR_WHISPER_FOLDER auf einen faster-whisper-Ordner oder lässt sie einmal ins Internet.",
    },
    "ear_failed": {
        "nl": "Het luisteren lukte niet ({reason}). Wat je zei is bewaard. Probeer het nog eens, of typ het.",
        "en": "Listening failed ({reason}). What you said is kept. Try again, or type it.",
        "fr": "L'écoute a échoué ({reason}). Ce que vous avez dit est gardé. Réessayez, ou tapez-le.",
        "de": "Das Zuhören ist misslungen ({reason}). Was Sie sagten, ist gespeichert. Versuchen Sie es noch "
        "einmal oder tippen Sie es.",
    },
    "not_stored": {
        "nl": "De schijf neemt niets meer aan ({reason}). Je laatste beurt staat nog in dit venster: kopieer ze, "
        "maak plaats vrij en stuur ze opnieuw.",
        "en": "The disk takes nothing more ({reason}). Your last turn is still in this window: copy it, free some "
        "space and send it again.",
        "fr": "Le disque n'accepte plus rien ({reason}). Votre dernier tour est encore dans cette fenêtre : "
        "copiez-le, libérez de la place et renvoyez-le.",
        "de": "Die Festplatte nimmt nichts mehr an ({reason}). Ihr letzter Beitrag steht noch in diesem Fenster: "
        "kopieren Sie ihn, schaffen Sie Platz und senden Sie ihn erneut.",
    },
    "model_slow": {
        "nl": "Het taalmodel antwoordde niet op tijd. Dit antwoord komt uit het script van het personage.",
        "en": "The language model did not answer in time. This answer comes from the person's script.",
        "fr": "Le modèle de langue n'a pas répondu à temps. Cette réponse vient du script du personnage.",
        "de": "Das Sprachmodell hat nicht rechtzeitig geantwortet. Diese Antwort kommt aus dem Skript der Figur.",
    },
    "model_gone": {
        "nl": "Het taalmodel is niet te bereiken. Dit antwoord komt uit het script van het personage.",
        "en": "The language model cannot be reached. This answer comes from the person's script.",
        "fr": "Le modèle de langue est injoignable. Cette réponse vient du script du personnage.",
        "de": "Das Sprachmodell ist nicht erreichbar. Diese Antwort kommt aus dem Skript der Figur.",
    },
    "model_refused": {
        "nl": "Het taalmodel weigerde dit antwoord. Wat je leest, komt uit het script van het personage.",
        "en": "The language model refused this answer. What you read comes from the person's script.",
        "fr": "Le modèle de langue a refusé cette réponse. Ce que vous lisez vient du script du personnage.",
        "de": "Das Sprachmodell hat diese Antwort verweigert. Was Sie lesen, kommt aus dem Skript der Figur.",
    },
    "model_empty": {
        "nl": "Het taalmodel gaf een leeg antwoord. Dit antwoord komt uit het script van het personage.",
        "en": "The language model gave an empty answer. This answer comes from the person's script.",
        "fr": "Le modèle de langue a donné une réponse vide. Cette réponse vient du script du personnage.",
        "de": "Das Sprachmodell gab eine leere Antwort. Diese Antwort kommt aus dem Skript der Figur.",
    },
    "model_cut": {
        "nl": "Het antwoord van het taalmodel brak af. De rest komt uit het script van het personage.",
        "en": "The language model's answer broke off. The rest comes from the person's script.",
        "fr": "La réponse du modèle de langue s'est interrompue. La suite vient du script du personnage.",
        "de": "Die Antwort des Sprachmodells brach ab. Der Rest kommt aus dem Skript der Figur.",
    },
    "model_out_of_role": {
        "nl": "Het taalmodel viel uit zijn rol. Dit antwoord komt uit het script van het personage.",
        "en": "The language model stepped out of its role. This answer comes from the person's script.",
        "fr": "Le modèle de langue est sorti de son rôle. Cette réponse vient du script du personnage.",
        "de": "Das Sprachmodell fiel aus der Rolle. Diese Antwort kommt aus dem Skript der Figur.",
    },
    "too_long": {
        "nl": "Dat is te lang: hoogstens {most}, en dit was {got}. Zeg het in stukken.",
        "en": "That is too long: {most} at most, and this was {got}. Say it in pieces.",
        "fr": "C'est trop long : {most} au maximum, et c'était {got}. Dites-le en plusieurs fois.",
        "de": "Das ist zu lang: höchstens {most}, und das waren {got}. Sagen Sie es in Teilen.",
    },
    "odd_sound": {
        "nl": "Dit geluid kan ik niet lezen ({reason}). Verwacht: wav, flac, mp3, ogg of webm.",
        "en": "I cannot read this sound ({reason}). Expected: wav, flac, mp3, ogg or webm.",
        "fr": "Je ne peux pas lire ce son ({reason}). Attendu : wav, flac, mp3, ogg ou webm.",
        "de": "Diesen Ton kann ich nicht lesen ({reason}). Erwartet: wav, flac, mp3, ogg oder webm.",
    },
    "odd_message": {
        "nl": "De pagina stuurde iets wat ik niet begrijp ({reason}). Laad de pagina opnieuw; je gesprek staat er nog.",
        "en": "The page sent something I do not understand ({reason}). Reload the page; your talk is still there.",
        "fr": "La page a envoyé quelque chose que je ne comprends pas ({reason}). Rechargez la page ; votre "
        "entretien est toujours là.",
        "de": "Die Seite hat etwas gesendet, das ich nicht verstehe ({reason}). Laden Sie die Seite neu; Ihr "
        "Gespräch ist noch da.",
    },
    "over": {
        "nl": "Dit gesprek is afgelopen. Bekijk de nabespreking, neem een beurt opnieuw of begin een nieuw gesprek.",
        "en": "This talk is over. Read the debrief, take a turn again or begin a new talk.",
        "fr": "Cet entretien est terminé. Lisez le débriefing, reprenez un tour ou commencez un nouvel entretien.",
        "de": "Dieses Gespräch ist zu Ende. Lesen Sie die Nachbesprechung, wiederholen Sie einen Beitrag oder "
        "beginnen Sie ein neues Gespräch.",
    },
    "unknown_talk": {
        "nl": "Dit gesprek is er niet, of het is niet van jou. Ga terug naar het begin en kies een gesprek.",
        "en": "This talk does not exist, or it is not yours. Go back to the start and choose a talk.",
        "fr": "Cet entretien n'existe pas, ou il n'est pas à vous. Retournez au début et choisissez un entretien.",
        "de": "Dieses Gespräch gibt es nicht, oder es gehört Ihnen nicht. Gehen Sie zurück und wählen Sie eines.",
    },
    "unexpected": {
        "nl": "Er ging iets mis aan onze kant. Wat je zei is bewaard. Laad de pagina opnieuw en ga verder.",
        "en": "Something went wrong on our side. What you said is kept. Reload the page and go on.",
        "fr": "Une erreur s'est produite de notre côté. Ce que vous avez dit est gardé. Rechargez la page.",
        "de": "Bei uns ist etwas schiefgegangen. Was Sie sagten, ist gespeichert. Laden Sie die Seite neu.",
    },
    "busy": {
        "nl": "Je vorige beurt in dit gesprek loopt nog. Wacht op het antwoord, of onderbreek het.",
        "en": "Your previous turn in this talk is still going. Wait for the answer, or interrupt it.",
        "fr": "Votre tour précédent est encore en cours. Attendez la réponse, ou interrompez-la.",
        "de": "Ihr voriger Beitrag läuft noch. Warten Sie die Antwort ab oder unterbrechen Sie sie.",
    },
    "moved_on": {
        "nl": "Dit gesprek ging intussen verder in een ander venster. Laad het opnieuw en zeg je zin nog eens.",
        "en": "This talk went on in another window meanwhile. Reload it and say your sentence again.",
        "fr": "Cet entretien a continué entre-temps dans une autre fenêtre. Rechargez-le et redites votre phrase.",
        "de": "Dieses Gespräch ging inzwischen in einem anderen Fenster weiter. Laden Sie es neu und sagen Sie Ihren "
        "Satz noch einmal.",
    },
    "newer_record": {
        "nl": "Dit is bewaard door een nieuwere versie van Rechtdoor ({found}). Werk Rechtdoor bij om het te lezen; "
        "er is niets gewijzigd.",
        "en": "This was stored by a newer version of Rechtdoor ({found}). Update Rechtdoor to read it; nothing was "
        "changed.",
        "fr": "Ceci a été enregistré par une version plus récente de Rechtdoor ({found}). Mettez Rechtdoor à jour "
        "pour le lire ; rien n'a été modifié.",
        "de": "Dies wurde von einer neueren Version von Rechtdoor gespeichert ({found}). Aktualisieren Sie Rechtdoor, "
        "um es zu lesen; geändert wurde nichts.",
    },
    "broken_record": {
        "nl": "Wat bewaard is, kan ik niet lezen ({found}). Er is niets gewijzigd. Zet een reservekopie terug, of "
        "begin met een andere map in RECHTDOOR_DATA.",
        "en": "I cannot read what is stored ({found}). Nothing was changed. Put a backup back, or start with another "
        "folder in RECHTDOOR_DATA.",
        "fr": "Je ne peux pas lire ce qui est enregistré ({found}). Rien n'a été modifié. Remettez une sauvegarde, ou "
        "commencez avec un autre dossier dans RECHTDOOR_DATA.",
        "de": "Was gespeichert ist, kann ich nicht lesen ({found}). Geändert wurde nichts. Spielen Sie eine "
        "Sicherung ein oder beginnen Sie mit einem anderen Ordner in RECHTDOOR_DATA.",
    },
    "unknown_scenario": {
        "nl": "Die situatie ken ik niet: {got}. Kies uit: {known}.",
        "en": "I do not know that situation: {got}. Choose from: {known}.",
        "fr": "Je ne connais pas cette situation : {got}. Choisissez parmi : {known}.",
        "de": "Diese Situation kenne ich nicht: {got}. Wählen Sie aus: {known}.",
    },
    "unknown_persona": {
        "nl": "Die persoon past niet bij deze situatie: {got}. Kies uit: {known}.",
        "en": "That person does not belong to this situation: {got}. Choose from: {known}.",
        "fr": "Cette personne ne va pas avec cette situation : {got}. Choisissez parmi : {known}.",
        "de": "Diese Person passt nicht zu dieser Situation: {got}. Wählen Sie aus: {known}.",
    },
    "unknown_turn": {
        "nl": "Beurt {got} is er niet (meer), dus ze kan niet opnieuw.",
        "en": "There is no turn {got} (any more), so it cannot be taken again.",
        "fr": "Le tour {got} n'existe pas (ou plus) : il ne peut pas être repris.",
        "de": "Beitrag {got} gibt es nicht (mehr), er kann also nicht wiederholt werden.",
    },
}
