"""What each ending of a talk means, told to the trainee."""

from __future__ import annotations

from personas.types import Ending
from simulator.talk import Talk

_MEANS: dict[Ending, dict[str, str]] = {
    "good": {
        "nl": "{name} weet waar het op staat, en hoe het nu verder gaat.",
        "en": "{name} knows where things stand, and what happens next.",
        "fr": "{name} sait à quoi s'en tenir, et connaît la suite.",
        "de": "{name} weiß, woran man ist und wie es weitergeht.",
    },
    "clear_but_cold": {
        "nl": "De boodschap is duidelijk. {name} gaat naar buiten met het gevoel er alleen voor te staan.",
        "en": "The message is clear. {name} leaves without the feeling that anybody listened.",
        "fr": "Le message est clair. {name} s'en va sans avoir eu l'impression d'être entendu.",
        "de": "Die Botschaft ist klar. {name} geht, ohne das Gefühl, dass jemand zugehört hat.",
    },
    "false_hope": {
        "nl": "{name} gaat naar buiten met hoop waar geen grond voor is.",
        "en": "{name} leaves with a hope that has no ground.",
        "fr": "{name} s'en va avec un espoir qui n'a pas lieu d'être.",
        "de": "{name} geht mit einer Hoffnung, für die es keinen Grund gibt.",
    },
    "walks_out": {
        "nl": "{name} stapt op. Het gesprek stopt voor het klaar is.",
        "en": "{name} walks out. The talk stops before it is done.",
        "fr": "{name} quitte la pièce. L'entretien s'arrête avant la fin.",
        "de": "{name} steht auf und geht. Das Gespräch endet, bevor es fertig ist.",
    },
    "open": {
        "nl": "Je hebt het gesprek hier gestopt. Voor {name} is het nog niet af.",
        "en": "You stopped the talk here. For {name} it is not finished yet.",
        "fr": "Vous avez arrêté l'entretien ici. Pour {name}, il n'est pas terminé.",
        "de": "Sie haben das Gespräch hier beendet. Für {name} ist es noch nicht fertig.",
    },
}
_UNDERSTOOD = {
    "nl": " Wat {name} begrepen heeft: {hears}",
    "en": " What {name} understood: {hears}",
    "fr": " Ce que {name} a compris : {hears}",
    "de": " Was {name} verstanden hat: {hears}",
}


def ending_says(talk: Talk, ending: Ending) -> str:
    """What it means that this talk ends so, with what the avatar believes where that differs from the message."""
    language = talk.session.language[:2]
    name = talk.session.persona.name.split()[0]
    last = talk.complete[-1].reacted if talk.complete else None
    hears = last.response.hears if last is not None and ending == "false_hope" else ""
    says = _MEANS[ending][language].format(name=name)
    return says + (_UNDERSTOOD[language].format(name=name, hears=hears) if hears else "")
