"""French as managers speak it, in Belgium and in France: slips in words of its own, straight turns left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from personas.types import CourseId
from scoring.rules import score_dialogue
from scoring.types import Dialogue, Utterance

MESSAGES: dict[str, str] = {
    "c4": "Le contrat prend fin le 31 mai; motif: fermeture du dépôt.",
    "bad_news": "Le poste de chef d'équipe va à Karim.",
}
SAID: dict[str, str] = {
    "c4": "Votre contrat s'arrête le 31 mai.",
    "bad_news": "Vous n'avez pas le poste, c'est Karim qui l'a.",
}


def talk(course: CourseId, other: str, text: str, *, said: bool) -> Dialogue:
    """A talk that ends with `text`; with `said`, its news was told before."""
    told = (Utterance(speaker="trainee", text=SAID[course]),) if said and course in SAID else ()
    asked = (Utterance(speaker="avatar", text=other),) if other else ()
    return Dialogue(
        language="fr",
        course=course,
        message=MESSAGES.get(course, "Les retards doivent cesser."),
        utterances=(*told, *asked, Utterance(speaker="trainee", text=text)),
    )


def kinds(dialogue: Dialogue) -> set[str]:
    """The kinds of slips in the last turn."""
    return {str(flag.kind) for flag in score_dialogue(dialogue).slips}


@pytest.mark.parametrize(
    ("course", "other", "text", "kind"),
    [
        ("bad_news", "Alors?", "Il n'est pas exclu qu'on doive éventuellement revoir les choses.", "hedged"),
        ("bad_news", "Et mon poste?", "ben ça risque d'être un peu compliqué de vous garder je pense", "hedged"),
        ("leadership", "Je peux y compter?", "En principe oui, mais sous toutes réserves.", "hedged"),
        ("appraisal", "Et à part ça?", "Il y a deux ou trois trucs sur lesquels il faudrait bosser.", "open"),
        ("appraisal", "Vous attendez quoi?", "Que tu montes d'un cran au niveau de la posture.", "open"),
        ("mediation", "Et donc?", "Que chacun y mette un peu du sien.", "open"),
        ("appraisal", "Et ma formation?", "Je regarde ce que je peux faire et je reviens vers toi.", "loose"),
        ("conflict", "On fait quoi?", "On en recause à l'occasion, entre deux portes.", "loose"),
        ("leadership", "Et mon salaire?", "On garde ça dans un coin de la tête.", "loose"),
        ("c4", "Vous vouliez me voir?", "On va vous laisser voler de vos propres ailes.", "euphemism"),
        ("appraisal", "Il y a quoi?", "Juste un petit couac avec ton rapport.", "euphemism"),
        ("bad_news", "Pourquoi?", "On est dans une dynamique de transversalité des fonctions support.", "fog"),
    ],
)  # fmt: skip
def test_what_is_left_open_is_seen(course: CourseId, other: str, text: str, kind: str) -> None:
    assert kind in kinds(talk(course, other, text, said=False))


@pytest.mark.parametrize(
    ("course", "other", "text", "kind"),
    [
        ("c4", "Combien je touche?", "C'est une excellente question, Paul.", "no_answer"),
        ("c4", "Je suis viré, oui ou non?", "Vous savez, chez nous, on a toujours été humains.", "no_answer"),
        ("bad_news", "Vous étiez d'accord?", "Moi, on ne m'a pas demandé mon avis.", "hiding"),
        ("bad_news", "Pourquoi?", "Il a été jugé préférable de choisir quelqu'un d'autre.", "hiding"),
        ("bad_news", "Qui a tranché?", "Ça vient d'en haut, je ne suis que le messager.", "hiding"),
        ("c4", "J'ai cinquante-six ans.", "Une courageuse comme vous, ça rebondit toujours.", "soothing"),
        ("conflict", "J'en dors plus.", "Allez, dans six mois vous en rirez tous les deux.", "soothing"),
        ("listening", "Je suis à bout.", "Faut pas dramatiser, c'est la période.", "soothing"),
        ("conflict", "Et mes heures sup?", "Au fait, tu as pensé à rendre ton badge?", "shifting"),
        ("conflict", "Pourquoi tu m'as coupé?", "Parlons plutôt de ton retard de ce matin.", "shifting"),
    ],
)  # fmt: skip
def test_going_round_the_moment_is_seen(course: CourseId, other: str, text: str, kind: str) -> None:
    assert kind in kinds(talk(course, other, text, said=True))


def test_the_news_put_off_is_seen() -> None:
    text = (
        "Bonjour Luc. Alors, ces vacances à la mer, il faisait bon? Ici ça n'a pas arrêté, avec les inventaires et "
        "tout le reste, et puis les prix ont flambé, vous savez ce que c'est."
    )
    assert "delay" in kinds(talk("c4", "", text, said=False))


def test_making_the_other_guess_is_seen() -> None:
    text = "À ton avis, pourquoi est-ce que je t'ai fait venir?"
    assert "guess" in kinds(talk("c4", "Vous m'avez appelé?", text, said=False))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tu n'en fais qu'à ta tête, comme toujours.", "blame"),
        ("Vous êtes d'une mauvaise foi incroyable.", "blame"),
        ("t'es incapable d'écouter qui que ce soit", "blame"),
        ("Tu ne penses qu'à toi.", "blame"),
        ("Tu n'es pas quelqu'un de fiable.", "blame"),
        ("Je trouve que tu prends tout à la légère.", "disguised"),
        ("J'ai l'impression que vous vous moquez du monde.", "disguised"),
        ("Franchement, je te trouve d'un nombrilisme.", "disguised"),
        ("Les collègues en ont ras le bol de tes absences.", "others"),
        ("Plus personne ici ne veut monter avec toi.", "others"),
        ("Tu te remets au boulot, sinon c'est la porte.", "demand"),
        ("Tu fais ce qu'on te dit, point barre.", "demand"),
        ("ou bien tu t'excuses ou bien tu dégages", "demand"),
    ],
)
def test_what_is_not_owned_is_seen(text: str, kind: str) -> None:
    found = kinds(talk("conflict", "Je n'ai rien fait.", text, said=False))
    assert kind in found or (kind == "blame" and "disguised" in found)


@pytest.mark.parametrize(
    ("course", "other", "text"),
    [
        ("c4", "", "Asseyez-vous, Sophie. J'ai une mauvaise nouvelle: je mets fin à votre contrat le 31 mai."),
        ("c4", "Pourquoi moi?", "Parce que le dépôt ferme. C'est moi qui ai pris la décision."),
        ("c4", "C'est payé quand?", "Je ne le sais pas encore. Je vous appelle jeudi à dix heures."),
        ("c4", "Qui d'autre part?", "Je ne vous dirai rien sur un collègue."),
        ("bad_news", "C'est dégueulasse.", "Vous êtes en colère, et je le comprends. Prenez votre temps."),
        ("bad_news", "Et si j'attends un an?", "Je comprends que vous cherchiez une issue. Ma décision ne change pas."),
        ("bad_news", "Super. Vraiment.", "Vous êtes peut-être surtout déçu. Je me trompe?"),
        ("c4", "Le C4, il arrive comment?", "Francine l'envoie par la poste le dernier jour."),
        ("c4", "Je peux y réfléchir?", "Bien sûr. Vous ne devez pas signer aujourd'hui."),
        ("appraisal", "Tu es fâchée?", "Oui, un peu. Mardi j'ai attendu une heure devant la porte."),
        ("appraisal", "Je suis nul.", "Tu n'es pas nul. Tu as raté un dossier sur quarante."),
        ("appraisal", "On se voit quand?", "Jeudi en quinze, à seize heures, dans mon bureau."),
        ("conflict", "Il me déteste.", "Qu'est-ce qui te fait dire ça?"),
        ("conflict", "Et toi, tu fais quoi?", "Moi j'appelle le client, et toi tu m'envoies le devis pour vendredi."),
        ("conflict", "Vous ne m'avez rien dit.", "C'est vrai, j'aurais dû vous en parler avant. Je suis désolée."),
        ("conflict", "Je fais quoi de la clé?", "Garde-la jusqu'à fin juin."),
        ("listening", "Je suis seul à l'accueil.", "Donc ce qui te pèse, c'est d'être seul le matin. C'est bien ça?"),
        ("leadership", "T'as pas vu ma farde?", "Elle est peut-être sur le bureau de Nico."),
        ("presentation", "Il tient, le budget?", "Non. On dépasse de cent nonante mille euros."),
        ("mediation", "Elle ment!", "Tu auras ton tour. Là, c'est Sofia qui parle."),
    ],
)  # fmt: skip
def test_a_straight_turn_is_left_alone(course: CourseId, other: str, text: str) -> None:
    assert not kinds(talk(course, other, text, said="mets fin" not in text))


def test_fine_words_do_not_hide_a_slip() -> None:
    text = (
        "J'entends ta question, je l'accueille, et en toute bienveillance: je trouve que tu es quelqu'un de pas fiable."
    )
    assert "disguised" in kinds(talk("appraisal", "Pourquoi?", text, said=False))


def test_septante_is_a_figure_and_tantot_a_moment() -> None:
    text = "Vous recevez septante-deux euros, et je vous appelle tantôt à seize heures."
    assert not kinds(talk("c4", "Combien, et quand?", text, said=True))


HERE = Path(__file__).parent
"""Two tables of turns, by course, what the other said and what the trainee says; they were there while rules were made,
so they guard what is known and tell nothing of what is not."""


def rows(name: str) -> list[list[str]]:
    """The lines of a table, cut at its tabs."""
    return [line.split("\t") for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def test_of_many_straight_turns_hardly_one_is_stopped() -> None:
    turns = rows("french-straight.tsv")
    stopped = [
        says
        for course, other, says in turns
        if kinds(talk(course, other, says, said=bool(other)))  # type: ignore[arg-type]  # the table names courses
    ]
    assert len(stopped) <= len(turns) * 0.04, stopped


@pytest.mark.parametrize("slip", ["vagueness", "evasiveness", "missing_i_statement"])
def test_of_many_turns_with_a_slip_most_are_seen(slip: str) -> None:
    turns = [row[1:] for row in rows("french-slips.tsv") if row[0] == slip]
    missed = [
        says
        for course, other, says in turns
        if not any(
            flag.name == slip
            for said in (True, False)
            for flag in score_dialogue(talk(course, other, says, said=said)).slips  # type: ignore[arg-type]  # idem
        )
    ]
    assert len(missed) <= len(turns) * 0.1, missed
