"""What kind of answer a question asks for, and whether it came.

An answer is known by what fills the slot: yes or no, a time, a person, a number, a reason, an action. That an answer
repeats the words of the question says nothing (see docs: echoing evasions), so overlap is never evidence by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scoring.clauses import Clause, clauses, is_question, sentences
from scoring.dates import concrete
from scoring.spelling import plain
from scoring.types import Dialogue, Slot
from scoring.words import of_class

_W = r"(?<!\w)"
_E = r"(?!\w)"
_YOU = r"(?:je|jij|ge|gij|u|jullie|de|het|dat|er|hier)"


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_FORMS: tuple[tuple[Slot, re.Pattern[str]], ...] = (
    ("meaning", _re(rf"{_W}(?:wat|hoe) bedoel|{_W}wat wil (?:dat|je|ge|u)\w* \w*\s?zeggen|{_W}wat beteken|{_W}wat is dat{_E}|bedoel(?:t|de)? (?:je|ge|u|gij|jij){_E}|{_W}zoals wat|{_W}in welke zin|{_W}wat versta")),
    ("when", _re(rf"{_W}(?:wanneer|hoe laat|sinds wanneer|tegen wanneer|tot wanneer|welke? (?:dag|datum|week|maand|dagen|uur|moment))\w*{_E}|{_W}op welk moment")),
    ("how_many", _re(rf"{_W}(?:hoeveel|hoe ?lang|hoe vaak|hoe veel|hoe groot|hoe hoog|wat betaalt|wat verdien)\w*{_E}")),
    ("who", _re(rf"{_W}(?:wie|van wie|door wie|bij wie|met wie|aan wie|wiens){_E}")),
    ("why", _re(rf"{_W}(?:waarom|hoezo|hoe komt|hoe kan|vanwaar|waarvoor|voor wat|om welke reden|op welke grond|wat is de reden|welke reden|waar ligt het aan|waaraan ligt|wat gaf|wat heeft de doorslag|waar heb je die op|waarop)\w*{_E}")),
    ("what_now", _re(
        rf"{_W}(?:wat nu|en nu|hoe nu|hoe moet|hoe gaat (?:het|dat|dit) (?:nu|verder|dan)|wat moet|wat moeten|wat (?:gaat|ga|doet|doe|gaan|doen|kunt|kan|wilt|wil|zult|zal|stelt|stel|verwacht|spreken|spreek|vraag|vraagt) (?:ik|je|jij|ge|gij|u|we|wij|jullie)|wie doet wat)")),
    ("open", _re(rf"{_W}(?:wat|hoe|welke?|waar(?:in|uit|aan|voor|mee|naar|toe|naartoe|over|bij|van|door|tegen)?|wablief){_E}")),
)  # fmt: skip

_VERB_FIRST = _re(
    r"(?:(?:en|maar|dus|oke|goed|ja|nee|nou|allez|dan|of|euh|eh|zeg|wacht|ach|och|bon|eerlijk|joris|chef)\W+)*"
    r"(?:is|zijn|ben|bent|zijt|was|waren|waart|wordt|word|worden|werd|heb|hebt|heeft|hebben|had|hadt|hadden|mag|moogt|mogen|mocht|"
    r"moet|moeten|moest|kan|kunt|kunnen|kon|kondt|zal|zult|zullen|zou|zoudt|zouden|wil|wilt|willen|wou|krijg|krijgt|krijgen|gaat|ga|"
    r"gaan|ging|komt|kom|komen|doe|doet|doen|blijf|blijft|blijven|weet|wist|weten|denk|denkt|vind|vindt|vond|gelooft|geloof|klopt|"
    r"telt|betekent|ligt|staat|sta|stond|zit|geldt|hoor|hoort|verwacht|bedoel|bedoelt|snap|snapt|ziet|zie|dreigt|dreig|komt|valt|"
    r"hoef|hoeft|durf|durft|durven|wist|stondt|klaagt|spreken|zetten|begint|stopt|sluit|laat|laten|zeg|zegt|houdt|hou|werkt|werk|"
    r"geeft|geef|vraagt|vraag|betaalt|krijgen|gebeurt|verdwijnt|verlies|verliest|bestaat|lukt|mis|scheelt|tel|speelt|kent|ken|meent|meen)"
    r"\s+\w+"
)
_ADDRESSED = _re(rf"^(?!.*{_W}toch{_E})(?=.*{_W}(?:ik|je|jij|ge|gij|u|jullie|we|wij|mij|me){_E}).*(?:\w+\W+){{3}}")
"""A question in the form of a statement that still turns to somebody."""
_TAG = _re(r"(?:^|\W)(?:he|toch|zeker|of wat|nietwaar|niet|wel|ja|nee|of niet soms|begrepen|verstaan)\s*\?$")
_RHETORICAL = _re(r"\W*(?:\w+\W+){0,2}?(?:en|maar)? ?(?:ik|jij|gij|wij|u) dan\W*$")
_ABOUT = _re(r"\W*(?:\w+\W+){0,3}?(?:en|maar) (?:die|dat|mijn|mij|de|het|\w+)(?:\W+\w+){0,4}\W*\?")
"""`En mijn opzeg?` asks something, in a form that does not say what."""
_TOLD = _re(
    rf"{_W}(?:zeg|zegt|vertel|vertelt|noem|noemt|leg|legt) (?:het |mij |me |mij dan |dan |eens |ne keer |eerst |gewoon )*(?:wie|wat|waarom|wanneer|hoe|hoeveel|ne naam|een naam|welke)|"
    rf"{_W}(?:ik (?:wil|vraag|vroeg|moet|zou graag)(?: \w+)? (?:weten )?(?:wie|wat|waarom|wanneer|hoe\w*|of|welke))|{_W}geef (?:eens )?antwoord|{_W}ja of nee{_E}"
)


@dataclass(frozen=True, slots=True)
class Question:
    """One question, with the kind of answer it asks for."""

    slot: Slot
    text: str
    plain_yes: bool = True
    """Whether it can be left without an answer, being an echo or a tag, when False."""


@lru_cache(maxsize=1024)
def questions(text: str) -> tuple[Question, ...]:
    """The questions in `text` that call for an answer, in order; tags and echoes of one or two words are left out."""
    found: list[Question] = []
    spoken = re.sub(r"\([^)]*\)", lambda m: " " * len(m.group()), text)
    for sentence in sentences(spoken):
        low = plain(sentence.text)
        low = re.sub(r"^[a-z]+: ", "", low)
        asks = low.rstrip("\"'”’) ").endswith("?")
        if not asks and not _TOLD.search(low):
            continue
        if _RHETORICAL.match(low):
            continue
        slot = next((slot for slot, form in _FORMS if form.search(low)), None)
        if slot is None:
            if (
                re.search(r"ja of nee|of niet\s*\?$", low)
                or _VERB_FIRST.match(low)
                or _VERB_FIRST.search(re.split(r"[,:]", low)[-1].strip())
            ):
                slot = "yes_no"
            elif asks and _ADDRESSED.search(low) and not _TAG.search(low):
                slot = "yes_no"
            elif asks and _ABOUT.match(low):
                slot = "open"
            elif "antwoord" in low or "naam" in low:
                slot = "who" if "naam" in low else "open"
            else:
                continue
        elif slot == "open" and len(re.findall(r"\w+", low)) < 2:
            continue
        found.append(Question(slot, low))
    return tuple(found)


def asked(text: str) -> Slot | None:
    """The kind of answer the questions in `text` ask for, or None where nothing is asked.

    Of several questions the last one with a question word counts, else the last one.
    """
    found = questions(text)
    worded = [question for question in found if question.slot != "yes_no"]
    return (worded or list(found))[-1].slot if found else None


_SKIP = (
    r"\W*(?:(?:euh|uh|eh|ehm|mm|hm|tja|goh|bwa|bah|och|ach|oh|o|oei|amai|allez|awel|wel|nou|kijk|zeg|luister|sorry|eerlijk gezegd|eerlijk|"
    r"helaas|oke|ok|en|maar|jo|joh|kom|dus|ai|voila|absoluut|gelukkig)(?!\w)\W*)*"
)
_DODGE_AFTER_YES = r"(?!\W*(?:kijk|goh|maar|zeg|hallo|nou|en|nu|ja|da weet ge|dat weet je|ja formeel|formeel|hoor eens|luister|bon|allez|euh|zie|weet je|weet ge|tja|jij|gij|wie|wat|als)(?!\w))"
_YES_NO = _re(
    rf"{_SKIP}(?:(?:ja|jazeker|jawel){_E}{_DODGE_AFTER_YES}|(?:ja\W+)?(?:dat (?:klopt|mag|kan|hoeft|weet|moet|is (?:goed|juist|waar|zo|oke|niet zo|niet waar|prima)|doe|denk|gaat|lukt|staat|blijft|geldt|zeg|heb|wordt|komt|telt|begrijp)|da (?:klopt|mag|kan|moet|is goed|weet)|"
    r"klopt|inderdaad|juist|zeker|natuurlijk|tuurlijk|uiteraard|absoluut|graag|heel graag|liever|prima|goed|is goed|'t is goed|mag|doe|doet|ga|gaat|nee\w*|neen|nog niet|niet|nooit|allebei|alle twee|beide|"
    r"toch wel|wel degelijk|jawel|helemaal niet|geen|niks|iedereen|voor iedereen|alleen|misschien|eerlijk waar|ook|die|hier|vandaag|morgen|straks|voorlopig|straks graag|volledig|precies|gedeeltelijk|deels|half|best|in een keer|nergens))(?!\w)"
)
_STATES = _re(
    rf"{_W}(?:is een (?:nee|ja)|klopt|antwoord is|blijft|staat vast|beslissing|(?:kan|mag|moet|hoef|hoeft|krijg|krijgt|gaat|wordt|word) (?:je|jij|ge|gij|u|het|dat|er|dus|niet|nie)){_E}"
)
_UNKNOWN = _re(
    rf"{_W}(?:(?:weet|wist) (?:ik|'k)(?: \w+){{0,4}} (?:niet|nie)|ik (?:weet|wist) (?:het|dat|'t|da)?(?: \w+){{0,4}} ?(?:niet|nie)|heb ik(?: \w+){{0,3}} (?:niet|nie|nog niet)|(?:nog )?niet bekend|"
    rf"(?:zoek|vraag|ga|kijk)(?: ik)?(?: \w+){{0,3}} (?:uit|na)(?!\w)|moet ik (?:nog )?(?:navragen|nakijken|uitzoeken|bekijken)|ik (?:vraag|zoek|kijk|ga) (?:het|dat|'t|da) (?:\w+ ){{0,3}}(?:na|uit)|(?:is|ligt) nog niet)"
)
_REFUSED = _re(
    rf"{_W}(?:(?:mag|kan|ga|wil|zal) (?:ik|'k)(?: \w+){{0,5}} (?:niet|nie|niks|niets|geen)(?: \w+){{0,3}} (?:zeggen|vertellen|delen|noemen|bespreken|over|antwoorden|kwijt)|(?:zeg|vertel|noem) (?:ik|'k)(?: \w+){{0,5}} (?:niet|nie|niks|niets|geen)|"
    rf"ik (?:mag|kan|ga|wil|zal)(?: \w+){{0,5}} (?:niet|nie|niks|niets|geen)(?: \w+){{0,3}} (?:zeggen|vertellen|delen|noemen|bespreken|over|antwoorden|kwijt)|ik (?:zeg|noem|vertel)(?: \w+){{0,4}} (?:niet|nie|niks|niets|geen)|"
    rf"vertrouwelijk|blijft tussen|geheim|beroepsgeheim|zwijgplicht|privacy|moet (?:hij|zij|ze) (?:\w+ )?van mij horen|(?:gaat|is) (?:over|van) een (?:collega|ander))"
)
_REASON = _re(
    rf"{_W}(?:omdat|want|doordat|aangezien|vermits|wegens|door|vanwege|reden|daarom|zodat|anders|'t was om|het was om|ging om|gaat om|komt door|ligt aan|lag aan|dat komt|tegen dat|anders|had ik|ik had|ik heb|ik wou|ik wilde|ik dacht|ik vond|ik was|mijn fout|te weinig|te veel|te laat){_E}|\d"
)
_NUMBER = _re(
    rf"\d|{_W}(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|\w*tig|\w*honderd\w*|\w*duizend\w*|niemand|alle|allemaal|iedereen|half|halve|dubbel|evenveel|volledig|alles|nul|maand|week|weken|uur|jaar|kwartier\w*|dag|dagen){_E}"
)
_FOR_YEARS = _re(rf"{_W}(?:al|sinds|na) \w+ (?:jaar|jaren|maanden|weken){_E}")
_TIME = _re(
    rf"\d|{_W}(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|vandaag|morgen|overmorgen|gisteren|vanavond|vanmiddag|straks|nu|meteen|direct|week|weken|maand|maanden|dag|dagen|uur|kwartier\w*|minuten|jaar|pasen|kerst\w*|nieuwjaar|zomer|lente|herfst|winter|voormiddag|namiddag|ochtend|avond|middag|weekend|begin|eind|einde|toen|nooit|altijd|nog niet|sinds|seffens|zodra){_E}"
)
_PERSON = _re(
    rf"^{_SKIP}(?:ja\W+)?(?:dat (?:was|ben|heb|doe) )?(?:(?:ik|wij|we|jij|gij|jullie|allebei)(?!\w)|(?:niemand|iedereen|alle \w+)\W*(?:[.,!]|van|in|behalve|die|$))|{_W}(?:ik|'k|wij|we) (?:heb|hebben|was|waren|besliste|koos|doe|doen|neem|beslis|zelf|en)(?!\w)|(?:heb|hebben|was|doe|neem|beslis) (?:ik|wij|we)(?!\w)|"
    rf"{_W}(?:directie|directeur|hr|personeelsdienst|raad|bestuur|baas|secretariaat|manager|leidinggevende|vakbond\w*|diensthoofd|management|mt|vertrouwenspersoon|preventieadviseur|verpleegkundige|(?:een|mijn|uw|je|jouw|de|onze) \w*(?:collega|chef|klant|consulent|planner|adviseur|medewerker|ouder|kandidaat)\w*){_E}"
)
_NAME = _re(r"(?<=[a-z,:;] )[A-Z][a-zë-]+|^[A-Z][a-z]+(?= en | \w+t | heeft| doet)")
_ACTION = _re(
    rf"{_W}(?:(?:ik|'k|we|wij) (?:bel|mail|stuur|zet|zorg|vraag|regel|kijk|maak|schrijf|spreek|geef|breng|haal|kom|ga|wil|stel|plan|doe|neem|laat|praat|reken|noteer|betaal|verwacht|zoek|hou|bekijk|leg|plaats|bespreek|hang|boek|schrap|meld|verwittig|gaan|maken|doen|zetten|spreken|nemen)|"
    rf"(?:bel|mail|stuur|zet|zorg|vraag|regel|maak|schrijf|spreek|geef|breng|haal|wil|stel|plan|doe|neem|noteer|betaal|verwacht|leg|bespreek|reserveer|boek|schrap) (?:ik|'k|we|wij)|(?:ge|gij|je|jij|u|jullie) (?:moet|kunt|kan|mag|moogt|krijgt|krijg|blijft|blijf|gaat|werkt|komt|brengt|stuurt|zet|neemt|belt|hoeft|meldt|start|begint|doet|schrijft|tekent)|(?:moet|kunt|kan|mag|moogt|krijgt|krijg|blijft|blijf|gaat|komt|hoeft) (?:ge|gij|je|jij|u|jullie)|iedereen|eerst|vanaf|daarna){_E}"
)
_REQUEST = _re(
    r"(?:\w+\W+){0,3}?(?:mag|mogen|kan|kunnen|moet|moeten|zal|zullen|krijg|ga|gaan|en als|als) (?:ik|we|wij|je|ge|gij|jij)"
)
_SHORT = 8
_PROMISE = _re(
    rf"{_W}(?:(?:ik|'k|we|wij) (?:bel|mail|stuur|zorg|vraag|regel|maak|schrijf|spreek|geef|breng|haal|kom|stel|plan|doe|reken|zoek|leg|hang|boek|meld|verwittig|bellen|mailen|sturen|zitten|zien|overlopen|bekijken)|"
    rf"(?:bel|mail|stuur|zorg|regel|schrijf|breng|plan|reserveer|boek|zitten|zien|overlopen|bekijken|spreken) (?:ik|'k|we|wij)|(?:gij|jij|je|ge|u) (?:brengt|stuurt|belt|mailt|krijgt|stuur|bel|mail)){_E}"
)
_STEMS = {
    "moet": "moet|moeten|moest|hoef|hoeft|hoeven", "mag": "mag|moogt|mogen|mocht", "kan": "kan|kunt|kunnen|kon|lukt|gaat",
    "krijg": "krijg|krijgt|krijgen|kreeg", "wil": "wil|wilt|willen|wou|wilde", "weet": "weet|wist|weten", "ga": "ga|gaat|gaan|ging",
    "vind": "vind|vindt|vinden|vond", "blijf": "blijf|blijft|blijven", "geldt": "geldt|gelden", "klopt": "klopt", "telt": "telt|tellen",
    "krijgt": "krijg|krijgt|krijgen", "komt": "kom|komt|komen", "staat": "sta|staat|stond|stondt", "betaal": "betaal|betaalt|betalen", "word": "word|wordt|werd",
    "doe": "doe|doet|doen|deed", "denk": "denk|denkt|dacht", "meen": "meen|meent|gemeend", "dreig": "dreig|dreigt|dreigen", "sluit": "sluit|sluiten|dicht",
}  # fmt: skip


def answers(dialogue: Dialogue) -> bool:
    """Whether the last utterance fills the slot of one of the questions the avatar just asked.

    True as well when it says openly that it does not know or may not say; True where nothing was asked.
    """
    other = dialogue.other
    if other is None:
        return True
    return any(fills(question, dialogue.last.text) for question in questions(other.text)) or not questions(other.text)


@lru_cache(maxsize=2048)
def fills(question: Question, text: str) -> bool:
    """Whether `text` fills the slot of `question`, or says openly that it cannot."""
    told = " ".join(s.text for s in sentences(text) if not is_question(s))
    low = plain(told)
    if not low:
        return False
    if _REFUSED.search(low) or _UNKNOWN.search(low):
        return True
    match question.slot:
        case "yes_no":
            return _fills_yes_no(question, low)
        case "when":
            return bool(_TIME.search(low))
        case "how_many":
            return bool(_NUMBER.search(_FOR_YEARS.sub("", low)))
        case "who":
            unwritten = low == told and len(low.split()) <= _SHORT  # a recogniser wrote no capitals, so no names
            return bool(_PERSON.search(low) or _NAME.search(told) or unwritten)
        case "why":
            return bool(_REASON.search(low) or _decided(told))
        case "what_now":
            return bool(_ACTION.search(low) or _TIME.search(low))
        case _:
            return True


def _fills_yes_no(question: Question, low: str) -> bool:
    if _YES_NO.match(low) or _STATES.search(low):
        return True
    if _REQUEST.match(question.text) and _ACTION.search(low):
        return True
    for base, forms in _STEMS.items():
        if re.search(rf"{_W}(?:{base}|{forms}){_E}", question.text) and re.search(rf"{_W}(?:{forms}){_E}", low):
            return True
    return _shares(question.text, low)


def _shares(question: str, low: str) -> bool:
    """Whether an answer repeats at least two content words of the question in one clause that holds yes, no or a verb."""
    keys = {w[:6] for w in re.findall(r"\w{5,}", question)}
    return any(sum(1 for k in keys if re.search(rf"{_W}{re.escape(k)}", plain(c.text))) >= 2 for c in clauses(low))


def _decided(text: str) -> bool:
    return bool(of_class("decisions", text, "end", "refuse"))


def promises(text: str) -> bool:
    """Whether the speaker says what somebody will do, and when."""
    return bool(_PROMISE.search(plain(text)) and concrete(text))


def spoken_sentences(text: str) -> tuple[Clause, ...]:
    """The sentences of `text` that are no question."""
    return tuple(s for s in sentences(text) if not is_question(s))
