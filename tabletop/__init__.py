"""De professional aan zet: a table-top training simulation about ex-partner stalking."""

__version__ = "0.1.0"
