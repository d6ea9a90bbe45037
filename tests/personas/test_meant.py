"""A complaint ends with what the author probably meant, ready to be typed over."""

from __future__ import annotations

import pytest

from personas.complaint import Complaints, nearest
from personas.draft import load

WORDS = frozenset({"weken"})


def complaints(text: str) -> str:
    try:
        load(text.encode(), "wim.yaml", WORDS)
    except Complaints as problem:
        return problem.says("nl")
    return ""


MEANT = [
    ("trust: 0.55", "trust: 0,55", "starts.55: verwacht een punt in een getal, zoals 0.5, kreeg een komma"),
    ("{trust: 0.55, ", "{trust:0.55, ", "starts.trust:0.55: verwacht een spatie na de dubbele punt, zoals `trust"),
    ("trust: 0.55", 'trust: "0,55"', "starts.trust: verwacht een getal, kreeg `0,55`; bedoelde je 0.55?"),
    ("trust: 0.55", "trust: 55%", "starts.trust: verwacht een getal, kreeg `55%`; bedoelde je 0.55?"),
    ("trust: 0.55", 'trust: "0.55"', "starts.trust: verwacht een getal, kreeg `0.55`; bedoelde je 0.55?"),
    ('">= 0.95"', "0.95", 'ends.walks_out.tension: verwacht een grens zoals ">= 0.6" of ">= 3 s", kreeg 0.95; bed'),
    ('">= 0.95"', '">= 0,95"', 'kreeg `>= 0,95`; bedoelde je ">= 0.95"?'),
    ('">= 0.95"', '"=> 0.95"', 'kreeg `=> 0.95`; bedoelde je ">= 0.95"?'),
    ('">= 0.95"', '"≥ 0.95"', 'kreeg `≥ 0.95`; bedoelde je ">= 0.95"?'),
    ('">= 0.95"', '"> 95%"', 'kreeg `> 95%`; bedoelde je "> 0.95"?'),
    ('">= 0.95"', '"= 0.95"', 'kreeg `= 0.95`; bedoelde je ">= 0.95"?'),
    ("version: 1.0.0", "version: 1.0", "version: verwacht een versie zoals 1.0.0, kreeg 1.0"),
    ("id: ruzie", "id: oude_ruzie", "layers[2].id: verwacht kleine letters en cijfers met streepjes ertussen, zoals"),
    ("id: ruzie", "id: oude_ruzie", "kreeg `oude_ruzie`; bedoelde je `oude-ruzie`?"),
    ("id: ruzie", "id: Oude Ruzië", "kreeg `Oude Ruzië`; bedoelde je `oude-ruzie`?"),
    ("language: nl-BE", "language: nl-be", "language: verwacht een bekend woord, kreeg `nl-be`; bedoelde je `nl-BE`?"),
    ("{quote}", "{ quote }", "kreeg `{ quote }`; bedoelde je `{quote}`?"),
    ("{quote}", "{naam}", "verwacht een bekend invulwoord, kreeg `{naam}`; dit kan hier: `{trainee}`, `{quote}`"),
    ("slip: vagueness, ", "slip: clear_message, ", "kreeg `clear_message`; bedoelde je `move: clear_message`?"),
    ("move: clear_message", "move: vagueness", "kreeg `vagueness`; bedoelde je `slip: vagueness`?"),
    ("kind: soothing", "kind: fog", "reactions[1].on.kind: verwacht een soort van `evasiveness`, kreeg `fog`, en die"),
    ('lines: ["\'Moeilijk.\'', 'lines: "x"\n    # ["', "verwacht een lijst, kreeg `x`; zet er `[` en `]` rond"),
    ('">= 0.95"', '">= 95"', "ends.walks_out: verwacht iets wat kan gebeuren, kreeg `tension: >= 95`; een gevoel"),
    ('after: zomers, trust: ">= 0.5"', 'trust: ">= 0.5", all: [{trust: "< 0.3"}]', "`trust: >= 0.5` en `trust: < 0.3`"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), MEANT, ids=[row[1][:30] for row in MEANT])
def test_what_was_meant_is_told(old: str, new: str, says: str, persona_text: str) -> None:
    assert persona_text.count(old) >= 1
    assert says in complaints(persona_text.replace(old, new, 1))


@pytest.mark.parametrize("bound", ["veel", "=> veel", "nul komma vijf"])
def test_where_nothing_can_be_guessed_nothing_is(bound: str, persona_text: str) -> None:
    assert "bedoelde" not in complaints(persona_text.replace(">= 0.95", bound, 1))


def test_a_name_in_other_letters_is_nearest() -> None:
    assert nearest("NL-be", ["nl-NL", "nl-BE"]) == "nl-BE"


SILENT = [
    (
        "    does: blow\n",
        "    lines: [Oei.]\n",
        "reactions[2].lines: verwacht ook `does`, want zonder worden deze zinnen nooit gezegd; kreeg het niet",
    ),
    (
        "    change: {understanding: 0.7, hope: -0.4, tension: 0.2, trust: 0.05}\n    does: blow\n",
        "",
        "reactions[2]: verwacht `change` of `does`, want zonder gebeurt er niets; kreeg geen van beide",
    ),
    (
        '["Laat maar.",',
        "[Zeg, laat maar zitten.,",
        "lines.close[1]: verwacht een hele zin, kreeg `laat maar zitten.`; een komma begint in `[…]` een nieuwe zin",
    ),
]


@pytest.mark.parametrize(("old", "new", "says"), SILENT, ids=["lines", "nothing", "comma"])
def test_what_would_never_be_said_or_happen_is_told(old: str, new: str, says: str, persona_text: str) -> None:
    assert persona_text.count(old) == 1
    assert says in complaints(persona_text.replace(old, new, 1))


@pytest.mark.parametrize("lines", ['["ja", "nee"]', "[Ja. Ge zijt laat., ja]", "[Ja, Nee]", '["…", "ja"]'])
def test_short_lines_are_lines(lines: str, persona_text: str) -> None:
    assert complaints(persona_text.replace('["Laat maar.", "(kijkt naar zijn handen) Ba ja."]', lines, 1)) == ""
