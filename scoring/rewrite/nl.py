"""Better sentences in Dutch, in the form of address of the trainee: `je`, `ge` or `u`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from personas.types import Kind
from scoring.message import message_index
from scoring.rewrite.writer import Maker, Writer, clause_around, message_parts, sentence, unsaid
from scoring.slots import asked
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag


@dataclass(frozen=True, slots=True)
class Register:
    """How the trainee addresses the other."""

    you: str
    your: str
    to: str
    """The same as an object: `aan jou`."""


JE = Register("je", "je", "jou")
GE = Register("ge", "uw", "u")
U = Register("u", "uw", "u")
_GE = re.compile(r"(?<!\w)(?:ge|gij|gijle)(?!\w)")
_JE = re.compile(r"(?<!\w)(?:je|jij|jou|jouw|jullie)(?!\w)")
_U = re.compile(r"(?<!\w)(?:u|uw|uzelf)(?!\w)")


def register(dialogue: Dialogue) -> Register:
    """The form of address of the last utterance or, where it holds none, of the trainee's earlier ones; else `je`."""
    for utterance in reversed(dialogue.utterances):
        if utterance.speaker != "trainee":
            continue
        low = plain(utterance.text)
        if _GE.search(low):
            return GE
        if _JE.search(low):
            return JE
        if _U.search(low):
            # `uw` alone is as often Flemish `ge` as the polite form; where the trainee says `ge` elsewhere it is that.
            said = " ".join(plain(u.text) for u in dialogue.utterances if u.speaker == "trainee")
            return GE if _GE.search(said) else U
    return JE


# The message -----------------------------------------------------------------------------------------

_NO_NEWS = re.compile(
    r"^(?:vraag|verzoek|afspraak|informatie|praktische|gesprek|jaarlijks|opvolging|verwachting)\b", re.I
)
_SAYS = re.compile(
    r"(?<!\w)(?:wordt|worden|is|zijn|gaat|gaan|stopt|stoppen|sluit|sluiten|eindigt|vervalt|vervallen|verdwijnt|krijgt|"
    r"vertrekt|verhuist|stijgt|blijft|komt|valt|vallen|mag|kan)(?!\w)"
)
_THEIRS = (
    "contract", "tijdelijk contract", "tijdelijke contract", "aanvraag", "functie", "promotie", "proeftijd", "verlof",
    "onbetaald verlof", "overplaatsing", "detachering", "overstap", "job", "opzeg", "sabbatical", "uren",
)  # fmt: skip
_LATER = re.compile(r"^(?:laatste (?:werk)?dag|ingang|einddatum)\s*:?\s*(?:op\s+)?(?P<day>[\w\s]+)$", re.I)
_ENDED = re.compile(
    r"^(?:het|de|je|uw) (?P<what>(?:tijdelijke? )?contract|arbeidsovereenkomst)(?P<of> (?:van|bij|"
    r"in) [^,;]*?)? wordt(?P<more> .*?)? ?beëindigd(?P<rest>.*)$",
    re.I,
)


def news(dialogue: Dialogue) -> str | None:
    """The message of the talk as the trainee could say it: `Ik heb slecht nieuws: we beëindigen je contract, …`.

    None in talks without such news, or where the message is not a sentence.
    """
    if dialogue.course not in NEWS_COURSES:
        return None
    said = _message_clause(dialogue, register(dialogue))
    return sentence(f"Ik heb slecht nieuws: {said}") if said else None


