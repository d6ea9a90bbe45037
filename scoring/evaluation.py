"""How well rules see what people labelled: reads labelled turns and counts. Pure: the door brings lines and times."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from personas.types import KINDS, CourseId, Frozen, Kind, Language, Move, Slip
from scoring.bootstrap import Interval, intervals, share_interval
from scoring.kappa import kappa
from scoring.types import Dialogue, Score, Utterance

SLIPS: tuple[Slip, ...] = get_args(Slip)
MOVES: tuple[Move, ...] = get_args(Move)
SLIP_OF: dict[str, Slip] = {kind: slip for slip, kinds in KINDS.items() for kind in kinds}
LANGUAGES: tuple[Language, ...] = get_args(Language)
Label = Slip | Kind | Move
T = TypeVar("T", bound="TalkFile")


class Line(BaseModel):
    """One utterance of a talk in a file."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    speaker: Literal["trainee", "avatar"]
    text: str


class TalkFile(BaseModel):
    """A talk as it stands in a file. Other keys, such as labels, are left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    language: Language
    course: CourseId
    message: str
    """The message that must be said in this talk, in one sentence."""
    dialogue: Annotated[tuple[Line, ...], Field(min_length=1)]

    def to_dialogue(self) -> Dialogue:
        """The whole talk, as the rules read it."""
        return Dialogue(
            language=self.language,
            course=self.course,
            message=self.message,
            utterances=tuple(Utterance(speaker=line.speaker, text=line.text) for line in self.dialogue),
        )


class SecondReading(BaseModel):
    """The labels of a second annotator for the same turn."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    slips: dict[Slip, tuple[str, ...]] = {}
    kinds: dict[Slip, tuple[Kind, ...]] = {}
    moves: tuple[Move, ...] = ()

    def labelled(self, label: Label) -> bool:
        """Whether the label holds for this reader."""
        return label in self.slips or label in self.moves or any(label in given for given in self.kinds.values())


class Item(TalkFile):
    """One labelled turn: the last line of `dialogue`, which is the trainee's."""

    model_config = ConfigDict(frozen=True, extra="allow")
    id: Annotated[str, Field(min_length=1)]
    slips: dict[Slip, tuple[str, ...]]
    """A key for each slip that holds; the words that show it, where it has words."""
    kinds: dict[Slip, tuple[Kind, ...]]
    moves: tuple[Move, ...]
    disputed: tuple[Label, ...] = ()
    """Labels on which two annotators differed; they count nowhere."""
    second: SecondReading | None = None
    """What a second annotator labelled without seeing the first; `evaluate` tells how far the two agree."""

    @field_validator("kinds")
    @classmethod
    def _kinds_fit(cls, kinds: dict[Slip, tuple[Kind, ...]]) -> dict[Slip, tuple[Kind, ...]]:
        for slip, given in kinds.items():
            for kind in given:
                if SLIP_OF[kind] != slip:
                    raise ValueError(f"expected one of {', '.join(KINDS[slip])} under {slip}, got {kind}")
        return kinds

    @model_validator(mode="after")
    def _ends_with_the_trainee(self) -> Item:
        if self.dialogue[-1].speaker != "trainee":
            raise ValueError("expected the last line of `dialogue` to be the trainee's, got the avatar's")
        return self

    @property
    def strange_keys(self) -> tuple[str, ...]:
        """Keys that nothing here reads: a misspelt `disputed` would stand among them."""
        return tuple(self.model_extra or ())

    def counts(self, label: Label) -> bool:
        """Whether this label may be counted here: neither it nor its slip is disputed."""
        return label not in self.disputed and SLIP_OF.get(label) not in self.disputed

    def labelled(self, label: Label) -> bool:
        """Whether the label holds for this turn."""
        return label in self.slips or label in self.moves or any(label in given for given in self.kinds.values())


class Unreadable(ValueError):
    """A file that is not what it should be; says what was expected and what came."""


def read_items(text: str, name: str) -> tuple[Item, ...]:
    """The labelled turns of a set, one JSON object a line; empty lines are skipped.

    `name` is how the file is called in complaints. Raises Unreadable: `name:line field: expected, got`.
    """
    items: list[Item] = []
    seen: dict[str, int] = {}
    # Not `splitlines`: that also cuts at U+2028 and its like, which may stand inside a JSON string.
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        item = _read(Item, line, where)
        if item.id in seen:
            raise Unreadable(f"{where} id: expected each id once, got {item.id} also on line {seen[item.id]}")
        seen[item.id] = number
        items.append(item)
    if not items:
        raise Unreadable(f"{name}: expected labelled turns, one JSON object a line, got an empty file")
    return tuple(items)


