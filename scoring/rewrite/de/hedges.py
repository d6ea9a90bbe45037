"""What was said in German, without the words that make it smaller. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.de.verbs import parted
from scoring.spelling import plain

_HEDGE = re.compile(
    r"(?<!\w)(?:vielleicht|eventuell|möglicherweise|womöglich|unter umständen|gegebenenfalls|vermutlich|wahrscheinlich|"
    r"irgendwie|sozusagen|quasi|gewissermaßen|tendenziell|grundsätzlich|im prinzip|im grunde|ein stück weit|"
    r"ein bisschen|ein bissl|ein wenig|ein klein wenig|mehr oder weniger|so ein bisschen|an sich|eigentlich|eher|wohl|"
    r"sag ich mal|sage ich mal|würde ich sagen|würd ich sagen|glaube ich|glaub ich|denke ich|denk ich|"
    r"nicht unbedingt)(?!\w)",
    re.I,
)
HEDGES = re.compile(
    _HEDGE.pattern
    + r"|(?<!\w)(?:könnten?|dürften?|müssten?|sollten?|würden?|möglich|denkbar|scheint|anscheinend)(?!\w)",
    re.I,
)
_COULD_BE = re.compile(
    r"^(?:(?:und|ja|also|na ja|naja|aber|gut|schau|schauen sie|äh|ähm|nun)[\s,]+)*"
    r"(?:es (?:könnte|kann|mag|dürfte) (?:\w+ ){0,3}?sein|(?:es )?kann (?:\w+ )?sein|könnte (?:\w+ )?sein|"
    r"es ist (?:\w+ )?(?:möglich|denkbar|nicht auszuschließen)|es besteht die möglichkeit|"
    r"ich (?:glaube|denke|fürchte|vermute|schätze|würde sagen|meine))"
    r",? dass (?P<who>ich|wir|du|sie|ihr|es) (?P<rest>.+)$",
    re.I,
)
_FIRMER = (
    (re.compile(r"\bmüssten\b"), "müssen"),
    (re.compile(r"\bmüsste\b"), "muss"),
    (re.compile(r"\bmüsstest\b"), "musst"),
)
_STILL_HEDGED = re.compile(
    r"(?<!\w)(?:konnten?|konntest|durften?|sollten?|wurden?|ware\w?|hatten?|irgend\w*|gewisse\w?|bestimmte\w?|"
    r"einige\w?|mal|dinge\w?|sachen|themen|anders\w*|etwas|was|so|moglich\w*|uberleg\w*|schauen|bald|spater|demnachst|"
    r"langfristig|mittelfristig|wahrscheinlich|hoff\w*|zusammen\w*|schwierig|weg\w{0,2}|ob|wenn|falls|scheint|"
    r"eine art|optimier\w*|richtung|neu\w*)(?!\w)"
)


def firm(text: str) -> str | None:
    """`Es kann sein, dass wir Ihren Vertrag nicht verlängern` becomes `wir verlängern Ihren Vertrag nicht`."""
    if "?" in text or "…" in text:
        return None
    doubted = _COULD_BE.match(text)
    if doubted:
        # The verb of the side clause goes back to the second place: `dass wir Ihren Vertrag beenden`.
        made = _HEDGE.sub("", doubted["rest"]).strip()
        if "," in made or len(made.split()) < 2:
            return None
        *middle, last = made.split()
        prefix, verb = parted(last)
        made = f"{doubted['who']} {verb} {' '.join(middle)} {prefix}"
    else:
        made = _HEDGE.sub(
            "", re.sub(r"^(?:(?:also|und|aber|ja|na ja|naja|nun|äh|ähm|gut)[\s,]+)+", "", text, flags=re.I)
        )
        for hedge, sure in _FIRMER:
            made = hedge.sub(sure, made)
    made = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s+", " ", made)).strip(" ,")
    starts = re.match(r"(?:ich|wir|du|sie|ihr\w*|dein\w*|es|der|die|das|mein\w*|unser\w*)(?!\w)", made, re.I)
    if not starts or _STILL_HEDGED.search(plain(made)):
        return None
    return made if plain(made) != plain(text) else None
