"""A practice talk as lines of text: what the pages show, for a terminal. Pure; `web/commands/talk.py` prints it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from personas.types import Course, Persona, Scenario
from scoring.types import SHOWN, Card, Flag, Praise
from simulator.difficulty import LEVELS
from simulator.events import Ended, Event, Failed, Heard, Measured, Reacted, Received, Replied, Rewound, Scored
from simulator.sounded import lines_of_talk, lines_of_turn
from simulator.talk import Round, Talk
from simulator.types import Ear
from web.debrief import Debrief, debrief_of
from web.marks import SLIPS
from web.movement import moved, reasons, steps_of
from web.texts import texts

WIDTH = 96
"""Characters a line at most, so that marks stay under their words."""
UNDER: dict[str, str] = {"vagueness": "~", "evasiveness": "-", "missing_i_statement": "="}
"""What stands under the words of a slip; where slips overlap, the first of the codebook."""
UNSURE = "."
MOVE = "+"
HELP = """\
Typ wat je zegt en druk op Enter. Of:
  :stil [seconden]  je zegt niets en laat de stilte haar werk doen
  :opnieuw          neem je laatste beurt opnieuw
  :briefing         lees de briefing nog eens
  :hulp             deze lijst
  :stop             stop, en lees de nabespreking"""
LEGEND = "Onder je woorden: ~ vaag, - ontwijkend, = verwijtend, + dit hielp, . niet zeker verstaan."
HINT = "Typ wat je zegt. Met :hulp zie je wat er nog kan."
OVER = "Het gesprek is afgelopen. Met :opnieuw neem je je laatste beurt opnieuw, met :stop lees je de nabespreking."
Lines = list[str]


def welcome(ear: Ear) -> Lines:
    """The first lines: who is on the other side, what happens with the voice, who listens."""
    t = texts()
    return [t("footer.ai"), t("footer.voice"), *wrap(f"{ear.says} {ear.advice}".rstrip())]


def choices(scenarios: Sequence[Scenario]) -> Lines:
    """The situations to choose from, numbered."""
    lines = [texts()("choose.title"), ""]
    for number, scenario in enumerate(scenarios, 1):
        lines += [f"{number:3}  {scenario.title}", *wrap(scenario.summary, "     "), ""]
    return lines


def people(personas: Sequence[Persona]) -> Lines:
    """The persons to choose from, numbered."""
    title = texts()("briefing.other_side")
    return [title, "", *(f"{number:3}  {_who(each)}" for number, each in enumerate(personas, 1)), ""]


def _who(persona: Persona) -> str:
    return f"{persona.name}, {persona.role[:1].lower()}{persona.role[1:]}"


def difficulties() -> Lines:
    """The levels to choose from, numbered."""
    t = texts()
    levels = t.group("briefing.difficulties")
    return [
        t("briefing.difficulty"),
        "",
        *(f"{n:3}  {each['title']}. {each['says']}" for n, each in levels.items()),
        "",
    ]


def briefing(scenario: Scenario, persona: Persona, course: Course | None) -> Lines:
    """The facts of the case and what will be looked at."""
    t = texts()
    b = scenario.briefing
    lines = [*heading(scenario.title), *wrap(b.situation), "", *wrap(b.your_role), ""]
    lines += section(t("briefing.must_say"), b.must_say)
    lines += section(t("briefing.by_when"), [b.by_when])
    lines += section(t("briefing.reasons"), b.reasons)
    lines += section(t("briefing.not_negotiable"), b.not_negotiable)
    lines += section(t("briefing.may_offer"), b.may_offer)
    lines += section(t("briefing.still_open"), b.still_open)
    lines += section(t("briefing.other_side"), [_who(persona)])
    if course is not None:
        lines += [*heading(t("briefing.watch")), *wrap(f"{course.title}. {course.model}"), ""]
        for kind, title in ((True, t("briefing.slips")), (False, t("briefing.moves"))):
            criteria = [each for each in course.criteria if (each.id in SLIPS) == kind]
            if criteria:
                lines.append(title)
            for each in criteria:
                lines += wrap(f"{each.title}: {each.looks_for}", "  • ", "    ")
                lines += wrap(f"{t('briefing.example')}: {each.example}", "    ")
            lines += [""] if criteria else []
    if scenario.as_of:
        lines += [*wrap(t("briefing.as_of", day=scenario.as_of)), ""]
    return [*lines, *wrap(t("briefing.no_names"))]


def how(talk: Talk) -> Lines:
    """What one can do, and how one comes back to this talk."""
    later = f"Later verdergaan: rechtdoor talk --resume {talk.session.id}"
    return ["", HINT, LEGEND, "Weggaan kan met Ctrl-C; wat je zei, blijft bewaard.", later]


def opening(talk: Talk) -> Lines:
    """The avatar's first words."""
    return ["", *speech(talk, talk.opening)]


