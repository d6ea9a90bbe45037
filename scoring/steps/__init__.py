"""What steps of a course are known by. One thing to notice per file, each pure, each with the words that show it."""
