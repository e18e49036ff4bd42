"""The version of the rules. Another version reads an older session, but neither plays it on nor asks what if."""

from typing import Final

RULES_VERSION: Final = 1
"""Raised when the same log would give another state. History:

1. First rules: all mechanisms in their simplest form.
"""
