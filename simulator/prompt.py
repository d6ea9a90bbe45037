"""What a language model is told about the person it plays. It never sees the criteria. Pure."""
