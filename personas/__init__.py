"""Who we talk to: persons, situations and conversation models, as files that a trainer writes."""
