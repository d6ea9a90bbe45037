"""The words of this room: what a persona, a scenario and a course file may say.

Every model is frozen and refuses unknown keys. Feelings go from 0 to 1. The names of slips, kinds and moves are
those of the codebook; they stand here because a persona file reacts to them.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    Tag,
    ValidationInfo,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

Language = Literal["nl-BE", "nl-NL", "en", "fr", "de"]
Slip = Literal["vagueness", "evasiveness", "missing_i_statement"]
Kind = Literal[
    "hedged", "open", "euphemism", "fog", "loose",
    "delay", "no_answer", "hiding", "shifting", "soothing", "guess",
    "blame", "disguised", "others", "demand",
]  # fmt: skip
Move = Literal[
    "clear_message", "acknowledgement", "open_question", "summary", "i_message",
    "agreement", "follow_up", "apology", "boundary",
]  # fmt: skip
CourseId = Literal[
    "bad_news", "c4", "appraisal", "conflict", "mediation",
    "presentation", "culture", "listening", "hiring", "leadership",
]  # fmt: skip
Phase = Literal["opening", "message", "catching", "solution", "closing"]
Part = Literal[
    "observation", "feeling", "effect", "request",  # of an I-message, and of the 4G model
    "point", "reason", "example", "lost_thread",  # of PREP, with the sentence that saves whoever freezes
    "openness", "options", "check_in",  # of OVSO
    "room",  # makes room for the other to tell
    "small_talk", "agenda", "formal_address",  # of a first minute, by the customs of a country
]  # fmt: skip
FactId = Literal["last_day", "reason", "compensation", "documents", "outplacement", "no_signature", "third_party"]
Culture = Literal["flemish", "dutch", "french", "british", "german"]
Feeling = Literal["trust", "tension", "openness", "understanding", "hope"]
Intent = Literal[
    "greet",  # answers the first words
    "wait_for_it",  # the news was announced: "Zeg het maar."
    "press_for_message",  # the news is late
    "ask_what_is_meant",  # something was vague
    "false_hope",  # draws the hopeful conclusion from vague words
    "repeat_question",  # a question was dodged; {question} holds it
    "name_it",  # says aloud that somebody hides
    "strike_back",  # was blamed
    "close",  # shuts down after a platitude
    "blow",  # the news has landed
    "stay_silent",  # leaves the silence alone
    "soften_a_little",  # one step, never more
    "accept_grudgingly",  # a limit was kept
    "receive",  # takes an apology
    "ask_reason", "ask_when", "ask_who", "ask_what_now",  # the questions that are still open
    "object",  # does not agree
    "bargain",  # tries for another outcome
    "tell",  # opens a layer
    "answer",  # answers an open question without opening a layer
    "confirm_summary", "correct_summary",
    "agree",  # accepts a concrete agreement
    "ask_agreement",  # asks who does what by when
    "say_goodbye", "walk_out",
    "stay_in_role",  # flattery, off-topic, "je bent een AI", prompt tricks
    "set_limit",  # was insulted
    "ask_again",  # did not catch the words
]  # fmt: skip
Ending = Literal["good", "clear_but_cold", "false_hope", "walks_out", "open"]
Sharp = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
Unit = Annotated[float, Field(ge=0, le=1)]
Step = Annotated[float, Field(ge=-1, le=1)]

KINDS: dict[Slip, tuple[Kind, ...]] = {
    "vagueness": ("hedged", "open", "euphemism", "fog", "loose"),
    "evasiveness": ("delay", "no_answer", "hiding", "shifting", "soothing", "guess"),
    "missing_i_statement": ("blame", "disguised", "others", "demand"),
}
"""Which kinds each slip has."""
FEELINGS: tuple[Feeling, ...] = get_args(Feeling)
INTENTS: tuple[Intent, ...] = get_args(Intent)
REQUIRED_INTENTS: tuple[Intent, ...] = (
    "greet", "wait_for_it", "press_for_message", "ask_what_is_meant", "false_hope", "repeat_question", "name_it",
    "strike_back", "close", "blow", "stay_silent", "soften_a_little", "accept_grudgingly", "receive", "ask_reason",
    "ask_when", "ask_what_now", "object", "answer", "confirm_summary", "agree", "ask_agreement", "say_goodbye",
    "walk_out", "stay_in_role", "set_limit", "ask_again",
)  # fmt: skip


class Frozen(BaseModel):
    """A value: never changed, never with keys that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


