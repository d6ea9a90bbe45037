"""The sentences beside a turn: why a slip matters here, one better sentence, what a move did. Pure."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from ruamel.yaml import YAML

from personas.types import Frozen, Kind, Move
from scoring.clauses import clauses
from scoring.evidence import sentence_of
from scoring.message import said_before
from scoring.rewrite import better, hedge_in, hedges_in, open_questions, question
from scoring.rules import GRADED, Weigher, score_dialogue
from scoring.types import NEWS_COURSES, Card, Dialogue, Feedback, Flag, Praise, Score, Slot, Tongue, Utterance

_LONG = 70
"""A quote of more characters is shortened inside a sentence; the whole of it stands marked in the turn."""
_FIRST: tuple[Kind, ...] = (
    "delay", "guess", "no_answer", "shifting", "blame", "demand", "disguised", "others",
    "hiding", "soothing", "hedged", "euphemism", "fog", "open", "loose",
)  # fmt: skip
"""What to hear about first: what the moment asked for, then what hurts, then how it was worded."""
_WORDS_THEMSELVES: tuple[Kind, ...] = ("hedged", "open", "euphemism", "fog")
"""Kinds that are about a word, not about the sentence it stands in."""
_SHORT = 9
_QUOTED = re.compile(r"[“«„]\s?\{\w+\}\s?[”»“]")
"""A place for a quote, in the marks of each language."""


class SlipTexts(Frozen):
    """What is said about one kind of slip. `{quote}` holds the words, `{question}` the other's open question."""

    title: str
    news: tuple[str, ...] = ()
    """While the message of a bad-news or C4 talk is still unsaid."""
    asked: tuple[str, ...] = ()
    """When a question of the other stayed open."""
    hurt: tuple[str, ...] = ()
    """When the other just showed what it did."""
    always: tuple[str, ...] = ()
    again: tuple[str, ...]
    """When the same happened earlier in the talk."""
    ask: tuple[str, ...]
    """Questions that would make it concrete, where no better sentence can be made."""
    ask_news: tuple[str, ...] = ()
    """The same in a bad-news or C4 talk, where other questions help."""


class MoveTexts(Frozen):
    """What is said about one move: what was done and what it did."""

    title: str
    why: tuple[str, ...]


class SilenceTexts(Frozen):
    """What is said about a turn without words."""

    unsaid: tuple[str, ...]
    """Before the message was said."""
    asked: tuple[str, ...]
    """After a question of the other."""
    first: tuple[str, ...]
    longer: tuple[str, ...]
    """When the turn before it was silent too."""


class AnswerTexts(Frozen):
    """How an honest answer to a question looks."""

    ask: str
    """The question of a card as `{ask}`, with the form of the answer to it as `{form}`."""
    forms: dict[Slot, str]
    """By what was asked."""
    otherwise: str
    """For every other question."""


class Texts(Frozen):
    """All texts of one language."""

    these_words: str
    """What stands for a quote where the slip has no words of its own; small letters."""
    hurt: str
    """A regular expression that finds, in what the other said or did, that it came in hard."""
    answer: AnswerTexts
    slips: dict[Kind, SlipTexts]
    moves: dict[Move, MoveTexts]
    silence: SilenceTexts


@cache
def texts(tongue: Tongue) -> Texts:
    """The texts of scoring/words/<tongue>/hints.yaml."""
    raw = (files("scoring") / "words" / tongue / "hints.yaml").read_text(encoding="utf-8")
    return Texts.model_validate(YAML(typ="safe", pure=True).load(raw))


