"""The verbs of the desk, by kind."""
