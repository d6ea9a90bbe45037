"""Parts that need no key, no weights and no network: for the demo, the tests, and for machines that have no model."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterable, Sequence

from personas.types import (
    REQUIRED_INTENTS,
    AvatarState,
    Briefing,
    Face,
    Intent,
    Language,
    Persona,
    Reaction,
    Scenario,
    When,
)
from scoring.delivery.types import Delivery
from scoring.hint import hint
from scoring.types import Dialogue, Feedback, Score
from simulator.errors import Conflict, NotAllowed, NotHeard
from simulator.events import Ended, Event, Failed, Measured, Received, Started, from_json, place, to_json
from simulator.retention import sound_to_forget
from simulator.talk import Talk
from simulator.talk_row import TalkRow, row_of, tally
from simulator.types import Audio, Ear, Judgement, Part, Response, Session, Transcript, Word

_LINES: dict[Intent, tuple[str, ...]] = {intent: (f"({intent}) Zeg eens.",) for intent in REQUIRED_INTENTS}
SOMEBODY = Persona(
    schema_="persona/1",
    id="somebody",
    version="1.0.0",
    language="nl-BE",
    name="Mira Peeters",
    age=41,
    role="Magazijnier, acht jaar in dienst",
    address="je",
    colour="Rustig, korte zinnen.",
    temperament=("calm",),
    wants="Weten waar ze aan toe is.",
    fears="Dat het al lang beslist was.",
    background="Een mens om iets mee uit te proberen, geen personage om mee te oefenen.",
    face=Face(head="medium1", skin="edb98a"),
    starts=AvatarState(),
    reactions=(Reaction(on=When(move="open_question"), change={"trust": 0.1}),),
    lines=_LINES,
    ends={"walks_out": When(tension=">= 0.95")},
    debrief="Ik weet nu waar ik sta.",
)
SOMEWHERE = Scenario(
    schema_="scenario/1",
    id="somewhere",
    version="1.0.0",
    language="nl-BE",
    title="Een gesprek om iets uit te proberen",
    summary="Je zegt Mira dat het project stopt.",
    course="bad_news",
    personas=("somebody",),
    trainee_name="Jo",
    message="Het project stopt op 1 maart.",
    signs=(("project",), ("stopt",)),
    briefing=Briefing(
        situation="Het project loopt al een jaar en stopt nu.",
        your_role="Teamleider",
        must_say=("Het project stopt op 1 maart.",),
        by_when="Binnen de eerste twee zinnen.",
        reasons=("De klant vertrekt.",),
        not_negotiable=("De datum.",),
        may_offer=("Een plaats in een ander team.",),
    ),
    opening=("Je wou mij spreken?", "Dag Jo. (gaat zitten)"),
)
"""A person and a situation to try things on, without any file."""


def started(
    talk_id: str = "talk", owner: str = "me", seed: int = 1, begun: str = "2026-11-23T09:00:00+00:00"
) -> Started:
    """The first event of a talk with `SOMEBODY`."""
    session = Session(
        id=talk_id, owner=owner, language="nl-BE", persona=SOMEBODY, scenario=SOMEWHERE, seed=seed, begun=begun
    )
    return Started(session=session, opening=SOMEWHERE.opening[0])


class TypedTranscriber:
    """Hears nothing: typing is the only way in."""

    def __init__(self, says: str = "Er luistert geen spraakmodel. Typen werkt.") -> None:
        self.ear = Ear(model="", trust="none", says=says)

    async def transcribe(self, audio: Audio, language: Language) -> Transcript:
        """Raises NotHeard, with a sentence that says what to do."""
        raise NotHeard("no_ear")


class ScriptedTranscriber:
    """Hears in every sound the next of its lines, however it sounds; an error among them is raised."""

    def __init__(self, lines: Iterable[str | Transcript | Exception]) -> None:
        self.ear = Ear(model="script", trust="good", says="Een script luistert, geen spraakmodel.")
        self._lines = iter(lines)

    async def transcribe(self, audio: Audio, language: Language) -> Transcript:
        """The next line, its words spread evenly over the sound; no words once the script is over."""
        line = next(self._lines, "")
        if isinstance(line, Exception):
            raise line
        if isinstance(line, Transcript):
            return line
        spoken = line.split()
        step = audio.seconds / len(spoken) if spoken else 0.0
        return Transcript(
            text=line,
            words=tuple(
                Word(text=word, start=i * step, end=(i + 1) * step, confidence=1.0) for i, word in enumerate(spoken)
            ),
            language=language,
            model="script",
            speech_seconds=audio.seconds if spoken else 0.0,
            audio_seconds=audio.seconds,
        )


class BlankScorer:
    """Notices nothing, and says so."""

    async def score(self, dialogue: Dialogue) -> Score:
        """A score without a judgement."""
        return Score(turn=dialogue.turn, ungraded="not judged", version="blank")

    async def feedback(self, dialogue: Dialogue, score: Score) -> Feedback:
        """The texts for what is in the score."""
        return hint(dialogue, score)


class ScriptedJudge:
    """Judges with the next of its judgements, whatever was said; once they are over it says that nobody is there."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._judgements = iter(judgements)

    async def judge(self, dialogue: Dialogue) -> Judgement:
        """The next judgement."""
        return next(self._judgements, Judgement(checks=None, ungraded="gone", asked="script"))


