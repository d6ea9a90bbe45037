"""What it costs. Each file is one command: `python -m bench.<name>`."""