def read_talk(text: str, name: str) -> TalkFile:
    """One talk. Raises Unreadable: `name field: expected, got`."""
    return _read(TalkFile, text.removeprefix("\ufeff"), name)


def _read(model: type[T], text: str, where: str) -> T:
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"{where}: expected one JSON object, got text that is not JSON ({error.msg})") from error
    except RecursionError as error:
        raise Unreadable(f"{where}: expected one JSON object, got one that is nested too deeply") from error
    except ValueError as error:  # Python reads no whole number of more than 4,300 digits
        raise Unreadable(f"{where}: expected one JSON object, got a number with thousands of digits") from error
    if not isinstance(raw, dict):
        raise Unreadable(f"{where}: expected one JSON object, got {_short(raw)}")
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise Unreadable(_complaint(error, where)) from error


def _complaint(error: ValidationError, where: str) -> str:
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"] if not str(part).startswith("literal["))
    text = first["msg"].removeprefix("Value error, ")
    place = f"{where} {field}".rstrip()
    if first["type"] == "missing":
        return f"{place}: expected a value, got nothing"
    if first["type"] == "value_error":
        return f"{place}: {text}"
    expected = text.replace("Input should be ", "expected ", 1).replace("Field required", "expected a value")
    return f"{place}: {expected}, got {_short(first['input'])}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"


@dataclass(frozen=True, slots=True)
class Graded:
    """One labelled turn with what the rules saw in it."""

    item: Item
    score: Score
    milliseconds: float
    """How long the rules needed."""

    def saw(self, label: Label) -> bool:
        """Whether the rules noticed it."""
        return any(label in (flag.name, flag.kind) for flag in (*self.score.slips, *self.score.moves))


class Count(Frozen):
    """How often a label was seen where it holds (tp), where it does not (fp), missed (fn), rightly left out (tn)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    tn: int = 0
    precision: float | None = None
    """tp / (tp + fp); None where nothing was seen."""
    recall: float | None = None
    """tp / (tp + fn); None where the label never holds."""
    f1: float | None = None
    """2 tp / (2 tp + fp + fn); None where it neither holds nor was seen."""
    by_chance: dict[str, Interval] = Field(default_factory=dict)
    """95 % bootstrap intervals of `precision`, `recall` and `f1`, stories drawn as a whole."""


class Times(Frozen):
    """Milliseconds a turn: half of the turns took at most p50, 95 of 100 at most p95 (nearest rank)."""

    p50: float | None
    p95: float | None


class Outcome(Frozen):
    """The slips and moves that were judged wrongly in one turn."""

    missed: tuple[Label, ...]
    false_alarms: tuple[Label, ...]


class Figures(Frozen):
    """What came out of an evaluation. The inner keys of a label are the languages that occur, and `all`."""

    items: int
    """How many turns were read."""
    graded: int
    """How many of them the rules could judge; the others count in no figure but `ungraded`."""
    ungraded: dict[Language, int]
    slips: dict[Slip, dict[str, Count]]
    kinds: dict[Kind, dict[str, Count]]
    moves: dict[Move, dict[str, Count]]
    clean_turns: int
    """Turns without a slip, disputed ones left out."""
    clean_turns_flagged: float | None
    """The share of them that got a slip all the same."""
    clean_by_chance: Interval
    """The 95 % bootstrap interval of that share."""
    courses: dict[CourseId, dict[Slip, Count]]
    """The slips in each course that occurs."""
    confusions: dict[str, int]
    """How often a kind was taken for another of its slip, as `labelled > seen`."""
    agreement: dict[Label, float | None] | None = None
    """Cohen's kappa of the two annotators for each label; None where no turn carries a second reading."""
    outcomes: dict[str, Outcome]
    """The slips and moves that were judged wrongly, by turn; every judged turn is there."""
    versions: tuple[str, ...]
    """What judged: the versions of rules and heads."""
    ms_per_turn: Times

    def slips_and_moves(self, label: Label) -> Count:
        """The count of one slip or move over all languages."""
        named: dict[Label, dict[str, Count]] = {}
        named |= self.slips.items()
        named |= self.moves.items()
        return named[label]["all"]


def figures(results: Sequence[Graded]) -> Figures:
    """Counts every label by language and over all of them."""
    judged = [result for result in results if result.score.ungraded is None]
    clean = [r for r in judged if not r.item.slips and not any(s in r.item.disputed for s in SLIPS)]
    flagged = sum(1 for result in clean if result.score.slips)
    spent = sorted(result.milliseconds for result in judged)
    return Figures(
        items=len(results),
        graded=len(judged),
        ungraded=dict(Counter(result.item.language for result in results if result.score.ungraded is not None)),
        slips={slip: _by_language(judged, slip) for slip in SLIPS},
        kinds={kind: _by_language(judged, kind) for kinds in KINDS.values() for kind in kinds},
        moves={move: _by_language(judged, move) for move in MOVES},
        clean_turns=len(clean),
        clean_turns_flagged=_share(flagged, len(clean)),
        clean_by_chance=share_interval([(_story(result), bool(result.score.slips)) for result in clean]),
        courses={
            course: {slip: _count([r for r in judged if r.item.course == course], slip) for slip in SLIPS}
            for course in sorted({result.item.course for result in judged})
        },
        confusions=_confusions(judged),
        agreement=_agreement(results),
        outcomes={result.item.id: _outcome(result) for result in judged},
        versions=tuple(sorted({result.score.version for result in results})),
        ms_per_turn=Times(p50=_rank(spent, 0.5), p95=_rank(spent, 0.95)),
    )


def _story(result: Graded) -> tuple[str, str]:
    return result.item.language, result.item.message


def _outcome(result: Graded) -> Outcome:
    wrong = [
        label
        for label in (*SLIPS, *MOVES)
        if result.item.counts(label) and result.saw(label) != result.item.labelled(label)
    ]
    return Outcome(
        missed=tuple(label for label in wrong if not result.saw(label)),
        false_alarms=tuple(label for label in wrong if result.saw(label)),
    )


def _confusions(results: Sequence[Graded]) -> dict[str, int]:
    """Of the turns whose slip was seen rightly, the kinds that were taken for others."""
    found: Counter[str] = Counter()
    for result in results:
        for slip, kinds in result.item.kinds.items():
            seen = {flag.kind for flag in result.score.slips if flag.name == slip and flag.kind}
            lost, strange = sorted(set(kinds) - seen), sorted(seen - set(kinds))
            if slip in result.item.slips and result.item.counts(slip):
                found.update(f"{kind} > {other}" for kind in lost for other in strange)
    return dict(found.most_common())


def _agreement(results: Sequence[Graded]) -> dict[Label, float | None] | None:
    read = [(result.item, result.item.second) for result in results if result.item.second is not None]
    if not read:
        return None
    return {
        label: kappa((item.labelled(label), second is not None and second.labelled(label)) for item, second in read)
        for label in (*SLIPS, *MOVES)
    }


def macro_f1(counts: Iterable[dict[str, Count]]) -> float | None:
    """The mean F1 over labels, those left out that neither hold nor were seen."""
    values = [count["all"].f1 for count in counts if count["all"].f1 is not None]
    return _share(sum(values), len(values))


@dataclass(frozen=True, slots=True)
class Mistake:
    """One label on one turn that the rules got wrong."""

    item: Item
    label: Label
    false_alarm: bool
    """Whether it was seen where it does not hold; otherwise it was missed."""
    words: tuple[str, ...]
    """The words that were flagged, or the words that were labelled."""


def mistakes(results: Sequence[Graded]) -> tuple[Mistake, ...]:
    """False alarms and misses of slips and moves, in the order of the labels and then of the turns."""
    found: list[Mistake] = []
    for label in (*SLIPS, *MOVES):
        for result in results:
            item = result.item
            if result.score.ungraded is not None or not item.counts(label) or result.saw(label) == item.labelled(label):
                continue
            flags = [f for f in (*result.score.slips, *result.score.moves) if f.name == label]
            words = tuple(flag.quote for flag in flags) if flags else _quotes(item, label)
            found.append(Mistake(item, label, bool(flags), words))
    return tuple(found)


def _quotes(item: Item, label: Label) -> tuple[str, ...]:
    return tuple(quote for slip, quotes in item.slips.items() if slip == label for quote in quotes)


def _by_language(results: Sequence[Graded], label: Label) -> dict[str, Count]:
    present = [language for language in LANGUAGES if any(result.item.language == language for result in results)]
    counts: dict[str, Count] = {
        name: _count([r for r in results if r.item.language == name], label) for name in present
    }
    counts["all"] = _count(results, label)
    return counts


def _count(results: Sequence[Graded], label: Label) -> Count:
    pairs = Counter((r.saw(label), r.item.labelled(label)) for r in results if r.item.counts(label))
    tp, fp, fn, tn = (pairs[pair] for pair in ((True, True), (True, False), (False, True), (False, False)))
    return Count(
        tp=tp,
        fp=fp,
        fn=fn,
        tn=tn,
        precision=_share(tp, tp + fp),
        recall=_share(tp, tp + fn),
        f1=_share(2 * tp, 2 * tp + fp + fn),
        by_chance=dict(
            intervals([(_story(r), (r.saw(label), r.item.labelled(label))) for r in results if r.item.counts(label)])
        ),
    )


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def _rank(ordered: Sequence[float], share: float) -> float | None:
    return round(ordered[max(0, ceil(len(ordered) * share) - 1)], 3) if ordered else None
