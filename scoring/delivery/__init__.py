"""How a spoken turn sounded, in numbers: pauses, rate, loudness, pitch. Sound in, numbers out; nothing about moods."""
