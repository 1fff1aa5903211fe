"""The sentences of rules, preferences, conflicts and changes, by code."""

SENTENCES: dict[str, str] = {}