def event_lines(talk: Talk, event: Event, echo: bool = True) -> Lines:
    """What one event adds to the screen; `talk` already holds it. With `echo`, also what the trainee typed."""
    t = texts()
    match event:
        case Received(kind="silent"):
            return ["", "  " + kept_silent(event)]
        case Heard():
            return heard(event)
        case Scored():
            return scored(talk, event, echo=echo)
        case Measured():
            return measured(talk, event)
        case Reacted():
            return reacted(talk, event)
        case Replied():
            notice = wrap(event.part.notice, "  ! ", "    ") if event.part.notice else []
            return [*notice, *([""] if event.index == 0 else []), *speech(talk, event.part.text)]
        case Rewound():
            return [*wrap(f"Je neemt beurt {count_of(talk, event)} opnieuw. {t('practise.again_help')}")]
        case Ended():
            return [*heading(t(f"debrief.endings.{event.ending}")), *wrap(event.says)]
        case Failed():
            return trouble(event.says)
    return []


def trouble(says: str) -> Lines:
    """What went wrong."""
    return wrap(says, "  ! ", "    ")


def count_of(talk: Talk, event: Rewound) -> int:
    """The number of the turn as the trainee counts: those that were taken back left out."""
    return len(talk.rounds) + 1


def heard(event: Heard) -> Lines:
    """Who listened, and why there are no words."""
    lines = wrap(event.notice, "  ! ", "    ") if event.notice else []
    transcript = event.transcript
    if transcript.text and transcript.model not in ("typed", "silent"):
        lines.append("  " + texts()("turn.heard_by", model=transcript.model))
    return lines


def scored(talk: Talk, event: Scored, *, echo: bool = True) -> Lines:
    """What was said with the slips marked, why, the better sentence, and what helped."""
    t = texts()
    heard_ = next((r.heard for r in (*talk.rounds, *talk.taken_back) if r.received.turn == event.turn), None)
    lines: Lines = []
    if heard_ is not None and heard_.transcript.text:
        text = clean(heard_.transcript.text)
        marks = under(text, event.score.slips, event.score.moves, heard_.transcript.unsure)
        if echo or marks.strip():
            lines += ["", *marked(text, marks)]
        if UNSURE in marks:
            lines += wrap(t("turn.unsure_note").replace("een stippellijn", "puntjes"), "  ")
    for card in event.feedback.cards[:SHOWN]:
        lines += card_lines(card)
    left = len(event.feedback.cards) - SHOWN
    if left > 0:
        lines += wrap(t("practise.one_more_card") if left == 1 else t("practise.more_cards", count=left), "  ")
    for praise in event.feedback.praise:
        lines += praise_lines(praise)
    if event.feedback.note:
        lines += wrap(event.feedback.note, "  ")
    return lines


def measured(talk: Talk, event: Measured) -> Lines:
    """How the turn sounded: what there is to tell, or its first number."""
    found = lines_of_turn(talk, event.turn)
    notes = [each.note for each in found if each.note] or [each.value for each in found[:1]]
    return wrap(f"{texts()('sound.title')}: {' '.join(notes)}", "  ", "    ") if notes else []


