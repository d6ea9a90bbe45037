"""Puts what YAML cannot read into words for somebody who writes sentences and no code."""

from __future__ import annotations

from personas.complaint import Sentence, shorten


def odd_character(character: str) -> Sentence:
    """A character that nobody can see or say."""
    code = f"U+{ord(character):04X}"
    return Sentence(
        f"verwacht leesbare tekst, kreeg het onzichtbare teken {code}; haal het weg",
        f"expected readable text, got the invisible character {code}; remove it",
    )


def unreadable(problem: str) -> Sentence:
    """Something that is no YAML, in YAML's own words."""
    return Sentence(
        f"verwacht YAML, kreeg iets wat niet te lezen is ({problem})",
        f"expected YAML, got something that cannot be read ({problem})",
    )


def not_yaml(problem: str, context: str) -> Sentence:
    """What the author probably did, from the two halves of YAML's own message."""
    message = f"{problem} {context}"
    return next((says for needle, says in _MISHAPS if needle in message), unreadable(shorten(problem or context)))


QUOTES_AROUND = Sentence("zet de hele zin tussen aanhalingstekens", "put the whole sentence between quotation marks")
_MISHAPS = (
    (
        "mapping values are not allowed",
        Sentence(
            f"verwacht één sleutel op een regel, kreeg een tweede dubbele punt; {QUOTES_AROUND.nl}",
            f"expected one key on a line, got a second colon; {QUOTES_AROUND.en}",
        ),
    ),
    (
        "chomping or indentation",
        Sentence(
            'verwacht een grens tussen aanhalingstekens, zoals ">= 0.6", kreeg een los `>` of `|`',
            'expected a bound between quotation marks, such as ">= 0.6", got a bare `>` or `|`',
        ),
    ),
    (
        "'\\t'",
        Sentence("verwacht spaties voor het inspringen, kreeg een tab", "expected spaces to indent, got a tab"),
    ),
    (
        "that cannot start any token",
        Sentence(
            f"verwacht een gewone zin, kreeg een teken waarmee een zin niet mag beginnen; {QUOTES_AROUND.nl}",
            f"expected a plain sentence, got a character that cannot begin one; {QUOTES_AROUND.en}",
        ),
    ),
    (
        "while scanning a quoted scalar",
        Sentence(
            "verwacht een aanhalingsteken aan het einde van de zin, of twee keer ' binnen '…', "
            'of \\" binnen "…"; kreeg iets anders',
            "expected a quotation mark at the end of the sentence, or '' inside '…', "
            'or \\" inside "…"; got something else',
        ),
    ),
    (
        "while scanning a double-quoted scalar",
        Sentence(
            "verwacht na \\ een letter die YAML kent, kreeg een andere; schrijf \\\\ of zet '…' in plaats van \"…\"",
            "expected after \\ a letter that YAML knows, got another; write \\\\ or use '…' instead of \"…\"",
        ),
    ),
    (
        "could not find expected ':'",
        Sentence(
            "verwacht `sleutel: waarde`, kreeg een regel zonder dubbele punt; kijk naar het inspringen",
            "expected `key: value`, got a line without a colon; look at the indentation",
        ),
    ),
    (
        "flow mapping",
        Sentence(
            f"verwacht een komma of `}}` in `{{…}}`, kreeg iets anders; {QUOTES_AROUND.nl} als dit een zin is",
            f"expected a comma or `}}` in `{{…}}`, got something else; {QUOTES_AROUND.en} if this is a sentence",
        ),
    ),
    (
        "flow sequence",
        Sentence(
            f"verwacht een komma of `]` in `[…]`, kreeg iets anders; {QUOTES_AROUND.nl} als dit een zin is",
            f"expected a comma or `]` in `[…]`, got something else; {QUOTES_AROUND.en} if this is a sentence",
        ),
    ),
    (
        "block mapping",
        Sentence(
            f"verwacht de volgende sleutel, kreeg iets anders; kijk naar het inspringen, of {QUOTES_AROUND.nl}",
            f"expected the next key, got something else; look at the indentation, or {QUOTES_AROUND.en}",
        ),
    ),
    (
        "block collection",
        Sentence(
            f"verwacht het volgende streepje, kreeg iets anders; kijk naar het inspringen, of {QUOTES_AROUND.nl}",
            f"expected the next dash, got something else; look at the indentation, or {QUOTES_AROUND.en}",
        ),
    ),
)
"""What a trainer is likely to have done when YAML's own message is for engineers."""
