"""Better sentences in French, from the trainee's own words, in the trainee's register."""

import pytest

from personas.types import CourseId, Kind, Slip
from scoring.hint import clean
from scoring.rewrite import news, open_questions, question
from scoring.rewrite.fr.address import TU, VOUS, addressed, register
from scoring.types import Dialogue
from tests.scoring.said import made, turns

DISMISSAL = "Le contrat prend fin; dernier jour le 31 janvier; motif: fermeture du dépôt."


def talk(*lines: str, course: CourseId = "c4", message: str = DISMISSAL) -> Dialogue:
    return turns(*lines, language="fr", course=course, message=message)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Votre poste sera peut-être supprimé en juin.", "peut-être", "Votre poste sera supprimé en juin."),
        ("Il se peut que ton contrat ne soit pas renouvelé.", "Il se peut", "Ton contrat n'est pas renouvelé."),
        ("Je pense que votre contrat s'arrête fin mai.", "Je pense", "Votre contrat s'arrête fin mai."),
        ("Peut-être qu'on ferme le dépôt.", "Peut-être", "On ferme le dépôt."),
        ("Je crains que vous ne puissiez pas rester.", "Je crains", "Vous ne pouvez pas rester."),
    ],
)
def test_hedges_are_left_out(text: str, words: str, expected: str) -> None:
    assert made(talk(text), "vagueness", "hedged", words) == expected


def test_where_too_much_is_open_the_unsaid_news_stands_in() -> None:
    said = made(talk("On pourrait peut-être devoir voir ça, tu vois."), "vagueness", "hedged", "pourrait")
    assert said == (
        "J'ai une mauvaise nouvelle : ton contrat prend fin, et ton dernier jour est le 31 janvier. "
        "La raison, c'est la fermeture du dépôt."
    )


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Le congé de mai est refusé; juin est possible.", "ton congé de mai est refusé."),
        ("Fin de contrat: la nuit s'arrête.", "je mets fin à ton contrat. La raison : la nuit s'arrête."),
        ("Fin de la période d'essai; dernier jour vendredi 14.", "je mets fin à ta période d'essai, et ton dernier jour"
         " est le vendredi 14."),
        ("Bruno n'obtient pas les douze heures.", "tu n'obtiens pas les douze heures."),
        ("La place de chef ne va pas à Monsieur Diallo.", "tu n'obtiens pas la place de chef."),
        ("La promotion va à un collègue.", "la promotion va à un collègue."),
        ("Le contrat prend fin; préavis de six mois.", "ton contrat prend fin avec un préavis de six mois."),
    ],
)  # fmt: skip
def test_the_news_is_said_to_the_other(message: str, expected: str) -> None:
    assert (
        news(talk("Tu t'assieds ?", course="bad_news", message=message)) == f"J'ai une mauvaise nouvelle : {expected}"
    )


@pytest.mark.parametrize(
    ("course", "message"),
    [
        ("appraisal", "Les rapports arrivent en retard."),
        ("bad_news", "Question pratique sur les clés."),
        ("bad_news", "Karim reprend l'équipe."),
    ],
)
def test_no_news_is_made_up(course: CourseId, message: str) -> None:
    assert news(talk("Bonjour.", course=course, message=message)) is None


@pytest.mark.parametrize(
    ("lines", "you"),
    [
        (("Assieds-toi, tu veux ?",), "tu"),
        (("Prenez place, je vous en prie.",), "vous"),
        (("Tu m'as appelé ?", "Oui."), "tu"),
        (("Bonjour.",), "vous"),
        (("Oui.", "Monsieur, c'est grave ?", "Non."), "vous"),
    ],
)
def test_register_follows_the_talk(lines: tuple[str, ...], you: str) -> None:
    assert register(talk(*lines)).you == you


