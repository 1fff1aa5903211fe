"""The translators' sheet: the texts of a session file, out to a spreadsheet and back into the file."""
