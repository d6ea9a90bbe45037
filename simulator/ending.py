"""Whether the talk is over now, and how: the persona's own bounds, and a sense of the moment. Pure."""

from __future__ import annotations

from personas.types import Ending, Intent, Persona
from simulator.conditions import Moment, met
from simulator.cue import FAREWELL, heard


def ending(persona: Persona, moment: Moment, intent: Intent, *, conclusions: int, leaves_after: int) -> Ending | None:
    """The first ending of the file whose condition holds and for which this is the moment; never `open`.

    `moment` holds the state after this turn, `intent` what the avatar is about to do. `conclusions` says how often
    the avatar drew the hopeful conclusion, this turn included, and `leaves_after` after how many it goes home with it.
    """
    for name, when in persona.ends.items():
        if (
            name != "open"
            and _is_time(name, moment, intent, conclusions >= leaves_after)
            and met(when, moment) is not None
        ):
            return name
    return None


def _is_time(name: Ending, moment: Moment, intent: Intent, gives_up: bool) -> bool:
    now = moment.now
    goodbye = heard(FAREWELL, now.text)
    if name == "walks_out":
        # Who is consoled too soon closes up, and who hears a sorry stays to hear it: nobody runs away from either.
        mended = any(now.move(move) for move in ("apology", "acknowledgement", "summary"))
        return any(slip.kind != "soothing" for slip in now.slips) or not (now.slips or mended)
    if name == "false_hope":
        return goodbye or (gives_up and intent == "false_hope")
    if not now.score.message_said or now.move("open_question") or intent in ("blow", "tell", "repeat_question"):
        return False
    rounding_off = goodbye or now.score.phase == "closing"
    settled = any(said.move("agreement") or said.move("follow_up") for said in moment.past)
    settles = (bool(now.move("agreement")) + bool(now.move("follow_up")) + settled) > 1
    if name == "clear_but_cold":
        # A cold end waits: as long as nobody rounds off, there is still time to make something good. The first
        # agreement, even with a day to come back to it, is no rounding off.
        return rounding_off or (settles and settled)
    return rounding_off or settles or (settled and not now.slips)