@pytest.mark.parametrize(
    ("said", "to", "expected"),
    [
        ("je mets fin à ton contrat", VOUS, "je mets fin à votre contrat"),
        ("votre prime et vos clés", TU, "ta prime et tes clés"),
        ("tu quittes le dépôt", VOUS, None),
        ("le dépôt ferme", TU, "le dépôt ferme"),
    ],
)
def test_what_cannot_be_carried_over_for_certain_is_not_said(said: str, to: object, expected: str | None) -> None:
    assert addressed(said, TU if to is TU else VOUS) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Il a été décidé de fermer le dépôt.", "Il a été décidé", "J'ai pris part à la décision de fermer le dépôt."),
        ("Il a été décidé que le dépôt ferme.", "Il a été décidé", "Cette décision, je la porte : le dépôt ferme."),
        (
            "Ça vient de la direction, elle a tranché.",
            "direction",
            "C'est une décision de la direction, et je la porte.",
        ),
    ],
)
def test_a_decision_without_owner_gets_one(text: str, words: str, expected: str) -> None:
    assert made(talk(text), "evasiveness", "hiding", words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tu rends tes rapports à temps, sinon je te retire du planning.",
            "Je te demande de rendre tes rapports à temps.",
        ),
        (
            "Vous vous excusez devant l'équipe, sans quoi ça ira mal.",
            "Je vous demande de vous excuser devant l'équipe.",
        ),
        ("À toi de voir: tu la laisses parler ou tu dégages.", "Je te demande de la laisser parler."),
        ("Tu dois appeler le client avant midi, sinon c'est fini.", "Je te demande d'appeler le client avant midi."),
        ("Tu te tais maintenant, sinon tu sors.", None),
    ],
)
def test_a_demand_becomes_a_request(text: str, expected: str | None) -> None:
    words = text.split()[0]
    assert made(talk(text, course="conflict", message="-"), "missing_i_statement", "demand", words) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Demande: rendre les plannings le mercredi.", "Je te demande de rendre les plannings le mercredi."),
        (
            "Quatre dossiers ont dépassé le délai; les rapports sont attendus le lundi.",
            "Quatre dossiers ont dépassé le délai. J'attends les rapports le lundi.",
        ),
        ("Céline coupe la parole en réunion; demande de laisser finir.", None),
        ("Plainte sur les pourboires; répartition écrite.", None),
    ],
)
def test_a_reproach_gives_way_to_what_must_be_said(message: str, expected: str | None) -> None:
    dialogue = talk("Tu es brouillon.", course="appraisal", message=message)
    assert made(dialogue, "missing_i_statement", "blame", "brouillon") == expected


def test_a_reason_that_is_asked_is_given() -> None:
    dialogue = talk("Pourquoi ?", "On est dans une dynamique.")
    assert made(dialogue, "vagueness", "fog", "dynamique") == "La raison, c'est la fermeture du dépôt."


@pytest.mark.parametrize(
    ("kind", "quote", "expected"),
    [
        ("open", "certaines choses", "Quelles choses exactement"),
        ("open", "différents aspects", "Quels aspects exactement"),
        ("open", "un peu plus souvent", "Combien de fois exactement, et à partir de quand"),
        ("open", "à terme", "Pour quand exactement"),
        ("blame", "Tu n'écoutes jamais", "Quand est-ce arrivé la dernière fois, et qu'as-tu vu"),
    ],
)
def test_the_question_that_the_words_leave_open(kind: Kind, quote: str, expected: str) -> None:
    assert question(kind, quote, "fr") == f"{expected}\N{NO-BREAK SPACE}?"


def test_a_speaker_s_name_is_no_part_of_the_question() -> None:
    assert open_questions(talk("La présidente: C'est sûr, ce chiffre ?", "Bah.")) == "C'est sûr, ce chiffre ?"


@pytest.mark.parametrize("turn", range(3))
@pytest.mark.parametrize(("name", "kind"), [("evasiveness", "soothing"), ("evasiveness", "hiding")])
def test_what_stands_in_is_free_of_slips(name: Slip, kind: Kind, turn: int) -> None:
    dialogue = talk("Votre contrat prend fin le 31 janvier.", "(pleure)", "C'est décidé, ça ira, vous verrez.")
    said = made(dialogue, name, kind, "décidé", turn)
    assert said is not None
    assert clean(dialogue, said)
