"""A boundary: a decision or a limit is kept, kindly and without new arguments."""

from __future__ import annotations

import re

from scoring.apology import apology
from scoring.clauses import sentences
from scoring.evidence import around, blames, found, heard, move
from scoring.rules import rule
from scoring.slots import questions
from scoring.spelling import plain
from scoring.types import Dialogue, Flag
from scoring.vagueness import vague_stretches
from scoring.words import of_class

_BARGAINS = re.compile(
    r"(?<!\w)(?:en als|(?:als|indien) (?:ik|we|wij)[^,?.]*\?|of (?:een|twee|drie)|een maand|een week|dan maar|op proef|"
    r"een kans|toch (?:nog|wel|niet)|misschien toch|voor een keer|(?:och|allez|komaan) toe|half-half|halftijds|"
    r"kan (?:ik|het|dat) (?:dan )?(?:niet|toch)|"
    r"kunt ge (?:niet|toch)|kan je niet|kun je niet|uitzondering|alstublieft|alsjeblieft|please|ik doe alles|gratis|"
    r"zonder loon|minder loon|aanvechten|ik wil (?:dat|gewoon)|dan (?:kom|meld|ga) ik|ik (?:ga|kom) (?:gewoon|"
    r"toch|niet)|"
    r"(?:geef|laat) (?:mij|me|ons)|nog een laatste|kom op|allez|ik teken|denk er|nog eens bekijken|"
    r"dus misschien|heroverwegen|"
    r"terugdraaien|onderhandelen|beloof|verander|(?:jullie|we|wij|ge|je) (?:kunnen|kunt|kan) .{0,30}(?:toch|ook|"
    r"dan)|mag (?:ik|het) (?:dan|toch|niet|nog|echt)|dat (?:kan|mag|aanvaard|pik) (?:ik )?(?:toch )?niet|"
    r"niet akkoord|naar de concurrentie|advocaat|vakbond)(?!\w)"
)
"""The other tries for another outcome."""
_OTHERWISE = re.compile(
    r"\W*(?:(?:en|maar|ja|dan|allez|kijk|of)\W+)*(?:kan|kunt|kunnen|mag|mogen|zou|zoudt|wil|wilt|kun|laat|geef)\W"
    r".*(?<!\w)(?:niet|toch|nog|gewoon|dan|alsnog)(?!\w).*\?"
)
"""A question that asks for another outcome."""
_INSULT = re.compile(
    r"(?<!\w)(?:slappe|slapjanus|lafaard|leugenaar|onnozelaar|idioot|trut|klootzak|zot|bureaucraat|hypocriet|bang voor|"
    r"schijthuis|ezel|kieken|smeerlap|bedrieger|profiteur|verrader|dwaas|sukkel|schande|schaamt u|schaam je)(?!\w)"
)
_NOT_THAT = re.compile(
    r"\W*(?:nee|neen)\W+(?:dat|da|die|daar|het) "
    r"(?!weet|wist|denk|dacht|vind|vond|bedoel|zeg|zei|geloof|hoop|kan|herinner|begrijp|snap|zie|hoor|meen|ken|heb|had|"
    r"was|ben|hoef|durf)\w+ (?:ik|we|wij) (?:\w+ ){0,3}?(?:niet|nie|niks|niets)(?!\w)"
)
"""`Nee, dat doe ik niet`, with any verb of doing."""
_SHORT = 9
"""A refusal of so few words brings no new argument."""
_WHO = re.compile(
    r"(?<!\w)(?:wie|en (?:[a-z]+)(?: dan)?\?|en [a-z]+,? (?:moet|mag|blijft|krijgt|gaat|dan|is|heeft)|heeft "
    r"(?:hij|zij|ze) |waarom (?:ik|niet hij|niet zij|hij|zij)|waarom [a-z]+(?: niet| wel| dan)?\?|is later|"
    r"heeft er wel|mag wel|"
    r"blijft wel|ook te laat|klikken|naam|namen|collega|anderen|nancy)(?!\w)"
)


@rule
def boundary(dialogue: Dialogue) -> list[Flag]:
    """The trainee kept a decision, a confidence, an order of speaking or a tone, without blame or threat."""
    text = heard(dialogue.last)
    if blames(dialogue) or vague_stretches(dialogue) or dialogue.other is None:
        return []
    if any(hit.id == "hiding.messenger" for hit in of_class("evade", text, "hiding")):
        return []
    other = plain(dialogue.other.text)
    kept = [*found("boundary", text, "stands", "tone")]
    closed = found("boundary", text, "confidential")
    person = found("boundary", text, "other_person")
    if closed and (person or _asks_for_somebody(dialogue)):
        kept += [*closed, *person]
    turn, busy = found("boundary", text, "turn"), found("boundary", text, "busy")
    if turn and busy:
        kept += [*turn, *busy]
    limits = () if found("boundary", text, "no_limit") else found("boundary", text, "wont")
    pushed = bool(_BARGAINS.search(other) or _INSULT.search(other) or _asks_for_somebody(dialogue))
    if pushed and limits and not apology(dialogue):
        kept += limits
    refused = found("boundary", text, "refusal")
    restated = of_class("decisions", text, "keep", "refuse", "end")
    short = len(text.split()) <= _SHORT
    if _BARGAINS.search(other) and not kept:
        kept += of_class("decisions", text, "keep")
    bargains = bool(
        _BARGAINS.search(other) or any(_OTHERWISE.match(plain(s.text)) for s in sentences(dialogue.other.text))
    )
    if bargains and refused and (restated or len(refused) >= 2 or short):
        kept += [*refused, *restated]
    if bargains and (denied := _NOT_THAT.match(plain(text))):
        return move("boundary", dialogue, around(text, denied.span()))
    return move("boundary", dialogue, around(text, *((hit.start, hit.end) for hit in kept))) if kept else []


def _asks_for_somebody(dialogue: Dialogue) -> bool:
    other = dialogue.other
    if other is None:
        return False
    return any(question.slot == "who" for question in questions(other.text)) or bool(_WHO.search(plain(other.text)))
