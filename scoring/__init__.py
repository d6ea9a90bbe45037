"""What we notice: pure rules that read a dialogue and point at words."""
