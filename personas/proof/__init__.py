"""What a careful reader notices in a file whose every key is in order: it would not work, or it would not be true."""
