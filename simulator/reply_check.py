# ruff: noqa: E501  a pattern is easier to check on one line
"""Whether a sentence of a language model may be said by the avatar. Pure; it finds gross faults and judges no style."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal

from simulator.cue import heard
from simulator.prompt import Message
from simulator.talk import Talk
from simulator.tongue import strange
from simulator.types import Response

Fault = Literal["empty", "too_long", "repeated", "parrot", "foreign", "role_break", "leak", "prompt", "markup"]
"""What is wrong with a sentence."""

LONGEST = 320
"""Characters of one sentence."""
SAME = 0.85
"""From this likeness on, 0 to 1, two sentences count as the same."""
GRAM = 7
"""So many words in a row taken from the prompt are a leak of the prompt."""

ROLE_BREAK = (
    r"\b(?:als|as|en tant qu'?|als eine?) ?(?:an? |een |une )?(?:ai|ia|ki|taalmodel|language model|modele de langue|sprachmodell"
    r"|chatbot|assistent|assistant)\b",
    r"\b(?:ik ben|i am|i'm|je suis|ich bin) (?:maar |slechts |just |only |een |an? |une? |eine? )*(?:ai|ia|ki|taalmodel|language model"
    r"|modele de langue|sprachmodell|chatbot|bot|virtuele assistent|virtual assistant|assistant|ai-assistent|ai assistant)\b",
    r"\b(?:openai|chatgpt|anthropic|smollm|qwen|hugging ?face|alibaba cloud)\b",
    r"\b(?:system ?prompt|systeemprompt|mijn instructies|my instructions|mes instructions|meine anweisungen|trainingsdata|training data)\b",
    r"\b(?:i(?:'m sorry,? but i)? (?:cannot|can't) (?:assist|help) with|ik kan (?:je|u) (?:daar |hier )?niet mee helpen"
    r"|hoe kan ik (?:je|u) (?:vandaag )?helpen|how can i (?:help|assist) you|je ne peux pas vous aider avec)\b",
    r"\[ ?(?:regie|direction|inst)\b|<\||\b(?:regie|direction) ?:",
)
"""Ways in which a model falls out of its role, on text made plain."""
MARKUP = re.compile(r"```|https?://|<[a-z/!][^>]*>|^\s*(?:#{1,6}|\d+\.|[-*•])\s|\{\"|\\n", re.IGNORECASE)

_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\([^)]*\)")


def tidy(sentence: str, name: str) -> str:
    """The sentence without the speaker's name before it, with *gestures* in parentheses and no quotes around it."""
    first = name.split()[0]
    text = re.sub(rf"^\s*\**(?:{re.escape(name)}|{re.escape(first)})\**\s*:\s*", "", sentence.strip())
    text = re.sub(r"\*+([^*\n]{1,80})\*+", r"(\1)", text).replace("*", "").strip()
    if len(text) > 1 and text[0] in '"“„«' and text[-1] in '"”“»':
        text = text[1:-1].strip()
    return text.strip('"“”„«»') if text.count('"') + text.count("“") + text.count("”") == 1 else text


def fault(
    sentence: str, before: str, talk: Talk, said: str, response: Response, chat: Sequence[Message]
) -> Fault | None:
    """The first fault of a tidied sentence, or None.

    `before` is what the answer holds already, one sentence a line; `chat` is what the model was asked.
    """
    words = _words(sentence)
    if not any(c.isalnum() for c in sentence) and "…" not in sentence and "..." not in sentence:
        return "empty"
    if len(sentence) > LONGEST:
        return "too_long"
    if MARKUP.search(sentence):
        return "markup"
    if heard(ROLE_BREAK, sentence) or _takes_the_other_side(sentence, talk):
        return "role_break"
    if len(words) >= 4 and any(_alike(sentence, one) for one in _sentences(said)):
        return "parrot"
    if _of_the_prompt(_all_words(sentence), response, chat):
        return "prompt"
    if _closed_layer(sentence, talk, said, response):
        return "leak"
    if strange(f"{before} {sentence}" if len(words) < 5 else sentence, talk.session.language):
        return "foreign"
    if _loops(words) or sentence in before.split("\n"):
        return "repeated"
    if len(_all_words(sentence)) >= 4:
        spoken = [one for past in talk.complete for one in _sentences(past.reply)]
        if any(_alike(sentence, one) for one in (*spoken, *_sentences(talk.opening), *_sentences(before))):
            return "repeated"
    return None


def _takes_the_other_side(sentence: str, talk: Talk) -> bool:
    """The model speaks as the trainee: under that name, or to the avatar's own."""
    own, other = talk.session.persona.name.split()[0], talk.session.scenario.trainee_name.split()[0]
    return bool(
        re.match(rf"\s*\**{re.escape(other)}\**\s*:", sentence)
        or re.match(
            rf"\s*(?:(?:dag|hallo|beste|hi|hello|dear|bonjour|cher|chère|hallo|liebe[r]?)\s+)?{re.escape(own)}\s*[,!]",
            sentence,
            re.IGNORECASE,
        )
    )


def _of_the_prompt(words: list[str], response: Response, chat: Sequence[Message]) -> bool:
    """Directions read aloud: many words in a row from what only the actor is told."""
    if len(words) < GRAM or not chat:
        return False
    secret = f"{chat[0]['content']} {chat[-1]['content']}".replace(response.line, " ")
    known = _grams(_all_words(secret))
    return any(gram in known for gram in _grams(words))


def _closed_layer(sentence: str, talk: Talk, said: str, response: Response) -> bool:
    """Two telling words of a layer that is not open, or one that is long and stands nowhere else."""
    persona = talk.session.persona
    spoken = " ".join(
        [talk.opening, said, *(f"{r.heard.transcript.text if r.heard else ''} {r.reply}" for r in talk.complete)]
    )
    told = [
        layer
        for layer in persona.layers
        if layer.id in talk.told or layer.id == response.layer or layer.opens == "free"
    ]
    open_text = " ".join([
        spoken, response.line, persona.role, persona.background, persona.wants, persona.fears, talk.session.scenario.message,
        *(f"{layer.tells} {layer.line or ''}" for layer in told),
    ])  # fmt: skip
    known = set(_words(open_text))
    here = set(_all_words(sentence))
    for layer in persona.layers:
        if layer in told:
            continue
        telling = {word for word in _words(f"{layer.tells} {layer.line or ''}") if len(word) >= 6} - known
        found = telling & here
        if len(found) >= 2 or any(len(word) >= 9 for word in found):
            return True
    return False


def _loops(words: list[str]) -> bool:
    """A model that is stuck: four words in a row that come back within the sentence."""
    runs = [tuple(words[i : i + 4]) for i in range(len(words) - 3)]
    return len(runs) != len(set(runs))


def _alike(one: str, other: str) -> bool:
    a, b = " ".join(_all_words(one)), " ".join(_all_words(other))
    if len(a) < 12 or len(b) < 12:
        return False
    return a in b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= SAME


def _sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?…])\s+", text) if part.strip()]


def _words(text: str) -> list[str]:
    """The spoken words, gestures left out."""
    return _all_words(_ASIDE.sub(" ", text))


def _all_words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _grams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)}
