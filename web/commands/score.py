"""`rechtdoor score`: every trainee turn of a talk in a file, with slips, better sentences and moves."""

from __future__ import annotations

import argparse
import sys
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.types import Card, Dialogue, Feedback, Flag, Score

HELP = "score every trainee turn of a talk in a JSON file"
MOST_BYTES = 64 * 1024**2
_WIDTH = 96
"""Characters a line at most, so that marks stay under their words."""


def options(parser: argparse.ArgumentParser) -> None:
    """The file and how to show the scores."""
    parser.add_argument(
        "talk",
        metavar="TALK.json",
        help="a talk: language, course, message and dialogue (speaker and text of every line); - reads standard input",
    )
    parser.add_argument("--json", action="store_true", help="print scores and feedback as JSON")
    parser.add_argument("--rules", action="store_true", help="let the rules judge alone, without the learned heads")


def run(args: argparse.Namespace) -> int:
    """0 when every turn could be looked at, whatever was found; 2 when the file is not a talk."""
    from scoring.evaluation import Unreadable, read_talk
    from scoring.heads.fusion import fusion
    from scoring.hint import hint
    from scoring.rules import score_dialogue

    try:
        talk = read_talk(_text(args.talk), "standard input" if args.talk == "-" else args.talk)
    except (OSError, Unreadable) as error:
        sys.stderr.write(_sentence(error) + "\n")
        return 2
    whole = talk.to_dialogue()
    turns = [index for index, said in enumerate(whole.utterances) if said.speaker == "trainee"]
    if not turns:
        sys.stderr.write(f"{args.talk} dialogue: expected at least one line of the trainee, got none" + "\n")
        return 2
    weigher = None if args.rules else fusion()
    scored: list[tuple[Dialogue, Score, Feedback]] = []
    for turn in turns:
        dialogue = whole.up_to(turn)
        score = score_dialogue(dialogue, weigher)
        scored.append((dialogue, score, hint(dialogue, score, weigher)))
    if args.json:
        sys.stdout.write(_json(scored) + "\n")
        return 0
    for number, (dialogue, score, feedback) in enumerate(scored, start=1):
        _print_turn(number, dialogue, score, feedback)
    return 0


def _say(line: str) -> None:
    from web.terminal import clean

    sys.stdout.write(clean(line) + "\n")


def _text(name: str) -> str:
    from scoring.evaluation import Unreadable

    if name == "-":
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    else:
        with open(name, "rb") as file:
            raw = file.read(MOST_BYTES + 1)  # a device does not tell its size
    if len(raw) > MOST_BYTES:
        raise Unreadable(f"{name}: expected at most {MOST_BYTES // 1024**2} MB, got more")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name}: expected UTF-8 text, got a byte that is none at position {error.start}") from error


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: expected a file that can be read, got: {error.strerror}"
    return str(error)


def _json(scored: list[tuple[Dialogue, Score, Feedback]]) -> str:
    import json

    turns = [
        {
            "turn": dialogue.turn,
            "text": dialogue.last.text,
            "score": score.model_dump(mode="json"),
            "feedback": feedback.model_dump(mode="json"),
        }
        for dialogue, score, feedback in scored
    ]
    return json.dumps({"turns": turns}, ensure_ascii=False, indent=2)


def _print_turn(number: int, dialogue: Dialogue, score: Score, feedback: Feedback) -> None:
    if number > 1:
        _say("")
    if dialogue.utterances[dialogue.turn - 1].speaker == "avatar" and dialogue.turn:
        _say(textwrap.fill(dialogue.utterances[dialogue.turn - 1].text, _WIDTH, initial_indent="    – "))
    _say(f"Beurt {number}")
    for line in marked(dialogue.last.text, score.slips):
        _say(f"  {line}")
    if feedback.note:
        _say(f"  {feedback.note}")
    for card in feedback.cards:
        _print_card(card)
    for praise in feedback.praise:
        _print_part("+", f"{praise.title}: {praise.why}")
    if not (feedback.note or feedback.cards or feedback.praise):
        _say("  Niets aan te merken.")


def _print_card(card: Card) -> None:
    words = f" “{card.flag.quote}”" if card.flag.quote else ""
    _print_part("!", f"{card.title}{words}")
    _print_part(" ", card.why)
    if card.instead:
        _print_part("→", card.instead)
    if card.ask:
        _print_part("?", card.ask)


def _print_part(mark: str, text: str) -> None:
    _say(textwrap.fill(text, _WIDTH, initial_indent=f"  {mark} ", subsequent_indent="    "))


def marked(text: str, slips: tuple[Flag, ...]) -> list[str]:
    """The text in lines, each followed by a line of ~ under the words of a slip where it has some."""
    lines: list[str] = []
    for start, end in _lines(text):
        lines.append(text[start:end].replace("\t", " "))
        under = "".join("~" if any(s.start <= at < s.end for s in slips) else " " for at in range(start, end)).rstrip()
        if under:
            lines.append(under)
    return lines


def _lines(text: str) -> list[tuple[int, int]]:
    """Where the text is cut, at spaces and line ends, so that no line is wider than the page."""
    cuts: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        newline = text.find("\n", start)
        limit = min(start + _WIDTH, len(text) if newline < 0 else newline)
        end = limit
        if limit < len(text) and limit != newline and (space := text.rfind(" ", start, limit + 1)) > start:
            end = space
        cuts.append((start, end))
        start = end + 1 if end < len(text) and text[end] in " \n" else max(end, start + 1)
    return cuts
