"""Sound gives measures, never emotions: no name, key, sentence or prompt says how the trainee feels or is.

Inferring emotions from a voice at work is forbidden in the EU (AI Act, Article 5(1)(f)), and it would be wrong here
anyway. This walks what is measured from sound (code, schemas, sentences, templates, page texts), every schema that is
stored or sent, and every place where a prompt speaks of the trainee. What is said about the avatar is allowed: its
feelings are authored. Each exception below has its reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import BaseModel, TypeAdapter, create_model
from ruamel.yaml import YAML

import web.wire
from scoring.delivery.types import Delivery
from scoring.types import Feedback, Score
from simulator.events import EVENT

ROOT = Path(__file__).parents[1]

FORBIDDEN: dict[str, str] = {
    "en": """
        emotion mood sentiment affect arousal valence feeling stress tense tension nervous anxious anxiety afraid fear
        angry anger irritated frustrated frustration sad sadness happy joy calm relaxed confident confidence insecure
        unsure_of hesitant hesitation shy lively liveliness enthusiastic enthusiasm bored boredom tired fatigue
        friendly unfriendly warm cold hostile aggressive passionate monotone monotonous charisma charismatic
        personality trustworthy sincere honesty lying deceptive convincing assertive dominant submissive attitude
        hurried agitated uneasy embarrassed ashamed
        """,
    "nl": """
        emotie emoties emotioneel stemming sentiment gevoel gevoelens spanning gespannen stress gestrest zenuwachtig
        nerveus nervositeit angstig bang boos kwaad geïrriteerd gefrustreerd verdrietig blij vrolijk kalm rustig
        ontspannen zelfzeker zelfverzekerd zelfvertrouwen zeker onzeker onzekerheid aarzelend aarzeling verlegen
        levendig levendigheid enthousiast enthousiasme verveeld moe vermoeid vriendelijk onvriendelijk warm koel kil
        vijandig agressief monotoon eentonig charisma persoonlijkheid betrouwbaar oprecht leugenachtig overtuigend
        assertief dominant onderdanig houding gehaast opgewonden ongemakkelijk beschaamd
        """,
    "fr": """
        émotion émotions émotionnel humeur sentiment sentiments ressenti stress stressé stressée tendu tendue tension
        nerveux nerveuse nervosité anxieux anxieuse anxiété peur colère fâché fâchée irrité frustré triste tristesse
        joyeux heureux calme détendu confiance confiant assurance sûr_de_vous hésitant hésitation timide vivant
        enthousiaste enthousiasme ennuyé fatigué aimable froid chaleureux hostile agressif monotone charisme
        personnalité fiable sincère mensonge convaincant assertif dominant soumis attitude pressé agité gêné honteux
        """,
    "de": """
        emotion emotionen emotional stimmung gefühl gefühle empfindung stress gestresst angespannt anspannung nervös
        nervosität ängstlich angst wütend wut zornig ärgerlich gereizt frustriert traurig trauer fröhlich glücklich
        ruhig gelassen entspannt selbstsicher selbstbewusst selbstvertrauen unsicher unsicherheit zögerlich zögern
        schüchtern lebhaft lebendig begeistert begeisterung gelangweilt müde erschöpft freundlich unfreundlich warm
        kühl feindselig aggressiv monoton eintönig charisma persönlichkeit vertrauenswürdig aufrichtig lüge
        überzeugend durchsetzungsstark dominant unterwürfig haltung gehetzt aufgeregt verlegen beschämt
        """,
}
DENIED = frozenset(word for words in FORBIDDEN.values() for word in words.split())

PART = re.compile(r"[^\W\d_]+")
CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")


def denied_in(text: str) -> set[str]:
    """The denied words in a text, a snake_case name or a CamelCase name."""
    words = [word.lower() for word in PART.findall(CAMEL.sub(" ", text))]
    runs = {"_".join(words[at : at + length]) for at in range(len(words)) for length in (1, 2, 3)}
    return runs & DENIED


# ---- Code that measures sound -----------------------------------------------------------------------------------

CODE = [
    *sorted((ROOT / "scoring/delivery").rglob("*.py")),
    ROOT / "simulator/meter.py",
    ROOT / "simulator/sounded.py",
    ROOT / "simulator/speech_spans.py",
    ROOT / "web/sound.py",
    ROOT / "bench/delivery.py",
]
CODE_ALLOWED: dict[tuple[str, str], str] = {
    ("bench/delivery.py", "warm"): "loads the speech model",
}
"""A file and a word that may stand in it, with the reason."""


def names_and_texts(tree: ast.AST) -> Iterator[str]:
    """Every name, argument, attribute, key and text in the code, its docstrings and comments apart."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.alias(name=name):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name
            case ast.Constant(value=str(text)) if id(node) not in docstrings:
                yield text


def denied_in_code(source: str) -> set[str]:
    """The denied words among the names and texts of some code."""
    return {word for text in names_and_texts(ast.parse(source)) for word in denied_in(text)}


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_code_that_measures_sound_has_no_word_for_a_feeling(path: Path) -> None:
    here = path.relative_to(ROOT).as_posix()
    found = denied_in_code(path.read_text(encoding="utf-8"))
    assert {word for word in found if (here, word) not in CODE_ALLOWED} == set()