def _message_clause(dialogue: Dialogue, you: Register) -> str | None:
    parts = message_parts(dialogue)
    if not parts or _NO_NEWS.match(parts[0]) or not _SAYS.search(plain(parts[0])):
        return None
    ended = _ENDED.match(parts[0])
    if ended and not ended["of"]:
        main = f"we beëindigen {you.your} {ended['what']}{ended['more'] or ''}{ended['rest']}".rstrip()
    else:
        main = _own(parts[0], you)
    reason = ""
    for part in parts[1:]:
        last = _LATER.match(part)
        if last:
            main += f", {you.your} laatste dag is {last['day'].strip()}"
        elif theirs := re.match(r"(?:je|jouw|uw) (?P<rest>.+)", part, re.I):
            main += f", {you.your} {theirs['rest']}"
        elif part.lower().startswith("reden:") and not re.search(r"[:,]", part[6:]):
            reason = f". De reden is: {part[6:].strip()}"
    main_to_you = addressed(main, you)
    return main_to_you + reason if main_to_you else None


_POSSESSED = re.compile(
    r"(?:eigen |laatste |vaste |nieuwe |tijdelijke? |huidige )?(?:contract\w*|arbeidsovereenkomst|functie\w*|job|"
    r"werk\w*|plaats|plek|post|dag|(?:werk)?dagen|aanvra\w+|promotie|proeftijd|verlof|opzeg\w*|uren|loon|ploeg|taken|taak|rol|"
    r"dienst|overplaatsing|detachering|overstap|sabbatical|c4|dossier\w*|takenpakket|bureau|naam|collega\w*)(?!\w)"
)
_FORMS = re.compile(r"(?<!\w)(?P<form>jouw|jou|jij|je|uw|ge|gij|u)(?!\w)(?= ?(?P<next>[^,.;:]*))", re.I)


def addressed(said: str, you: Register) -> str | None:
    """The same words to somebody who is addressed as `you`; None where a form cannot be carried over for certain."""

    def carried(found: re.Match[str]) -> str:
        form, after = found["form"].lower(), plain(found["next"])
        if form in ("jouw", "uw") or (form == "je" and _POSSESSED.match(after)):
            return you.your
        return "?"

    made = said if you is JE and not _U.search(plain(said)) else _FORMS.sub(carried, said)
    return None if "?" in made else made


_WHOSE = re.compile(r" van (?:(?:de|het) )?\w+(?= wordt| is| eindigt| stopt)")
_TOO_LATE = re.compile(r"(?P<when>in [\w ]+?) (?P<how>\w+ keer te laat)$")


def _own(part: str, you: Register) -> str:
    for what in _THEIRS:
        found = re.match(rf"(?:het|de|je)\s+{what}\b", part, re.I)
        if found:
            said = part[found.end() - len(what) :]
            if what.endswith("contract") or what == "proeftijd":
                said = _WHOSE.sub("", said)  # whose contract it is need not be said to the one who has it
            return f"{you.your} {said}"
    part = re.sub(r"(?<!\w)je (?=\w+ (?:vervalt|verdwijnt|wordt|stopt))", f"{you.your} ", part)
    return part[0].lower() + part[1:] if re.match(r"(?:De|Het|Een|Je|Uw|Ik|We|Wij|Er)\b", part) else part


# Hedges ----------------------------------------------------------------------------------------------

