"""Writing: facts become the text of a session file, with comments that say what was inferred."""
