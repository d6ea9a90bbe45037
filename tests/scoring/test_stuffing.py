"""Turns full of the right words that do nothing: no rule and no head finds a move in them."""

import pytest

from personas.types import Language
from scoring.heads.fusion import fusion
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance

_OTHER: dict[Language, str] = {
    "nl-BE": "Wat betekent dat nu voor mij?",
    "en": "So what does that mean for me?",
    "fr": "Et qu'est-ce que ça veut dire pour moi ?",
    "de": "Was heißt das jetzt für mich?",
}
_HOLLOW: list[tuple[Language, str]] = [
    ("nl-BE", "Ik begrijp je, concreet, samen, klopt dat?"),
    ("nl-BE", "Ik begrijp je, ik begrijp je, ik begrijp je, ik begrijp je."),
    ("nl-BE", "Ik-boodschap: ik zie, ik voel, ik heb nodig. Wat heb jij nodig?"),
    ("nl-BE", "Ik vat samen: jij voelt, ik voel, wij voelen. Klopt dat?"),
    ("nl-BE", "Als ik je goed begrijp begrijp ik je goed, klopt dat?"),
    ("nl-BE", "Dus je zegt eigenlijk concreet wat je zegt, klopt dat een beetje?"),
    ("nl-BE", "Sorry, sorry, dat is mijn fout, jouw fout, ieders fout, ik begrijp je concreet."),
    ("en", "I understand you, concretely, together, is that right?"),
    ("en", "I-statement: I see, I feel, I need. What do you need?"),
    ("en", "If I understand you right I understand you right, is that right?"),
    ("en", "So what you are saying is concretely what you are saying, is that right?"),
    ("en", "Sorry, sorry, that is my fault, your fault, everyone's fault, I understand you concretely."),
    ("fr", "Je te comprends, concrètement, ensemble, c'est bien ça ?"),
    ("fr", "Je résume : tu ressens, je ressens, nous ressentons. C'est bien ça ?"),
    ("fr", "Si je te comprends bien je te comprends bien, c'est bien ça ?"),
    ("fr", "Donc ce que tu dis c'est concrètement ce que tu dis, c'est bien ça ?"),
    ("fr", "Pardon, pardon, c'est ma faute, ta faute, la faute de tous, je te comprends concrètement."),
    ("de", "Ich-Botschaft: ich sehe, ich fühle, ich brauche. Was brauchst du?"),
    ("de", "Ich fasse zusammen: du fühlst, ich fühle, wir fühlen. Stimmt das?"),
    ("de", "Wenn ich dich richtig verstehe, verstehe ich dich richtig, stimmt das?"),
    ("de", "Du sagst also konkret, was du sagst, stimmt das?"),
    ("de", "Entschuldigung, das ist meine Schuld, deine Schuld, jedermanns Schuld, ich verstehe dich konkret."),
]


@pytest.mark.parametrize(("language", "text"), _HOLLOW)
def test_the_right_words_alone_are_no_move(language: Language, text: str) -> None:
    said = (Utterance(speaker="avatar", text=_OTHER[language]), Utterance(speaker="trainee", text=text))
    talk = Dialogue(language=language, course="bad_news", message="31 januari", utterances=said)
    assert not score_dialogue(talk).moves
    assert not score_dialogue(talk, fusion()).moves