_FINITE = [
    "wordt",
    "worden",
    "is",
    "zijn",
    "ben",
    "bent",
    "zijt",
    "heeft",
    "hebben",
    "hebt",
    "heb",
    "kan",
    "kunt",
    "kunnen",
    "kon",
    "moet",
    "moeten",
    "mag",
    "mogen",
    "moogt",
    "gaat",
    "gaan",
    "ga",
    "zal",
    "zult",
    "zullen",
    "stopt",
    "stoppen",
    "eindigt",
    "vervalt",
    "verdwijnt",
    "komt",
    "komen",
    "krijgt",
    "krijgen",
    "blijft",
    "blijven",
    "valt",
    "vallen",
    "sluit",
    "loopt",
    "ligt",
    "staat",
    "doet",
]  # a list of words reads better as a line of words
_HEDGE = re.compile(
    r"(?<!\w)(?:misschien|eventueel|mogelijk|mogelijks|wellicht|allicht|vermoedelijk|normaal gezien|in principe|"
    r"eigenlijk|ergens|"
    r"een beetje|min of meer|zo'n beetje|zeg maar|zogezegd|om zo te zeggen|zal ik zeggen|denk ik|dacht ik|"
    r"geloof ik|vermoed ik|"
    r"in theorie|onder voorbehoud|als het ware|precies|waarschijnlijk|op een bepaalde manier|soort van|"
    r"stilaan)(?!\w),?\s*",
    re.I,
)
_COULD_BE = re.compile(
    r"^(?:(?:en|ja|euh|dus|maar|awel|goh|nou|kijk)[\s,]+)*(?:het|'t|dat) (?:zou|zal) (?:\w+ ){0,2}?(?:kunnen|"
    r"best kunnen|wel kunnen)(?: zijn)? dat\s+(?P<rest>.+)$",
    re.I,
)
_THINKS = re.compile(
    r"^(?:(?:en|ja|euh|dus|maar|awel|goh|nou|kijk)[\s,]+)*ik (?:denk|vrees|vermoed|"
    r"geloof)(?: \w+){0,2}? dat\s+(?P<rest>.+)$",
    re.I,
)
_STILL_HEDGED = re.compile(
    r"(?<!\w)(?:zou|zouden|zoudt|eens|wat|iets|bepaalde|dinge?n?|zaken|of zo|en zo|overwegen|kijken)(?!\w)", re.I
)
_PRONOUN = re.compile(r"(?:ik|je|jij|ge|gij|u|we|wij|hij|zij|ze|het|dat|er|'t)(?!\w)", re.I)
_DETERMINED = re.compile(r"(?:je|jouw|uw|het|de|dit|dat|die|deze|mijn|ons|onze|een)\s+\w+", re.I)


