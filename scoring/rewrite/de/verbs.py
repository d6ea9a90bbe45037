"""German verbs whose first part stands apart: `abgeben`, `ich gebe ab`, `abzugeben`. Pure."""

from __future__ import annotations

import re

_SEPARABLE = re.compile(
    r"(?P<prefix>ab|an|auf|aus|ein|vor|zu|nach|mit|weg|zurück|her|hin|los|weiter|vorbei|herein|heraus|fest|frei|fort|"
    r"bei|durch|dazu|hinein|rein|raus|bereit|zusammen|wieder|vorher|sicher|klar|teil|statt|"
    r"weg)(?P<verb>(?!st)\w{4,}n)$"
)
_WHOLE_VERBS = re.compile(
    r"(?:antworten|arbeiten|aufen|ausen|einigen|verein\w+|wiederholen|durch(?:suchen|schauen|dringen)|begin\w+|"
    r"beitragen|herrschen|hindern|bereiten|anden|ändern|achten|zahlen|zählen|zeigen|beantworten|beachten|bearbeiten|"
    r"beenden|bezahlen|machen|nachen|losen|freien|abern|vorn|festigen|sichern|klären|teilen|zunden|ausen|beilen|"
    r"hinken|einen|fordern|zusagen?n)$"
)


def parted(verb: str) -> tuple[str, str]:
    """The part that stands apart and the rest: `ab`, `geben`; the first is empty where the verb stays whole."""
    split = None if _WHOLE_VERBS.fullmatch(verb) else _SEPARABLE.fullmatch(verb)
    return (split["prefix"], split["verb"]) if split else ("", verb)
