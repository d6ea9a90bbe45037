"""Better sentences in German, with `du` or `Sie` as the trainee says it."""

from __future__ import annotations

import re

from personas.types import Kind
from scoring.message import message_index
from scoring.rewrite.writer import Maker, Writer, clause_around, message_parts, sentence, unsaid
from scoring.slots import asked
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag

# How the other is addressed --------------------------------------------------------------------------

_DU = re.compile(r"(?<!\w)(?:du|dich|dir|dein\w{0,2}|hast|bist|kannst|willst|musst|magst)(?!\w)")
_SIE = re.compile(r"(?<!\w)(?:Ihnen|Ihr\w{0,2}|(?<![.!?] )(?<!^)Sie)(?!\w)")
_EUCH = re.compile(r"(?<!\w)(?:ihr (?:habt|seid|beiden?|zwei|müsst|musst|könnt|konnt|macht)|euch|euer|eure\w?)(?!\w)")


def _familiar(dialogue: Dialogue) -> bool:
    """Whether these two say `du`: as the trainee says, else as the other says; `Sie` where neither shows it."""
    for speaker in ("trainee", "avatar"):
        said = " ".join(u.text for u in dialogue.utterances if u.speaker == speaker)
        if _DU.search(plain(said)):
            return True
        if _SIE.search(said):
            return False
    return False


def _to_two(dialogue: Dialogue) -> bool:
    """Whether the turn speaks to more than one person: then no sentence here fits."""
    return bool(_EUCH.search(plain(dialogue.last.text)))


# The message -----------------------------------------------------------------------------------------

