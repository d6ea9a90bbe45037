"""Puts what the types refuse into words for the author of the file."""

from __future__ import annotations

import re
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from personas import meant
from personas.complaint import Complaint, Sentence, Way, expected, field, meaning, one_of, shown, unknown
from personas.types import A_CONDITION, A_WORD
from personas.yaml_safely import Tree

ID, VERSION = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", r"^\d+\.\d+\.\d+$"
PATTERNS = {
    ID: Sentence(
        "kleine letters en cijfers met streepjes ertussen, zoals `laatste-dag`",
        "small letters and digits with dashes between them, such as `last-day`",
    ),
    VERSION: Sentence("een versie zoals 1.0.0", "a version such as 1.0.0"),
    r"^[0-9a-f]{6}$": Sentence(
        'een kleur van zes tekens 0-9 en a-f tussen aanhalingstekens, zoals "8fa7df"',
        'a colour of six characters 0-9 and a-f between quotation marks, such as "8fa7df"',
    ),
    r"^\d{4}-\d{2}-\d{2}$": Sentence("een dag zoals 2026-11-21", "a day such as 2026-11-21"),
}
"""What the patterns of the types ask for."""

SIMPLE = {
    "bool_type": Sentence("true of false", "true or false"),
    "tuple_type": Sentence("een lijst", "a list"),
    "dict_type": Sentence("een blok met sleutels", "a block with keys"),
    "model_type": Sentence("een blok met sleutels", "a block with keys"),
    "int_type": Sentence("een geheel getal", "a whole number"),
    "int_from_float": Sentence("een geheel getal", "a whole number"),
    "float_type": Sentence("een getal", "a number"),
    "bound": Sentence('een grens zoals ">= 0.6" of ">= 3 s"', 'a bound such as ">= 0.6" or ">= 3 s"'),
    "no_condition": Sentence(
        "minstens één voorwaarde, zoals `move: open_question`", "at least one condition, such as `move: open_question`"
    ),
}
"""Errors whose expectation needs nothing from the place where they happened."""

FREE_NEVER_OR_CONDITION = Sentence(
    "`free`, `never` of een voorwaarde zoals {move: open_question}",
    "`free`, `never` or a condition such as {move: open_question}",
)
ELSEWHERE = ("missing_intents", "layer_twice")
"""Told by `proof.py`, which knows the line."""


def complain(error: ErrorDetails, tree: Tree, file: str, model: type[BaseModel]) -> Complaint:
    """One error of the types as a complaint that says where and what."""
    loc = error["loc"]
    way: Way = tuple(step for step in loc if step not in (A_WORD, A_CONDITION, "[key]"))
    sentence = _sentence(error, tree, way, model)
    if error["type"] in ("missing", "no_line"):
        where = way if error["type"] == "missing" else (*way, "line")
        return Complaint(file, tree.mark(where[:-1]), field(where), sentence)
    return Complaint(file, tree.mark(way), field(way), sentence)


