"""Content compiled to arrays, and the list of every decision that can be taken."""