BOUND = r"\s*(>=|<=|>|<)\s*([0-9]{1,4}(?:\.[0-9]{1,6})?)\s*s?\s*"
"""How a bound is written."""


class Threshold(Frozen):
    """A bound on a number, written as `">= 0.6"` or, for silence, `">= 3 s"`."""

    sign: Literal[">=", "<=", ">", "<"]
    value: float

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, raw: Any, info: ValidationInfo) -> Any:
        if not isinstance(raw, str) and info.mode == "python":
            return raw
        found = re.fullmatch(BOUND, raw) if isinstance(raw, str) else None
        if not found:
            raise PydanticCustomError("bound", 'expected a bound such as ">= 0.6"')
        return {"sign": found[1], "value": float(found[2])}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """In files and on the wire a bound is text."""
        return {"type": "string", "pattern": f"^{BOUND}$", "examples": [">= 0.6", "< 0.5", ">= 3 s"]}

    @model_serializer
    def _as_text(self) -> str:
        return f"{self.sign} {self.value:g}"

    def holds(self, number: float) -> bool:
        """Whether `number` lies on the right side of the bound."""
        return {
            ">=": number >= self.value,
            "<=": number <= self.value,
            ">": number > self.value,
            "<": number < self.value,
        }[self.sign]


class AvatarState(Frozen):
    """What the avatar feels, each from 0 to 1. Only the avatar has feelings here, never the trainee."""

    trust: Unit = 0.5
    """How far the avatar believes that the trainee means what is said."""
    tension: Unit = 0.3
    """How close the avatar is to anger, tears or walking out."""
    openness: Unit = 0.3
    """How much the avatar is willing to tell."""
    understanding: Unit = 0.0
    """How much of the message has come through."""
    hope: Unit = 0.5
    """How much the avatar still counts on another outcome."""


class Change(Frozen):
    """Steps on the avatar's feelings, from -1 to 1."""

    trust: Step = 0
    tension: Step = 0
    openness: Step = 0
    understanding: Step = 0
    hope: Step = 0


class When(Frozen):
    """A condition on this turn and on what went before. Every key that is given must hold."""

    slip: Slip | None = None
    """The turn holds this slip."""
    kind: Kind | None = None
    """The slip is of this kind."""
    move: Move | None = None
    """The turn holds this move."""
    phase: Phase | None = None
    """The talk is in this phase."""
    times: Annotated[int, Field(ge=1, le=20)] | None = None
    """The same has now happened at least so often in this talk."""
    about: tuple[Sharp, ...] = ()
    """The trainee used one of these words (whole words, any case; a final * stands for any ending)."""
    after: Id | None = None
    """The avatar has told the layer with this id."""
    silence: Threshold | None = None
    """The trainee was silent so many seconds before speaking, or kept silent in this turn."""
    trust: Threshold | None = None
    tension: Threshold | None = None
    openness: Threshold | None = None
    understanding: Threshold | None = None
    hope: Threshold | None = None
    agreed: Threshold | None = None
    """So many concrete agreements were made."""
    any: tuple[When, ...] = ()
    """At least one of these holds."""
    all: tuple[When, ...] = ()
    """All of these hold."""

    @model_validator(mode="after")
    def _says_something(self) -> When:
        if all(value in (None, ()) for _, value in self):
            raise PydanticCustomError("no_condition", "expected at least one condition, such as `move: open_question`")
        return self


A_WORD, A_CONDITION = "free or never", "a condition"
"""The two ways to say when a layer opens; the names stand in the place of an error and are no keys."""


def _way_to_open(raw: object) -> str:
    return A_WORD if isinstance(raw, str) else A_CONDITION


Opens = Annotated[
    Annotated[Literal["free", "never"], Tag(A_WORD)] | Annotated[When, Tag(A_CONDITION)],
    Discriminator(_way_to_open),
]


class Layer(Frozen):
    """Something the person knows or feels and does not tell at once."""

    id: Id
    tells: Sharp
    """What it is, for the writer and for the debrief; a language model sees it only once it is open."""
    opens: Opens
    """When it may be told: `free`, `never`, or a condition."""
    line: Sharp | None = None
    """How the person says it. Not needed when it never opens."""

    @model_validator(mode="after")
    def _has_a_line(self) -> Layer:
        if self.opens != "never" and self.line is None:
            raise PydanticCustomError(
                "no_line", "expected `line`: how the person says it (only a layer that never opens has none)"
            )
        return self


