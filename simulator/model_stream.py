"""What comes out of a language model's server, for the avatar and for the judge alike."""

from __future__ import annotations

import logging
from typing import Any

import httpx2
import openai

logging.getLogger("openai").setLevel(logging.INFO)  # at DEBUG it writes whole requests, with what people said

CONNECT_SECONDS = 2.0
FULL = ("context", "too long", "maximum", "exceed")
"""Words by which a server says that the talk is too long for it."""
BROKEN = (openai.OpenAIError, httpx2.HTTPError, httpx2.StreamError, ValueError, TypeError, AttributeError, OSError)
"""What a server that fails, or sends garbage, ends in. Data of any shape may come: that is where the last are from."""


def read_chunk(chunk: Any) -> tuple[str, bool, str | None]:
    """The words, whether the model refuses, and why it stopped. A chunk of any other shape holds nothing."""
    choices = getattr(chunk, "choices", None)
    if not isinstance(choices, list) or not choices:
        return "", False, None
    delta = getattr(choices[0], "delta", None)
    text = getattr(delta, "content", None)
    reason = getattr(choices[0], "finish_reason", None)
    return (
        text if isinstance(text, str) else "",
        bool(getattr(delta, "refusal", None)),
        reason if isinstance(reason, str) else None,
    )


def filtered(error: openai.APIStatusError) -> bool:
    """Whether a content filter kept the request from the model."""
    text = f"{error.code} {error.type} {error}".casefold()
    return "content_filter" in text or "content management" in text
