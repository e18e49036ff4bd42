"""The commands of `tabletop`, one module each: `command(words)` makes it in one language, with all imports late."""
