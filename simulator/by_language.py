"""Picks the words for a language out of a table by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


def in_language(by_language: Mapping[str, T], language: str) -> T:
    """What stands there for `language`, which may be a variety such as nl-BE; the Dutch where it has none."""
    return by_language.get(language[:2], by_language["nl"])
