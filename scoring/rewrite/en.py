"""Better sentences in English."""

from __future__ import annotations

import re

from personas.types import Kind
from scoring.message import message_index
from scoring.rewrite.writer import Maker, Writer, clause_around, message_parts, sentence, unsaid
from scoring.slots import asked
from scoring.spelling import plain
from scoring.types import NEWS_COURSES, Dialogue, Flag

# The message -----------------------------------------------------------------------------------------

_NO_NEWS = re.compile(
    r"(?:question|request for|agreement|information|practical|conversation|talk|annual|follow-up|"
    r"expectation)\b",
    re.I,
)
_SAYS = re.compile(
    r"(?<!\w)(?:is|are|was|were|will|won't|ends?|stops?|closes?|goes|go|went|gets?|loses?|moves?|falls?|rises?|"
    r"stays?|"
    r"starts?|expires?|ending|not getting|cannot|can't|has|have|'m|'re)(?!\w)"
)
_THEIRS = (
    r"(?:(?:fixed-term|temporary|permanent|unpaid|parental|annual|current|own) )?(?:contract|employment|post|"
    r"job|role|"
    r"position|place|leave(?: request)?|request|application|transfer|promotion|bonus|allowance|probation|"
    r"trial period|secondment|hours|"
    r"shift|sabbatical|notice)"
)
_NAMED = re.compile(rf"(?P<name>[A-Z]\w+)'s (?P<rest>{_THEIRS}(?!\w).*)$")
_NOT_FOR = re.compile(r"(?P<name>[A-Z]\w+) (?:does not|doesn't|will not|won't) get (?P<what>.+)$")
_STAYS = re.compile(r"(?P<name>[A-Z]\w+) (?:stays|remains) (?P<where>.+)$")
_ENDED = re.compile(rf"(?:the|your) (?P<what>{_THEIRS}) (?:ends|is ended|is terminated|stops)(?P<rest>.*)$", re.I)
_IS_THEIRS = re.compile(
    rf"the (?P<rest>{_THEIRS}(?:(?: of| to| for| as) [^,;:]+)? (?:is|ends|stops|closes|will)\b.*)$", re.I
)
_OF_A_PERSON = re.compile(
    r"(?<!\w)(?:the (?:manager|employee|worker|candidate|listener)|herself|himself|he|she|they)(?!\w)", re.I
)
_LAST_DAY = re.compile(r"last (?:working )?day:? (?:is )?(?:on )?(?P<day>\d{1,2} \w+|\w+ \d{1,2}(?: \w+)?)", re.I)
_REASON_GIVEN = re.compile(r"reason(?: on the c4)?: (?P<reason>.+)$", re.I)
_NOTICE = re.compile(r"(?P<weeks>\w+ (?:weeks'?|months'?)) notice(?: from (?P<day>[\w ]+))?$", re.I)


def news(dialogue: Dialogue) -> str | None:
    """The message of the talk as the trainee could say it: `I have bad news: I'm ending your contract, …`.

    None in talks without such news, or where the message is not a sentence about the other.
    """
    if dialogue.course not in NEWS_COURSES:
        return None
    said = _message_clause(dialogue)
    return sentence(f"I have bad news: {said}") if said else None


def _message_clause(dialogue: Dialogue) -> str | None:
    parts = [re.sub(r"\s*\([^)]*\)", "", part) for part in message_parts(dialogue)]
    if not parts or _NO_NEWS.match(parts[0]) or not _SAYS.search(plain(parts[0])):
        return None
    head, _, because = parts[0].partition(": ")
    main = _to_you(head, dialogue)
    if main is None or _OF_A_PERSON.search(main):
        return None
    reason = because if because and _SAYS.search(plain(because)) else ""
    for part in parts[1:]:
        if last := _LAST_DAY.match(part):
            main += f", and your last day is {last['day']}"
        elif given := _REASON_GIVEN.match(part):
            reason = reason or given["reason"].strip()
        elif notice := _NOTICE.match(part):
            main += f", with {notice['weeks'].lower()} notice" + (f" from {notice['day']}" if notice["day"] else "")
        elif re.match(r"[A-Z]\w+'s is one of them", part):
            main += ", and yours is one of them"
        elif (_NAMED.match(part) or _STAYS.match(part)) and (theirs := _to_you(part, dialogue)):
            main += f", and {theirs}"
        elif re.match(r"your? ", part, re.I):
            main += f", and {part[0].lower()}{part[1:]}"
    return f"{main}. {_reason_sentence(reason)}" if reason and not re.search(r"[:,]", reason) else main


