"""Seats, deal, turns, log of decisions and undo: pure, replays a log into a state."""