_THEIRS = (
    r"(?:\w*[Vv]ertrag|Stelle|Arbeitsverhältnis|Dienstverhältnis|Anstellung|Arbeitsplatz|Posten|Job|Bewerbung|"
    r"\w*[Aa]ntrag|"
    r"\w*[Uu]rlaub|Beförderung|Bildungskarenz|Karenz|Teilzeit|Elternzeit|Versetzung|Probezeit|Prämie|Bonus|Zulage|"
    r"Schicht|Gehaltserhöhung|Vier-Tage-Woche|Sabbatical|Homeoffice|Altersteilzeit|Wechsel|Umzug|Höhergruppierung|"
    r"Befristung|Weiterbildung|Fortbildung|Ausbildung)"
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
_LAST_DAY = re.compile(r"(?:[Ll]etzter (?:Arbeitst|T)ag(?: ist)?:?(?: der)?|Ende:? am) (?P<day>\d{1,2}\. \w+)")
_REASON_GIVEN = re.compile(r"Grund(?: auf dem C4)?: (?P<reason>[^;]+)$")
_MONTHS = ("Jan", "Jän", "Feb", "Feber", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")


def news(dialogue: Dialogue) -> str | None:
    """The message of the talk as the trainee could say it: `Ich habe eine schlechte Nachricht: Ich kündige Ihnen …`.

    None in talks without such news, or where the message is not a sentence about the other.
    """
    if dialogue.course not in NEWS_COURSES or _to_two(dialogue):
        return None
    said = _message_clause(dialogue)
    return sentence(f"Ich habe eine schlechte Nachricht: {said}") if said else None


def _message_clause(dialogue: Dialogue) -> str | None:
    """The message as main clauses, the first letter small only where a pronoun does not open it."""
    parts = [re.sub(r"\s*\([^)]*\)", "", part) for part in _parts(dialogue)]
    main = _to_you(parts[0], dialogue) if parts else None
    if main is None or _OF_A_PERSON.search(main):
        return None
    reason = ""
    for part in parts[1:]:
        last, given = _LAST_DAY.search(part), _REASON_GIVEN.search(part)
        if last:
            main += f", {'dein' if _familiar(dialogue) else 'Ihr'} letzter Tag ist der {last['day']}"
        if given:
            reason = given["reason"].strip()
        if not last and not given and _OWN.match(part):
            theirs = _to_you(part, dialogue)
            if theirs and not _OF_A_PERSON.search(theirs):
                main += f", und {theirs[0].lower() + theirs[1:] if theirs.startswith('D') else theirs}"
    if reason and re.search(r"[:,]", reason):
        reason = ""
    return f"{main}. Der Grund ist: {reason}" if reason else main


def _parts(dialogue: Dialogue) -> list[str]:
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
    du = _familiar(dialogue)
    if ended := _ENDED.match(part):
        what, rest = ended["what"], ended["rest"] or ""
        whose = "deinen" if du else "Ihren"
        if ended["how"] == "nicht verlängert":
            return f"Ich verlängere {whose} {what}{rest} nicht"
        return f"Ich beende {whose} {what}{rest}"
    if given := _NOTICE_GIVEN.match(part):
        return f"Ich kündige {'dir' if du else 'Ihnen'}{given['rest']}"
    if gone := _NOT_TO.match(part):
        return f"{gone['what']} geht nicht an {'dich' if du else 'Sie'}" if _called(gone["name"], dialogue) else None
    if not _SAYS.search(part):
        return None
    if own := _OWN.match(part):
        male, neuter = own["article"].lower() == "der", own["article"].lower() == "das"
        whose = ("dein" if du else "Ihr") + ("" if male or neuter else "e")
        adjective = own["adjective"] or ""
        adjective = f"{adjective}{'r' if male else 's' if neuter else ''} " if adjective else ""
        rest = re.sub(r"^ der \w+in?(?= )", "", own["rest"])
        return f"{whose[0].upper()}{whose[1:]} {adjective}{own['what']}{rest}"
    return part if re.match(r"(?:D(?:er|ie|as)|Wir|Ich|Es) ", part) else None


def _called(name: str, dialogue: Dialogue) -> bool:
    """Whether the trainee calls the other by this name."""
    said = " ".join(u.text for u in dialogue.utterances if u.speaker == "trainee")
    return bool(re.search(rf"(?:Herr|Frau) {name}(?=[,.!?])|^(?:Herr|Frau)? ?{name}\b", said, re.I))


# Hedges ----------------------------------------------------------------------------------------------

_HEDGE = re.compile(
    r"(?<!\w)(?:vielleicht|eventuell|möglicherweise|womöglich|unter umständen|gegebenenfalls|vermutlich|wahrscheinlich|"
    r"irgendwie|sozusagen|quasi|gewissermaßen|tendenziell|grundsätzlich|im prinzip|im grunde|ein stück weit|"
    r"ein bisschen|ein bissl|ein wenig|ein klein wenig|mehr oder weniger|so ein bisschen|an sich|eigentlich|eher|wohl|"
    r"sag ich mal|sage ich mal|würde ich sagen|würd ich sagen|glaube ich|glaub ich|denke ich|denk ich|"
    r"nicht unbedingt)(?!\w)",
    re.I,
)
_WORDS_THAT_HEDGE = re.compile(
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
    r"einige\w?|mal|"
    r"dinge\w?|sachen|themen|anders\w*|etwas|was|so|moglich\w*|uberleg\w*|schauen|bald|spater|demnachst|langfristig|"
    r"mittelfristig|"
    r"wahrscheinlich|hoff\w*|zusammen\w*|schwierig|weg\w{0,2}|ob|wenn|falls|scheint|eine art|optimier\w*|richtung|"
    r"neu\w*)(?!\w)"
)
_SEPARABLE = re.compile(
    r"(?P<prefix>ab|an|auf|aus|ein|vor|zu|nach|mit|weg|zurück|her|hin|los|weiter|vorbei|herein|heraus|fest|frei|fort|"
    r"bei|"
    r"durch|dazu|hinein|rein|raus|bereit|zusammen|wieder|vorher|sicher|klar|teil|statt|weg)(?P<verb>(?!st)\w{4,}n)$"
)
_WHOLE_VERBS = re.compile(
    r"(?:antworten|arbeiten|aufen|ausen|einigen|verein\w+|wiederholen|durch(?:suchen|schauen|dringen)|begin\w+|"
    r"beitragen|"
    r"herrschen|hindern|bereiten|anden|ändern|achten|zahlen|zählen|zeigen|beantworten|beachten|bearbeiten|beenden|"
    r"bezahlen|"
    r"machen|nachen|losen|freien|abern|vorn|festigen|sichern|klären|teilen|zunden|ausen|beilen|hinken|einen|fordern|"
    r"zusagen?n)$"
)


def _hedged(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _firm(dialogue, flag) or _news_now(dialogue) or _unsaid_expectation(dialogue, flag, turn)


def _firm(dialogue: Dialogue, flag: Flag) -> str | None:
    text = clause_around(dialogue, flag)
    if "?" in text or "…" in text:
        return None
    doubted = _COULD_BE.match(text)
    if doubted:
        # The verb of the side clause goes back to the second place: `dass wir Ihren Vertrag beenden`.
        made = _HEDGE.sub("", doubted["rest"]).strip()
        if "," in made or len(made.split()) < 2:
            return None
        *middle, last = made.split()
        split = _SEPARABLE.fullmatch(last) if not _WHOLE_VERBS.fullmatch(last) else None
        verb, prefix = (split["verb"], f" {split['prefix']}") if split else (last, "")
        made = f"{doubted['who']} {verb} {' '.join(middle)}{prefix}"
    else:
        made = _HEDGE.sub(
            "", re.sub(r"^(?:(?:also|und|aber|ja|na ja|naja|nun|äh|ähm|gut)[\s,]+)+", "", text, flags=re.I)
        )
        for hedge, firm in _FIRMER:
            made = hedge.sub(firm, made)
    made = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s+", " ", made)).strip(" ,")
    starts = re.match(r"(?:ich|wir|du|sie|ihr\w*|dein\w*|es|der|die|das|mein\w*|unser\w*)(?!\w)", made, re.I)
    if not starts or not 3 <= len(made.split()) <= 22 or _STILL_HEDGED.search(plain(made)):
        return None
    return made if plain(made) != plain(text) else None


def _news_now(dialogue: Dialogue) -> str | None:
    """The message, as long as it has not been said."""
    return news(dialogue) if unsaid(dialogue) else None


def _delay(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _news_now(dialogue)


def _news_or_reason(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _reason(dialogue) or _news_now(dialogue) or _unsaid_expectation(dialogue, flag, turn)


def _reason(dialogue: Dialogue) -> str | None:
    """The reason of the case, where the other asks for it."""
    other = dialogue.other
    if other is None or asked(other.text, dialogue.tongue) != "why":
        return None
    given = re.search(r"Grund(?: auf dem C4)?: ([^;.]+)", dialogue.message)
    reason = dialogue.reasons[0] if dialogue.reasons else given[1] if given else None
    if reason is None:
        return None
    reason = re.split(r":\s", reason)[0].strip().rstrip(".")  # what stands after a colon explains the reason
    return None if re.search(r"[:,]", reason) else f"Der Grund ist: {reason}"


# Answers, owning, listening --------------------------------------------------------------------------

_ABOUT_THE_END = re.compile(r"(?<!\w)(?:letzter? tag|aufhore?n?|ende\w*|schluss|gehen|raus|weg|wie lange)(?!\w)")
_AT_STAKE = re.compile(
    r"(?<!\w)(?:gekundigt|kundig\w*|entlassen|gefeuert|rausgeworfen|rauswurf|raus|los|mein\w{0,2} (?:job|stelle|"
    r"arbeit|vertrag|platz|"
    r"posten|antrag|urlaub|bewerbung)|bleiben|verlangert|genehmigt|abgelehnt|bekomme ich|krieg ich|kriege ich|"
    r"hab ich|bin ich|"
    r"geht das|klappt|stelle)(?!\w)"
)


def _no_answer(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    other = dialogue.other
    if other is None or _to_two(dialogue):
        return None
    slot = asked(other.text, dialogue.tongue)
    if slot == "why":
        return _reason(dialogue)
    last = _LAST_DAY.search(dialogue.message)
    if slot == "when" and last and _ABOUT_THE_END.search(plain(other.text)):
        return f"{'Dein' if _familiar(dialogue) else 'Ihr'} letzter Tag ist der {last['day']}"
    clause = _message_clause(dialogue) if dialogue.course in NEWS_COURSES else None
    if slot == "yes_no" and clause and _AT_STAKE.search(plain(other.text)) and message_index(dialogue) is None:
        return f"{'Du bekommst' if _familiar(dialogue) else 'Sie bekommen'} eine ehrliche Antwort: {clause}"
    return None


_FROM_ABOVE = re.compile(
    r"(?<!\w)(?:oben|zentrale|konzern\w*|geschaftsfuhrung|geschaftsleitung|vorstand|leitung\w*|direktion|chefetage|"
    r"personal\w*|hr|"
    r"aufsichtsrat|gremium|ausschuss|firma|haus|luttich|bruss\w*|chefin|chef)(?!\w)"
)
_WHO_DECIDED = re.compile(
    r"(?<!\w)(?:wer|entschied\w*|entscheid\w*|entscheidung|sie das richtig|du das richtig|dahinter|deine idee|"
    r"ihre idee)(?!\w)"
)
_DECISION = re.compile(
    r"(?<!\w)(?:entschied\w*|entscheid\w*|beschlossen|beschluss|bote|hande|vorgab\w*|vorgegeben|abgelehnt|gestrichen|"
    r"ausgesucht|"
    r"unterschreib\w*|durchgerechnet|festgelegt|bestimmt|verfugt|richtlinie\w*|leitlinie\w*|verfahren|system)(?!\w)"
)


def _hiding(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    low = plain(clause_around(dialogue, flag))
    if not (_DECISION.search(low) or (dialogue.other and _WHO_DECIDED.search(plain(dialogue.other.text)))):
        return None
    if _FROM_ABOVE.search(low):
        return "Ich trage diese Entscheidung mit und stehe dazu"
    return ("Ich stehe zu dieser Entscheidung", "Die Entscheidung ist getroffen, und ich stehe dahinter")[turn % 2]


def _soothing(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    du = _familiar(dialogue)
    if _to_two(dialogue):
        return None
    if dialogue.course not in NEWS_COURSES:
        return (
            f"Ich sehe, dass {'dich' if du else 'Sie'} das beschäftigt",
            f"Das geht {'dir' if du else 'Ihnen'} nahe, und ich will es hören",
        )[turn % 2]
    if message_index(dialogue) is None:
        return news(dialogue)  # before the news there is nothing to console for
    return (
        f"Das trifft {'dich' if du else 'Sie'} hart, das sehe ich",
        f"Das muss man erst einmal verdauen. {'Lass dir' if du else 'Lassen Sie sich'} Zeit",
        "Das ist viel auf einmal. Ich warte einen Moment",
    )[turn % 3]


def _others(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    if dialogue.course in NEWS_COURSES or _to_two(dialogue):
        return None  # what others think is no reason for a decision; the facts are
    du = _familiar(dialogue)
    who, lived = ("dir", "hast du") if du else ("Ihnen", "haben Sie")
    return (
        _expectation(dialogue)
        or (
            f"Mir ist etwas zu Ohren gekommen, und ich will es zuerst von {who} hören. Wie {lived} es erlebt?",
            f"Ich kenne bisher nur eine Seite. Was ist aus {'deiner' if du else 'Ihrer'} Sicht passiert?",
            f"Ich will zuerst {'deine' if du else 'Ihre'} Seite hören. Wie {lived} es erlebt?",
        )[turn % 3]
    )


_MUST = re.compile(
    r"(?:^|[,;.]\s*)(?:(?:und|also|so|aber|gut|jetzt)[\s,]+)*(?:du musst|sie müssen|du wirst|sie werden|du hast|"
    r"sie haben) "
    r"(?P<what>[^,.;!?]+?)(?=,|\s+oder\s|\s+sonst\s|[.!?]|$)",
    re.I,
)
_SPITE = re.compile(
    r"(?<!\w)(?:benehm\w*|mund|klappe|zusammenreiß\w*|riemen|endlich|gefalligst|einfach|anstrengen|aufhor\w*|lernen|"
    r"respekt\w*|verantwortung|"
    r"verstehen|wissen|sehen|begreifen|kapieren|besser|mehr|weniger|nicht|nie|kein\w*|nur|ob|akzeptieren|damit leben|"
    r"schon|zu|"
    r"sich|dich|klar\w*|anders|haltung|einstellung|wundern)(?!\w)"
)


def _demand(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expectation(dialogue) or _request(dialogue, flag)


def _request(dialogue: Dialogue, flag: Flag) -> str | None:
    """`Sie müssen die Liste bis Freitag abgeben, sonst …` becomes `Ich bitte Sie, die Liste bis Freitag abzugeben`."""
    found = _MUST.search(clause_around(dialogue, flag))
    if found is None:
        return None
    what = re.sub(r"(?<!\w)(?:jetzt|sofort|verdammt|mal|halt|eben|gleich) ?", "", found["what"]).strip()
    if not 2 <= len(what.split()) <= 14 or _SPITE.search(plain(what)):
        return None
    return _asked_for(what, dialogue)


def _asked_for(what: str, dialogue: Dialogue) -> str | None:
    """A request with the infinitive that ends `what`: `Ich bitte dich, … einzutragen`; None where it ends in none."""
    *before, last = what.split()
    if not re.fullmatch(r"[a-zäöüß]{3,}n", last) or not before:
        return None
    split = _SEPARABLE.fullmatch(last) if not _WHOLE_VERBS.fullmatch(last) else None
    verb = f"{split['prefix']}zu{split['verb']}" if split else f"zu {last}"
    start = (
        before[0]
        if not re.match(r"(?:Ab|Bis|Am|Im|In|Vor|Die|Der|Das|Den|Jede\w?|Nach)$", before[0])
        else before[0].lower()
    )
    return f"Ich bitte {'dich' if _familiar(dialogue) else 'Sie'}, {' '.join([start, *before[1:]])} {verb}"


_ABOUT_THE_TALK = re.compile(
    r"(?<!\w)(?:gesprach\w*|dreiergesprach|streit\w*|vorwurf\w*|entschuldig\w*|beschwer\w*|ziel|regel\w*|"
    r"vereinbarung|feststellung|termin|"
    r"kolleg\w*|mitarbeiter\w*|herrn?|frau|leiter\w*|filialleiter|azubi|meister|mechaniker|vorstand|er|sie|ihm|ihn|"
    r"dr)(?!\w)"
)
_COUNTED = re.compile(
    r"\d|(?<!\w)(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)(?:mal)?(?!\w)", re.I
)
_FACT = re.compile(r"(?<!\w)(?:stand|standen|fehlte\w?|war|waren|kam|kamen|lag|lagen|ist|sind|blieb|blieben)(?!\w)")


def _expectation(dialogue: Dialogue) -> str | None:
    """What must be said in a talk about work, as a fact and a request: `… Ich bitte dich, …`."""
    if dialogue.course in NEWS_COURSES or _to_two(dialogue):
        return None
    said: list[str] = []
    for part in _parts(dialogue):
        bare = re.sub(r"\s*\([^)]*\)", "", part)
        wanted = re.match(r"(?:Bitte|Erwartung|Wunsch|Gewünscht):\s*(?P<what>.+)", bare)
        told = re.sub(r"^[A-ZÄÖÜ]\w+: ", "", bare)
        if wanted or (said and not _FACT.search(told)):
            asks = _asked_for(wanted["what"] if wanted else told, dialogue)
            if asks is None:
                return None
            said.append(f"{asks}.")
        elif _FACT.search(told) and _COUNTED.search(told):
            said.append(f"{told[0].upper()}{told[1:]}.")
        else:
            return None
    made = " ".join(said)
    return (
        made if "Ich bitte" in made and not _ABOUT_THE_TALK.search(re.sub(r"ich bitte sie", "", plain(made))) else None
    )


def _as_message(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expectation(dialogue)


def _unsaid_expectation(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expectation(dialogue) if message_index(dialogue) is None else None


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

_NOUN = re.compile(
    r"(?<!\w)(?:gewisse|bestimmte|einige|manche|verschiedene|mehrere|diverse|irgendwelche|ein paar|"
    r"die eine oder andere) "
    r"(?P<noun>(?!Leute|Tage|Wochen|Male?\b|Zeit|Personen|Kollegen|Kolleginnen)[A-ZÄÖÜ]\w{3,})(?!\w)"
)
_MORE = re.compile(
    r"(?<!\w)(?:etwas|bisschen|bissl|wenig|stück weit|tick|da|mal|auch) (?P<more>öfter|häufiger|schneller|früher|"
    r"pünktlicher|mehr|"
    r"besser|weniger|klarer|sorgfältiger|genauer|offener|flexibler|strukturierter|runder|gerechter|aktiver)(?!\w)",
    re.I,
)
_WHEN = re.compile(
    r"(?<!\w)(?:irgendwann|auf dauer|auf lange sicht|langfristig|mittelfristig|auf absehbare zeit|demnachst|bald|"
    r"spater|"
    r"zu gegebener zeit|bei gelegenheit|gelegentlich|beizeiten|zeitnah|perspektivisch|mal wieder|ab und zu|"
    r"hin und wieder|"
    r"da und dort|wenn sich der staub|in nachster zeit|in absehbarer zeit|kunftig mal|fruher oder spater)(?!\w)"
)
_HOW = {
    "öfter": "Wie oft",
    "häufiger": "Wie oft",
    "schneller": "Wie schnell",
    "früher": "Um wie viel Uhr",
    "pünktlicher": "Um wie viel Uhr",
    "mehr": "Wie viel",
    "weniger": "Wie viel",
}


def question(kind: Kind, quote: str) -> str | None:
    """The question that these very words leave open, such as `Welche Dinge genau?`, or None."""
    low = plain(quote)
    if kind in ("open", "hedged", "loose"):
        if noun := _NOUN.search(quote):
            return f"Welche {noun['noun']} genau?"
        if more := _MORE.search(quote):
            return f"{_HOW.get(more['more'].lower(), 'Was')} genau, und ab wann?"
    if kind in ("open", "hedged") and _WHEN.search(low):
        return "Wann genau?"
    if kind == "open" and re.search(r"(?<!\w)(?:jemand\w*|irgendwer|irgendjemand|man|leute|einer)(?!\w)", low):
        return "Wer genau, und bis wann?"
    if kind == "blame" and re.search(
        r"(?<!\w)(?:immer|nie|niemals|standig|dauernd|jedes mal|schon wieder|andauernd)(?!\w)", low
    ):
        return "Wann war das zuletzt, und was hast du gesehen?"
    return None


def hedges_in(quote: str) -> list[str]:
    """Every word in `quote` that makes it smaller, in order."""
    return [found[0].strip(" ,") for found in _WORDS_THAT_HEDGE.finditer(quote)]


WRITER = Writer(makers=_MAKERS, news=news, question=question, hedges=hedges_in)