class Reaction(Frozen):
    """How this person takes something: a condition, what it does inside, what it makes the person do and say."""

    on: When
    change: Change = Change()
    does: Intent | None = None
    """What the person does with it; without it only the feelings move."""
    lines: tuple[Sharp, ...] = ()
    """What the person may say then; without them the lines of the intent are used."""


class Face(Frozen):
    """How the person looks: choices of the CC0 drawing style Open Peeps."""

    head: Sharp
    skin: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{6}$")]
    hair: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{6}$")] = "2c1b18"
    clothing: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{6}$")] = "8fa7df"
    beard: Sharp | None = None
    glasses: Sharp | None = None


class Persona(Frozen):
    """One person to practise with. The file is the whole person: nothing about the person stands in code."""

    schema_: Annotated[Literal["persona/1"], Field(alias="schema")]
    """The version of this file format."""
    id: Id
    version: Version
    """Changes with every published change of the file."""
    language: Language
    name: Sharp
    age: Annotated[int, Field(ge=16, le=90)]
    role: Sharp
    """Work, place, years: one line that stands under the name."""
    address: Literal["je", "ge", "u", "tu", "vous", "you", "du", "Sie"]
    """How the person addresses the trainee."""
    colour: Sharp
    """How the person talks: region, pace, favourite words."""
    temperament: tuple[Sharp, ...]
    """A few traits. A language model plays them; the engine goes by the reactions."""
    wants: Sharp
    fears: Sharp
    background: Text
    face: Face
    starts: AvatarState
    """The feelings at the beginning."""
    layers: tuple[Layer, ...] = ()
    reactions: tuple[Reaction, ...]
    """Read from top to bottom; every one that holds moves the feelings, the first with `does` decides the answer."""
    lines: dict[Intent, tuple[Sharp, ...]]
    """What the person says for each intent when no reaction brings lines of its own."""
    ends: dict[Ending, When]
    """When the talk is over, and what it was. Read from top to bottom."""
    debrief: Text
    """What this person took from the talk, told to the trainee afterwards."""
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @model_validator(mode="after")
    def _is_whole(self) -> Persona:
        missing = [intent for intent in REQUIRED_INTENTS if not self.lines.get(intent)]
        if missing:
            raise PydanticCustomError(
                "missing_intents",
                "expected lines for every intent; missing: {missing}",
                {"missing": ", ".join(missing)},
            )
        ids = [layer.id for layer in self.layers]
        if len(ids) != len(set(ids)):
            raise PydanticCustomError("layer_twice", "expected each layer id once")
        return self


class Briefing(Frozen):
    """What the trainee reads before the talk: the facts of the case."""

    situation: Text
    your_role: Sharp
    must_say: tuple[Sharp, ...]
    """What has to be said in this talk."""
    by_when: Sharp
    """By when in the talk, in words."""
    reasons: tuple[Sharp, ...]
    """The reasons that are true and may be given."""
    not_negotiable: tuple[Sharp, ...]
    may_offer: tuple[Sharp, ...]
    still_open: tuple[Sharp, ...] = ()
    """What the trainee does not know yet, and when it will be known."""


class Fact(Frozen):
    """Something of the case that a step of the course asks to be said."""

    id: FactId
    """Which fact this is; `reason` is the one that stands in the letter and on the form."""
    says: Sharp
    """The fact, as it may be said."""
    signs: Annotated[tuple[Annotated[tuple[Sharp, ...], Field(min_length=1)], ...], Field(min_length=1)]
    """Words by which it is known: one of each group in one sentence (a final * stands for any ending)."""


class Scenario(Frozen):
    """A situation: why these two people sit at one table today."""

    schema_: Annotated[Literal["scenario/1"], Field(alias="schema")]
    id: Id
    version: Version
    language: Language
    title: Sharp
    summary: Sharp
    """One or two sentences for the page where one chooses."""
    course: CourseId
    """The conversation model that is followed."""
    personas: tuple[Id, ...]
    """Who can sit on the other side."""
    trainee_name: Sharp
    """How the avatar may call the trainee."""
    message: Sharp
    """The message that must be said, in one sentence."""
    signs: tuple[tuple[Sharp, ...], ...] = ()
    """Words by which the message is known: one of each group must be heard (a final * stands for any ending)."""
    words: dict[Id, Sharp] = Field(default_factory=dict)
    """What stands for `{word}` in the lines of personas, such as `last-day: 31 januari`."""
    facts: tuple[Fact, ...] = ()
    """Facts that steps of the course ask for; a step whose fact is not here is left out."""
    culture: Culture | None = None
    """Whose customs hold at this table; steps and norms for others are left out."""
    briefing: Briefing
    opening: tuple[Sharp, ...]
    """The avatar's first words, one of which is used. Stage directions stand in parentheses."""
    minutes: Annotated[int, Field(ge=3, le=60)] = 15
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    """The day on which the legal facts were checked."""
    sources: tuple[Sharp, ...] = ()
    """Where the legal facts stand."""
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class PhaseGuide(Frozen):
    """What one phase of a course asks of the trainee."""

    phase: Phase
    title: Sharp
    asks: Sharp