def _to_you(part: str, dialogue: Dialogue) -> str | None:
    """The words of the message, said to the one it is about; None where it is not certain who that is."""
    if named := _NAMED.match(part):
        if not _spoken_to(named["name"], dialogue):
            return None
        part = f"Your {named['rest']}"
    if ended := _ENDED.match(part):
        if ended["what"].lower().endswith(("contract", "employment")):
            return f"I'm ending your {ended['what'].lower()}{ended['rest']}"
        return f"your {ended['what'].lower()} ends{ended['rest']}"
    if lost := _NOT_FOR.match(part):
        return f"you're not getting {lost['what']}"
    if stays := _STAYS.match(part):
        return f"you stay {stays['where']}" if _spoken_to(stays["name"], dialogue) else None
    if theirs := _IS_THEIRS.match(part):
        return f"your {theirs['rest']}"
    return part if re.match(r"I\b", part) else part[0].lower() + part[1:]


def _spoken_to(name: str, dialogue: Dialogue) -> bool:
    """Whether the trainee calls the other by this name."""
    said = " ".join(u.text for u in dialogue.utterances if u.speaker == "trainee")
    return bool(re.search(rf"(?:^|[,.!?] ?|\b(?:hello|hi|hey|morning) ){name}\b|,? {name}[,.!?]", said, re.I))


def _reason_sentence(reason: str) -> str:
    reason = reason.strip().rstrip(".")
    small = reason if re.match(r"I\b|[A-Z]\w*[A-Z]", reason) else reason[0].lower() + reason[1:]
    whole = bool(re.match(r"(?:the|we|i|your?|there|it|our|a|an)\b.*", small, re.I) and _SAYS.search(plain(small)))
    return f"The reason is that {small}" if whole else f"The reason is: {small}"


# Hedges ----------------------------------------------------------------------------------------------

_HEDGE = re.compile(
    r"(?<!\w)(?:maybe|perhaps|possibly|potentially|probably|presumably|conceivably|arguably|somewhat|slightly|"
    r"basically|"
    r"essentially|sort of|kind of|a little bit|a bit|a little|a tad|a touch|more or less|in a way|as it were|"
    r"so to speak|"
    r"if you like|in theory|in principle|at some level|i think|i guess|i suppose|i'd say|i would say|i'd imagine|"
    r"i would imagine|i want to say|i reckon|shall we say|you could say|normally|ideally|almost|a wee bit|"
    r"a small bit)(?!\w),?\s*",
    re.I,
)
_WORDS_THAT_HEDGE = re.compile(
    _HEDGE.pattern.removesuffix(r",?\s*")
    + r"|(?<!\w)(?:might|could|may|would|seems?|appears?|it's possible|not sure)(?!\w)",
    re.I,
)
_COULD_BE = re.compile(
    r"^(?:(?:and|yes|yeah|so|but|well|look|right|okay|um|uh)[\s,]+)*(?:it(?:'s| is) (?:\w+ )?(?:possible|"
    r"conceivable|likely)"
    r"|it (?:might|may|could)(?: \w+)? be|there(?:'s| is) (?:a|some|every) (?:chance|possibility)|i (?:think|"
    r"guess|suppose|"
    r"feel|fear|suspect|reckon|believe|imagine))(?: that)?\s+(?P<rest>.+)$",
    re.I,
)
_FIRMER = (
    (re.compile(r"\b(?:might|may|could)(?: \w+ly| well)? not be able to\b", re.I), "cannot"),
    (re.compile(r"\b(?:might|may|could|would)(?: \w+ly| well)? have to\b", re.I), "have to"),
    (re.compile(r"\b(?:might|may|could) not(?: \w+ly)?\b", re.I), "will not"),
    (
        re.compile(r"\b(?P<who>we|you|they) (?:might|may|could)(?: well)? be (?=\w+ing\b(?<!looking))", re.I),
        r"\g<who> are ",
    ),
    (re.compile(r"\bI (?:might|may|could)(?: well)? be (?=\w+ing\b)"), "I am "),
)
_STILL_HEDGED = re.compile(
    r"(?<!\w)(?:might|may|could|would|should|some|something|somehow|somewhere|certain|things?|stuff|bits?|"
    r"pieces?|looking at|"
    r"look at|consider\w*|explor\w*|seems?|sort|kind|whatever|or so|hopefully|hope\w*|exactly|altogether|"
    r"different\w*|like)(?!\w)",
    re.I,
)
_MAY_THE_MONTH = re.compile(r"(?<=\w )May\b")
_BARE = re.compile(r"(?:^|\s)(?:that|if|because|as|and|but|to|the|a|of|with|so)\s*$", re.I)


