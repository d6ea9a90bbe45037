"""The reasons, in words."""

from __future__ import annotations

from typing import get_args

import pytest

from personas.types import KINDS, Move, Phase, When
from simulator.cause import engine_says, says

LANGUAGES = ["nl-BE", "nl-NL", "en", "fr", "de"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_a_file_can_react_to_has_a_name(language: str) -> None:
    told = [
        *(says(When(slip=slip, kind=kind), language, "Nadia") for slip, kinds in KINDS.items() for kind in kinds),
        *(says(When(move=move), language, "Nadia") for move in get_args(Move)),
        *(says(When(phase=phase), language, "Nadia") for phase in get_args(Phase)),
        *(says(When(silence=bound), language, "Nadia") for bound in (">= 3 s", "< 1 s")),
        says(When(trust=">= 0.5"), language, "Nadia"),
        says(When(about=("maart",)), language, "Nadia"),
    ]
    assert len(set(told)) == len(told)
    assert not any("{" in one or "_" in one for one in told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", ["repetition", "debt", "insult", "said"])
def test_the_rules_of_the_engine_have_a_name(language: str, rule: str) -> None:
    assert "{" not in engine_says(rule, language, "Nadia", "vagueness")


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ({"slip": "evasiveness", "kind": "soothing", "times": 2}, "Je suste, voor de 2e keer"),
        (
            {"all": [{"move": "apology"}, {"silence": ">= 3 s"}]},
            "Je bood excuses aan, zonder ‘maar’, en je liet een stilte",
        ),
        ({"any": [{"move": "summary"}, {"trust": ">= 0.5"}]}, "Je vatte samen"),
        ({"slip": "evasiveness", "kind": "guess"}, "Je liet Nadia raden"),
        ({"tension": ">= 0.9"}, "Zo is Nadia er nu aan toe"),
    ],
)
def test_a_condition_is_told_in_a_sentence_to_the_trainee(when: dict[str, object], told: str) -> None:
    assert says(When.model_validate(when), "nl-BE", "Nadia") == told
