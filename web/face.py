"""The other person's face: which expression a state of mind has, and how it is drawn.

Drawn with the CC0 style Open Peeps. Eyes and mouth come from two of its expressions each, so that a face can be
worried without shouting; the tear is our own.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, get_args

from dicebear import Avatar, Style

from personas.types import AvatarState, Face, Intent

Expression = Literal[
    "calm", "hopeful", "relieved", "concerned", "sad", "shocked", "suspicious", "tired", "looking_away",
    "angry", "very_angry",
]  # fmt: skip
EXPRESSIONS: tuple[Expression, ...] = get_args(Expression)

INK = "#1d1815"
BOTTOM = 808
"""Where the table hides the rest, just above the sleeves."""
CUT = 168
"""Where eyes and nose end and the mouth begins, in the drawing's own units from the top of an expression."""
EYES_END = {"veryAngry": 157}
"""The same for eyes whose own mouth reaches up higher."""
MOUTH_BEGINS = {"rage": 158}
"""The same for mouths that do."""
PARTS: dict[Expression, tuple[str, str]] = {
    "calm": ("smile", "contempt"),
    "hopeful": ("explaining", "smile"),
    "relieved": ("smile", "smile"),
    "concerned": ("concerned", "tired"),
    "sad": ("solemn", "solemn"),
    "shocked": ("explaining", "concernedFear"),
    "suspicious": ("suspicious", "suspicious"),
    "tired": ("tired", "tired"),
    "looking_away": ("contempt", "tired"),
    "angry": ("veryAngry", "tired"),
    "very_angry": ("veryAngry", "rage"),
}
"""Of which two expressions of the style eyes and mouth are taken."""
TALL = {
    "afro", "bantuKnots", "bun", "bun2", "buns", "dreads1", "flatTopLong", "grayBun", "hatHip", "longAfro", "longCurly",
    "mohawk", "mohawk2", "pomp", "turban", "bear", "flatTop", "shaved3", "short4", "bangs",
}  # fmt: skip
"""Heads that reach above the others; the rest is drawn closer by."""
DROP = "M40 118c9 15 16 25 16 35a16 16 0 0 1-32 0c0-10 7-20 16-35z"
TEAR = f'<path d="{DROP}" fill="#cfe6f2" stroke="{INK}" stroke-width="6"/>'

BY_INTENT: dict[Intent, Expression] = {
    "blow": "shocked",
    "stay_silent": "looking_away",
    "false_hope": "hopeful",
    "ask_what_is_meant": "suspicious",
    "name_it": "suspicious",
    "strike_back": "angry",
    "set_limit": "angry",
    "walk_out": "very_angry",
    "close": "looking_away",
    "stay_in_role": "suspicious",
    "receive": "relieved",
}
"""What the person does shows on the face, unless a feeling is stronger."""


def expression(state: AvatarState, intent: Intent | None = None) -> Expression:
    """The face that goes with what the avatar feels and is about to do. Strong feelings come first."""
    if state.tension >= 0.85:
        return "very_angry" if state.trust < 0.35 else "sad"
    if intent in BY_INTENT:
        return BY_INTENT[intent]
    if state.tension >= 0.65:
        return "angry" if state.trust < 0.4 else "sad"
    if state.understanding >= 0.6 and state.hope <= 0.2:
        return "sad" if state.openness >= 0.5 and state.tension >= 0.4 else "tired"
    if state.tension >= 0.45:
        return "suspicious" if state.trust < 0.4 else "concerned"
    if state.trust >= 0.65:
        return "relieved"
    return "calm"


@lru_cache(maxsize=512)
def draw(face: Face, shown: Expression) -> str:
    """The face as an SVG document of head and shoulders, without a background. Ids in it are fixed words of ours."""
    eyes, mouth = PARTS[shown]
    svg = _plain(face, eyes)
    upper = f'<g clip-path="url(#eyes)">{_expression(svg)}</g>'
    lower = f'<g clip-path="url(#mouth)">{_expression(_plain(face, mouth))}</g>'
    tear = TEAR if shown == "sad" else ""
    svg = re.sub(r"<!--.*?-->|<metadata.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<clipPath id="clip-.*?</clipPath>', _clips(eyes, mouth), svg, flags=re.DOTALL)
    svg = re.sub(r'<use transform="(translate\([^"]*\))" href="#expression-[^"]*"/>',
                 lambda found: f'<g transform="{found[1]}">{upper}{lower}{tear}</g>', svg)  # fmt: skip
    svg = re.sub(r'<g id="expression-.*?</g>', "", svg, flags=re.DOTALL)
    svg = re.sub(r'<g clip-path="url\(#clip-[^"]*\)">', "<g>", svg)
    svg = re.sub(r'((?:id="|href="#)[a-zA-Z]+)-[a-zA-Z0-9-]*"', r'\1"', svg)
    top = -30 if face.head in TALL else 60
    frame = f'viewBox="-110 {top} 930 {BOTTOM - top}" preserveAspectRatio="xMidYMax meet"'
    svg = re.sub(r'viewBox="[^"]*"', frame, svg, count=1)
    return svg.replace('fill="black"', f'fill="{INK}"')


def _clips(eyes: str, mouth: str) -> str:
    end, begin = EYES_END.get(eyes, CUT), MOUTH_BEGINS.get(mouth, CUT)
    return (
        f'<clipPath id="eyes"><rect x="-200" y="-200" width="700" height="{end + 200}"/></clipPath>'
        f'<clipPath id="mouth"><rect x="-200" y="{begin}" width="700" height="400"/></clipPath>'
    )


def _expression(svg: str) -> str:
    found = re.search(r'<g id="expression-[^"]*">(.*?)</g>', svg, flags=re.DOTALL)
    if found is None:
        raise ValueError("expected an expression in the drawing; another release of dicebear-styles may draw otherwise")
    return found[1]


def _plain(face: Face, variant: str) -> str:
    options: dict[str, object] = {
        "seed": "rechtdoor",
        "idRandomization": False,
        "headVariant": [face.head],
        "expressionVariant": [variant],
        "skinColor": [f"#{face.skin}"],
        "headContrastColor": [f"#{face.hair}"],
        "clothingColor": [f"#{face.clothing}"],
        "inkColor": [INK],
        "maskProbability": 0,
        "accessoriesProbability": 100 if face.glasses else 0,
        "facialHairProbability": 100 if face.beard else 0,
    }
    if face.glasses:
        options["accessoriesVariant"] = [face.glasses]
    if face.beard:
        options["facialHairVariant"] = [face.beard]
    return str(Avatar(_style(), options))


@cache
def _style() -> Style:
    return Style(json.loads(files("dicebear_styles").joinpath("open-peeps.json").read_text("utf-8")))
