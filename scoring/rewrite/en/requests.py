"""What is asked of the other in English: a demand as a request, and what must be said in a talk about work. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.wording import capital_first, message_parts, small_first
from scoring.spelling import plain
from scoring.types import Dialogue

_MUST = re.compile(
    r"(?:^|[,;.]\s*)(?:(?:and|so|well|right|look|now|but|just)[\s,]+)*(?:you|ye|you two|the two of you) (?:must|"
    r"have to|need to|will|'ll|had better|better|'d better|ought to|are going to|"
    r"'re going to) (?P<what>[^,.;!?]+?)(?=,| or | otherwise|[.!?]|$)",
    re.I,
)
_OR_ELSE = re.compile(
    r"(?:^|[,;.]\s*)(?:(?:and|so|well|right|look|now|but|just)[\s,]+)*(?:(?:you|ye|you two) )?(?P<what>(?:say|send|"
    r"bring|hand|sign|give|write|ring|call|finish|fill|return|put|use|tell|apologise|apologize|take|answer|deliver|"
    r"stack|clear|check)(?!\w)[^,.;!?]+?),? (?:or|otherwise) (?:i|you|we|it|there)(?!\w)",
    re.I,
)
_SPITE = re.compile(
    r"(?<!\w)(?:behave|shut|mouth|difficult|whin\w*|moan\w*|complain\w*|listen|responsibility|know|see|understand|"
    r"better|mess|more|less|not|never|act|attitude|lump|accept|get over|grow up|learn|respect|stop|just|whether|if|"
    r"regret|find|hear)(?!\w)"
)


def request(text: str, dialogue: Dialogue) -> str | None:
    """`You have to bring the letter in by Friday, or …` becomes `I'm asking you to bring the letter in by Friday`."""
    found = _MUST.search(text) or _OR_ELSE.search(text)
    if found is None:
        return None
    what = re.split(r",? and (?:then )?(?:you|ye|i|we)(?!\w)", found["what"])[0]
    what = re.sub(r"(?<!\w)(?:now|right now|simply|bloody|damn|goddamn)(?!\w) ?", "", what).strip()
    if not 2 <= len(what.split()) <= 14 or _SPITE.search(plain(what)):
        return None
    return f"I'm asking you to {small_first(what)}"


_ABOUT_THE_TALK = re.compile(
    r"(?<!\w)(?:discuss\w*|discussion|conversation|talk|manager|employee|worker|follow-up|proposal|information|boss|"
    r"tension|row|argu\w*|complain\w*|blame\w*|explain|say|her|him|he|she|they|them|wants?|clash|rating|decision|"
    r"review|request|call)(?!\w)"
)
_NAMES = re.compile(
    r"(?<!^)(?<![.;:] )\b(?!(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|I)\b)[A-Z][a-z]+"
)
_COUNTED = re.compile(
    r"\d|(?<!\w)(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|twice)(?!\w)", re.I
)


def expectation(dialogue: Dialogue) -> str | None:
    """What must be said in a talk about work, as a fact and a request: `… I'm asking you to …`."""
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
            said.append(f"{capital_first(part)}.")
    made = " ".join(said)
    return made if made and not _ABOUT_THE_TALK.search(plain(made)) and not _NAMES.search(made) else None


def _asked_for(what: str) -> str:
    verb = re.match(
        r"(?:take|bring|send|ring|call|write|use|put|fill|hand|sign|answer|check|deliver|finish|come|start|stop|keep|"
        r"give|return|tell|ask|log|note|report|plan|close|open|read|turn|make|pay|clean|stack|submit|reply|let)(?!\w)",
        what,
        re.I,
    )
    return f"I'm asking {'you to' if verb else 'for this:'} {small_first(what)}."
