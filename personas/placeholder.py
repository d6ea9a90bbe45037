"""Placeholders in authored lines, such as `{last-day}`: a closed list of names, put in once, never looked at again."""

from __future__ import annotations

import re
from collections.abc import Mapping

ALWAYS = ("trainee",)
"""Known in every turn."""
AT_TIMES = ("quote", "question")
"""Known in some turns: the trainee's words that caused the reaction, and the avatar's question that was dodged."""
OWN = (*ALWAYS, *AT_TIMES)
"""The names that mean the same in every scenario; all others are keys of `Scenario.words`."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def names(line: str) -> tuple[str, ...]:
    """The placeholders of a line, in order."""
    return tuple(PLACEHOLDER.findall(line))


def fill(line: str, values: Mapping[str, str]) -> str | None:
    """The line with its placeholders replaced; None when a value is missing or empty.

    What a value holds is never looked at again, so a trainee who says "{trainee}" gets back what was said.
    """
    if any(not values.get(name) for name in names(line)):
        return None
    return PLACEHOLDER.sub(lambda found: values[found[1]], line)


def loose_brace(line: str) -> bool:
    """Whether the line has a brace that belongs to no placeholder."""
    return bool(re.search(r"[{}]", PLACEHOLDER.sub("", line)))
