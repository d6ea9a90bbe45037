"""One turn: what was said is heard, scored, taken in, answered and spoken. The house in one sentence.

Every step happens once, also when the process died in between: what a cut-off turn left behind is in
`talk.open_round`, and the turn goes on with the first step that is missing.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from personas.types import Language
from simulator.errors import sentence
from simulator.events import Event, Finished, Heard, Reacted, Received, Replied, Scored, Spoke
from simulator.meter import Measuring
from simulator.protocols import Parts
from simulator.reaction import react
from simulator.talk import Round, Talk
from simulator.types import Audio, Transcript, Turn


async def run_turn(talk: Talk, turn: Turn, parts: Parts) -> AsyncGenerator[Event, None]:
    """Yields Received, Heard, Scored, Reacted, Replied, Spoke (a pair for each piece of the answer), Finished.

    `talk` stands before the turn, or in the middle of it after a crash: then `turn` brings the stored sound and the
    events that are already there are not yielded again. Where no words were heard, Finished follows Heard at once.
    With a meter, a spoken turn yields Measured too, once it is ready: after a piece of the answer or before Finished.
    Close the generator to interrupt the avatar.
    """
    begun = talk.open_round
    if begun is None:
        received = Received(
            turn=talk.turns + 1,
            kind=turn.kind,
            text=turn.text,
            seconds=turn.audio.seconds if turn.audio else turn.silence_before or 0 if turn.kind == "silent" else 0,
            silence_before=turn.silence_before,
        )
        yield received
        begun = Round(received)
    number = begun.received.turn

    with Measuring(parts.meter, turn.audio) as measuring:
        heard = begun.heard
        if heard is None:
            heard = await _hear(begun.received, turn.audio, talk.session.language, parts)
            yield heard
        if begun.received.kind == "spoken" and not heard.transcript.text:
            yield Finished(turn=number, outcome="nothing_heard")
            return

        dialogue = talk.dialogue(heard, begun.received.silence_before)
        measuring.words_are(number, dialogue, heard.transcript.words)
        scored = begun.scored
        if scored is None:
            score = await parts.scorer.score(dialogue)
            feedback = await parts.scorer.feedback(dialogue, score)
            scored = Scored(turn=number, score=score, feedback=feedback)
            yield scored

        reacted = begun.reacted
        if reacted is None:
            reacted = Reacted(turn=number, response=react(talk, dialogue, scored.score, begun.received))
            yield reacted

        # An answer that was cut in the middle stays as it was: the avatar was interrupted, and does not begin again.
        if not begun.replied:
            index = 0
            async with aclosing(parts.avatar.reply(talk, heard.transcript.text, reacted.response)) as pieces:
                async for part in pieces:
                    yield Replied(turn=number, index=index, part=part)
                    sound = await parts.voice.speak(part.text, talk.session.language)
                    yield Spoke(turn=number, index=index, voice=parts.voice.name, seconds=sound.seconds if sound else 0)
                    index += 1
                    # As soon as it is there, so that it is not lost when somebody interrupts; never waited for here.
                    if measuring.ready and (measured := await measuring.take()):
                        yield measured

        if measured := await measuring.take():
            yield measured
    yield Finished(turn=number)


async def _hear(received: Received, audio: Audio | None, language: Language, parts: Parts) -> Heard:
    if received.kind != "spoken":
        words = Transcript(text=received.text or "", language=language, model=received.kind)
        return Heard(turn=received.turn, transcript=words)
    if audio is None:
        lost = Transcript(text="", language=language, model="")
        return Heard(turn=received.turn, transcript=lost, notice=sentence("sound_gone", language))
    transcript = await parts.transcriber.transcribe(audio, language)
    notice = None if transcript.text else sentence("nothing_heard", language)
    return Heard(turn=received.turn, transcript=transcript, notice=notice)
