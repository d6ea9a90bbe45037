"""What each clause does."""

from itertools import pairwise

import pytest

from scoring.roles import roles
from tests.scoring.said import talk


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Uw contract stopt op 31 januari.", "message"),
        ("Hoe is dat voor u?", "question"),
        ("Jij luistert nooit.", "judgement"),
        ("Ik bel u vrijdag om tien uur.", "agreement"),
        ("Ge schrikt hiervan, dat zie ik.", "reflection"),
        ("Hoe was uw weekend?", "small_talk"),
        ("Dag Karel.", "small_talk"),
    ],
)
def test_a_clause_has_a_role(text: str, role: str) -> None:
    found = roles(talk(text, "Wat is er aan de hand?"))
    assert role in {part.role for part in found}


def test_every_word_belongs_to_one_clause() -> None:
    text = "Ga zitten. Uw contract stopt op 31 januari, want het depot sluit. Hoe is dat voor u?"
    found = roles(talk(text))
    assert [part.role for part in found][-1] == "question"
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_without_marks_the_pauses_tell_the_clauses_apart() -> None:
    text = "uw contract stopt op 31 januari hoe is dat voor u"
    said = talk(text)
    paused = said.last.model_copy(update={"pauses": (text.index("hoe"),)})
    found = roles(said.model_copy(update={"utterances": (*said.before, paused)}))
    assert [part.role for part in found] == ["message", "question"]