def reacted(talk: Talk, event: Reacted) -> Lines:
    """How the avatar's feelings moved, and what moved them."""
    t = texts()
    response = event.response
    name = talk.session.persona.name.split()[0]
    steps = moved(response.before, response.after)
    if not steps and not response.hears:
        return ["  " + t("turn.unmoved", name=name)]
    lines = ["  " + t("turn.moved", name=name)]
    for each in steps:
        lines.append(f"    {t('feelings.' + each.feeling)} {t('turn.rose', before=each.before, after=each.after)}")
    for reason in reasons(response.causes):
        by = ", ".join(f"{t('feelings.' + feeling).lower()} {step:+}" for feeling, step in steps_of(reason.change))
        words = f" “{reason.quote}”" if reason.quote else ""
        lines += wrap(f"{reason.says}{words}{f': {by}' if by else ''}", "    ", "      ")
    if response.hears:
        lines += wrap(f"{t('turn.hears', name=name)}: {response.hears}", "    ")
    return lines


def card_lines(card: Card) -> Lines:
    """One slip: what, why, and what to say instead."""
    t = texts()
    quote = f" “{card.flag.quote}”" if card.flag.quote else ""
    lines = wrap(f"{card.title}{quote}", f"  {UNDER.get(card.flag.name, '!')} ", "    ")
    lines += wrap(card.why, "    ")
    if card.instead:
        lines += wrap(f"{t('turn.instead')}: {card.instead}", "    → ", "      ")
    if card.ask:
        lines += wrap(f"{t('turn.ask')}: {card.ask}", "    ? ", "      ")
    return lines


def praise_lines(praise: Praise) -> Lines:
    """One move that helped."""
    quote = f" “{praise.flag.quote}”" if praise.flag.quote else ""
    return [*wrap(f"{praise.title}{quote}", f"  {MOVE} ", "    "), *wrap(praise.why, "    ")]


def debrief(talk: Talk, course: Course | None) -> Lines:
    """What the talk comes down to, and all that was said with what was seen in it."""
    t = texts()
    lines = heading(t("debrief.title"))
    if talk.ended is None:
        lines += [t("debrief.unfinished") + ".", ""]
    if not talk.complete:
        return [*lines, *wrap(t("debrief.nothing"))]
    found = debrief_of(talk, course)
    name = talk.session.persona.name.split()[0]
    lines += [*wrap(f"{t('debrief.message')}: {talk.session.scenario.message}")]
    lines.append(t(f"debrief.understood_{found.understood}"))
    if found.false_hope:
        lines += wrap(t("debrief.false_hope", name=name))
    lines += ["", t("debrief.next")]
    lines += _take_along(talk, found)
    if found.steps:
        lines += ["", t("debrief.steps")]
        for wanted in found.steps:
            turn = t("debrief.step_turn", turn=wanted.number) if wanted.number else ""
            status = "" if wanted.status == "done" and turn else t(f"debrief.step_{wanted.status}")
            where = ", ".join(part for part in (status, turn) if part)
            lines += wrap(f"{wanted.title} ({where})", f"  {'✓' if wanted.status == 'done' else '·'} ", "    ")
            if wanted.is_to_do:
                lines += wrap(t.to_do(wanted), "    ")
    if found.settled:
        lines += ["", t("debrief.agreed")]
        for one in found.settled:
            who = name if one.agreed.who == "other" else t(f"agreed.{one.agreed.who}")
            lines += wrap(f"{who}: {t.agreed(one.agreed)} (“{one.agreed.what or one.agreed.when}”)", "  · ", "    ")
    lines += sounded(talk)
    lines += ["", t("debrief.state")]
    for step in moved(talk.session.persona.starts, talk.state, all_of_them=True):
        lines.append(f"  {t('feelings.' + step.feeling)} {t('turn.rose', before=step.before, after=step.after)}")
    if talk.ended is not None:
        lines += ["", t("debrief.says", name=name), *wrap(talk.session.persona.debrief, "  ")]
    lines += ["", t("debrief.transcript"), "", *speech(talk, talk.opening)]
    for number, each in enumerate(talk.rounds, 1):
        lines += ["", t("turn.number", number=number), *round_lines(talk, each)]
    if talk.taken_back:
        lines += ["", t("debrief.first_tries"), *wrap(t("debrief.first_tries_lead"))]
        for each in talk.taken_back:
            lines += ["", *round_lines(talk, each)]
    return [*lines, "", *wrap(t("debrief.private"))]


