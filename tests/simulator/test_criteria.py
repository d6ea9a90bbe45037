"""What is asked stands in files, complete in every language."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import ValidationError

from personas.types import KINDS
from scoring.types import TONGUES, Tongue
from simulator.criteria import NAMES, Criteria, criteria

TEXTS = [(tongue, name) for tongue in TONGUES for name in NAMES]


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_language_asks_the_same_twelve_things_with_the_same_kinds(tongue: Tongue) -> None:
    asked = criteria(tongue)
    assert asked.language == tongue
    assert tuple(asked.criteria) == NAMES
    assert {name: tuple(ask.kinds) for name, ask in asked.criteria.items() if ask.kinds} == KINDS


@pytest.mark.parametrize(("tongue", "name"), TEXTS)
def test_no_criterion_is_left_empty_or_ends_in_a_full_stop(tongue: Tongue, name: Any) -> None:
    ask = criteria(tongue).criteria[name]
    for text in (ask.here, ask.holds, ask.unless, *ask.kinds.values()):
        assert text.strip() == text
        assert text
        assert not text.endswith(".")


@pytest.mark.parametrize("tongue", TONGUES)
def test_nobody_is_asked_what_the_trainee_feels(tongue: Tongue) -> None:
    """Words are judged, never a state of mind; the feelings that are named are those of the other."""
    asked = criteria(tongue)
    rules = {
        "nl": "nooit om wat iemand voelt",
        "en": "never what somebody feels",
        "fr": "jamais ce que quelqu'un ressent",
    }
    assert rules.get(tongue, "nie, was jemand fühlt") in asked.rules
    told = " ".join((asked.rules, asked.data, asked.task, *(ask.holds for ask in asked.criteria.values())))
    assert not re.search(
        r"nerv|stress|zeker(?:heid)? van|confiden|tone of voice|stemgeluid|emotion", told, re.IGNORECASE
    )


@pytest.mark.parametrize("change", ["missing", "swapped", "no kinds"])
def test_a_file_that_is_not_whole_is_refused(change: str) -> None:
    raw = criteria("en").model_dump()
    if change == "missing":
        del raw["criteria"]["boundary"]
    elif change == "swapped":
        raw["criteria"] = dict(reversed(raw["criteria"].items()))
    else:
        raw["criteria"]["vagueness"]["kinds"] = {}
    with pytest.raises(ValidationError, match="expected"):
        Criteria.model_validate(raw)
