"""Many worlds at once: what a way of working does on average."""