def _sentence(error: ErrorDetails, tree: Tree, way: Way, model: type[BaseModel]) -> Sentence:
    kind, loc, facts = error["type"], error["loc"], error.get("ctx", {})
    value = tree.at(way)
    came = shown(value)
    if kind == "one_way":
        ways, given = facts["ways"], facts["given"]
        return Sentence(
            f"verwacht precies één van {ways}, kreeg {'er geen' if given == 'none' else given}",
            f"expected exactly one of {ways}, got {given}",
        )
    if kind == "extra_forbidden":
        key = Sentence("een bekende sleutel", "a known key")
        return unknown(key, str(way[-1]), keys_of(model_at(model, way[:-1])))
    if kind == "missing":
        return Sentence(
            f"verwacht de sleutel `{way[-1]}`, kreeg hem niet", f"expected the key `{way[-1]}`, did not get it"
        )
    if kind == "no_line":
        return Sentence(
            "verwacht `line`: hoe de persoon het zegt (alleen een laag die nooit opengaat, heeft er geen)",
            "expected `line`: how the person says it (only a layer that never opens has none)",
        )
    if (A_WORD in loc and loc[-1] == A_WORD) or (kind == "model_type" and loc[-1] == A_CONDITION):
        return expected(FREE_NEVER_OR_CONDITION, came)
    if kind == "literal_error":
        other = meant.other_key(way[-1], value)
        if other is not None:
            return meaning(expected(Sentence("een bekend woord", "a known word"), came), f"`{other}`")
        known = re.findall(r"'([^']*)'", str(facts.get("expected", "")))
        name = str(way[-1]) if loc[-1] == "[key]" else value
        if not isinstance(name, str):
            return expected(one_of(known), came)
        return unknown(Sentence("een bekend woord", "a known word"), name, known)
    if kind == "string_type" and way[-1] == "version":
        return expected(PATTERNS[VERSION], came)
    if kind == "string_type":
        return expected(Sentence("tekst", "text"), _with_quotes(came, value))
    if kind == "string_pattern_mismatch":
        pattern = str(facts["pattern"])
        name = str(way[-1]) if loc[-1] == "[key]" else value
        told = expected(PATTERNS[pattern], shown(name))
        found = meant.id_(name) if pattern == ID else None
        return meaning(told, f"`{found}`" if found else None)
    if kind in ("float_type", "bound"):
        found = meant.number(value) if kind == "float_type" else meant.bound(value)
        return meaning(expected(SIMPLE[kind], came), found)
    if kind == "tuple_type" and isinstance(value, str):
        return _in_brackets(expected(SIMPLE[kind], came))
    return expected(SIMPLE.get(kind) or _with_number(kind, facts) or _as_it_is(error), came)


def _with_quotes(came: Sentence, value: object) -> Sentence:
    if isinstance(value, int | float | dict):
        return Sentence(
            f"{came.nl}; zet het tussen aanhalingstekens als het tekst is",
            f"{came.en}; put it between quotation marks if it is text",
        )
    return came


def _in_brackets(said: Sentence) -> Sentence:
    return Sentence(
        f"{said.nl}; zet er `[` en `]` rond, of een streepje en een spatie voor op een regel eronder",
        f"{said.en}; put `[` and `]` around it, or a dash and a space before it on a line below",
    )


def _with_number(kind: str, facts: dict[str, Any]) -> Sentence | None:
    if kind == "string_too_short" and facts.get("min_length") == 1:
        return Sentence("tekst", "text")
    for name, (fact, nl, en) in _NUMBERED.items():
        if kind == name:
            number = f"{facts[fact]:g}" if isinstance(facts[fact], float) else str(facts[fact])
            return Sentence(nl.format(number), en.format(number))
    return None


_NUMBERED = {
    "greater_than_equal": ("ge", "een getal vanaf {}", "a number from {} up"),
    "less_than_equal": ("le", "een getal tot en met {}", "a number up to {}"),
    "string_too_long": ("max_length", "hoogstens {} tekens", "at most {} characters"),
    "string_too_short": ("min_length", "minstens {} tekens", "at least {} characters"),
    "too_short": ("min_length", "minstens {}", "at least {}"),
    "too_long": ("max_length", "hoogstens {}", "at most {}"),
}


def _as_it_is(error: ErrorDetails) -> Sentence:
    """For a new kind of error that nobody has put into words yet."""
    return Sentence(f"iets anders ({error['msg']})", f"something else ({error['msg']})")


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys a block of this model may have, as they are written in a file."""
    return [given.alias or name for name, given in model.model_fields.items()]


def model_at(model: type[BaseModel], way: Way) -> type[BaseModel]:
    """The model of the block that this way leads to."""
    for step in way:
        given = next((f for name, f in model.model_fields.items() if (f.alias or name) == step), None)
        if given is not None:
            model = _model_in(given.annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part)) is not None), None)
