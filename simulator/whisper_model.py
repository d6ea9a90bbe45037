"""A loaded Whisper model, and one sound through it. Blocks: call it in a worker thread.

Whisper always encodes 30 seconds. Here the encoder sees the sound and MARGIN seconds more, at least SHORTEST_WINDOW,
which costs a third of the time for a short turn at about the same word error rate. In too small a window the decoder
loops, so there is a limit on what it may say, and a sound that reaches it is heard once more in the whole window.
"""

from __future__ import annotations

import math
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.heard_words import Piece
from simulator.types import RATE

BEAM = 5
MARGIN = 5.0
"""Seconds the encoder sees beyond the sound."""
SHORTEST_WINDOW = 13.0
"""A short turn gets more: with five seconds only, acted speech loses a fifth more words."""
WINDOW = 30.0
"""Seconds Whisper was trained on."""
LONGEST_TRIMMED = 25.0
"""Longer sounds go the library's own way, window after window."""
_FRAMES = 100  # mel frames in a second
_SPARE_TOKENS, _TOKENS_A_SECOND = 12, 9  # more than people say; a decoder that says more is looping
_MOST_TOKENS = 224  # half of what the model can hold, as Whisper itself does
_NO_SPEECH, _POOR = 0.6, -1.0  # both together mean: nobody spoke (the values of OpenAI's implementation)
_REPETITIVE = 2.4  # compression ratio of text that repeats itself (OpenAI's value)
_WIDTHS = {384: "tiny", 512: "base", 768: "small", 1024: "medium", 1280: "large"}


class Stopped(Exception):
    """Nobody waits for the words any more."""


@dataclass(frozen=True, slots=True)
class _Try:
    tokens: list[int]
    encoded: Any
    looping: bool
    silent: bool


class WhisperModel:
    """One model in memory. Not safe for two threads at once."""

    def __init__(self, folder: Path, threads: int) -> None:
        """Loads the weights in `folder`; RuntimeError or ValueError when they cannot be read."""
        import faster_whisper

        self._whisper = faster_whisper.WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=threads, local_files_only=True
        )
        self._tokenizers: dict[str, Any] = {}
        # The first call is two to three times slower than all others, and tells the width: the size of the model.
        encoded = self._encode(np.zeros(RATE, dtype=np.float32), 6.0)
        self.size = _WIDTHS.get(int(encoded.shape[-1]), "large")

    def listen(self, samples: NDArray[np.float32], language: str, stop: threading.Event) -> list[Piece]:
        """The pieces of what is said in 16 kHz mono `samples`; `language` such as nl. Raises Stopped."""
        if len(samples) > LONGEST_TRIMMED * RATE:
            return list(self._by_windows(samples, language, stop))
        if stop.is_set():
            raise Stopped
        heard = self._try(samples, language, min(WINDOW, max(SHORTEST_WINDOW, len(samples) / RATE + MARGIN)))
        if heard.looping:
            if stop.is_set():
                raise Stopped
            heard = self._try(samples, language, WINDOW)
        if heard.silent:
            return []
        return self._align(heard, language, len(samples) * _FRAMES // RATE)

    def _try(self, samples: NDArray[np.float32], language: str, window: float) -> _Try:
        encoded = self._encode(samples, window)
        tokenizer = self._tokenizer(language)
        prompt = self._whisper.get_prompt(tokenizer, [], without_timestamps=True)
        whole = window >= WINDOW
        most = _MOST_TOKENS if whole else min(_MOST_TOKENS, _SPARE_TOKENS + int(_TOKENS_A_SECOND * len(samples) / RATE))
        result = self._whisper.model.generate(
            encoded,
            [prompt],
            beam_size=BEAM,
            max_length=2 * most,  # CTranslate2 lets the answer take half of it
            return_scores=True,
            return_no_speech_prob=True,
            suppress_blank=True,
            suppress_tokens=[-1],
        )[0]
        tokens = [token for token in result.sequences_ids[0] if token < tokenizer.eot]
        text = tokenizer.decode(tokens)
        likely = result.scores[0] * len(tokens) / (len(tokens) + 1)
        return _Try(
            tokens=tokens,
            encoded=encoded,
            looping=not whole and (len(tokens) >= most or _compression(text) > _REPETITIVE),
            silent=not text.strip() or (result.no_speech_prob > _NO_SPEECH and likely < _POOR),
        )

    def _encode(self, samples: NDArray[np.float32], window: float) -> Any:
        from faster_whisper.audio import pad_or_trim
        from faster_whisper.transcribe import get_ctranslate2_storage

        features = self._whisper.feature_extractor(samples)
        frames = 2 * math.ceil(window * _FRAMES / 2)  # the encoder halves the number of frames
        trimmed = np.ascontiguousarray(pad_or_trim(features, frames)[None])
        return self._whisper.model.encode(get_ctranslate2_storage(trimmed), to_cpu=False)

    def _align(self, heard: _Try, language: str, frames: int) -> list[Piece]:
        found = self._whisper.find_alignment(self._tokenizer(language), [heard.tokens], heard.encoded, frames)[0]
        return [
            Piece(one["word"], float(one["start"]), float(one["end"]), float(one["probability"]))
            for one in found
            if one["word"].strip()
        ]

    def _by_windows(self, samples: NDArray[np.float32], language: str, stop: threading.Event) -> Iterator[Piece]:
        segments, _ = self._whisper.transcribe(
            samples,
            language=language,
            beam_size=BEAM,
            temperature=0.0,
            condition_on_previous_text=False,
            word_timestamps=True,
        )
        for segment in segments:
            if stop.is_set():
                raise Stopped
            if segment.no_speech_prob > _NO_SPEECH and segment.avg_logprob < _POOR:
                continue
            for word in segment.words or ():
                yield Piece(word.word, float(word.start), float(word.end), float(word.probability))

    def _tokenizer(self, language: str) -> Any:
        from faster_whisper.tokenizer import Tokenizer

        if language not in self._tokenizers:
            self._tokenizers[language] = Tokenizer(
                self._whisper.hf_tokenizer,
                self._whisper.model.is_multilingual,
                task="transcribe",
                language=language,
            )
        return self._tokenizers[language]


def _compression(text: str) -> float:
    raw = text.encode()
    return len(raw) / len(zlib.compress(raw)) if raw else 0.0
