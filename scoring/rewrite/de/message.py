"""The message of a talk in German, said to the one it is about. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.de.address import register
from scoring.rewrite.wording import capital_first, message_parts, said_by, small_first, without_asides
from scoring.types import Dialogue

_THEIRS = (
    r"(?:\w*[Vv]ertrag|Stelle|Arbeitsverhältnis|Dienstverhältnis|Anstellung|Arbeitsplatz|Posten|Job|Bewerbung|"
    r"\w*[Aa]ntrag|\w*[Uu]rlaub|Beförderung|Bildungskarenz|Karenz|Teilzeit|Elternzeit|Versetzung|Probezeit|Prämie|"
    r"Bonus|Zulage|Schicht|Gehaltserhöhung|Vier-Tage-Woche|Sabbatical|Homeoffice|Altersteilzeit|Wechsel|Umzug|"
    r"Höhergruppierung|Befristung|Weiterbildung|Fortbildung|Ausbildung)"
)
_OF_SOMEBODY = r"(?: (?:von|für) (?:(?:Herrn?|Frau) )?[A-ZÄÖÜ][\w-]+)?"
_OWN = re.compile(
    rf"(?P<article>[Dd]er|[Dd]ie|[Dd]as) (?:(?P<adjective>\w+e) )?(?P<what>{_THEIRS}){_OF_SOMEBODY}(?P<rest>(?: .*)?)$"
)
_ENDED = re.compile(
    rf"(?:[Dd]er|[Ii]hr|[Dd]ein) (?P<what>\w*[Vv]ertrag){_OF_SOMEBODY} wird(?P<rest> (?:zum|am|mit|ab) [\w. ]+?)? "
    r"(?P<how>beendet|nicht verlängert|aufgelöst|gekündigt)$"
)
_NOTICE_GIVEN = re.compile(
    r"(?:Die |Eine )?(?:[Bb]etriebsbedingte |[Oo]rdentliche |[Ff]ristgerechte )?Kündigung"
    r"(?: von (?:Herrn? |Frau )?[A-ZÄÖÜ][\w-]+)?(?P<rest>(?: in der Probezeit)?(?: (?:zum|per|am|mit) \d{1,2}\. \w+)?)$"
)
_NOT_TO = re.compile(r"(?P<what>.+) geht nicht an (?:Herrn?|Frau) (?P<name>[A-ZÄÖÜ][\w-]+)$")
_SAYS = re.compile(
    r"(?<!\w)(?:ist|sind|wird|werden|endet|enden|schließt|fällt|entfällt|geht|zieht|bleibt|läuft|bekommst|bekommen|"
    r"kostet)(?!\w)"
)
_OF_A_PERSON = re.compile(
    r"(?<!\w)(?:Herrn?|Frau|Ein|Eine|Einem?|Einer|er|ihm|ihn|Mitarbeiter\w*|Bewerber\w*|Kandidat\w*)(?!\w)(?! Gründen)"
)
LAST_DAY = re.compile(r"(?:[Ll]etzter (?:Arbeitst|T)ag(?: ist)?:?(?: der)?|Ende:? am) (?P<day>\d{1,2}\. \w+)")
_REASON_GIVEN = re.compile(r"Grund(?: auf dem C4)?: (?P<reason>[^;]+)$")
_MONTHS = ("Jan", "Jän", "Feb", "Feber", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")


def message(dialogue: Dialogue) -> str | None:
    """The message as main clauses, the first letter small only where a pronoun does not open it."""
    parts = [without_asides(part) for part in parts_of(dialogue)]
    main = _to_you(parts[0], dialogue) if parts else None
    if main is None or _OF_A_PERSON.search(main):
        return None
    reason = ""
    for part in parts[1:]:
        last, given = LAST_DAY.search(part), _REASON_GIVEN.search(part)
        if last:
            main += f", {register(dialogue).your} letzter Tag ist der {last['day']}"
        if given:
            reason = given["reason"].strip()
        if not last and not given and _OWN.match(part):
            theirs = _to_you(part, dialogue)
            if theirs and not _OF_A_PERSON.search(theirs):
                main += f", und {small_first(theirs) if theirs.startswith('D') else theirs}"
    if reason and re.search(r"[:,]", reason):
        reason = ""
    return f"{main}. {because(reason)}" if reason else main


def parts_of(dialogue: Dialogue) -> list[str]:
    """The parts of the message; the point of `14. Juni` ends none."""
    joined: list[str] = []
    for part in message_parts(dialogue):
        if joined and re.search(r"\d$", joined[-1]) and part.startswith((*_MONTHS, "und ")):
            joined[-1] += f". {part}"
        else:
            joined.append(part)
    return joined


def _to_you(part: str, dialogue: Dialogue) -> str | None:
    """The words of the message, said to the one it is about; None where it is not certain who that is."""
    you = register(dialogue)
    if ended := _ENDED.match(part):
        what, rest = ended["what"], ended["rest"] or ""
        if ended["how"] == "nicht verlängert":
            return f"Ich verlängere {you.your}en {what}{rest} nicht"
        return f"Ich beende {you.your}en {what}{rest}"
    if given := _NOTICE_GIVEN.match(part):
        return f"Ich kündige {you.to}{given['rest']}"
    if gone := _NOT_TO.match(part):
        return f"{gone['what']} geht nicht an {you.you}" if _called(gone["name"], dialogue) else None
    if not _SAYS.search(part):
        return None
    if own := _OWN.match(part):
        male, neuter = own["article"].lower() == "der", own["article"].lower() == "das"
        whose = you.your + ("" if male or neuter else "e")
        adjective = own["adjective"] or ""
        adjective = f"{adjective}{'r' if male else 's' if neuter else ''} " if adjective else ""
        rest = re.sub(r"^ der \w+in?(?= )", "", own["rest"])
        return f"{capital_first(whose)} {adjective}{own['what']}{rest}"
    return part if re.match(r"(?:D(?:er|ie|as)|Wir|Ich|Es) ", part) else None


def _called(name: str, dialogue: Dialogue) -> bool:
    """Whether the trainee calls the other by this name."""
    said = said_by("trainee", dialogue)
    return bool(re.search(rf"(?:Herr|Frau) {name}(?=[,.!?])|^(?:Herr|Frau)? ?{name}\b", said, re.I))


def because(reason: str) -> str:
    """A reason as a sentence."""
    return f"Der Grund ist: {reason}"
