"""YAML that anybody may have written is read as plain values, or refused with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from personas.complaint import Complaints
from personas.yaml_safely import MOST_BYTES, MOST_NODES, Tree, read_tree


def refused(text: str | bytes) -> str:
    raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    with pytest.raises(Complaints) as caught:
        read_tree(raw, "a.yaml")
    return caught.value.says("en")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: uit", {"a": "uit"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 2026-01-31", {"a": "2026-01-31"}),
        ("a: 1.0.0", {"a": "1.0.0"}),
        ("a: 0x1f", {"a": "0x1f"}),
        ("a: .inf", {"a": ".inf"}),
        ("a: 1e999", {"a": "1e999"}),
        ("a: +0.15", {"a": 0.15}),
        ("a: 47", {"a": 47}),
        ('a: "47"', {"a": "47"}),
        ("a: true", {"a": True}),
        ("a: ~", {"a": None}),
        ("a: {b: [x, 1], c: }", {"a": {"b": ["x", 1], "c": None}}),
        ("a: >-\n  een\n  twee\n", {"a": "een twee"}),
        ("\ufeffa: 1", {"a": 1}),
        ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
    ],
)
def test_values_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    assert read_tree(text.encode(), "a.yaml").data == value


def test_very_long_numbers_stay_text() -> None:
    assert read_tree(b"a: " + b"9" * 5_000, "a.yaml").data == {"a": "9" * 5_000}


def test_every_value_knows_where_it_stands() -> None:
    tree = read_tree(b"a:\n  - b: 1\n  -   c: [x, y]\n", "a.yaml")
    assert tree.mark(("a", 1, "c")) == (3, 7)
    assert tree.mark(("a", 1, "c", 1)) == (3, 14)
    assert tree.mark(("a", 1, "gone")) == (3, 7)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "a.yaml:1: expected a file with text, got an empty file"),
        ("# nothing\n", "got an empty file"),
        ("a: &x 1\nb: *x", "a.yaml:2: expected no aliases, got `*x`"),
        ("a: &x 1", "a.yaml:1: expected no anchors, got `&x`"),
        ("a: !!python/object/apply:os.system [ls]", "expected no tags"),
        ("a: !odd 1", "expected no tags, got `!odd`"),
        ("a: 1\na: 2", "a.yaml:2 a: expected the key `a` once, got it twice (first on line 1)"),
        ("x:\n  a: 1\n  a: 2", "a.yaml:3 x.a: expected the key `a` once"),
        ("? [a]\n: b", "expected a word as key"),
        ("a: {quote} ja", "put the whole sentence between quotation marks"),
        ("a: 1\n---\nb: 2", "a.yaml:2: expected one document"),
        ("%YAML 1.1\n---\na: no", "expected no lines with `%`"),
        ("%YAML " + "9" * 5_000 + ".1\n---\na: no", "expected YAML"),
        ("%YAML 1.11\n---\na: no", "expected YAML"),
        ('a: "\\U00110000"', "expected YAML"),
        ('a: "\\ud800"', "got the invisible character U+D800"),
        ('a: "\\0"', "got the invisible character U+0000"),
        ("a: 1\nb: \x00", "a.yaml:2: expected readable text, got the invisible character U+0000"),
        ("a: 1\nb: \x07", "a.yaml:2: expected readable text, got the invisible character U+0007"),
        ("a: 1\nb: \ud800", "a.yaml:2: expected a text file in UTF-8"),
        (b"a: caf\xe9", "a.yaml:1: expected a text file in UTF-8"),
        ("a: 1".encode("utf-16"), "expected a text file in UTF-8"),
        ("a: >= 0.3", 'expected a bound between quotation marks, such as ">= 0.6"'),
        ("a:\n\tb: 1", "a.yaml:2: expected spaces to indent, got a tab"),
        ("a: b: c", "got a second colon"),
        ('a:\n  - "Jij" zei ze', "a.yaml:2: expected the next dash"),
        ('a: 1\nb: "open\nc: 2\n', "a.yaml:2: expected a quotation mark at the end of the sentence"),
        ("a: 1\nb\nc: 2", "a.yaml:2: expected `key: value`, got a line without a colon"),
        ("[" * 3_000, "expected at most 12 levels, got more"),
        ("{a: " * 3_000, "expected at most 12 levels, got more"),
        ("- " * 3_000, "expected at most 12 levels, got more"),
        ("-\n" * (MOST_NODES + 1), f"expected at most {MOST_NODES} values, got more"),
        ("a" * (MOST_BYTES + 1), "expected a file of at most 256 KiB, got 257 KiB"),
    ],
    ids=lambda value: repr(value[:40]),
)
def test_what_is_not_plain_is_refused_with_a_sentence(text: str | bytes, says: str) -> None:
    assert says in refused(text)


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert "a.yaml:1: expected no anchors, got `&l0`" in refused("\n".join(["l0: &l0 [lol]", *levels]))


def test_all_that_is_refused_is_told_at_once() -> None:
    assert refused("a: &x 1\nb: *x\nb: !t 2\n").count("\n") == 3


def outcome(raw: bytes) -> Tree | Complaints:
    """Whatever comes of it; any other exception is a mistake of ours."""
    try:
        return read_tree(raw, "a.yaml")
    except Complaints as problem:
        return problem


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda s: s.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_a_tree_or_complaints(raw: bytes) -> None:
    came = outcome(raw)
    assert isinstance(came, Tree) or came.complaints


PIECES = st.sampled_from(
    [
        *(
            "a",
            "b: ",
            "- ",
            "\n",
            "\n  ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            '"',
            "'",
            "&a ",
            "*a",
            "!t ",
            "|",
            ">-",
            "# x",
            "---",
        ),
        *(
            "%YAML 1.1",
            "...",
            "? ",
            ": ",
            "~",
            "1",
            "\t",
            "\\u",
            "\\x0",
            "@",
            "`",
            "\ufeff",
            "\x85",
            "\u2028",
            "<<: ",
            "é",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_pieces_of_yaml_give_a_tree_or_complaints(text: str) -> None:
    came = outcome(text.encode())
    assert isinstance(came, Tree) or came.complaints
