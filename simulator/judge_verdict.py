"""Reads what a judge answered: any text goes in, an answer to every criterion comes out, or None. Pure.

Nothing that a model wrote is passed on but yes, no, the name of a kind, and words that the trainee really said: a quote
is a stretch of the utterance, or its answer does not count.
"""

from __future__ import annotations

import json
import re
from typing import Any, Literal

from personas.types import KINDS, Kind, Move, Slip
from scoring.types import Dialogue, Flag, Score, Utterance
from simulator.criteria import NAMES
from simulator.types import Check, Dropped, Judgement

Answer = Literal["yes", "no", "not_here"]
WORDLESS: frozenset[Kind] = frozenset({"delay", "no_answer"})
"""Kinds of something that is missing: there may be no words that show it."""
_WORDS: dict[str, Answer] = {
    **dict.fromkeys(("yes", "true", "1", "ja", "oui", "y"), "yes"),
    **dict.fromkeys(("no", "false", "0", "nee", "neen", "non", "nein", "n"), "no"),
    **dict.fromkeys(("not_here", "not here", "not applicable", "n/a", "none"), "not_here"),
}
"""How models write their answers."""
_LINE = re.compile(rf"(?m)^[^\w\n]*(?:\d+[^\w\n]+)?({'|'.join(NAMES)})\b[^\w\n]*?[|:=]([^\n]*)$")
_STARTS = 40
"""So many braces are tried as the beginning of the answer."""
_AROUND = " \t\r\n\"'“”„‘’«»`"


def read_verdict(raw: str, dialogue: Dialogue) -> tuple[Check, ...] | None:
    """The answer to every criterion, in the order of the codebook; None where one is missing or nothing can be read."""
    text = raw.rpartition("</think>")[2]
    for table in (_table_of_json(text), _table_of_lines(text)):
        if table is not None and all(name in table for name in NAMES):
            checks = [_check(name, table[name], dialogue.last) for name in NAMES]
            if all(check is not None for check in checks):
                return tuple(check for check in checks if check is not None)
    return None


def score_of(judgement: Judgement, dialogue: Dialogue) -> Score:
    """What was judged, as a score: for measuring a judge by the same figures as the rules."""
    slips: list[Flag] = []
    moves: list[Flag] = []
    for check in judgement.checks or ():
        if check.answer == "yes":
            flag = Flag(
                name=check.name, kind=check.kind, turn=dialogue.turn, start=check.start, end=check.end,
                quote=check.quote, severity=1, rule=f"judge.{check.name}",
            )  # fmt: skip
            (slips if check.name in KINDS else moves).append(flag)
    version = f"judge {judgement.asked} {judgement.model}".rstrip()
    return Score(
        turn=dialogue.turn, slips=tuple(slips), moves=tuple(moves), ungraded=judgement.ungraded, version=version
    )


def _table_of_json(text: str) -> dict[str, Any] | None:
    decoder = json.JSONDecoder()
    for found in list(re.finditer(r"[{\[]", text))[:_STARTS]:
        try:
            value, _ = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):  # no JSON, a number of thousands of digits, or nested beyond all sense
            continue
        if (table := _table(value)) is not None:
            return table
    return None


def _table(value: Any, depth: int = 0) -> dict[str, Any] | None:
    """The criteria by name in what a model made of the form: an object, one inside another, or a list of them."""
    if isinstance(value, list):
        named = {
            item[key]: item
            for item in value
            if isinstance(item, dict)
            for key in ("name", "criterion", "id")
            if isinstance(item.get(key), str)
        }
        return named if any(name in named for name in NAMES) else None
    if not isinstance(value, dict):
        return None
    if any(name in value for name in NAMES):
        return value
    inner = (_table(one, depth + 1) for one in value.values()) if depth < 2 else iter(())
    return next((table for table in inner if table is not None), None)


def _table_of_lines(text: str) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for found in _LINE.finditer(text):
        first, *rest = (part.strip() for part in found[2].split("|"))
        kind = next((part for part in rest if part.strip(_AROUND) in _kinds(found[1])), "")
        quote = next((part for part in reversed(rest) if part != kind), "")
        if quote.strip(_AROUND).casefold() == "none":
            quote = ""
        table.setdefault(found[1], {"answer": first, "kind": kind, "quote": quote})
    return table


def _check(name: Slip | Move, raw: Any, said: Utterance) -> Check | None:
    """One answer with its words verified; None where it is no answer."""
    given = raw if isinstance(raw, dict) else {"answer": raw}
    answer = _answer(given)
    if answer is None:
        return None
    if answer != "yes":
        return Check(name=name, answer=answer)
    told = given.get("kind")
    bare = told.strip(_AROUND).casefold() if isinstance(told, str) else ""
    kind = next((kind for kind in _kinds(name) if kind == bare), None)
    quote = given.get("quote")
    span = _find(quote if isinstance(quote, str) else "", said.text)
    why: Dropped | None = None
    if span is None:
        why = "not_said"
    elif span == (0, 0) and kind not in WORDLESS:
        why = "no_quote"
    elif any(start < span[1] and span[0] < end for start, end in said.unsure):
        why = "unsure"
    if why is not None or span is None:
        return Check(name=name, answer=None, kind=kind, dropped=why)
    return Check(name=name, answer="yes", kind=kind, start=span[0], end=span[1], quote=said.text[slice(*span)])


def _answer(given: dict[Any, Any]) -> Answer | None:
    if "answer" in given:
        return _word(given["answer"])
    applies, holds = _word(given.get("applies")), _word(given.get("holds"))
    if applies in ("no", "not_here"):
        return "not_here"
    return holds


def _word(value: Any) -> Answer | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str | int):
        return None
    try:
        return _WORDS.get(str(value).strip(_AROUND + ".*_").casefold())
    except ValueError:  # Python writes no whole number of more than 4,300 digits
        return None


def _kinds(name: str) -> tuple[Kind, ...]:
    return next((kinds for slip, kinds in KINDS.items() if slip == name), ())


def _find(quote: str, text: str) -> tuple[int, int] | None:
    """Where these very words stand, as whole words; (0, 0) for no words, None for words that do not stand there.

    Kinds of spaces and of apostrophes may differ: models change these when they copy.
    """
    for bare in (quote.strip(), quote.strip(_AROUND)):
        if not re.search(r"\w", bare):
            continue
        pattern = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in bare.split())
        before = r"(?<!\w)" if re.match(r"\w", bare) else ""
        after = r"(?!\w)" if re.search(r"\w\Z", bare) else ""
        found = re.search(before + pattern + after, text)
        if found:
            return found.span()
    return None if re.search(r"\w", quote) else (0, 0)
