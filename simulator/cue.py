# ruff: noqa: E501  a pattern is easier to check on one line
"""What the engine itself listens for in the trainee's words, beside the scorer: tables of patterns and one search. Pure.

The patterns read text that was made plain first: no accents, no capitals, no invisible characters, single spaces.
They are written narrow: a sentence that belongs in a hard talk between two people must not set one off.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from simulator.tongue import foreign

Cue = Literal["prompt_trick", "machine", "errand", "flattery", "insult", "foreign"]
"""What knocks at the role: an order to the program, "je bent een AI", a task for a computer, honey, abuse, another
language."""

_CURSE = (
    r"(?:klootzak|kloothommel|eikel|hufter|idioot|trut|teef|hoer|slet|debiel|mongool|imbeciel|smeerlap|sukkel|achterlijke"
    r"|onnozelaar|zeveraar|zagevent|zeikerd|kutwijf|lul|mietje|rotzak|loser|stom wijf|oud wijf|dikzak|kluns"
    r"|idiot|moron|asshole|arsehole|bitch|bastard|whore|dickhead|scumbag|piece of shit"
    r"|connard|connasse|salope|pute|encule|abruti|abrutie|cretin|imbecile|debile"
    r"|arschloch|schlampe|hure|vollidiot|wichser|trottel|miststuck|drecksau)"
)
_IS = (
    r"(?:je|jij|ge|gij|u) (?:bent|zijt|ben|lijkt|blijft)|(?:ben|bent|zijt) (?:je|jij|gij|ge|u)|you(?:'re| are)"
    r"|t'es|tu es|vous etes|du bist|sie sind|bist du|sind sie|are you|es-tu|etes-vous"
)
_NOT = r"geen|niet|nooit|not|never|no|pas|kein|keine|nicht"
_FILL = rf"(?:(?!(?:{_NOT})\b)[\w'-]+ ){{0,3}}"
_BOT = (
    r"(?:a\.?i\.?|ia|ki|chat ?bot|bot|robot|computer|computerprogramma|programma|taalmodel|language model|llm|chatgpt"
    r"|chat ?gpt|gpt|machine|avatar|simulatie|simulation|ordinateur|programme|modele de langue|sprachmodell|programm)"
)
_STOP = r"(?=\s*(?:[.,;:!?]|$|he\b|toch\b|hoor\b|gewoon\b|zeker\b|en\b|dus\b|maar\b|of\b|and\b|or\b|so\b|et\b|ou\b|und\b|oder\b))"

PATTERNS: dict[Cue, tuple[str, ...]] = {
    "prompt_trick": (
        r"\b(?:negeer|vergeet|ignoreer|wis|omzeil) (?:[\w']+ ){0,4}(?:instructies|prompt|systeemprompt)\b",
        r"\b(?:negeer|vergeet|ignoreer) (?:al )?(?:je|jouw|uw|de vorige|alle vorige) (?:vorige )?(?:opdracht|opdrachten|regels)\b",
        r"\b(?:ignore|forget|disregard|override) (?:[\w']+ ){0,4}(?:instructions|prompt|guidelines|directives)\b",
        r"\b(?:ignore|oublie|oubliez|ignorez) (?:[\w']+ ){0,4}(?:instructions|consignes|prompt)\b",
        r"\b(?:ignorier\w*|vergiss|vergessen sie) (?:[\w']+ ){0,4}(?:anweisungen|instruktionen|prompt)\b",
        r"\b(?:system ?prompt|systeemprompt|systeeminstructies?|system message|developer mode|jailbreak)\b",
        r"\b(?:toon|lees|geef|herhaal|print|show|reveal|repeat|read|affiche|montre|zeig|gib) (?:[\w']+ ){0,4}prompt\b",
        r"\b(?:stap|kom|ga|treed) (?:[\w']+ ){0,2}uit (?:je|jouw|uw|de|die) rol\b",
        r"\b(?:break|drop|leave|out of) (?:of )?(?:character|your role)\b|\bsors de ton role\b|\bfall aus der rolle\b",
        r"\b(?:you are now|pretend (?:to be|you are)|act as|tu es maintenant|fais comme si tu etais|du bist jetzt|tu so als)\b"
        r" (?:an? |une? |eine? )?(?:dan|ai|ia|ki|assistant|chatbot|computer|hacker|expert|piraat|pirate)\b",
        r"\b(?:doe alsof je|je bent vanaf nu|vanaf nu (?:ben|bent|zijt) (?:je|jij|ge|gij|u)|gedraag je als) (?:een |geen )?"
        r"(?:[\w']+ )?(?:ai|assistent|chatbot|computer|robot|persona|personage|piraat|papegaai)\b",
        r"(?:^|\W)(?:system|assistant|user) ?: |</?(?:system|instructions?|prompt)>|\[/?inst\]|<\|",
        r"\b(?:geef|give|donne|gib) (?:mij|me|moi|mir) (?:een |a |un |une |eine )?(?:10|tien|ten|dix|zehn) ?(?:/|op|out of|sur|von)",
    ),
    "machine": (
        rf"\b(?:{_IS}) {_FILL}{_BOT}{_STOP}",
        r"\b(?:praat|spreek|babbel|klap) ik (?:hier )?(?:nu )?(?:eigenlijk )?(?:met|tegen) een "
        rf"(?:echte? mens|{_BOT}){_STOP}",
        rf"\b(?:am i (?:talking|speaking) to|est-ce que je parle a|spreche ich mit) (?:an? |une? |eine[mr]? ){_BOT}{_STOP}",
        r"\bben (?:je|jij) (?:wel )?(?:een )?(?:echt|echte mens|echte persoon)\?|\bare you (?:even )?(?:real|a real person|human)\?",
        r"\b(?:je|jij|ge|gij|u) (?:bent|zijt) (?:niet|geen) (?:echt|echte mens|echte persoon)[.!?]*$|\byou'?re? (?:are )?not real[.!?]*$",
    ),
    "errand": (
        r"\b(?:schrijf|maak|verzin|write|ecris|ecrivez|schreib\w*) (?:eens |me |mij |voor mij |moi |mir )*(?:an? |een |un |une |ein |eine )?"
        r"(?:gedicht|poem|poeme|gedichte?|liedje|song|haiku|verhaaltje|essay|python|code|script|programma)\b",
        r"\b(?:recept|recipe|recette|rezept) (?:voor|for|pour|fur|de) \w+",
        r"\b(?:hoofdstad|capital|capitale|hauptstadt) (?:van|of|de|du|von) \w+",
        r"\b(?:vertel|tell|raconte|erzahl\w*) (?:[\w']+ ){0,3}(?:mop|mopje|grap|joke|blague|witz)\b",
        r"\b(?:wat is|hoeveel is|what is|what's|combien font|was ist|wie viel ist) \d+ ?(?:\+|-|x|\*|/|plus|maal|keer|min|times|fois|mal) ?\d+",
        r"\b(?:wie wint|wie won|who won|who wins|qui a gagne|wer gewinnt) (?:[\w']+ ){0,3}"
        r"(?:match|cup|wereldbeker|world cup|coupe|wm|ronde|koers|tour|verkiezingen|champions league|songfestival)\b",
    ),
    "flattery": (
        rf"\b(?:{_IS}) (?:[\w']+ ){{0,2}}(?:geweldig|fantastisch|prachtig|knap|mooi|beeldschoon|een schat|een engel|de allerbeste"
        r"|wonderful|amazing|gorgeous|beautiful|an angel|magnifique|geniale?|wunderbar|wunderschon|ein schatz)[.!]*$",
        r"\bwat ben (?:je|jij) (?:toch )?(?:mooi|knap|slim|lief|geweldig)\b",
        r"\b(?:ik vind (?:je|jou)|i find you|je te trouve|ich finde dich) (?:zo |echt |heel |very |tres |sehr )*"
        r"(?:mooi|knap|leuk|lief|geweldig|lovely|wonderful|beautiful|belle|beau|toll|schon)[.!]*$",
    ),
    "insult": (
        rf"\b(?:{_IS}) {_FILL}{_CURSE}\b",
        rf"\b(?:stomme?|vuile|domme|luie|dikke|lelijke|stupid|fucking|dirty|lazy|sale|espece d[e'] ?|blode[rs]?|dumme[rs]?) ?{_CURSE}\b",
        rf"^{_CURSE}\b",
        r"\b(?:hou|houd|hoe) (?:je|uw|nen) (?:bek|muil|smoel|bakkes)\b|\b(?:rot|flikker|kanker|donder) (?:toch )?op\b|\bval dood\b",
        r"\b(?:fuck (?:you|off|u)|shut (?:the fuck )?up|go to hell|screw you|ta gueule|va te faire|casse-toi|halt die (?:klappe|fresse)|verpiss dich|leck mich)\b",
        r"\b(?:sexy|lekker (?:ding|wijf|kontje)|mooie (?:benen|borsten|kont)|met mij naar bed|in bed krijgen|nice (?:tits|ass)|sleep with (?:me|you))\b",
    ),
}  # fmt: skip
"""For each cue, the ways in which it sounds, in four languages."""

FAREWELL = (
    r"(?:^|[.!?,;] )(?:(?:ja|oke|goed|dus|dan) )?tot (?:morgen|dan|straks|later|maandag|dinsdag|woensdag|donderdag|vrijdag"
    r"|volgende week|ziens|binnenkort)\b[\w ,']{0,20}[.!]*$",
    r"\b(?:prettige|fijne|nog een (?:goeie|goede|prettige|fijne)) (?:dag|avond|namiddag|middag|weekend)\b[^?]*$|[.!?,] dag,? \w+[.!]*$",
    r"\b(?:bedankt|dank je|dank u|merci|dankjewel) (?:voor|dat je) (?:[\w']+ ){0,3}(?:tijd|gesprek|gekomen|geluisterd|luisteren)\b",
    r"\b(?:we ronden|ik rond|laten we)\b[^.?!]{0,30}\b(?:af|afronden|hierbij)\b|\bhet gesprek is (?:gedaan|afgelopen)\b",
    r"\bdat was (?:het|alles)(?: voor vandaag)?[.!]*$",
    r"\b(?:goodbye|bye|have a (?:nice|good) (?:day|evening|weekend)|thank(?:s| you) for your time)\b[^?]*$",
    r"\bsee you (?:later|tomorrow|then|soon|next|on|monday|friday)\b[^?]*$|\bthat(?:'s| is) all(?: for (?:today|now))?[.!]*$",
    r"\b(?:au revoir|a bientot|bonne (?:journee|soiree)|ce sera tout)\b[^?]*$|(?:^|[.!,] )a (?:demain|lundi)[.!]*$",
    r"\b(?:auf wiedersehen|schonen (?:tag|abend)|das war'?s|das war alles)\b[^?]*$|(?:^|[.!,] )bis (?:morgen|dann|bald|montag)[.!]*$",
)
"""How somebody rounds a talk off."""
ANNOUNCEMENT = (
    r"\bik (?:moet|wil|ga|kom|zal) (?:je|jou|u|met je|met jou|met u|het met je|even|iets|eens)\b[^.?!]{0,50}"
    r"\b(?:zeggen|vertellen|meedelen|melden|hebben over|praten|spreken|nieuws)\b",
    r"\b(?:slecht|moeilijk|vervelend|minder goed|geen goed|ernstig|lastig) nieuws\b|\b(?:moeilijke|vervelende|slechte) (?:boodschap|mededeling)\b",
    r"\b(?:val|kom) (?:ik )?(?:meteen |direct )?(?:met de deur in huis|ter zake|to the point)\b",
    r"\b(?:bad|difficult|hard|tough) news\b|\bi (?:have|need|want|'ve got) to (?:tell|talk to|speak with) you\b|\bsomething to tell you\b",
    r"\b(?:mauvaise|difficile) nouvelle\b|\bj'ai quelque chose a (?:vous|te) dire\b|\bje dois (?:vous|te) (?:dire|parler|annoncer)\b",
    r"\b(?:schlechte|schwierige|keine gute) nachricht\w*\b|\bich muss (?:ihnen|dir|mit ihnen|mit dir)\b[^.?!]{0,40}\b(?:sagen|sprechen|reden|mitteilen)\b",
)
"""How somebody says that news is coming."""
GREETING = (
    r"^(?:(?:hallo|hoi|dag|he|hey|goeie ?morgen|goede ?morgen|goedemiddag|goeie ?middag|goede ?namiddag|goedenavond|goeie ?dag"
    r"|goeiendag|welkom|kom binnen|kom maar binnen|ga zitten|ga maar zitten|zet je|zet u|neem plaats|pak een stoel"
    r"|merci om te komen|bedankt om te komen|fijn dat je er bent|koffie|hello|hi|good (?:morning|afternoon)|come in"
    r"|have a seat|take a seat|sit down|bonjour|entre|entrez|asseyez-vous|assieds-toi|guten (?:tag|morgen)|kommen sie herein"
    r"|setzen sie sich|setz dich)\b[\s,.!?]*(?:[\w'-]+[\s,.!?]*){0,3})+$",
)
"""Nothing but a welcome."""
TOLD: dict[Literal["ask_when", "ask_reason", "ask_what_now", "ask_who"], tuple[str, ...]] = {
    "ask_when": (
        r"\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february"
        r"|march|may|june|july|august|october|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre"
        r"|decembre|januar|februar|marz|juni|juli|oktober|dezember)\b",
        r"\b(?:januari|february|january|maart|march) \d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}\b|\b\d{1,2} ?(?:uur|h|uhr|o'clock)\b",
        r"\b(?:per|met) (?:direct|onmiddellijke) |\b(?:vanaf|laatste dag is|ingaand) (?:vandaag|morgen|maandag|volgende)\b",
        r"\b(?:effective immediately|as of today|starting (?:today|monday)|des aujourd'hui|ab (?:heute|sofort))\b",
    ),
    "ask_reason": (
        r"\b(?:omdat|doordat|aangezien|want|de reden|de redenen|redenen|komt doordat|vanwege|wegens)\b",
        r"\b(?:because|the reason|due to|parce que|la raison|a cause d|car|weil|der grund|wegen)\b",
    ),
    "ask_what_now": (
        r"\b(?:volgende stap|outplacement|opzegtermijn|opzeggingsvergoeding|verbrekingsvergoeding|next step|notice period"
        r"|severance|prochaine etape|preavis|nachste schritt|kundigungsfrist)\b",
    ),
    "ask_who": (),
}
"""Signs that the trainee has told already what the avatar would ask."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")


def plain(text: str) -> str:
    """The text without accents, capitals, invisible characters and double spaces."""
    bare = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text).replace("’", "'").replace("ß", "ss"))
    return re.sub(r"\s+", " ", "".join(c for c in bare if not unicodedata.combining(c)).casefold()).strip()


def heard(patterns: tuple[str, ...], text: str) -> bool:
    """Whether one of these patterns is in what was said."""
    bare = plain(text)
    return any(_compiled(pattern).search(bare) for pattern in patterns)


def cue(text: str, language: str) -> Cue | None:
    """The first cue in what was said, if any."""
    bare = plain(text)
    for name, patterns in PATTERNS.items():
        if any(_compiled(pattern).search(bare) for pattern in patterns):
            return name
    return "foreign" if foreign(text, language) else None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