# ---- Everything that is stored or sent --------------------------------------------------------------------------

NOT_THE_TRAINEE = {
    "AvatarState": "the avatar's own simulated feelings",
    "Change": "steps on the avatar's feelings",
    "Persona": "the authored person who is played",
    "When": "conditions on the avatar's feelings",
    "Response": "`false_hope`, `walks_out` and the like are what the avatar does",
    "Look": "the avatar's face",
    "Ended": "`clear_but_cold` is how the talk went for the avatar",
    "Word": "`confidence` is how sure the recogniser is of a word",
}
"""Schemas whose words are not about the trainee, with the reason."""


def schemas() -> dict[str, Any]:
    """The JSON schemas of events, messages, scores and numbers, by name."""
    found: dict[str, Any] = {}
    sent = [value for value in vars(web.wire).values() if isinstance(value, type) and issubclass(value, BaseModel)]
    for adapter in (
        EVENT,
        *(TypeAdapter(model) for model in (Score, Feedback, Delivery, *sent)),
    ):
        schema = adapter.json_schema(by_alias=False)
        found |= schema.pop("$defs", {})
        found[schema.get("title", "")] = schema
    found.pop("", None)
    return found


def keys_and_values(schema: Any) -> Iterator[str]:
    """The keys and the fixed values of a schema; its sentences apart, which say what is not measured."""
    if isinstance(schema, list):
        for each in schema:
            yield from keys_and_values(each)
    elif isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (str(value) for value in (*schema.get("enum", ()), schema.get("const", "")))
        for key, each in schema.items():
            if key not in ("enum", "const", "description", "title", "default", "examples"):
                yield from keys_and_values(each)


def denied_in_schema(schema: Any) -> set[str]:
    """The denied words among the keys and values of a schema."""
    return {word for text in keys_and_values(schema) for word in denied_in(text)}


SCHEMAS = schemas()


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_nothing_that_is_stored_or_sent_has_a_key_for_a_feeling_of_the_trainee(name: str) -> None:
    if name not in NOT_THE_TRAINEE:
        assert denied_in_schema(SCHEMAS[name]) == set()


def test_the_numbers_of_a_turn_are_among_them() -> None:
    assert {"Delivery", "Pause", "Measured", "Score", "Transcript"} <= set(SCHEMAS)
    assert "Delivery" not in NOT_THE_TRAINEE


# ---- What people read about the sound ---------------------------------------------------------------------------

SENTENCES = sorted((ROOT / "scoring/delivery/words").glob("*.yaml"))
PAGE_TEXTS = sorted((ROOT / "web/words").glob("*.yaml"))
TEMPLATES = [ROOT / "web/templates/sound.html"]


def strings(tree: Any) -> Iterator[str]:
    """Every key and every text in a tree."""
    if isinstance(tree, dict):
        for key, inner in tree.items():
            yield str(key)
            yield from strings(inner)
    elif isinstance(tree, list):
        for inner in tree:
            yield from strings(inner)
    elif isinstance(tree, str):
        yield tree


def denied_in_all(texts: Iterable[str]) -> set[str]:
    """The denied words in any of these texts."""
    return {word for text in texts for word in denied_in(text)}


def read(path: Path) -> Any:
    """A YAML file."""
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.stem)
def test_no_sentence_about_a_measure_names_a_feeling(path: Path) -> None:
    assert denied_in_all(strings(read(path))) == set()


@pytest.mark.parametrize("path", PAGE_TEXTS, ids=lambda path: path.stem)
def test_no_page_text_about_sound_names_a_feeling(path: Path) -> None:
    texts = read(path)
    about = [part[key] for part in texts["about"]["parts"] for key in ("measured", "not_measured") if key in part]
    assert about
    assert denied_in_all(strings([texts["sound"], about])) == set()


