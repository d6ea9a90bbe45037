"""Better sentences in English. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.en.hedges import HEDGES, firm
from scoring.rewrite.en.message import LAST_DAY, because, message
from scoring.rewrite.en.questions import QUESTIONS
from scoring.rewrite.en.requests import expectation, request
from scoring.rewrite.writer import Answers, Comfort, Hearsay, Owning, Writer

_DECIDED = re.compile(
    r"(?<!\w)(?:it(?:'s| has| is|'s been| has been| was| have been)?(?: been)?|a decision (?:was|"
    r"has been)) (?:decided|made|taken|agreed)(?: \w+stairs| above| elsewhere)? (?P<rest>(?:that|to)\s.+)$",
    re.I,
)


def _decided(text: str) -> str | None:
    """`It's been decided to …` becomes `I was part of the decision to …`."""
    decided = _DECIDED.search(text)
    if decided is None:
        return None
    rest = re.split(r",?\s+(?:and i|but i|i just|i can't|there's nothing)", decided["rest"])[0]
    return f"I was part of the decision {rest.rstrip(' ,.')}"


WRITER = Writer(
    announces="I have bad news: {message}",
    message=message,
    firm=firm,
    given_reason=re.compile(r"reason(?: on the c4)?: (?P<reason>[^;.]+)", re.I),
    because=because,
    request=request,
    expectation=expectation,
    answers=Answers(
        last_day=LAST_DAY,
        about_the_end=re.compile(r"(?<!\w)(?:last day|stop|end|leave|go|finish|out|done)(?!\w)"),
        last_day_is="Your last day is {day}",
        at_stake=re.compile(
            r"(?<!\w)(?:fired|sacked|let go|laid off|redundant|dismissed|firing me|sacking me|letting me go|losing my|"
            r"lose my|my (?:job|work|place|post|role|contract|position|promotion|transfer|leave|bonus|request)|stay|"
            r"out|keep|extended|renewed|approved|did i get|do i get|have i got|got it|get it|can i go)(?!\w)"
        ),
        honestly="I'll give you an honest answer: {message}",
    ),
    owning=Owning(
        decision=re.compile(
            r"(?<!\w)(?:decid\w*|decision\w*|messenger|my hands|imposed|refused|turned down|rejected|signed off|"
            r"pulled the trigger|ran the numbers|came down|call|process|procedure|policy|system)(?!\w)"
        ),
        who_decided=re.compile(
            r"(?<!\w)(?:who|whose|decid\w*|decision|you agree|was it you|your idea|do you think|stand up)(?!\w)"
        ),
        from_above=re.compile(
            r"(?<!\w)(?:above|upstairs|board|management|leadership|corporate|head office|headquarters|hq|hr|"
            r"the company|directors?|trustees|exec\w*|dublin|london|brussels|chicago|committee|panel)(?!\w)"
        ),
        decided=_decided,
        ours="This is their decision and mine, and I stand by it",
        mine=("I stand by this decision", "The decision is made, and I stand behind it"),
    ),
    comfort=Comfort(
        at_work=("I can see that this got to you", "That clearly got to you, and I want to hear it"),
        after_news=(
            "This hits hard, I can see that",
            "That's hard to hear. Take your time",
            "That's a lot at once. I'll wait a moment",
        ),
    ),
    hearsay=Hearsay(
        lines=(
            "I've heard something about this, and I want to hear it from you first. What is it like for you?",
            "I only know one side of this. What happened, the way you see it?",
            "I was told something, and I want to hear your side first. How did it go?",
        ),
        two=re.compile(r"(?<!\w)(?:two|complain\w*|came to me|come to me)(?!\w)"),
        two_came="Two people came to me about this. I'd like to hear from you how it went",
    ),
    questions=QUESTIONS,
    hedges=HEDGES,
)