def _hedged(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _firm(dialogue, flag) or _news_now(dialogue) or _unsaid_expectation(dialogue, flag, turn)


def _firm(dialogue: Dialogue, flag: Flag) -> str | None:
    text = clause_around(dialogue, flag)
    if "?" in text or "…" in text:
        return None
    doubted = _COULD_BE.match(text)
    made = doubted["rest"] if doubted else text
    for hedge, firm in _FIRMER:
        made = hedge.sub(firm, made)
    made = re.sub(r"\s+", " ", re.sub(r"\s+,", ",", _HEDGE.sub("", made))).strip(" ,")
    made = re.sub(r"^(?:(?:so|well|and|but|yeah|yes|um|uh|look|right|okay|like)[\s,]+)+", "", made, flags=re.I)
    starts = re.match(r"(?:i|we|you|your|it|there|the|this|that|my|our|they)(?!\w)", made, re.I)
    if (
        not starts
        or not 3 <= len(made.split()) <= 22
        or _STILL_HEDGED.search(_MAY_THE_MONTH.sub("", made))
        or _BARE.search(made)
    ):
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
    given = re.search(r"reason(?: on the c4)?: ([^;.]+)", dialogue.message, re.I)
    reason = dialogue.reasons[0] if dialogue.reasons else given[1] if given else None
    if reason is None:
        return None
    reason = re.split(r":\s", reason)[0].strip()  # what stands after a colon explains the reason
    return None if re.search(r"[:,]", reason) else _reason_sentence(reason)


# Answers, owning, listening --------------------------------------------------------------------------

_ABOUT_THE_END = re.compile(r"(?<!\w)(?:last day|stop|end|leave|go|finish|out|done)(?!\w)")
_AT_STAKE = re.compile(
    r"(?<!\w)(?:fired|sacked|let go|laid off|redundant|dismissed|firing me|sacking me|letting me go|losing my|"
    r"lose my|"
    r"my (?:job|work|place|post|role|contract|position|promotion|transfer|leave|bonus|request)|stay|out|keep|"
    r"extended|"
    r"renewed|approved|did i get|do i get|have i got|got it|get it|can i go)(?!\w)"
)


def _no_answer(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    other = dialogue.other
    if other is None:
        return None
    slot = asked(other.text, dialogue.tongue)
    if slot == "why":
        return _reason(dialogue)
    last = _LAST_DAY.search(dialogue.message)
    if slot == "when" and last and _ABOUT_THE_END.search(plain(other.text)):
        return f"Your last day is {last['day']}"
    clause = _message_clause(dialogue) if dialogue.course in NEWS_COURSES else None
    if slot == "yes_no" and clause and _AT_STAKE.search(plain(other.text)) and message_index(dialogue) is None:
        return f"I'll give you an honest answer: {clause}"
    return None


_DECIDED = re.compile(
    r"(?<!\w)(?:it(?:'s| has| is|'s been| has been| was| have been)?(?: been)?|a decision (?:was|"
    r"has been)) (?:decided|made|taken|agreed)"
    r"(?: \w+stairs| above| elsewhere)? (?P<rest>(?:that|to)\s.+)$",
    re.I,
)
_FROM_ABOVE = re.compile(
    r"(?<!\w)(?:above|upstairs|board|management|leadership|corporate|head office|headquarters|hq|hr|the company|"
    r"directors?|"
    r"trustees|exec\w*|dublin|london|brussels|chicago|committee|panel)(?!\w)"
)
_WHO_DECIDED = re.compile(
    r"(?<!\w)(?:who|whose|decid\w*|decision|you agree|was it you|your idea|do you think|stand up)(?!\w)"
)
_DECISION = re.compile(
    r"(?<!\w)(?:decid\w*|decision\w*|messenger|my hands|imposed|refused|turned down|rejected|signed off|"
    r"pulled the trigger|"
    r"ran the numbers|came down|call|process|procedure|policy|system)(?!\w)"
)


def _hiding(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    text = clause_around(dialogue, flag)
    low = plain(text)
    if not (_DECISION.search(low) or (dialogue.other and _WHO_DECIDED.search(plain(dialogue.other.text)))):
        return None
    decided = _DECIDED.search(text)
    if decided and len(text.split()) <= 22:
        rest = re.split(r",?\s+(?:and i|but i|i just|i can't|there's nothing)", decided["rest"])[0]
        return f"I was part of the decision {rest.rstrip(' ,.')}"
    if _FROM_ABOVE.search(low):
        return "This is their decision and mine, and I stand by it"
    return ("I stand by this decision", "The decision is made, and I stand behind it")[turn % 2]


def _soothing(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    if dialogue.course not in NEWS_COURSES:
        return ("I can see that this got to you", "That clearly got to you, and I want to hear it")[turn % 2]
    if message_index(dialogue) is None:
        return news(dialogue)  # before the news there is nothing to console for
    return (
        "This hits hard, I can see that",
        "That's hard to hear. Take your time",
        "That's a lot at once. I'll wait a moment",
    )[turn % 3]


def _others(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    if dialogue.course in NEWS_COURSES:
        return None  # what others think is no reason for a decision; the facts are
    return (
        _expectation(dialogue)
        or (
            "I've heard something about this, and I want to hear it from you first. What is it like for you?",
            "Two people came to me about this. I'd like to hear from you how it went"
            if re.search(r"(?<!\w)(?:two|complain\w*|came to me|come to me)(?!\w)", plain(flag.quote))
            else "I only know one side of this. What happened, the way you see it?",
            "I was told something, and I want to hear your side first. How did it go?",
        )[turn % 3]
    )


_MUST = re.compile(
    r"(?:^|[,;.]\s*)(?:(?:and|so|well|right|look|now|but|just)[\s,]+)*(?:you|ye|you two|the two of you) (?:must|"
    r"have to|"
    r"need to|will|'ll|had better|better|'d better|ought to|are going to|'re going to) (?P<what>[^,.;!?]+?)(?=,|"
    r" or | otherwise|[.!?]|$)",
    re.I,
)
_OR_ELSE = re.compile(
    r"(?:^|[,;.]\s*)(?:(?:and|so|well|right|look|now|but|just)[\s,]+)*(?:(?:you|ye|you two) )?(?P<what>(?:say|"
    r"send|bring|hand|sign|give|"
    r"write|ring|call|finish|fill|return|put|use|tell|apologise|apologize|take|answer|deliver|stack|clear|"
    r"check)(?!\w)[^,.;!?]+?)"
    r",? (?:or|otherwise) (?:i|you|we|it|there)(?!\w)",
    re.I,
)
_SPITE = re.compile(
    r"(?<!\w)(?:behave|shut|mouth|difficult|whin\w*|moan\w*|complain\w*|listen|responsibility|know|see|"
    r"understand|better|mess|"
    r"more|less|not|never|act|attitude|lump|accept|get over|grow up|learn|respect|stop|just|whether|if|regret|"
    r"find|hear)(?!\w)"
)


def _demand(dialogue: Dialogue, flag: Flag, turn: int) -> str | None:
    return _expectation(dialogue) or _request(dialogue, flag)


def _request(dialogue: Dialogue, flag: Flag) -> str | None:
    """`You have to bring the letter in by Friday, or …` becomes `I'm asking you to bring the letter in by Friday`."""
    text = clause_around(dialogue, flag)
    found = _MUST.search(text) or _OR_ELSE.search(text)
    if found is None:
        return None
    what = re.split(r",? and (?:then )?(?:you|ye|i|we)(?!\w)", found["what"])[0]
    what = re.sub(r"(?<!\w)(?:now|right now|simply|bloody|damn|goddamn)(?!\w) ?", "", what).strip()
    if not 2 <= len(what.split()) <= 14 or _SPITE.search(plain(what)):
        return None
    return f"I'm asking you to {what[0].lower()}{what[1:]}"


_ABOUT_THE_TALK = re.compile(
    r"(?<!\w)(?:discuss\w*|discussion|conversation|talk|manager|employee|worker|follow-up|proposal|information|"
    r"boss|tension|"
    r"row|argu\w*|complain\w*|blame\w*|explain|say|her|him|he|she|they|them|wants?|clash|rating|decision|review|"
    r"request|call)(?!\w)"
)
_NAMES = re.compile(
    r"(?<!^)(?<![.;:] )\b(?!(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|I)\b)[A-Z][a-z]+"
)
_COUNTED = re.compile(
    r"\d|(?<!\w)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice)(?!\w)", re.I
)


def _expectation(dialogue: Dialogue) -> str | None:
    """What must be said in a talk about work, as a fact and a request: `… I'm asking you to …`."""
    if dialogue.course in NEWS_COURSES:
        return None
    said: list[str] = []
    for part in message_parts(dialogue):
        wanted = re.match(r"(?:expectation|request|wanted|question|ask):\s*(?P<what>.+)", part, re.I)
        if wanted:
            said.append(_asked_for(wanted["what"].strip()))
        elif said and part.startswith("from "):
            said.append(f"I'm asking for this: {part}.")
        elif said and (agreed := re.match(r"agreed (?:were|was) (?P<what>.+)", part)):
            said.append(f"We had agreed on {agreed['what']}.")
        elif not said:
            facts = re.search(
                r"(?<!\w)(?:was|were|wait|waits|had|missed|came|arrived|ended|is|are|"
                r"went)(?!\w)",
                part,
            )
            if not facts or not _COUNTED.search(part):
                return None
            said.append(f"{part[0].upper()}{part[1:]}.")
    made = " ".join(said)
    return made if made and not _ABOUT_THE_TALK.search(plain(made)) and not _NAMES.search(made) else None


def _asked_for(what: str) -> str:
    verb = re.match(
        r"(?:take|bring|send|ring|call|write|use|put|fill|hand|sign|answer|check|deliver|finish|come|start|stop|"
        r"keep|give|"
        r"return|tell|ask|log|note|report|plan|close|open|read|turn|make|pay|clean|stack|submit|reply|let)(?!\w)",
        what,
        re.I,
    )
    small = what[0].lower() + what[1:]
    return f"I'm asking you to {small}." if verb else f"I'm asking for this: {small}."


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
    r"(?:certain|some|a few|various|several|a number of|those|a couple of|one or two|different|"
    r"other) (?:of (?:the|these|those) )?"
    r"(?P<noun>(?!people\b|days?\b|weeks\b|times\b|ways\b|others\b|us\b|this\b)\w{3,}s)(?!\w)"
)
_MORE = re.compile(
    r"(?:some|bit|little|touch|tad|somewhat|slightly|be|fraction) (?P<more>more often|more|better|quicker|"
    r"faster|earlier|sooner|less|"
    r"tighter|clearer|tidier|fuller|further|smoother|sharper)(?!\w)"
)
_WHEN = re.compile(
    r"(?<!\w)(?:at some (?:point|stage)|in (?:due course|time|the future|the coming \w+|the longer term)|"
    r"on the longer term|down the (?:line|road)|"
    r"soon(?:ish)?|eventually|later(?: on)?|one of these days|some (?:day|time|evening)|sometime|some time|"
    r"nearer the time|"
    r"in the fullness of time|going forward|when the (?:dust|moment|time)[\w' ]*|when things [\w ]+|"
    r"now and then|every so often|"
    r"over time|for a (?:good )?(?:long )?while|here and there|sometimes|occasionally)(?!\w)"
)
_HOW = {
    "more often": "How often",
    "quicker": "How fast",
    "faster": "How fast",
    "earlier": "At what time",
    "sooner": "How soon",
}


def question(kind: Kind, quote: str) -> str | None:
    """The question that these very words leave open, such as `Which things exactly?`, or None."""
    low = plain(quote)
    if kind in ("open", "hedged", "loose"):
        if noun := _NOUN.search(low):
            return f"Which {noun['noun']} exactly?"
        if more := _MORE.search(low):
            return f"{_HOW.get(more['more'], 'What')} exactly, and from when?"
    if kind in ("open", "hedged") and _WHEN.search(low):
        return "When exactly?"
    if kind == "open" and re.search(r"(?<!\w)(?:somebody|someone|people|they|folks)(?!\w)", low):
        return "Who exactly, and by when?"
    if kind == "blame" and re.search(
        r"(?<!\w)(?:always|never|again|every (?:single )?time|constantly|forever|all the time|keep)(?!\w)", low
    ):
        return "When did that last happen, and what did you see?"
    return None


def hedges_in(quote: str) -> list[str]:
    """Every word in `quote` that makes it smaller, in order."""
    return [found[0].strip(" ,") for found in _WORDS_THAT_HEDGE.finditer(quote)]


WRITER = Writer(makers=_MAKERS, news=news, question=question, hedges=hedges_in)
