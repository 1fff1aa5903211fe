"""What a grammar raises when a text is not in it."""

from __future__ import annotations


class Wrong(ValueError):
    """A text is not what it should be: a message, and a hint that shows what would be."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message)
