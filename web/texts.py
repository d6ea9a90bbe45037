"""The words of the pages. They stand in `web/words/<language>.yaml`, so that another language is another file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from scoring.types import Agreed
from web.steps import Step

FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of one language, by dotted name. A name that is not there raises KeyError, never shows a gap."""

    language: str
    by_name: Mapping[str, Any]

    def __call__(self, name: str, /, **facts: object) -> str:
        """The text with its facts filled in."""
        text = self._at(name)
        if not isinstance(text, str):
            raise KeyError(f"expected a text at {name}, got {type(text).__name__}")
        return text.format(**facts) if facts else text

    def group(self, name: str) -> Any:
        """A list or a group of texts."""
        return self._at(name)

    def moment(self, when: str) -> str:
        """A day and an hour for people, from ISO 8601, in the time zone of this machine."""
        local = datetime.fromisoformat(when).astimezone()
        month = self.group("months")[local.month - 1]
        return self("moment", day=local.day, month=month, hour=local.hour, minute=f"{local.minute:02}")

    def day(self, date: str) -> str:
        """A day for people, from ISO 8601."""
        found = datetime.fromisoformat(date)
        return self("day", day=found.day, month=self.group("months")[found.month - 1], year=found.year)

    def date(self, day: date) -> str:
        """A day for people, with its weekday."""
        weekday = self.group("weekdays")[day.weekday()]
        return self("date", weekday=weekday, day=self.day(day.isoformat()))

    def agreed(self, agreed: Agreed) -> str:
        """When something was agreed for, worked out as far as the words say it; else the words."""
        if agreed.on is None:
            return agreed.when
        day = self.date(agreed.on)
        if agreed.until is not None and agreed.until > agreed.on:
            day = self("agreed.span", first=day, last=self.date(agreed.until))
        if agreed.at is None:
            return day
        return self("agreed.hour", day=day, hour=agreed.at.hour, minute=f"{agreed.at.minute:02}")

    def to_do(self, step: Step) -> str:
        """What to say of a step that was not taken. What came too early may be just what the step asks for, so then it
        says before what it came."""
        if step.status == "early" and step.before:
            return self("debrief.step_before", title=step.before)
        return step.missing

    def _at(self, name: str) -> Any:
        found: Any = self.by_name
        for key in name.split("."):
            try:
                found = found[key]
            except (KeyError, TypeError):
                raise KeyError(f"no text {name} in web/words/{self.language}.yaml") from None
        return found


@cache
def texts(language: str = "nl") -> Texts:
    """The texts of a language, read once."""
    raw = (FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
    return Texts(language, YAML(typ="safe", pure=True).load(raw))
