"""The examples that /patterns shows: every card, mark, state and notice, made by hand and not by a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from personas.types import AvatarState, Change, Face, Kind, Move, Slip, When
from scoring.delivery.compare import Baseline, measures
from scoring.delivery.says import line, share
from scoring.delivery.types import Delivery, Pause
from scoring.types import Card, Feedback, Flag, Praise, Score
from simulator.cause import says
from simulator.criteria import NAMES
from simulator.errors import sentence
from simulator.events import Finished, Heard, Judged, Reacted, Received, Replied, Scored
from simulator.talk import Round
from simulator.types import Cause, Check, Judgement, Part, Response, Transcript
from web.sound import Sound
from web.steps import Step

PATTERN_FACE = Face(head="medium3", skin="edb98a", hair="4a312c", clothing="7f9a8c")
SAID = (
    "Ja, ge weet, er gaan op termijn bepaalde zaken veranderen, er is beslist, en jij hebt daar nooit voor opengestaan."
)
HELPED = "Je schrikt hiervan, dat zie ik. Je contract eindigt op 31 januari."
_NONE = Judgement(checks=None, ungraded="slow", model="patterns", asked="1")


@dataclass(frozen=True, slots=True)
class Patterns:
    """Everything the page shows."""

    rounds: tuple[Round, ...]
    cards: tuple[Card, ...]
    praise: tuple[Praise, ...]
    responses: tuple[Response, ...]
    notices: tuple[str, ...]
    sound: Sound
    steps: tuple[Step, ...]


def patterns_of() -> Patterns:
    """The examples."""
    cards = (
        _card("vagueness", "open", "op termijn", "Vaag: open gelaten",
              "Mira weet nu niet of dit volgende week is of volgend jaar. Ze gaat dat zelf invullen.",
              "Vanaf 1 maart verandert je functie: je doet geen facturatie meer."),
        _card("evasiveness", "hiding", "er is beslist", "Ontwijkend: niemand besliste",
              "Zo staat er niemand achter de beslissing. Mira gaat zoeken naar wie ze dan wel moet aanspreken.",
              "De directie heeft dit beslist en ik sta daarachter."),
        _card("missing_i_statement", "blame", "jij hebt daar nooit voor opengestaan", "Zonder ik: een verwijt",
              "Op 'nooit' kan iemand alleen met een tegenvoorbeeld antwoorden.",
              None, "Wat heb je precies gezien, en wanneer?"),
    )  # fmt: skip
    praise = (
        _praise("acknowledgement", "Je schrikt hiervan, dat zie ik.", "Je benoemde wat het met haar doet",
                "Je plakte er niets achter. Daardoor kon ze even blijven zitten bij wat ze hoorde."),
        _praise("clear_message", "Je contract eindigt op 31 januari.", "Je zei het in één zin",
                "Wat er gebeurt en vanaf wanneer: daar valt niets aan te raden."),
    )  # fmt: skip
    slipped = Response(
        before=AvatarState(trust=0.5, tension=0.35, openness=0.3, understanding=0.1, hope=0.6),
        after=AvatarState(trust=0.3, tension=0.6, openness=0.2, understanding=0.15, hope=0.75),
        causes=(
            Cause(rule="reactions[3]", says=says(When(kind="hiding"), "nl", "Mira"), quote="er is beslist",
                  change=Change(trust=-0.15, tension=0.1)),
            Cause(rule="reactions[1]", says=says(When(slip="vagueness"), "nl", "Mira"), quote="op termijn",
                  change=Change(hope=0.15, understanding=0.05, tension=0.15, trust=-0.05, openness=-0.1)),
        ),
        intent="name_it", line="'Er is beslist.' Door wie?", hears="Er verandert iets, maar ik kan blijven.",
    )  # fmt: skip
    helped = Response(
        before=slipped.after,
        after=AvatarState(trust=0.42, tension=0.5, openness=0.35, understanding=0.85, hope=0.2),
        causes=(
            Cause(rule="reactions[7]", says=says(When(move="acknowledgement"), "nl", "Mira"), quote="dat zie ik",
                  change=Change(trust=0.12, tension=-0.1, openness=0.15)),
        ),
        intent="soften_a_little", line="Ja. (knikt)",
    )  # fmt: skip
    still = Response(before=helped.after, after=helped.after, intent="stay_silent", line="(kijkt naar buiten)")
    return Patterns(
        rounds=(
            _round(
                1, SAID, cards, (), slipped, _judged(1, {"vagueness": "op termijn", "evasiveness": "er is beslist"})
            ),
            _round(
                2,
                HELPED,
                (),
                praise,
                helped,
                _judged(2, {"clear_message": "Je contract eindigt", "summary": "Je schrikt"}),
            ),
            _round(3, HELPED, (), praise, helped, Judged(turn=3, judgement=_NONE)),
            _silence(4, still),
            _unheard(5),
        ),
        cards=cards,
        praise=praise,
        responses=(slipped, helped, still),
        sound=_sound(),
        steps=_steps(),
        notices=(sentence("nothing_heard", "nl"), sentence("model_gone", "nl"), sentence("no_ear", "nl")),
    )


def _sound() -> Sound:
    """Numbers of a turn in which everything there is to tell is told."""
    before = Baseline("this_talk", 31.0, articulation_rate=4.4, speech_rate=3.9, pitch_range=9.0, end_drop=4.0)
    spoken = Delivery(
        seconds=9.4,
        speech_seconds=6.2,
        voiced_seconds=4.1,
        pauses=(
            Pause(start=3.0, seconds=1.4, place="in_message"),
            Pause(start=6.1, seconds=2.6, place="after_message"),
        ),
        syllables=36,
        speech_rate=3.8,
        articulation_rate=5.8,
        pitch_range=5.2,
        end_drop=11.5,
        message_rise=4.2,
    )
    lines = tuple(line(each, "nl-BE", before.source) for each in measures(spoken, "nl-BE", before))
    return Sound({2: lines}, (*lines, share(61.0, "words", "nl-BE")))


def _steps() -> tuple[Step, ...]:
    why = "Zolang het nieuws niet gezegd is, luistert Mira alleen naar wat er gaat komen."
    return (
        Step("say", "Het nieuws meteen", why, "done", quote="Je contract eindigt op 31 januari.", turn=2, number=2,
             words=9, seconds=4.5),
        Step("still", "Na de klap gezwegen", why, "done", turn=4, number=4, seconds=6),
        Step("catch", "De reactie opgevangen", why, "open", "Benoem na het nieuws wat je ziet."),
        Step("why", "De reden, na de klap", why, "early", "Geef de reden pas na de eerste reactie.",
             before="De reactie opgevangen", quote="Omdat we verhuizen.", turn=1, number=1),
        Step("sorry", "Eerst je eigen stuk", why, "late", "Begin met wat jij fout deed.", quote="Dat was fout van mij.",
             turn=2, number=2),
        Step("promise", "Niets beloofd wat er niet is", why, "broken", "Beloof alleen wat in je dossier staat.",
             quote="Je krijgt zeker een bonus.", turn=2, number=2),
        Step("few", "Eén reden, hooguit twee", why, "running"),
        Step("firm", "Bij de beslissing gebleven", why, "unmarked"),
    )  # fmt: skip


def _card(
    name: Slip, kind: Kind, quote: str, title: str, why: str, instead: str | None, ask: str | None = None
) -> Card:
    start = SAID.index(quote)
    flag = Flag(name=name, kind=kind, turn=1, start=start, end=start + len(quote), quote=quote, rule=f"{name}.{kind}")
    return Card(flag=flag, title=title, why=why, instead=instead, ask=ask)


def _praise(name: Move, quote: str, title: str, why: str) -> Praise:
    flag = Flag(name=name, turn=3, start=0, end=len(quote), quote=quote, severity=1, rule=name)
    return Praise(flag=flag, title=title, why=why)


def _judged(turn: int, yes: dict[str, str]) -> Judged:
    """A second opinion by which these hold, each with its words."""
    text = SAID if turn == 1 else HELPED
    checks = []
    for name in NAMES:
        start = text.index(yes[name]) if name in yes else 0
        quote = yes.get(name, "")
        answer: Literal["yes", "no"] = "yes" if quote else "no"
        checks.append(Check(name=name, answer=answer, start=start, end=start + len(quote), quote=quote))
    return Judged(turn=turn, judgement=Judgement(checks=tuple(checks), model="patterns", asked="1"))


def _round(
    turn: int, text: str, cards: tuple[Card, ...], praise: tuple[Praise, ...], response: Response, judged: Judged
) -> Round:
    index = 2 * turn - 1
    unsure = ((text.index("ge weet"), text.index("ge weet") + 7),) if "ge weet" in text else ()
    moves = tuple(
        each.flag.model_copy(
            update={"start": text.index(each.flag.quote), "end": text.index(each.flag.quote) + len(each.flag.quote)}
        )
        for each in praise
    )
    score = Score(turn=index, slips=tuple(card.flag for card in cards), moves=moves, version="patterns")
    return Round(
        received=Received(turn=turn, kind="spoken", seconds=7.2, silence_before=2.4),
        heard=Heard(turn=turn, transcript=Transcript(text=text, unsure=unsure, language="nl-BE", model="patterns")),
        scored=Scored(turn=turn, score=score, feedback=Feedback(turn=index, cards=cards, praise=praise)),
        reacted=Reacted(turn=turn, response=response),
        replied=(Replied(turn=turn, index=0, part=Part(text=response.line, source="script")),),
        finished=Finished(turn=turn),
        judged=judged,
    )


def _silence(turn: int, response: Response) -> Round:
    return Round(
        received=Received(turn=turn, kind="silent", seconds=6, silence_before=6),
        heard=Heard(turn=turn, transcript=Transcript(text="", language="nl-BE", model="silent")),
        reacted=Reacted(turn=turn, response=response),
        replied=(Replied(turn=turn, index=0, part=Part(text=response.line, source="script")),),
        finished=Finished(turn=turn),
    )


def _unheard(turn: int) -> Round:
    empty = Transcript(text="", language="nl-BE", model="patterns")
    return Round(
        received=Received(turn=turn, kind="spoken", seconds=2),
        heard=Heard(turn=turn, transcript=empty, notice=sentence("nothing_heard", "nl")),
        finished=Finished(turn=turn, outcome="nothing_heard"),
    )
