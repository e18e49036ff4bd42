"""What people see and touch: widgets, screens, windows.

The only layer that knows pygame; it sees pages, never the state.
"""