class ScriptedAvatar:
    """Answers with its own lines, one list for each turn; without lines, with the authored line of the engine."""

    def __init__(self, turns: Iterable[Sequence[str | Part]] | None = None) -> None:
        self._turns = None if turns is None else iter(turns)

    async def reply(self, talk: Talk, said: str, response: Response) -> AsyncGenerator[Part, None]:
        """The pieces of the next turn."""
        pieces = (response.line,) if self._turns is None else next(self._turns, (response.line,))
        for piece in pieces:
            yield Part(text=piece, source="script") if isinstance(piece, str) else piece


class SilentVoice:
    """The page shows the words; nothing is to be heard."""

    name = "silent"

    async def speak(self, text: str, language: Language) -> Audio | None:
        """No sound."""
        return None


class MemoryStore:
    """Keeps talks as long as the process lives, with the behaviour of `SqlStore`."""

    def __init__(self, *, keep_sound: bool = False) -> None:
        self._keep_sound = keep_sound
        self._events: dict[str, list[str]] = {}
        self._rows: dict[str, TalkRow] = {}
        self._sounds: dict[tuple[str, int], tuple[bytes, int]] = {}

    async def append(self, talk_id: str, event: Event, *, sound: Audio | None = None, after: int | None = None) -> None:
        """Adds one event to a talk. See simulator.protocols.Store."""
        if isinstance(event, Failed):
            raise ValueError("expected an event of the talk; `failed` is only sent, never stored")
        if isinstance(event, Started):
            if event.session.id != talk_id:
                raise ValueError("expected the talk's own id")
            if talk_id in self._events or after:
                raise Conflict
            self._rows[talk_id] = row_of(event)
        elif talk_id not in self._events:
            raise NotAllowed
        elif after is not None and after != place(await self.events(talk_id)):
            raise Conflict
        self._events.setdefault(talk_id, []).append(to_json(event))
        if sound is not None and isinstance(event, Received):
            self._sounds[talk_id, event.turn] = sound.to_pcm16(), sound.rate
        gone = None if self._keep_sound else sound_to_forget(event)
        if gone is not None:
            for key in [key for key in self._sounds if key[0] == talk_id and gone[0] <= key[1] <= gone[1]]:
                del self._sounds[key]

    async def events(self, talk_id: str) -> list[Event]:
        """All events of a talk, in order; empty when there is no such talk."""
        return [from_json(text) for text in self._events.get(talk_id, ())]

    async def sound(self, talk_id: str, turn: int) -> Audio | None:
        """The sound of a spoken turn, as long as it is kept."""
        kept = self._sounds.get((talk_id, turn))
        return Audio.from_pcm16(*kept) if kept else None

    async def talks(self, owner: str) -> list[TalkRow]:
        """Somebody's talks, the newest first."""
        found = []
        for row in self._rows.values():
            if row.owner == owner:
                turns, ended = tally(
                    (event.type, getattr(event, "turn", None), event.ending if isinstance(event, Ended) else None)
                    for event in await self.events(row.id)
                )
                found.append(row.model_copy(update={"turns": turns, "ended": ended}))
        found.sort(key=lambda row: row.id)
        return sorted(found, key=lambda row: row.begun, reverse=True)

    async def measured(self, owner: str, language: Language, but: str, most: int = 40) -> list[Delivery]:
        """How somebody's spoken turns sounded in this language, in other talks than `but`, the newest first."""
        rows = [row for row in await self.talks(owner) if row.language == language and row.id != but]
        found = [
            event.delivery
            for row in rows
            for event in reversed(await self.events(row.id))
            if isinstance(event, Measured)
        ]
        return found[:most]

    async def owner(self, talk_id: str) -> str | None:
        """Whose talk it is; None when there is no such talk."""
        row = self._rows.get(talk_id)
        return row.owner if row else None

    async def delete(self, talk_id: str) -> None:
        """Erases a talk: its events and its sound."""
        self._events.pop(talk_id, None)
        self._rows.pop(talk_id, None)
        for key in [key for key in self._sounds if key[0] == talk_id]:
            del self._sounds[key]

    async def close(self) -> None:
        """Nothing to let go of."""
