"""One turn of a practice talk: heard, scored, answered, stored."""
