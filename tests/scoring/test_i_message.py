"""An I-message owns at least two of observation, feeling, effect and request."""

import pytest

from tests.scoring.said import seen, talk


@pytest.mark.parametrize(
    "text",
    [
        "Ik maak me zorgen: de drie laatste rapporten kwamen te laat en ik kon de klant niet antwoorden.",
        "ge hebt maandag de architect vier keer onderbroken ik werd daar ongemakkelijk van",
        "Toen je gisteren de deur dichtsloeg, schrok ik. Ik wil dat we dit rustig uitpraten.",
        "Ik lag daar wakker van. Ik vraag je om eerst naar mij te komen.",
    ],
)
def test_is_seen(text: str) -> None:
    assert seen("i_message", talk(text, "Zeg het maar.", course="conflict"))


@pytest.mark.parametrize(
    "text",
    [
        "Ik voel dat jij er geen zin meer in hebt.",
        "Ik wil u wat vaker op de baan zien.",
        "Ik vraag je om vrijdag te komen.",
        "Ik ben Els, aangenaam.",
        "Ik verwacht dat gij uw mond houdt, of ge zult wat meemaken.",
    ],
)
def test_one_part_or_a_judgement_is_none(text: str) -> None:
    assert not seen("i_message", talk(text, "Zeg het maar.", course="conflict"))