SAYS_HOW_THE_TRAINEE_IS = re.compile(
    r"\b(?:je|jij|u) (?:bent|klinkt|lijkt|was|voelt je|klonk)\b"
    r"|\byou (?:are|were|sound|seem|feel|felt)\b"
    r"|\b(?:tu|vous) (?:es|êtes|sembl\w+|paraiss\w+|aviez l'air)\b"
    r"|\b(?:du|sie) (?:bist|klingst|klingen|wirkst|wirken)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", [*SENTENCES, *PAGE_TEXTS], ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_nobody_is_told_how_they_are_or_sound(path: Path) -> None:
    """Of the page texts, with the words for a feeling: `je bent klaar` is no feeling."""
    texts = list(strings(read(path)))
    if path in SENTENCES:
        assert [text for text in texts if SAYS_HOW_THE_TRAINEE_IS.search(text)] == []
    said = [text for text in texts if SAYS_HOW_THE_TRAINEE_IS.search(text) and denied_in(text)]
    assert said == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_about_sound_names_a_feeling(path: Path) -> None:
    assert denied_in(path.read_text(encoding="utf-8")) == set()


# ---- What a language model is told ------------------------------------------------------------------------------

PROMPTS = [
    path
    for path in sorted((ROOT / "simulator").glob("*.py"))
    if path.stem in ("prompt", "avatar_model", "intent") or path.stem.startswith("judge")
]
MEASURES = re.compile(
    r"\b(?:Delivery|Measured|Measure|Prosody|Baseline|delivery|measured|articulation_rate|speech_rate|pitch_range|"
    r"end_drop|message_rise|lines_of_turn|lines_of_talk)\b"
)


@pytest.mark.parametrize("path", PROMPTS, ids=lambda path: path.name)
def test_no_number_from_the_sound_goes_into_a_prompt(path: Path) -> None:
    assert MEASURES.findall(path.read_text(encoding="utf-8")) == []


def test_the_places_where_prompts_are_made_are_among_them() -> None:
    assert {"prompt.py", "avatar_model.py"} <= {path.name for path in PROMPTS}


TRAINEE = re.compile(r"\b(?:trainees?|manager|leidinggevende|dirigeant|vorgesetzte|führungskraft)\b", re.IGNORECASE)
PROMPT_ALLOWED: dict[str, str] = {
    r"\b(?:own|eigene?n?|eigenem|eigenes|son constat|de son)\b": "whether the words name a feeling as one's own: an "
    "I-message is words, and only words are judged",
    r"\bnot own it as\b|\bne l'assume pas comme\b": "the same, told the other way round",
    r"\bhoe zeker\b": "how certain the words leave the matter, not the speaker",
}
"""What a sentence of a prompt that speaks of the trainee and of a feeling must hold to be allowed, with the reason."""


def about_the_trainee(text: str) -> set[str]:
    """The sentences of a prompt that speak of the trainee and hold a denied word without a reason."""
    sentences = re.split(r"(?<=[.!?:])\s+|\n+", text)
    found = {sentence.strip() for sentence in sentences if TRAINEE.search(sentence) and denied_in(sentence)}
    return {sentence for sentence in found if not any(re.search(each, sentence) for each in PROMPT_ALLOWED)}


@pytest.mark.parametrize("path", PROMPTS, ids=lambda path: path.name)
def test_no_prompt_says_what_the_trainee_feels(path: Path) -> None:
    texts = names_and_texts(ast.parse(path.read_text(encoding="utf-8")))
    found = {sentence for text in texts if " " in text for sentence in about_the_trainee(text)}
    assert found == set()


@pytest.mark.parametrize("path", sorted((ROOT / "tests/simulator/snapshots").glob("*.txt")), ids=lambda path: path.stem)
def test_no_prompt_as_it_is_sent_says_what_the_trainee_feels(path: Path) -> None:
    assert about_the_trainee(path.read_text(encoding="utf-8")) == set()


# ---- The test of the test ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code",
    [
        "class Delivery:\n    confidence: float",
        "def stress_level(samples): ...",
        "measure(zelfzeker=1)",
        "names = {'liveliness': 0.4}",
        "from x import VoiceEmotion",
        "text = 'Du klingst nervös.'",
        "self.valence = 1",
        "label: str = 'sûr de vous'",
    ],
)
def test_a_forbidden_name_in_code_would_be_found(code: str) -> None:
    assert denied_in_code(code)


def test_a_docstring_may_say_what_is_not_measured() -> None:
    assert denied_in_code('"""Never an emotion."""\nx = 1') == set()


@pytest.mark.parametrize("key", ["confidence", "stress", "voice_mood", "liveliness", "zekerheid_zelfvertrouwen"])
def test_a_forbidden_key_in_a_schema_would_be_found(key: str) -> None:
    model = create_model("Delivery", rate=(float, 0.0), inner=(create_model("Inner", **{key: (float, 0.0)}), ...))
    assert any(denied_in_schema(schema) for schema in [model.model_json_schema()])


def test_a_forbidden_value_in_a_schema_would_be_found() -> None:
    model = create_model("Delivery", tone=(Literal["flat", "enthusiastic"], "flat"))
    assert denied_in_schema(model.model_json_schema()) == {"enthusiastic"}


@pytest.mark.parametrize(
    "text",
    ["Je klonk zenuwachtig.", "You sound confident.", "Votre voix est monotone.", "Ihre Stimme wirkt unsicher."],
)
def test_a_forbidden_sentence_would_be_found(text: str) -> None:
    assert denied_in_all(strings({"notes": [text]}))


def test_a_prompt_that_asks_what_the_trainee_feels_would_be_found() -> None:
    assert about_the_trainee("Listen well. Say whether the manager sounds nervous. Answer in Dutch.")
    assert about_the_trainee("Answer the manager. You are angry about it.") == set()


def test_every_exception_is_still_needed() -> None:
    for file, word in CODE_ALLOWED:
        assert word in denied_in_code((ROOT / file).read_text(encoding="utf-8"))
    unneeded = {name for name in NOT_THE_TRAINEE if name in SCHEMAS and not denied_in_schema(SCHEMAS[name])}
    assert unneeded == set()
