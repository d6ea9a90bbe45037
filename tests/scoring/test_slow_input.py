"""No text, however odd, keeps an expression busy: one slow pattern would hold up every talk on the machine."""

import subprocess
import sys

import pytest

from scoring.rules import GRADED
from scoring.types import Tongue

_WATCHDOG = 240
"""Seconds after which something hangs; the work is done in a few."""
_ALL_PATTERNS = r"""
import random, re, sys
from scoring.forms import form, forms, skipped
from scoring.patterns import Pattern, expressions

tongue = sys.argv[1]
patterns = {name: Pattern(name)[tongue] for name in expressions(tongue)}
patterns |= {name: form(name, tongue) for name in forms(tongue)}
patterns["skipped"] = re.compile(skipped(tongue))
same = random.Random(1)
words = {name: re.findall(r"[^\W\d_]{2,}", re.sub(r"\\.", " ", p.pattern)) or ["x"] for name, p in patterns.items()}
everyday = [word for found in words.values() for word in found]
marks = [" " * 600 + "x", "\n" * 300 + "x", ", " * 300 + "x", " .. ..." * 120, "\" ' " * 200, "(" * 200 + ")" * 200,
         "d'l'" * 150, "!? " * 200, "1 2 10 31 2024 " * 40, "1.2.3:4-" * 60, "a" * 600, "-".join(everyday[:150])]
for name, pattern in patterns.items():
    print(name, flush=True)
    own = [same.choice(words[name]) for _ in range(150)]
    mixed = [same.choice(everyday) for _ in range(300)]
    rows = [own, mixed, [same.choice(pair) for pair in zip(own, mixed)], [own[0]] * 200]
    for text in [*marks, *(" ".join(row) for row in rows), *(", ".join(row) for row in rows), "' ".join(mixed)]:
        pattern.match(text)
        for _ in pattern.finditer(text):
            pass
print("done")
"""
_ODD_PHRASES = r"""
from scoring.phrases import read_phrase
from scoring.speech import speech

for phrase in ("^ a? b? .. c ... d $", "*a .. *b ... *c", "a .. a ... a .. a $", "^ a ... $"):
    read = read_phrase(phrase, {}, speech("nl"))
    for text in ("a " * 400, "a, " * 300, "a" + " " * 800,
                 ". .. " * 200 + "a", "a b c " * 150, "ja, nee, " * 150, "a" * 800):
        read.spans(text)
print("done")
"""


def _ends(code: str, *given: str) -> str:
    """The last line a child process prints; where it hangs, the test says at which expression."""
    try:
        run = subprocess.run(
            [sys.executable, "-c", code, *given], capture_output=True, text=True, timeout=_WATCHDOG, check=True
        )
    except subprocess.TimeoutExpired as hung:
        said = (hung.stdout or b"").decode().split()
        pytest.fail(f"expected an end, hangs at {said[-1] if said else 'the start'}")
    return run.stdout.split()[-1]


@pytest.mark.parametrize("tongue", GRADED)
def test_no_expression_hangs_on_an_odd_text(tongue: Tongue) -> None:
    assert _ends(_ALL_PATTERNS, tongue) == "done"


def test_no_phrase_hangs_on_an_odd_text() -> None:
    assert _ends(_ODD_PHRASES) == "done"
