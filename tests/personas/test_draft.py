"""One file by itself: everything that is wrong with it, at once, with the line, in Dutch and in English."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personas.complaint import Complaints
from personas.draft import FORMATS, load, read
from personas.expectation import PATTERNS
from personas.schema import schema_of
from personas.types import Course, Persona, Scenario

WORDS = frozenset({"weken"})


def complaints(text: str, language: str = "en") -> list[str]:
    try:
        load(text.encode(), "wim.yaml", WORDS)
    except Complaints as problem:
        return [c.says(language) for c in problem.complaints]
    return []


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize(("kind", "type_"), [("persona", Persona), ("scenario", Scenario), ("course", Course)])
def test_the_examples_of_the_docs_are_in_order(kind: str, type_: type, texts: dict[str, str]) -> None:
    assert isinstance(load(texts[kind].encode(), "a.yaml", WORDS), type_)


SPOILED = [
    # keys, values, numbers
    ("trust: 0.55", "trst: 0.55", "starts.trst: expected a known key, got `trst`; did you mean `trust`?"),
    ("trust: 0.55", "trust: 1.4", "starts.trust: expected a number up to 1, got 1.4"),
    ("trust: 0.55", "trust: -0.1", "starts.trust: expected a number from 0 up, got -0.1"),
    ("trust: 0.55", "trust: veel", "starts.trust: expected a number, got `veel`"),
    ("trust: 0.55", "trust: true", "starts.trust: expected a number, got true"),
    ('trust: 0.55', 'trust: "0.55"', "starts.trust: expected a number, got `0.55`"),
    ("trust: 0.55", "trust: ", "starts.trust: expected a value, got nothing; fill it in or remove the key"),
    ("age: 38", "age: 38.5", "age: expected a whole number, got 38.5"),
    ("age: 38", "age: 7", "age: expected a number from 16 up, got 7"),
    ("age: 38", "age: " + "9" * 5_000, "age: expected a whole number, got `999"),
    ("version: 1.0.0", "version: 1.0", "version: expected a version such as 1.0.0, got 1.0"),
    ("version: 1.0.0", "version: v1", "version: expected a version such as 1.0.0, got `v1`"),
    ("id: wim-de-backer", "id: Wim", "id: expected small letters and digits with dashes between them"),
    ("skin: edb98a", "skin: roze", "face.skin: expected a colour of six characters"),
    ("skin: edb98a", "skin: 724133", "face.skin: expected text, got 724133; put it between quotation marks"),
    ("head: short2", "head: shrt2", "face.head: expected a name of Open Peeps, got `shrt2`; did you mean `short2`?"),
    ("wants: Drie weken", "wants:   # Drie weken", "wants: expected a value, got nothing"),
    ("temperament: [geduldig,", "temperament: # [geduldig,", "temperament: expected a value, got nothing"),
    ("fears: Dat er", "fears: {Dat: er}\n#", "fears: expected text, got a block with `Dat`"),
    ("fears: Dat er", f"fears: {'x' * 700}\n#", "fears: expected at most 600 characters"),
    ("fears: Dat er", 'fears: " "\n#', "fears: expected text, got empty text"),
    ("language: nl-BE", "language: nl", "language: expected a known word, got `nl`"),
    ("address: ge", "address: tu", "address: expected `je`, `ge` or `u` in nl-BE, got `tu`"),
    # layers
    ("opens: never", "opens: nooit", "layers[2].opens: expected `free`, `never` or a condition such as"),
    ("opens: never", "opens: []", "layers[2].opens: expected `free`, `never` or a condition such as"),
    ("opens: never", "opens: {}", "layers[2].opens: expected at least one condition"),
    ("opens: never", "opens: {trst: 1}", "layers[2].opens.trst: expected a known key, got `trst`; did you mean `tru"),
    ("opens: never", "opens: free", "layers[2].line: expected `line`: how the person says it"),
    ("id: ruzie", "id: zomers", "layers[2].id: expected `zomers` once, got it on line 21 too"),
    ("after: zomers, trust", "after: zomer, trust", "layers[1].opens.after: expected a layer that opens, got `zomer"),
    ("after: zomers, trust", "after: ruzie, trust", "layers[1].opens.after: expected a layer that opens, got `ruzie"),
    ("after: zomers, trust", "after: tickets, trust", "that waits for `tickets`, which never opens"),
    ('tension: ">= 0.6"', 'tension: ">= 1.2"', None),
    ('trust: ">= 0.5"}\n    line', 'trust: ">= 1.2"}\n    line', "layers[1].opens: expected something that can happ"),
    # conditions
    ('">= 0.95"', "0.95", 'ends.walks_out.tension: expected a bound such as ">= 0.6" or ">= 3 s", got 0.95'),
    ('">= 0.95"', '"=> 0.95"', 'ends.walks_out.tension: expected a bound such as ">= 0.6" or ">= 3 s", got `=> 0.95'),
    ('">= 0.95"', '{sign: ">=", value: 0.95}', "ends.walks_out.tension: expected a bound"),
    ('">= 0.95"', '"> 1"', "ends.walks_out: expected something that can happen, got `tension: > 1`; a feeling goes"),
    ("slip: vagueness", "slip: vaguenes", "reactions[0].on.slip: expected a known word, got `vaguenes`; did you mea"),
    ("kind: soothing", "kind: fog", "reactions[1].on.kind: expected a kind of `evasiveness`, got `fog`, which belongs"),
    ("on: {move: clear_message}", "on: {}", "reactions[2].on: expected at least one condition"),
    ("on: {move: clear_message}", "on: {move: }", "reactions[2].on.move: expected a value, got nothing"),
    ("does: blow", "does: blw", "reactions[2].does: expected a known word, got `blw`; did you mean `blow`?"),
    ("does: blow", "does: bargain", "reactions[2].does: expected lines for `bargain`, here or in `lines.bargain`, g"),
    ("walks_out: {", "walk_out: {", "ends.walk_out: expected a known word, got `walk_out`; did you mean `walks_out`"),
    ("  walks_out: {", "  open: {", "ends: expected `walks_out` too, did not get it"),
    # lines
    ("  close: [", "  clse: [", "lines.clse: expected a known word, got `clse`; did you mean `close`?"),
    ("  close: [", "  tell: [", "lines: expected lines for every intent, got none for `close`"),
    ('["Laat maar.",', '["Laat maar.", "Laat  maar.",', "lines.close[1]: expected `Laat maar.` once"),
    ("{quote}", "{quotes}", "lines.ask_what_is_meant[0]: expected a known placeholder, got `{quotes}`; did you mean `"),
    ("{weken}", "{week}", "lines.blow[2]: expected a known placeholder, got `{week}`; did you mean `{weken}`"),
    ("{weken}", "{weken", "lines.blow[2]: expected braces only around a placeholder, such as `{quote}`"),
    ('greet: ["Dag', 'greet: ["{quote}? Dag', "lines.greet: expected at least one line without a placeholder"),
    ("Ik heb ze al.", "{quote}. Ik heb ze al.", "layers[1].line: expected a known placeholder, got `{quote}`"),
    ("wants: Drie weken", "wants: '{trainee}'\n# Drie weken", "wants: expected no placeholder here"),
    # the whole file
    ("schema: persona/1", "schema: persona/2", "schema: expected a kind of file, got `persona/2`; did you mean `per"),
    ("schema: persona/1", "schema_: persona/1", "wim.yaml:1 schema: expected the key `schema`, such as"),
    ("schema: persona/1", "schema: persona/1\nschema_: x", "schema_: expected a known key, got `schema_`"),
    ("# yaml-language-server: $schema=../schemas/persona-1.json\n", "", "wim.yaml:1: expected as first line `# yaml"),
    ("persona-1.json", "course-1.json", "wim.yaml:1: expected as first line `# yaml-language-server"),
    ("debrief: >-", "dbrief: >-", "dbrief: expected a known key, got `dbrief`; did you mean `debrief`?"),
    ("debrief: >-", "dbrief: >-", "debrief: expected the key `debrief`, did not get it"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), [row for row in SPOILED if row[2]], ids=lambda v: str(v)[:40])
def test_a_mistake_is_told_where_it_stands(old: str, new: str, says: str, persona_text: str) -> None:
    assert persona_text.count(old) >= 1
    assert says in "\n".join(complaints(persona_text.replace(old, new, 1)))


def test_a_choice_that_cannot_hold_is_no_harm_beside_one_that_can(persona_text: str) -> None:
    assert complaints(persona_text.replace('tension: ">= 0.6"', 'tension: ">= 1.2"')) == []


def test_a_complaint_names_the_file_the_line_and_the_field_in_dutch_and_in_english(persona_text: str) -> None:
    text = persona_text.replace("trust: 0.55", "trst: 0.55")
    line = line_of(text, "trst")
    assert complaints(text, "nl-BE") == [
        f"wim.yaml:{line} starts.trst: verwacht een bekende sleutel, kreeg `trst`; bedoelde je `trust`?"
    ]
    assert complaints(text, "en") == [
        f"wim.yaml:{line} starts.trst: expected a known key, got `trst`; did you mean `trust`?"
    ]


def test_an_unknown_key_points_at_the_key_and_a_wrong_value_at_its_key(persona_text: str) -> None:
    text = persona_text.replace("wants: Drie weken", "wnts: Drie weken").replace("age: 38", "age: oud")
    draft = read(text.encode(), "wim.yaml")
    marks = {complaint.field: complaint.mark for complaint in draft.complaints}
    assert marks["wnts"] == (line_of(text, "wnts"), 1)
    assert marks["age"] == (line_of(text, "age: oud"), 1)


def test_all_mistakes_of_a_file_are_told_at_once_in_the_order_of_the_file(persona_text: str) -> None:
    text = persona_text
    for old, new in (("age: 38", "age: 7"), ("does: blow", "does: blw"), ("  greet: [", "  gret: [")):
        text = text.replace(old, new)
    text = text.replace("{quote}", "{quot}")
    told = [re.sub(r"wim.yaml:\d+ (\S+): .*", r"\1", line) for line in complaints(text)]
    assert told == ["age", "reactions[2].does", "lines", "lines.gret", "lines.ask_what_is_meant[0]"]


def test_each_mistake_is_told_once(persona_text: str) -> None:
    assert len(complaints(persona_text.replace("after: zomers, trust", "after: zomer, trust"))) == 1
    assert len(complaints(persona_text.replace("kind: soothing", "kind: fog"))) == 1
    assert len(complaints(persona_text.replace("age: 38", "age: "))) == 1


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("personas: [wim-de-backer]", "personas: []", "personas: expected at least one, got an empty list"),
        ("{trainee}. Is", "{trainer}. Is", "opening[0]: expected a known placeholder, got `{trainer}`; did you mean"),
        ("{trainee}. Is", "{quote}. Is", "opening[0]: expected a known placeholder, got `{quote}`"),
        ("weken: Drie weken", "quote: Drie weken", "words.quote: expected another name, for `quote` is taken"),
        ("weken: Drie weken", "Weken: Drie weken", "words.Weken: expected small letters and digits"),
        ("situation: Twee", "situation: '{weken}'\n# ", "briefing.situation: expected no placeholder here"),
        ("signs:\n", "signs:\n  - []\n", "signs[0]: expected at least one word, got an empty list"),
        ("as_of: 2026-11-21", "as_of: 2026-02-30", "as_of: expected a day that exists, got `2026-02-30`"),
        ("as_of: 2026-11-21", "as_of: vandaag", "as_of: expected a day such as 2026-11-21, got `vandaag`"),
        ("minutes: 10", "minutes: 1", "minutes: expected a number from 3 up, got 1"),
        (
            "course: bad_news",
            "course: badnews",
            "course: expected a known word, got `badnews`; did you mean `bad_news`?",
        ),
        ("  must_say: [", "  must_says: [", "briefing.must_say: expected the key `must_say`, did not get it"),
    ],
)
def test_a_mistake_in_a_scenario_is_told(old: str, new: str, says: str, scenario_text: str) -> None:
    assert old in scenario_text
    assert says in "\n".join(complaints(scenario_text.replace(old, new, 1)))


@pytest.mark.parametrize("word", ["Je C4 volgt.", "De opzegtermijn loopt.", "Er is outplacement.", "Zie cao nr. 109."])
def test_a_word_of_the_law_asks_for_a_day_and_a_source(word: str, scenario_text: str) -> None:
    bare = re.sub(r"(?m)^(as_of|sources):.*\n", "", scenario_text)
    assert complaints(bare) == []
    told = complaints(bare.replace("De lijn moet draaien.", word))
    assert [line.split()[1] for line in told] == ["as_of:", "sources:"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("id: opvangen", "id: boodschap", "steps[1].id: expected `boodschap` once, got it on line"),
        ("phase: catching, title", "phase: message, title", "phases[1].phase: expected `message` once, got it on line"),
        ("within_turns: 2", "within_turns: 0", "steps[0].within_turns: expected a number from 1 up, got 0"),
        ("move: clear_message", "move: vagueness", "steps[0].move: expected a known word, got `vagueness`"),
        ("id: vagueness", "id: vaagheid", "criteria[0].id: expected a known word, got `vaagheid`"),
        ("move: acknowledgement", "move: acknowledgement, part: room", "steps[1]: expected exactly one of move"),
        ("move: acknowledgement", "optional: true", "steps[1]: expected exactly one of move"),
        ("phase: catching}", "after: boodschp}", "after: expected the `id` of a step above it, got `boodschp`; did"),
        ("within_turns: 2", "after: opvangen", "steps[0].after: expected the `id` of a step above it, got `opvangen`"),
        ("move: acknowledgement", "part: ruimte", "steps[1].part: expected a known word, got `ruimte`"),
    ],
)
def test_a_mistake_in_a_course_is_told(old: str, new: str, says: str, course_text: str) -> None:
    assert old in course_text
    assert says in "\n".join(complaints(course_text.replace(old, new, 1)))


def test_the_fingerprint_is_that_of_the_bytes(course_text: str) -> None:
    one, other = read(course_text.encode(), "a.yaml"), read(f"{course_text}\n".encode(), "a.yaml")
    assert len(one.sha256) == 64
    assert one.sha256 != other.sha256
    assert one.value == other.value


def test_every_pattern_of_the_types_has_its_sentence() -> None:
    def patterns(part: object) -> set[str]:
        if isinstance(part, dict):
            own = {part["pattern"]} if isinstance(part.get("pattern"), str) else set()
            return own.union(*(patterns(value) for value in part.values()))
        return set().union(*(patterns(value) for value in part)) if isinstance(part, list) else set()

    found = set().union(*(patterns(schema_of(format_)) for format_ in FORMATS))
    assert {pattern for pattern in found if "|" not in pattern} <= set(PATTERNS)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_after_a_good_beginning_give_a_value_or_complaints(raw: bytes) -> None:
    draft = read(b"# yaml-language-server: $schema=../schemas/course-1.json\nschema: course/1\n" + raw, "a.yaml")
    assert draft.value or draft.complaints


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_file_in_which_a_piece_was_replaced_gives_a_value_or_complaints(
    data: st.DataObject, texts: dict[str, str]
) -> None:
    """And every complaint is in our own words, in both languages."""
    text = texts[data.draw(st.sampled_from(["persona", "scenario", "course"]))]
    at = data.draw(st.integers(0, len(text)))
    piece = data.draw(
        st.sampled_from(["", "[]", "{}", "1", "~", "x: ", "- ", "'", '"', "{a}", "\n", "  ", "&a ", "0.5", "true"])
    )
    spoiled = text[:at] + piece + text[at + data.draw(st.integers(0, 12)) :]
    draft = read(spoiled.encode(), "a.yaml")
    assert draft.value or draft.complaints
    for complaint in draft.complaints:
        assert complaint.sentence.nl != complaint.sentence.en
        assert "Input should" not in complaint.sentence.en


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_file_in_which_a_value_was_replaced_gives_a_value_or_complaints(
    data: st.DataObject, texts: dict[str, str]
) -> None:
    """Each kind of value in each kind of place."""
    text = texts[data.draw(st.sampled_from(["persona", "scenario", "course"]))]
    places = [found.span(1) for found in re.finditer(r"(?<=: )([^,\[\]{}\n]+)", text)]
    start, end = data.draw(st.sampled_from(places))
    value = data.draw(
        st.sampled_from(
            ["[]", "{}", "[x]", "{x: y}", "1", "-1", "99", "0.5", "~", "true", "x", '""', '">= 9"', '"{x}"']
        )
    )
    draft = read(f"{text[:start]}{value}{text[end:]}".encode(), "a.yaml")
    assert draft.value or draft.complaints
    for complaint in draft.complaints:
        assert "something else (" not in complaint.sentence.en
