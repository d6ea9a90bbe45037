"""Where YAML gives up, the author reads what was probably typed wrong, on the line where that was."""

from __future__ import annotations

import pytest

from personas.complaint import Complaints
from personas.yaml_safely import read_tree


def refused(text: str) -> str:
    with pytest.raises(Complaints) as caught:
        read_tree(text.encode(), "a.yaml")
    return caught.value.says("nl")


TABLE = {
    "a tab that indents": ("a:\n\tb: 1\n", "a.yaml:2: verwacht spaties om in te springen, kreeg een tab; zet er twee"),
    "a tab elsewhere": ("a: 1\nname:\tJoke\n", "a.yaml:2: verwacht een spatie, kreeg een tab"),
    "a hard space": ("a:\n  - id: x\n  \u00a0 tells: y\n", "a.yaml:3: verwacht gewone spaties, kreeg een vaste spatie"),
    "a hard space after the colon": ("a: 1\nname:\u00a0Joke\nb: 2\n", "a.yaml:2: verwacht gewone spaties, kreeg een"),
    "a key one space to the left": (
        "a:\n  - id: x\n   tells: y\n",
        "a.yaml:3: verwacht 4 spaties voor `tells`, zoals bij `id` op regel 2; kreeg er 3",
    ),
    "a key too far to the right": (
        "a:\n  - id: x\n      tells: y\n",
        "a.yaml:3: verwacht 4 spaties voor `tells`, zoals bij `id` op regel 2; kreeg er 6",
    ),
    "a key that fell out of its block": (
        "lines:\n  a: [x]\nb: [y]\n  c: [z]\n",
        "a.yaml:4: verwacht dat `c` (2 spaties) even ver inspringt als `b` op regel 3 (0 spaties); een van de twee",
    ),
    "a key halfway out of its block": (
        "lines:\n  a: [x]\n b: [y]\n",
        "a.yaml:3: verwacht 2 spaties voor `b`, zoals bij `a` op regel 2; kreeg er 1",
    ),
    "a key at the top with a space before it": (
        "a: x\n b: [y]\n",
        "a.yaml:2: verwacht 0 spaties voor `b`, zoals bij `a` op regel 1; kreeg er 1",
    ),
    "a dash too far to the left": (
        "a:\n  - id: x\n - id: y\n",
        "a.yaml:3: verwacht 2 spaties voor het streepje, zoals op regel 2; kreeg er 1",
    ),
    "no space after the dash": (
        "a:\n  - b: 1\n  -c: 2\n",
        "a.yaml:3: verwacht een spatie na het streepje, kreeg `-c: 2`",
    ),
    "no space after the colon": ("a: 1\nname:Joke\nb: 2\n", "a.yaml:2: verwacht een spatie na de dubbele punt, kreeg"),
    "a bound without quotes in a line": (
        "a: {trust: >= 0.5}\n",
        "a.yaml:1: verwacht een grens tussen aanhalingstekens",
    ),
    "a bound without quotes in a block": (
        "a:\n  trust: >= 0.5\n",
        "a.yaml:2: verwacht een grens tussen aanhalingsteken",
    ),
    "a Flemish contraction": (
        "a:\n  - 't Is goed.\n  - Ja.\n  - 'k Weet het niet.\n",
        "a.yaml:2: verwacht dubbele aanhalingstekens rond een zin met ' vooraan, kreeg ze niet; schrijf \"'t Is …\"",
    ),
    "a Flemish contraction that nothing closes": ("a:\n  - 'k Weet het.\nb: 1\n", 'schrijf "\'k Weet …"'),
    "a list that is not closed": (
        'a: ["x", "y"\nb: ["z"]\n',
        "a.yaml:1: verwacht een komma of `]` in de lijst `[…]` die hier begint, kreeg op regel 2 iets anders; sluit",
    ),
    "a block that is not closed": ("a: {b: 1\nc: {d: 2}\n", "a.yaml:1: verwacht een komma of `}` in het blok `{…}`"),
    "a comment in a list": ('a: [x # y,\n  "z"]\nb: 1\n', "vanaf ` #` leest YAML niets meer"),
    "a colour as on the web": ("a: {hair: #a55728}\nb: 1\n", "a.yaml:1: verwacht een komma of `}`"),
    "a curly quotation mark at the end": ('a: ["x.”, "y"]\n', "a.yaml:1: verwacht rechte aanhalingstekens, kreeg `”`"),
    "quotation marks within": ('a: ["Laat "maar" zitten."]\n', 'schrijf een aanhalingsteken binnen een zin als \\"'),
    "a sentence with a colon": (
        "a: Weet je: ik dacht het.\n",
        "a.yaml:1: verwacht één sleutel op een regel, kreeg een",
    ),
}


@pytest.mark.parametrize(("text", "says"), TABLE.values(), ids=TABLE)
def test_what_was_probably_typed_wrong(text: str, says: str) -> None:
    assert says in refused(text)


def test_a_closed_list_of_contractions_is_not_to_blame() -> None:
    assert "'t" not in refused('a:\n  - "\'t Is goed."\nb: [x\nc: 1\n')


@pytest.mark.parametrize("text", ["a: Zone worden # 1, of niets\n", "a:\n  - Ja, nummer # 1 ben ik.\n"])
def test_a_sentence_that_stops_at_a_hash_is_refused(text: str) -> None:
    assert "verwacht een hele zin, kreeg er een die stopt voor ` #`" in refused(text)


@pytest.mark.parametrize(
    "text", ["a: 1 # een getal", "a: vagueness # een woord", 'a: "Een zin." # klaar', "# a b\na: x"]
)
def test_a_comment_after_a_word_or_a_quoted_sentence_stays_a_comment(text: str) -> None:
    read_tree(text.encode(), "a.yaml")


@pytest.mark.parametrize(
    "text", ["a: [“Laat maar.”]", "a: [“Ja, maar.”]", "a: “>= 0.5”", 'a: “Laat maar."', "a: „Ja.”"]
)
def test_curly_quotation_marks_are_no_quotation_marks(text: str) -> None:
    assert "a.yaml:1 a" in refused(text)
    assert "verwacht rechte aanhalingstekens, kreeg `" in refused(text)


@pytest.mark.parametrize("text", ["a: Hij zei “ja” en ging.", "a: ’t Is goed.", 'a: "“Ja”, zei ze."'])
def test_curly_quotation_marks_inside_a_sentence_are_fine(text: str) -> None:
    read_tree(text.encode(), "a.yaml")


def test_an_invisible_character_is_told() -> None:
    assert "a.yaml:1 a: verwacht leesbare tekst, kreeg het onzichtbare teken U+200B" in refused("a: \u200bJoke")


def test_a_value_without_quotation_marks_is_known() -> None:
    assert read_tree(b'a: [x, "y"]', "a.yaml").bare == {("a", 0)}
