"""What does not fit together in a persona file: a person who could not say, tell or end something."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from pydantic import ValidationError

from personas.complaint import Sentence, Way, expected, one_of, shown, unknown
from personas.peeps import PARTS
from personas.proof.condition import Range, can_hold, openable, parts
from personas.proof.finding import Found, Look, indexes, keys, no_repeats, once, something, whole
from personas.types import FEELINGS, INTENTS, KINDS, REQUIRED_INTENTS, Threshold, When
from personas.yaml_safely import Tree

ADDRESS = {"nl": ("je", "ge", "u"), "fr": ("tu", "vous"), "en": ("you",), "de": ("du", "Sie")}
"""How one says *you* in each language."""
REQUIRED_ENDINGS = ("good", "walks_out")


def intents(tree: Tree) -> Found:
    """The person has something to say for every intent that can come up."""
    lines = tree.at(("lines",))
    if not isinstance(lines, dict):
        return
    missing = [intent for intent in REQUIRED_INTENTS if not lines.get(intent)]
    if missing:
        names = ", ".join(f"`{intent}`" for intent in missing)
        yield (
            ("lines",),
            Sentence(
                f"verwacht zinnen voor elke bedoeling, kreeg er geen voor {names}",
                f"expected lines for every intent, got none for {names}",
            ),
        )
    for index in indexes(tree, "reactions"):
        does = str(tree.at(("reactions", index, "does")))
        speaks = does == "tell" or does in missing or lines.get(does) or tree.at(("reactions", index, "lines"))
        if does in INTENTS and not speaks:
            yield (
                ("reactions", index, "does"),
                Sentence(
                    f"verwacht zinnen voor `{does}`, hier of bij `lines.{does}`, kreeg er geen",
                    f"expected lines for `{does}`, here or in `lines.{does}`, got none",
                ),
            )


def layers(tree: Tree) -> Found:
    """Every layer that opens can open."""
    opens = _opens(tree)
    told = openable(opens)
    for index in indexes(tree, "layers"):
        when = opens.get(str(tree.at(("layers", index, "id"))))
        if isinstance(when, When) and tree.at(("layers", index, "id")) not in told and not _faulty(when, opens):
            yield ("layers", index, "opens"), _never(when, told)


def conditions(tree: Tree) -> Found:
    """Every condition can hold, and speaks of layers and kinds that exist."""
    opens = _opens(tree)
    told = openable(opens)
    others: list[Way] = [("reactions", index, "on") for index in indexes(tree, "reactions")]
    others += [("ends", ending) for ending in keys(tree, "ends")]
    for way in (*(("layers", index, "opens") for index in indexes(tree, "layers")), *others):
        for below, raw in _blocks(tree, way):
            after, slip, kind = raw.get("after"), raw.get("slip"), raw.get("kind")
            if isinstance(after, str) and _never_opens(after, opens):
                known = [id_ for id_, when in opens.items() if when != "never"]
                yield (*below, "after"), unknown(Sentence("een laag die opengaat", "a layer that opens"), after, known)
            if isinstance(slip, str) and isinstance(kind, str) and slip in KINDS and kind not in KINDS[slip]:
                what = Sentence(f"een soort van `{slip}`", f"a kind of `{slip}`")
                yield (*below, "kind"), _of_another(what, kind, slip)
    for way in others:
        when = _when(tree.at(way))
        if when is not None and not can_hold(when, told) and not _faulty(when, opens):
            yield way, _never(when, told)


def reactions(tree: Tree) -> Found:
    """Every reaction does something, and its lines are said."""
    for index in indexes(tree, "reactions"):
        given = keys(tree, "reactions", index)
        if "on" in given and "change" not in given and "does" not in given:
            yield (
                ("reactions", index),
                Sentence(
                    "verwacht `change` of `does`, want zonder gebeurt er niets; kreeg geen van beide",
                    "expected `change` or `does`, for without them nothing happens; got neither",
                ),
            )
        elif "lines" in given and "does" not in given:
            yield (
                ("reactions", index, "lines"),
                Sentence(
                    "verwacht ook `does`, want zonder worden deze zinnen nooit gezegd; kreeg het niet",
                    "expected `does` too, for without it these lines are never said; did not get it",
                ),
            )


def ends(tree: Tree) -> Found:
    """The talk can go well, and the person can walk out."""
    given = tree.at(("ends",))
    for ending in REQUIRED_ENDINGS:
        if isinstance(given, dict) and ending not in given:
            yield (
                ("ends",),
                Sentence(f"verwacht ook `{ending}`, kreeg het niet", f"expected `{ending}` too, did not get it"),
            )


def address(tree: Tree) -> Found:
    """The person says *you* in the language of the file."""
    language, said = tree.at(("language",)), tree.at(("address",))
    fitting = ADDRESS.get(str(language)[:2])
    exists = any(said in forms for forms in ADDRESS.values())
    if fitting and exists and said not in fitting:
        what = one_of(fitting)
        yield ("address",), expected(Sentence(f"in {language} {what.nl}", f"{what.en} in {language}"), shown(said))


def face(tree: Tree) -> Found:
    """The face can be drawn."""
    for part, known in PARTS.items():
        name = tree.at(("face", part))
        if isinstance(name, str) and name not in known:
            what = Sentence("een naam uit Open Peeps", "a name of Open Peeps")
            yield ("face", part), unknown(what, name, known)


def _lists(tree: Tree) -> list[Way]:
    own: list[Way] = [("reactions", index, "lines") for index in indexes(tree, "reactions")]
    return [*(("lines", intent) for intent in keys(tree, "lines")), *own]


LOOKS: tuple[Look, ...] = (
    intents,
    layers,
    conditions,
    reactions,
    ends,
    address,
    face,
    once("layers", "id"),
    no_repeats(_lists),
    whole(_lists),
    something(("temperament",), ("reactions",)),
)


def _opens(tree: Tree) -> dict[str, When | str]:
    """When each layer opens; one whose condition has mistakes counts as free, so that nothing is said twice."""
    found: dict[str, When | str] = {}
    for index in indexes(tree, "layers"):
        id_, raw = tree.at(("layers", index, "id")), tree.at(("layers", index, "opens"))
        if isinstance(id_, str) and id_ not in found:
            found[id_] = "never" if raw == "never" else _when(raw) or "free"
    return found


def _never_opens(layer: str, opens: dict[str, When | str]) -> bool:
    return opens.get(layer, "never") == "never"


def _faulty(when: When, opens: dict[str, When | str]) -> bool:
    """Whether a part of it has a complaint of its own."""
    return any(
        (part.after is not None and _never_opens(part.after, opens))
        or (part.slip and part.kind and part.kind not in KINDS[part.slip])
        for part in parts(when)
    )


def _never(when: When, told: Collection[str]) -> Sentence:
    waits = next((part.after for part in parts(when) if part.after is not None and part.after not in told), None)
    if waits is not None:
        return Sentence(
            f"verwacht iets wat kan gebeuren, kreeg een voorwaarde die wacht op `{waits}`, en die gaat nooit open",
            f"expected something that can happen, got a condition that waits for `{waits}`, which never opens",
        )
    beyond = next((f"`{name}: {_written(at)}`" for part in parts(when) for name, at in _beyond(part)), None)
    if beyond is not None:
        return Sentence(
            f"verwacht iets wat kan gebeuren, kreeg {beyond}; een gevoel gaat van 0 tot 1",
            f"expected something that can happen, got {beyond}; a feeling goes from 0 to 1",
        )
    apart = next(iter(_apart(when)), None)
    nl = "" if apart is None else f": `{apart[0]}` en `{apart[1]}`"
    en = "" if apart is None else f": `{apart[0]}` and `{apart[1]}`"
    return Sentence(
        f"verwacht iets wat kan gebeuren, kreeg voorwaarden die elkaar uitsluiten{nl}",
        f"expected something that can happen, got conditions that exclude each other{en}",
    )


def _of_another(what: Sentence, kind: str, slip: str) -> Sentence:
    """A kind that another slip has, or that none has."""
    owner = next((other for other, kinds in KINDS.items() if kind in kinds and other != slip), None)
    if owner is None:
        return unknown(what, kind, KINDS[slip])  # type: ignore[index]  # the caller looked that slip up in KINDS
    came, choice = expected(what, shown(kind)), one_of(KINDS[slip])  # type: ignore[index]  # as above
    return Sentence(
        f"{came.nl}, en die hoort bij `{owner}`; dit kan hier: {choice.nl}",
        f"{came.en}, which belongs to `{owner}`; possible here: {choice.en}",
    )


def _bounds(when: When) -> Iterator[tuple[str, Threshold]]:
    for name in (*FEELINGS, "silence", "agreed"):
        at: Threshold | None = getattr(when, name)
        if at is not None:
            yield name, at


def _beyond(when: When) -> Iterator[tuple[str, Threshold]]:
    """The bounds that no feeling can reach."""
    for name, at in _bounds(when):
        if name in FEELINGS and Range(high=1).within(at).empty:
            yield name, at


def _apart(when: When) -> Iterator[tuple[str, str]]:
    """Two bounds on the same thing that cannot hold in one turn."""
    together = [bound for part in (when, *when.all) for bound in _bounds(part)]
    for index, (name, one) in enumerate(together):
        for other_name, other in together[index + 1 :]:
            if name == other_name and Range().within(one).within(other).empty:
                yield f"{name}: {_written(one)}", f"{name}: {_written(other)}"


def _written(at: Threshold) -> str:
    return f"{at.sign} {at.value:g}"


def _blocks(tree: Tree, way: Way) -> Iterator[tuple[Way, dict[str, object]]]:
    """The condition at this way and every condition within it."""
    value = tree.at(way)
    if not isinstance(value, dict):
        return
    yield way, value
    for key in ("any", "all"):
        inner = value.get(key)
        for index in range(len(inner)) if isinstance(inner, list) else ():
            yield from _blocks(tree, (*way, key, index))


def _when(raw: object) -> When | None:
    try:
        return When.model_validate_json(json.dumps(raw), strict=True) if isinstance(raw, dict) else None
    except ValidationError:
        return None
