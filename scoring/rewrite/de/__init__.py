"""Better sentences in German, with `du` or `Sie` as these two say it. Pure."""

from __future__ import annotations

import re

from scoring.rewrite.de.address import register, to_several
from scoring.rewrite.de.hedges import HEDGES, firm
from scoring.rewrite.de.message import LAST_DAY, because, message
from scoring.rewrite.de.questions import QUESTIONS
from scoring.rewrite.de.requests import expectation, request
from scoring.rewrite.writer import Answers, Comfort, Hearsay, Owning, Writer

WRITER = Writer(
    announces="Ich habe eine schlechte Nachricht: {message}",
    message=message,
    firm=firm,
    given_reason=re.compile(r"Grund(?: auf dem C4)?: (?P<reason>[^;.]+)"),
    because=because,
    request=request,
    expectation=expectation,
    answers=Answers(
        last_day=LAST_DAY,
        about_the_end=re.compile(r"(?<!\w)(?:letzter? tag|aufhore?n?|ende\w*|schluss|gehen|raus|weg|wie lange)(?!\w)"),
        last_day_is="{you.your} letzter Tag ist der {day}",
        at_stake=re.compile(
            r"(?<!\w)(?:gekundigt|kundig\w*|entlassen|gefeuert|rausgeworfen|rauswurf|raus|los|mein\w{0,2} (?:job|"
            r"stelle|arbeit|vertrag|platz|posten|antrag|urlaub|bewerbung)|bleiben|verlangert|genehmigt|abgelehnt|"
            r"bekomme ich|krieg ich|kriege ich|hab ich|bin ich|geht das|klappt|stelle)(?!\w)"
        ),
        honestly="{you.gets} eine ehrliche Antwort: {message}",
    ),
    owning=Owning(
        decision=re.compile(
            r"(?<!\w)(?:entschied\w*|entscheid\w*|beschlossen|beschluss|bote|hande|vorgab\w*|vorgegeben|abgelehnt|"
            r"gestrichen|ausgesucht|unterschreib\w*|durchgerechnet|festgelegt|bestimmt|verfugt|richtlinie\w*|"
            r"leitlinie\w*|verfahren|system)(?!\w)"
        ),
        who_decided=re.compile(
            r"(?<!\w)(?:wer|entschied\w*|entscheid\w*|entscheidung|sie das richtig|du das richtig|dahinter|deine idee|"
            r"ihre idee)(?!\w)"
        ),
        from_above=re.compile(
            r"(?<!\w)(?:oben|zentrale|konzern\w*|geschaftsfuhrung|geschaftsleitung|vorstand|leitung\w*|direktion|"
            r"chefetage|personal\w*|hr|aufsichtsrat|gremium|ausschuss|firma|haus|luttich|bruss\w*|chefin|chef)(?!\w)"
        ),
        ours="Ich trage diese Entscheidung mit und stehe dazu",
        mine=("Ich stehe zu dieser Entscheidung", "Die Entscheidung ist getroffen, und ich stehe dahinter"),
    ),
    comfort=Comfort(
        at_work=(
            "Ich sehe, dass {you.you} das beschäftigt",
            "Das geht {you.to} nahe, und ich will es hören",
        ),
        after_news=(
            "Das trifft {you.you} hart, das sehe ich",
            "Das muss man erst einmal verdauen. {you.take} Zeit",
            "Das ist viel auf einmal. Ich warte einen Moment",
        ),
    ),
    hearsay=Hearsay(
        lines=(
            "Mir ist etwas zu Ohren gekommen, und ich will es zuerst von {you.to} hören. Wie {you.has} es erlebt?",
            "Ich kenne bisher nur eine Seite. Was ist aus {you.your}er Sicht passiert?",
            "Ich will zuerst {you.your}e Seite hören. Wie {you.has} es erlebt?",
        ),
    ),
    questions=QUESTIONS,
    hedges=HEDGES,
    address=register,
    to_several=to_several,
)
