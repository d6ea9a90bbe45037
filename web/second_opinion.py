"""What a second reader saw beside the rules in one turn: where the two agree, and where they differ. Pure.

The rules stay as they are. A second opinion is shown next to them; where it differs, that is shown too.
"""

from __future__ import annotations

from dataclasses import dataclass

from personas.types import KINDS, Move, Slip
from simulator.talk import Round
from simulator.types import Check, Unjudged


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """How the two compare, by slip and move."""

    both: frozenset[Slip | Move] = frozenset()
    """Seen by the rules and by the second reader."""
    not_seen: frozenset[Slip | Move] = frozenset()
    """Seen by the rules, and not by the second reader, who did look."""
    slips: tuple[Check, ...] = ()
    """Slips that only the second reader saw."""
    moves: tuple[Check, ...] = ()
    """Moves that only the second reader saw."""
    ungraded: Unjudged | None = None
    """Why there is no second opinion on a turn that was read."""

    @property
    def differs(self) -> bool:
        """Whether the two differ in anything."""
        return bool(self.not_seen or self.slips or self.moves)


def second_opinion_on(turn: Round) -> SecondOpinion | None:
    """The second opinion on this turn; None where nobody else read it, or where the rules judged nothing."""
    if turn.judged is None or turn.scored is None or turn.scored.score.ungraded is not None:
        return None
    judgement = turn.judged.judgement
    if judgement.checks is None:
        return SecondOpinion(ungraded=judgement.ungraded)
    ruled = {flag.name for flag in (*turn.scored.score.slips, *turn.scored.score.moves)}
    seen = {check.name for check in judgement.checks if check.answer == "yes"}
    looked = {check.name for check in judgement.checks if check.answer is not None}
    alone = [check for check in judgement.checks if check.answer == "yes" and check.name not in ruled]
    return SecondOpinion(
        both=frozenset(ruled & seen),
        not_seen=frozenset(ruled & (looked - seen)),
        slips=tuple(check for check in alone if check.name in KINDS),
        moves=tuple(check for check in alone if check.name not in KINDS),
    )
