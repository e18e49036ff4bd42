"""The session file: one SQLite file per session (`*.tafel`) that embeds everything it was played with."""
