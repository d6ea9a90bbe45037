"""An agreement fixes who does what by when."""

import pytest

from tests.scoring.said import seen, talk


@pytest.mark.parametrize(
    "text",
    [
        "Ik mail je dit vandaag voor vijf uur, jij bekijkt het tegen donderdag.",
        "ik stuur u morgen de brief op",
        "Gij brengt de sleutels binnen op 30 april.",
        "Dinsdag vraag ik het na bij de loondienst.",
        "Ik zal u tegen vrijdag laten weten hoeveel het is, dan krijgt ge vrijdag een mail van mij.",
    ],
)
def test_is_seen(text: str) -> None:
    assert seen("agreement", talk(text, "En wanneer weet ik iets?"))


@pytest.mark.parametrize(
    "text",
    [
        "We bekijken dat nog wel eens.",
        "Ik stuur u dat op.",
        "Uw contract stopt op 31 januari en ik sta daar achter.",
        "Jij tekent vandaag voor vijf uur, of je vliegt buiten.",
        "Ik heb dat gisteren gemaild.",
        "Zal ik je morgen bellen?",
    ],
)
def test_without_who_or_when_or_with_a_threat_is_none(text: str) -> None:
    assert not seen("agreement", talk(text, "En wanneer weet ik iets?"))
