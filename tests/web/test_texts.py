"""The words of the pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from personas.types import Ending, Feeling, Move, Phase, Slip
from simulator.settings import Settings
from simulator.types import Unjudged
from web.about import about_of
from web.face import EXPRESSIONS
from web.texts import FOLDER, texts

TEMPLATES = Path(__file__).resolve().parents[2] / "web" / "templates"
SCRIPT = (TEMPLATES.parent / "static" / "practise.js").read_text(encoding="utf-8")
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
NAMES = sorted(
    {
        name
        for path in TEMPLATES.glob("*.html")
        for name in re.findall(r"t(?:\.group)?\('([a-z_.]+)'[,)]", path.read_text(encoding="utf-8"))
    }
)


def keys(value: object, at: str = "") -> set[str]:
    """The dotted names in a tree of texts; lists count as one."""
    if not isinstance(value, dict):
        return {at}
    return {key for name, inner in value.items() for key in keys(inner, f"{at}.{name}" if at else str(name))}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_text_a_page_asks_for_is_there(name: str, language: str) -> None:
    assert texts(language).group(name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts(language: str) -> None:
    assert keys(texts(language).by_name) == keys(texts("nl").by_name)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"words\.script\.(\w+)", SCRIPT))))
def test_every_text_the_script_asks_for_is_there(name: str) -> None:
    assert texts()(f"script.{name}")


@pytest.mark.parametrize(
    ("group", "names"),
    [
        ("slips", get_args(Slip)),
        ("moves", get_args(Move)),
        ("second.ungraded", get_args(Unjudged)),
        ("feelings", get_args(Feeling)),
        ("looks", EXPRESSIONS),
        ("phases", get_args(Phase)),
        ("debrief.endings", get_args(Ending)),
    ],
)
def test_every_word_of_the_house_has_a_text(group: str, names: tuple[str, ...]) -> None:
    assert set(texts().group(group)) == set(names)


def test_a_text_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"no text choose\.nothing"):
        texts()("choose.nothing")


def test_a_moment_is_told_in_words() -> None:
    assert texts().moment("2026-11-23T09:05:00+00:00").startswith("23 november, ")
    assert texts().day("2026-11-21") == "21 november 2026"


def test_no_text_names_an_emotion_of_the_trainee() -> None:
    told = (FOLDER / "nl.yaml").read_text(encoding="utf-8").lower()
    for word in ("je bent boos", "je klinkt", "zenuwachtig", "gestrest", "super gedaan", "goed gedaan", "proficiat"):
        assert word not in told


def test_the_page_about_practising_tells_where_words_go_without_keys() -> None:
    settings = Settings(
        model_url="http://user:sleutel7@model.example:9/v1?key=sleutel7",
        judge_url="http://user:sleutel7@judge.example:9/v1?key=sleutel7",
        keep_sound=True,
    )
    told = str(about_of(settings))
    assert "judge.example" in told
    assert "judge.example" not in str(about_of(settings.model_copy(update={"judge_url": None})))
    assert str(about_of(settings.model_copy(update={"judge_url": "same"}))).count("model.example") == 2
    assert "model.example" in told
    assert "sleutel7" not in told
    assert "wordt op deze machine bewaard" in told
    assert "verdwijnt zodra" in str(about_of(Settings()))
