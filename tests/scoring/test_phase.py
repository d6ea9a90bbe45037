"""Where the talk stands."""

from scoring.phase import phase
from scoring.types import Dialogue, Utterance
from tests.scoring.said import DISMISSAL

STORY = (
    "Dag Jan, zet u.", "Ja?", "Ik heb slecht nieuws.", "Zeg het maar.", "Uw contract stopt op 31 januari.", "Nee…",
    "Neem uw tijd.", "Hoeveel krijg ik?", "Ik mail u dat bedrag morgen voor twaalf uur.", "Oké, merci.", "Goed.",
)  # fmt: skip


def at(turn: int) -> Dialogue:
    """The story up to one turn of the trainee."""
    said = tuple(
        Utterance(speaker="avatar" if index % 2 else "trainee", text=text)
        for index, text in enumerate(STORY[: turn + 1])
    )
    return Dialogue(language="nl-BE", course="c4", message=DISMISSAL, utterances=said)


def test_a_talk_goes_from_opening_to_closing() -> None:
    assert [phase(at(turn)) for turn in range(0, 11, 2)] == [
        "opening", "message", "message", "catching", "solution", "closing",
    ]  # fmt: skip
