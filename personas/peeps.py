"""The names that the CC0 drawing style Open Peeps knows; a test compares them with the style itself."""

HEADS = (
    "afro", "bangs", "bangs2", "bantuKnots", "bear", "bun", "bun2", "buns", "cornrows", "cornrows2", "dreads1",
    "dreads2", "flatTop", "flatTopLong", "grayBun", "grayMedium", "grayShort", "hatBeanie", "hatHip", "hijab",
    "long", "longAfro", "longBangs", "longCurly", "medium1", "medium2", "medium3", "mediumBangs", "mediumBangs2",
    "mediumBangs3", "mediumStraight", "mohawk", "mohawk2", "noHair1", "noHair2", "noHair3", "pomp", "shaved1",
    "shaved2", "shaved3", "short1", "short2", "short3", "short4", "short5", "turban", "twists", "twists2",
)  # fmt: skip
"""Heads with their hair."""
BEARDS = (
    "chin", "full", "full2", "full3", "full4", "goatee1", "goatee2", "moustache1", "moustache2", "moustache3",
    "moustache4", "moustache5", "moustache6", "moustache7", "moustache8", "moustache9",
)  # fmt: skip
"""Beards and moustaches."""
GLASSES = (
    "eyepatch", "glasses", "glasses2", "glasses3", "glasses4", "glasses5", "sunglasses", "sunglasses2",
)  # fmt: skip
"""Glasses."""
PARTS = {"head": HEADS, "beard": BEARDS, "glasses": GLASSES}
"""By the key of `Face`."""