def sounded(talk: Talk) -> Lines:
    """How the whole talk sounded, in numbers; nothing where no turn was measured."""
    found = lines_of_talk(talk)
    lines = ["", texts()("sound.title")] if found else []
    for each in found:
        beside = "; ".join(more for more in (each.own, each.norm) if more)
        lines += wrap(f"{each.name}: {each.value}{f' ({beside})' if beside else ''}", "  ", "    ")
    return lines


def _take_along(talk: Talk, found: Debrief) -> Lines:
    """The one thing for next time: a card, else the first step that is still open, else the next level."""
    if found.take:
        return card_lines(found.take)
    if found.open_step:
        title = f"{texts()('debrief.step_' + found.open_step.status).capitalize()}: {found.open_step.title}"
        return [*wrap(title, "  · ", "    "), *wrap(texts().to_do(found.open_step), "    ")]
    hardest = talk.session.difficulty == max(LEVELS)
    return wrap(texts()("debrief.next_nothing" if hardest else "debrief.next_none"), "  ")


def kept_silent(received: Received) -> str:
    """That nothing was said, and how long where that is known."""
    t = texts()
    return t("turn.kept_silent", seconds=f"{received.seconds:g}") if received.seconds else t("turn.kept_silence")


def round_lines(talk: Talk, each: Round) -> Lines:
    """One turn of the transcript: what was said, marked, and the answer."""
    t = texts()
    lines: Lines = []
    if each.received.kind == "silent":
        lines.append("  " + kept_silent(each.received))
    elif each.heard is None or not each.heard.transcript.text:
        lines.append("  " + t("turn.nothing_heard"))
    else:
        score = each.scored.score if each.scored else None
        text = clean(each.heard.transcript.text)
        flags = (score.slips, score.moves) if score else ((), ())
        lines += marked(text, under(text, *flags, each.heard.transcript.unsure))
    return [*lines, *(speech(talk, each.reply) if each.reply else [])]


def under(text: str, slips: Iterable[Flag], moves: Iterable[Flag], unsure: Iterable[tuple[int, int]]) -> str:
    """The signs that stand under the characters of `text`, one for each."""
    signs = [" "] * len(text)

    def put(start: int, end: int, sign: str) -> None:
        for at in range(max(start, 0), min(end, len(text))):
            if not text[at].isspace() or sign != UNSURE:
                signs[at] = sign

    for start, end in unsure:
        put(start, end, UNSURE)
    for flag in moves:
        put(flag.start, flag.end, MOVE)
    for name in reversed(SLIPS):
        for flag in slips:
            if flag.name == name:
                put(flag.start, flag.end, UNDER[name])
    return "".join(signs)


def marked(text: str, signs: str, indent: str = "  ") -> Lines:
    """The text cut into lines, each followed by the signs under its words where there are any."""
    lines: Lines = []
    start = 0
    while start < len(text):
        end = _cut(text, start, WIDTH - len(indent))
        lines.append(indent + text[start:end])
        if signs[start:end].strip():
            lines.append(indent + signs[start:end].rstrip())
        start = end + 1 if end < len(text) and text[end] in " \n" else max(end, start + 1)
    return lines


def _cut(text: str, start: int, width: int) -> int:
    newline = text.find("\n", start, start + width + 1)
    if newline >= 0:
        return newline
    if len(text) - start <= width:
        return len(text)
    space = text.rfind(" ", start, start + width + 1)
    return space if space > start else start + width


def speech(talk: Talk, text: str) -> Lines:
    """Words of the avatar, under its name."""
    return wrap(text, f"{talk.session.persona.name.split()[0]}: ", "    ")


def heading(text: str) -> Lines:
    """A title with room around it."""
    return ["", text, "─" * min(len(text), WIDTH), ""]


def section(title: str, items: Sequence[str]) -> Lines:
    """A title with its points; nothing where there are none."""
    if not items:
        return []
    return [title, *(line for item in items for line in wrap(item, "  • ", "    ")), ""]


def wrap(text: str, first: str = "", rest: str | None = None) -> Lines:
    """The text in lines of at most `WIDTH` characters."""
    then = first if rest is None else rest
    return textwrap.wrap(clean(text), WIDTH, initial_indent=first, subsequent_indent=then) or [first.rstrip()]


def clean(text: str) -> str:
    """The text with a space for every character that could steer a terminal; as long as before."""
    return "".join(char if char.isprintable() or char == "\n" else " " for char in text)
