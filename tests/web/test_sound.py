"""How a talk sounded, on its pages."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from scoring.delivery.prosody import Prosody, prosody
from scoring.delivery.types import Delivery
from simulator.events import Measured, Received
from simulator.fakes import MemoryStore, started
from simulator.settings import Settings
from simulator.types import RATE, Audio
from simulator.wiring import build_parts
from tests.scoring.delivery.sounds import syllable_train
from tests.web.house import app_of, begin, client_of, parts, socket_of, until_idle
from web.about import about_of
from web.patterns import patterns_of

SAID = "Ik heb slecht nieuws voor jou want het project stopt."
SOUND = Audio(syllable_train(14, 0.2))


class Given:
    """A meter that takes the whole sound for speech."""

    async def contours(self, audio: Audio) -> Prosody:
        return prosody(audio.samples, [(0.0, audio.seconds)])


def talk_of(store: MemoryStore, *, typed: bool = False) -> dict[str, str]:
    """The pages of a talk with one turn."""
    using = replace(parts([SAID]), meter=Given())
    with client_of(app_of(store, parts=using)) as client:
        talk = begin(client)
        with socket_of(client, talk) as socket:
            socket.receive_json()
            if typed:
                socket.send_json({"type": "say", "turn": 1, "text": SAID})
            else:
                socket.send_json({"type": "sound", "turn": 1})
                socket.send_bytes(SOUND.to_pcm16()[: RATE * 2])
                socket.send_bytes(SOUND.to_pcm16()[RATE * 2 :])
                socket.send_json({"type": "sound_end", "turn": 1, "silence_before": 1.5})
            types = [str(message["type"]) for message in until_idle(socket)]
        paths = {"practise": f"/talks/{talk}", "turns": f"/talks/{talk}/turns", "debrief": f"/talks/{talk}/debrief"}
        pages = {name: client.get(path).text for name, path in paths.items()}
        return pages | {"types": " ".join(types)}


def test_a_spoken_turn_shows_its_numbers_beside_it_and_in_the_debrief() -> None:
    pages = talk_of(MemoryStore())
    assert "measured" in pages["types"].split()
    for name in ("practise", "turns", "debrief"):
        assert "Zo klonk het" in pages[name], name
        assert "lettergrepen per seconde" in pages[name], name
    assert "Vlaamse sprekers in een interview: gemiddeld 4,2" in pages["debrief"]
    assert "gemeten over" in pages["debrief"]
    assert "Jouw deel van het gesprek" in pages["debrief"]
    assert "Euhs worden niet geteld" in pages["debrief"]


def test_a_typed_turn_has_none() -> None:
    pages = talk_of(MemoryStore(), typed=True)
    assert "measured" not in pages["types"].split()
    assert all("Zo klonk het" not in page for page in pages.values())


async def test_other_talks_of_the_same_person_stand_beside_it() -> None:
    """And nobody else's."""
    store = MemoryStore()
    for name, owner, rate in (("a", "local", 3.0), ("b", "somebody else", 9.0)):
        await store.append(name, started(name, owner=owner))
        await store.append(name, Received(turn=1, kind="spoken", seconds=40))
        spoken = Delivery(seconds=40, speech_seconds=40, voiced_seconds=20, syllables=120, articulation_rate=rate)
        await store.append(name, Measured(turn=1, delivery=spoken))
    page = (await asyncio.to_thread(talk_of, store))["debrief"]
    assert "in je vorige gesprekken 3<" in page
    assert "Hoger tempo dan in je vorige gesprekken" in page


def test_the_page_of_patterns_shows_every_measure() -> None:
    with client_of(app_of()) as client:
        page = client.get("/patterns").text
    for line in patterns_of().sound.whole:
        assert line.name in page
        assert line.value in page


@pytest.mark.parametrize(("on", "says"), [(True, "halve tonen"), (False, "blijven alleen de woorden over")])
def test_the_page_about_practising_says_what_is_measured(on: bool, says: str) -> None:
    assert says in str(about_of(Settings(measure_sound=on)))


@pytest.mark.parametrize("on", [True, False])
def test_the_operator_can_leave_the_measuring_out(on: bool) -> None:
    assert (build_parts(Settings(measure_sound=on)).meter is not None) is on