def hint(dialogue: Dialogue, score: Score, weigher: Weigher | None = None) -> Feedback:
    """What the trainee reads about this turn: a card for every slip, the most useful first, and praise for moves."""
    if score.ungraded is not None:
        return Feedback(turn=score.turn, note=_silence(dialogue) or score.ungraded)
    slips = [flag for flag in _ordered(score.slips) if flag.kind in texts(dialogue.tongue).slips]
    if not slips and not score.moves:
        return Feedback(turn=score.turn)
    turn = sum(1 for utterance in dialogue.before if utterance.speaker == "trainee")
    earlier = _earlier_kinds(dialogue, weigher) if slips else ()
    cards: list[Card] = []
    for flag in slips:
        before = (*earlier, *(card.flag.kind for card in cards))
        said = {text for card in cards if (text := card.instead or card.ask)}
        cards.append(_card(dialogue, score, flag, turn + len(cards), before, said, weigher))
    praise = tuple(_praise(flag, turn, dialogue.tongue) for flag in score.moves)
    return Feedback(turn=score.turn, cards=tuple(cards), praise=praise)


def _silence(dialogue: Dialogue) -> str | None:
    """What to know about a turn in which nothing was said; None for every other turn."""
    if dialogue.last.text.strip() or dialogue.last.speaker != "trainee" or dialogue.tongue not in GRADED:
        return None
    words = texts(dialogue.tongue).silence
    turns = [said for said in dialogue.before if said.speaker == "trainee"]
    asks = open_questions(dialogue)
    if not said_before(dialogue):
        variants = words.unsaid
    elif asks:
        variants = words.asked
    elif turns and not turns[-1].text.strip():
        variants = words.longer
    else:
        variants = words.first
    return variants[len(turns) % len(variants)].format(question=shortened(asks))


def _ordered(slips: tuple[Flag, ...]) -> list[Flag]:
    """Heavier ones first, then by kind; the second of a kind waits until every kind had its turn."""
    ranked = sorted(slips, key=lambda flag: (-flag.severity, _FIRST.index(flag.kind) if flag.kind else 0, flag.start))
    seen: dict[Kind | None, int] = {}
    rounds: list[tuple[int, Flag]] = []
    for flag in ranked:
        rounds.append((seen.get(flag.kind, 0), flag))
        seen[flag.kind] = seen.get(flag.kind, 0) + 1
    return [flag for _, flag in sorted(rounds, key=lambda pair: pair[0])]


def _earlier_kinds(dialogue: Dialogue, weigher: Weigher | None) -> tuple[Kind | None, ...]:
    """The kinds of slips in the trainee's last three turns before this one."""
    turns = [index for index, said in enumerate(dialogue.before) if said.speaker == "trainee"][-3:]
    return tuple(flag.kind for turn in turns for flag in score_dialogue(dialogue.up_to(turn), weigher).slips)


def _card(
    dialogue: Dialogue,
    score: Score,
    flag: Flag,
    turn: int,
    before: tuple[Kind | None, ...],
    said: set[str],
    weigher: Weigher | None,
) -> Card:
    """`before`: the kinds seen until here; `said`: the better sentences and questions that other cards show already."""
    assert flag.kind is not None
    words = texts(dialogue.tongue).slips[flag.kind]
    asks = open_questions(dialogue)
    fill = {"quote": shortened(_spoken(dialogue, flag)), "question": shortened(asks)}
    why = _fitting(_whys(dialogue, score, words, before.count(flag.kind)), fill, turn, dialogue.tongue)
    instead = better(dialogue, flag, turn)
    if instead is not None and (
        instead in said or _keeps(instead, flag, score) or not clean(dialogue, instead, weigher)
    ):
        instead = None
    ask = None
    if instead is None:
        own = question(flag.kind, flag.quote, dialogue.tongue)
        asking = words.ask_news if words.ask_news and dialogue.course in NEWS_COURSES else words.ask
        if asks:  # what was asked helps more than that something was
            asking = tuple(text for text in asking if "{question}" in text) or asking
        ask = own if own not in said else None
        hedge = hedge_in(flag.quote, dialogue.tongue)
        ask = ask or _fitting(asking, {**fill, "hedge": hedge}, turn, dialogue.tongue)
        if flag.kind == "no_answer" and asks:
            ask = _answer_form(score, ask, dialogue.tongue)
    return Card(flag=flag, title=words.title, why=why, instead=instead, ask=ask)