def _hedged(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _firm(dialogue, flag) or _news_now(dialogue) or _unsaid_expectation(dialogue, flag, turn)


def _firm(dialogue: Dialogue, flag: Flag) -> str | None:
    text = clause_around(dialogue, flag)
    subordinate = _COULD_BE.match(text) or _THINKS.match(text)
    made = _main_clause(_without_hedges(subordinate["rest"])) if subordinate else _statement(text)
    if made is None or not 3 <= len(made.split()) <= 22 or _STILL_HEDGED.search(plain(made)):
        return None
    return made


def _without_hedges(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\s+,", ",", _HEDGE.sub("", text))).strip(" ,")


def _main_clause(text: str) -> str | None:
    """`je contract niet verlengd wordt` becomes `je contract wordt niet verlengd`."""
    if re.search(r"[,;:]", text):
        return None
    subject = _DETERMINED.match(text) or _PRONOUN.match(text)
    if subject is None:
        return None
    rest = text[subject.end() :].split()
    last = [place for place in (len(rest) - 1, len(rest) - 2) if place > 0 and plain(rest[place]) in _FINITE]
    if not last:
        return None
    # `niet kunt blijven`: of two, the one that cannot be an infinitive is the finite verb.
    verb = rest.pop(min(last, key=lambda place: rest[place].endswith("en")))
    return f"{subject[0]} {verb} {' '.join(rest)}"


def _statement(text: str) -> str | None:
    """A main clause without its hedges, where the verb stays in second place without them."""
    low = plain(text)
    if "?" in text or not _HEDGE.search(text):
        return None
    opens = _HEDGE.match(text)
    if opens:
        return None  # the verb would come first; better no sentence than a wrong one
    made = _without_hedges(text)
    if re.search(r"(?<!\w)(?:dat|of|als|omdat)\s*$", plain(made)) or len(low.split()) - len(made.split()) == 0:
        return None
    return made


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
    given = re.search(r"reden: ([^;.]+)", dialogue.message)
    reason = dialogue.reasons[0] if dialogue.reasons else given[1] if given else None
    if reason is None:
        return None
    reason = re.split(r":\s", reason)[0].strip().rstrip(".")  # what stands after a colon explains the reason
    if re.search(r"[:,]", reason):
        return None
    whole = bool(_SAYS.search(plain(reason)) and re.match(r"(?:De|Het|We|Er|Je|Uw)\b", reason))
    return f"{reason}." if whole else f"De reden is: {reason[0].lower()}{reason[1:]}."


# Answers, owning, listening --------------------------------------------------------------------------


def _no_answer(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    other = dialogue.other
    if other is None:
        return None
    slot = asked(other.text, dialogue.tongue)
    if slot == "why":
        return _reason(dialogue)
    last_day = re.search(r"laatste (?:werk)?dag:? (\d{1,2} \w+)", dialogue.message)
    if slot == "when" and last_day and re.search(r"(?<!\w)(?:laatste|stop|eindig|weg|moet ik)", plain(other.text)):
        return f"{register(dialogue).your} laatste dag is {last_day[1]}."
    lost = re.search(
        r"(?<!\w)(?:ontslagen|mijn (?:job|werk|plaats|contract|functie|ploegbaas)|blijven|buiten|buitengooien|weg|"
        r"verlengd|goedgekeurd|mag ik gaan|krijg ik (?:het|hem|de plaats|die plaats|verlof))(?!\w)",
        plain(other.text),
    )
    clause = _message_clause(dialogue, register(dialogue)) if dialogue.course in NEWS_COURSES else None
    if slot == "yes_no" and lost and clause and message_index(dialogue) is None:
        return f"Ik geef {register(dialogue).to} een eerlijk antwoord: {clause}."
    return None


_DECIDED = re.compile(
    r"(?<!\w)(?:er|het) (?:is|werd|wordt)(?: \w+){0,2}? (?P<verb>beslist|besloten|bepaald|gekozen)(?: \w+ \w+)? "
    r"(?P<rest>(?:dat|om)\s.+)$",
    re.I,
)


_FROM_ABOVE = re.compile(r"(?<!\w)(?:hogerhand|bovenaf|van boven|directie|raad van bestuur|hoofdkantoor|hr)(?!\w)")
_WHO_DECIDED = re.compile(r"(?<!\w)(?:wie|beslis\w*|beslo\w*|staat gij|sta jij|vindt gij|vind jij)(?!\w)")
_DECISION = re.compile(
    r"(?<!\w)(?:\w*beslis\w*|\w*beslo\w*|beslissing\w*|boodschapper|opgelegd|afgekeurd|geweigerd)(?!\w)"
)


def _hiding(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    text = clause_around(dialogue, flag)
    low = plain(text)
    if not (_DECISION.search(low) or (dialogue.other and _WHO_DECIDED.search(plain(dialogue.other.text)))):
        return None
    above = bool(_FROM_ABOVE.search(low))
    decided = _DECIDED.search(text)
    if decided and len(text.split()) <= 22:
        rest = re.split(r"\s+(?:ik kan|en ik|maar ik|ja )", decided["rest"])[0]
        return f"Ik heb mee {decided['verb'].lower()} {rest.rstrip(' ,.')}"
    if above:
        return "Dit is een beslissing van de directie en van mij."
    return ("Ik sta achter deze beslissing.", "Die beslissing is er, en ik sta erachter.")[turn % 2]


def _soothing(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    you = register(dialogue)
    if dialogue.course not in NEWS_COURSES:
        return f"Ik zie dat dit {'je' if you is JE else 'u'} geraakt heeft."
    if message_index(dialogue) is None:
        return news(dialogue)  # before the news there is nothing to console for
    return (
        "Dit komt hard aan, dat zie ik.",
        f"Dat is zwaar om te horen. Neem {you.your} tijd.",
        "Dit is veel in één keer. Ik wacht even.",
    )[turn % 3]


def _others(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    if dialogue.course in NEWS_COURSES:
        return None  # what others think is no reason for a decision; the facts are
    you = register(dialogue)
    return (
        _expectation(dialogue)
        or (
            f"Ik heb hier iets over gehoord en ik wil het eerst van {you.to} weten. Hoe is dat voor {you.to}?",
            f"Twee mensen zijn hierover bij mij geweest. Ik wil van {you.to} horen hoe het gegaan is."
            if re.search(r"(?<!\w)(?:twee|komen klagen|bij mij)(?!\w)", plain(flag.quote))
            else f"Ik ken maar één kant van dit verhaal. Wat is er volgens {you.to} gebeurd?",
            f"Er is mij iets verteld, en ik wil eerst {you.your} kant horen. Hoe ging het?",
        )[turn % 3]
    )


_SPLIT = re.compile(
    r"^(?P<pre>op|af|aan|uit|in|mee|bij|terug|binnen|door|weg|na|toe|los|klaar|neer|samen|voort)(?P<verb>\w{3,}en)$"
)
_MUST = re.compile(
    r"(?:^|[,;.]\s*)(?:(?:en|ja|dus|maar|awel|nu|dan|voortaan|'t is mij eender van wie)[\s,.]+)*(?P<who>je|jij|ge|"
    r"gij|u) (?:moet|zult|gaat|zal)(?:en)?\s+(?P<what>[^,.;!?]+?)(?=,| of (?:ge|gij|je|jij|u|ik|het|'t|er)(?!\w)|"
    r" anders|[.!?]|$)",
    re.I,
)
_SPITE = re.compile(
    r"(?<!\w)(?:gedragen|zwijgen|mond|moeilijk|zagen|zeuren|klagen|leveren|luisteren|verantwoordelijkheid|maar|"
    r"weten|zien|verstaan|beter|meer|niet|geen|eens|toch)(?!\w)"
)


def _demand(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expectation(dialogue) or _request(dialogue, flag)


def _request(dialogue: Dialogue, flag: Flag) -> str | None:
    """`Ge moet de pallets stapelen, of …` becomes `Ik vraag u om de pallets te stapelen`."""
    found = _MUST.search(clause_around(dialogue, flag))
    if found is None:
        return None
    words = [w for w in found["what"].split() if plain(w) not in ("gewoon", "nu", "direct", "wel", "maar", "eens")]
    if not 2 <= len(words) <= 12 or _SPITE.search(plain(" ".join(words))):
        return None
    verb = words[-1]
    if not re.fullmatch(r"\w{2,}(?:en|aan|gaan|staan|zien|doen)", verb) or len(words) < 2:
        return None
    ending = _with_te(verb)
    you = register(dialogue)
    asks = "je" if you is JE else "u"
    own = {"je": "je", "ge": "uw", "u": "uw"}[you.you]
    body = " ".join(own if plain(word) in ("je", "uw", "jouw") else word for word in words[:-1])
    return f"Ik vraag {asks} om {body} {ending}"


def _with_te(verb: str) -> str:
    split = _SPLIT.match(verb)
    return f"{split['pre']} te {split['verb']}" if split else f"te {verb}"


_VERB = re.compile(
    r"(?:\w{2,5})?(?:bellen|handelen|brengen|geven|volgen|stapelen|vullen|komen|lezen|antwoorden|praten|houden|"
    r"leveren|melden|"
    r"nemen|maken|schrijven|sturen|werken|laten|zetten|dragen|spreken|zoeken|vragen|bezorgen|controleren|mailen|leggen|"
    r"opruimen|ruimen|sluiten|openen|delen|noteren|registreren|plannen|overleggen|luisteren|stoppen|beginnen|starten)"
)
_ABOUT_THE_TALK = re.compile(
    r"(?<!\w)(?:bespreken|bespreking|gesprek|manager|medewerker|opvolging|voorstel|informatie|chef|spanning|ruzie|"
    r"klacht|"
    r"uitleg|zeggen|haar|hem|hun|verwijt|vindt|willen|wil)(?!\w)"
)


def _expectation(dialogue: Dialogue) -> str | None:
    """What must be said in a talk about work, as a fact and a request: `… Ik vraag je om … te …`."""
    if dialogue.course in NEWS_COURSES:
        return None
    you = register(dialogue)
    asks = "je" if you is JE else "u"
    said: list[str] = []
    for part in re.split(r"[;.](?:\s|$)", dialogue.message):
        wanted = re.match(r"\s*(?:vraag|verzoek|verwachting):\s*(?P<what>.+)", part, re.I)
        if wanted:
            said.append(_asked_for(wanted["what"].strip(), asks))
        elif said and (late := _TOO_LATE.fullmatch(part.strip())):
            were = {"je": "was je", "ge": "waart ge", "u": "was u"}[you.you]
            said.append(f"{late['when'].capitalize()} {were} {late['how']}.")
        elif said and part.strip().startswith("vanaf "):
            said.append(f"Ik vraag {asks}: {part.strip()}.")
        elif part.strip() and not said:
            fact = part.strip()
            if not re.match(r"(?:De|Het|Van de|Vier|Drie|Twee van|In) ", fact) or _ABOUT_THE_TALK.search(plain(fact)):
                return None
            if not re.search(
                r"(?<!\w)(?:is|zijn|was|waren|kwam|kwamen|gaan|gaat|begint|ontbraken|ontbreekt|missen|liep)(?!\w)", fact
            ):
                return None
            said.append(f"{fact[0].upper()}{fact[1:]}.")
    return " ".join(said) if said and not _ABOUT_THE_TALK.search(plain(" ".join(said))) else None


def _asked_for(what: str, asks: str) -> str:
    words = what.split()
    if (
        len(words) > 2
        and _VERB.fullmatch(words[-1])
        and not re.search(r"[,:]", what)
        and words[0] not in ("niet", "geen")
    ):
        return f"Ik vraag {asks} om {' '.join(words[:-1])} {_with_te(words[-1])}."
    return f"Ik vraag {asks}: {what}."


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

_NOUN = re.compile(
    r"(?:bepaalde|sommige|die|een paar|enkele|een aantal|zulke|diverse|van die) (?P<noun>\w{3,}en|\w{4,}s)(?!\w)"
)
_MORE = re.compile(
    r"(?:wat|beetje|iets|stuk) (?P<more>meer|beter|vaker|sneller|vlotter|vollediger|vroeger|minder)(?!\w)"
)
_WHEN = re.compile(
    r"(?:op termijn|in de toekomst|in de loop van|(?:de|in de) komende (?:tijd|weken|maanden)|te zijner tijd|"
    r"binnenkort|ooit|op de duur|op den duur|eens|ne keer|een keer|later|straks|rond|ergens in|soms|"
    r"af en toe|zo nu en dan)(?!\w)"
)


def question(kind: Kind, quote: str) -> str | None:
    """The question that these very words leave open, such as `Welke zaken precies?`, or None."""
    low = plain(quote)
    if kind in ("open", "hedged", "loose"):
        noun = _NOUN.search(low)
        if noun:
            return f"Welke {noun['noun']} precies?"
        more = _MORE.search(low)
        if more:
            how = {"vaker": "Hoe vaak", "sneller": "Hoe snel", "vlotter": "Hoe snel", "vroeger": "Hoe laat"}
            return f"{how.get(more['more'], 'Wat')} precies, en vanaf wanneer?"
    if kind in ("open", "hedged") and _WHEN.search(low):
        return "Tegen wanneer precies?"
    if kind == "open" and re.search(r"(?<!\w)(?:iemand|men|ze)(?!\w)", low):
        return "Wie precies, en tegen wanneer?"
    if kind == "blame" and re.search(r"(?<!\w)(?:altijd|nooit|weer|steeds|elke keer|constant|eeuwige?)(?!\w)", low):
        return "Wanneer gebeurde dat de laatste keer, en wat zag je toen?"
    return None


def hedges_in(quote: str) -> list[str]:
    """Every word in `quote` that makes it smaller, in order."""
    return [found[0].strip(" ,") for found in _HEDGE.finditer(quote)]


WRITER = Writer(makers=_MAKERS, news=news, question=question, hedges=hedges_in)