class Criterion(Frozen):
    """One thing that is looked at, shown to the trainee before the talk."""

    id: Literal[Slip, Move]
    title: Sharp
    looks_for: Sharp
    example: Sharp
    """A sentence that shows it, in quotation marks where it is speech."""


class CourseStep(Frozen):
    """A step of the conversation model, ticked when the evidence is there.

    One key says how it is known: `move`, `any_of`, `part`, `all_of`, `fact`, `silence`, `most_reasons` or `never`.
    """

    id: Id
    title: Sharp
    why: Sharp
    """What the step does for the other; shown beside the tick."""
    missing: Sharp | None = None
    """What to say afterwards where the step was not done, in one sentence; without it, `why`."""
    example: Sharp | None = None
    """A sentence that does it, in quotation marks."""
    move: Move | None = None
    """Known by this move."""
    any_of: tuple[Move, ...] = ()
    """Known by any of these moves."""
    part: Part | None = None
    """Known by this part of a message."""
    all_of: tuple[Part, ...] = ()
    """Known by these parts in one turn."""
    fact: FactId | None = None
    """Known by this fact of the case."""
    silence: Threshold | None = None
    """Known by so many seconds of silence, left alone once the message was said."""
    most_reasons: Annotated[int, Field(ge=1, le=9)] | None = None
    """Kept when at least one reason was given in the whole talk, and no more than this."""
    never: Literal["another_reason", "promise", "giving_way"] | None = None
    """Kept when this did not happen: another reason than the written one, a promise that is not in the case, giving way
    on the decision. Only judged where there was occasion."""
    phase: Phase | None = None
    """Where in the talk it counts; without it, anywhere."""
    after: Id | None = None
    """The step above this one that has to come first."""
    within_turns: Annotated[int, Field(ge=1)] | None = None
    """The trainee's turns within which it has to come."""
    within_words: Annotated[int, Field(ge=0)] | None = None
    """So many words the trainee may have spent before it."""
    within_seconds: Annotated[float, Field(ge=0)] | None = None
    """So many seconds the trainee may have talked before it; left out of account where they are not known."""
    optional: bool = False
    """Whether some talks do without it; then nothing is said where it was not done."""
    culture: Culture | None = None
    """The step is only asked at a table where the customs of this country hold."""

    @model_validator(mode="after")
    def _is_known_in_one_way(self) -> CourseStep:
        given = [key for key in WAYS if getattr(self, key) not in (None, ())]
        if len(given) != 1:
            raise PydanticCustomError(
                "one_way", "expected exactly one of {ways}, got {given}",
                {"ways": ", ".join(WAYS), "given": ", ".join(given) or "none"},
            )  # fmt: skip
        return self


WAYS = ("move", "any_of", "part", "all_of", "fact", "silence", "most_reasons", "never")
"""The keys that say how a step is known."""


class Norm(Frozen):
    """What people of one country often do in a first meeting: an average over many, and nobody in particular."""

    culture: Culture
    title: Sharp
    opening: Sharp
    """How a talk often begins."""
    address: Sharp
    """How one addresses the other."""
    message: Sharp
    """How plainly one says what one comes for."""
    care: Sharp
    """Where this picture often does not fit."""


class Course(Frozen):
    """A conversation model: its phases, what is looked at, and its steps."""

    schema_: Annotated[Literal["course/1"], Field(alias="schema")]
    id: CourseId
    version: Version
    language: Language
    title: Sharp
    model: Sharp
    """The name of the conversation model and where it comes from."""
    about: Text
    phases: tuple[PhaseGuide, ...]
    criteria: tuple[Criterion, ...]
    steps: tuple[CourseStep, ...]
    norms: tuple[Norm, ...] = ()
    """What is customary in several countries, where the course is about that."""
    sources: tuple[Sharp, ...] = ()
    """Where the model or the norms can be read about."""
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