def _keeps(instead: str, flag: Flag, score: Score) -> bool:
    """Whether the better sentence mends one slip and repeats the words of another, seen or not in its new place."""
    return any(other is not flag and other.quote and other.quote in instead for other in score.slips)


def _spoken(dialogue: Dialogue, flag: Flag) -> str:
    """The words of a flag as somebody would quote them: the short sentence or clause in which a few words stand."""
    if flag.kind == "hedged" and len(flag.quote.split()) > _SHORT:
        return " … ".join(dict.fromkeys(hedges_in(flag.quote, dialogue.tongue))) or flag.quote
    if not flag.quote or flag.kind in _WORDS_THEMSELVES:
        return flag.quote
    text = dialogue.last.text
    sentence = sentence_of(text, flag.start)
    if len(sentence.text.split()) <= _SHORT:
        return sentence.text
    parts = [part for part in clauses(text, dialogue.tongue) if part.start < flag.end and flag.start < part.end]
    whole = text[parts[0].start : parts[-1].end] if parts else flag.quote
    return whole if len(whole.split()) <= _SHORT + 2 else flag.quote


def _whys(dialogue: Dialogue, score: Score, words: SlipTexts, repeated: int) -> tuple[str, ...]:
    if repeated:
        return (*words.again, *words.always)
    if words.hurt and dialogue.other is not None and _hurt(dialogue.tongue).search(dialogue.other.text):
        return words.hurt
    if words.asked and score.asked is not None and not score.answered:
        return (*words.asked, *words.always)
    if words.news and dialogue.course in NEWS_COURSES and not said_before(dialogue) and not score.message_said:
        return words.news
    return words.always or words.asked


@cache
def _hurt(tongue: Tongue) -> re.Pattern[str]:
    return re.compile("".join(texts(tongue).hurt.splitlines()), re.I)


def _fitting(variants: tuple[str, ...], fill: dict[str, str], turn: int, tongue: Tongue) -> str:
    """The variant for this turn, among those whose words are there."""
    usable = [text for text in variants if all(fill[name] for name in re.findall(r"\{(\w+)\}", text))]
    if not usable:
        # A slip without words of its own: the sentence that speaks of `these words` instead of quoting them.
        made = _QUOTED.sub(texts(tongue).these_words, variants[turn % len(variants)])
        return made[0].upper() + made[1:]
    return usable[turn % len(usable)].format(**fill)


def _answer_form(score: Score, ask: str, tongue: Tongue) -> str:
    """The question with the form that an honest answer to it takes."""
    words = texts(tongue).answer
    form = words.forms.get(score.asked, words.otherwise) if score.asked else words.otherwise
    return words.ask.format(ask=ask, form=form)


def clean(dialogue: Dialogue, sentence: str, weigher: Weigher | None = None) -> bool:
    """Whether the sentence, said in the place of the last utterance, holds no slip itself."""
    said = Utterance(speaker="trainee", text=sentence)
    return not score_dialogue(dialogue.model_copy(update={"utterances": (*dialogue.before, said)}), weigher).slips


def shortened(words: str) -> str:
    """The words as they fit into a sentence: the marks at the end left out, a long quote cut at a space."""
    words = words.strip().strip(",;")
    words = words if words.endswith("?") else words.rstrip(".! ")
    if len(words) <= _LONG:
        return words
    return words[:_LONG].rsplit(" ", 1)[0].rstrip(",;. ") + " …"


def _praise(flag: Flag, turn: int, tongue: Tongue) -> Praise:
    words = texts(tongue).moves[flag.name]  # type: ignore[index]  # only moves come here
    return Praise(flag=flag, title=words.title, why=words.why[turn % len(words.why)])
