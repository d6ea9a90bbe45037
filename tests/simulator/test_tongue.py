"""Which language it is."""

from __future__ import annotations

import pytest

from simulator.tongue import foreign, strange


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("Ik weet niet wat je daarmee bedoelt.", "nl-BE", False),
        ("I do not know what you mean by that.", "nl-BE", True),
        ("Je ne sais pas ce que vous voulez dire.", "nl-BE", True),
        ("Ich weiß nicht, was du damit meinst.", "nl-BE", True),
        ("Je ne sais pas ce que vous voulez dire.", "fr", False),
        ("Ich weiß nicht, was du damit meinst.", "de", False),
        ("I do not know what you mean by that.", "en", False),
        ("Dag Nadia, ga zitten.", "nl-BE", False),
        ("Okay, deal.", "nl-BE", False),
    ],
)
def test_another_language_is_known_from_a_handful_of_words(text: str, language: str, other: bool) -> None:
    assert foreign(text, language) == other


def test_invented_words_are_strange_but_no_other_language() -> None:
    babble = "Envolenje kunst zaken verlieft tenzaken gorm."
    assert strange(babble, "nl-BE")
    assert not foreign(babble, "nl-BE")
