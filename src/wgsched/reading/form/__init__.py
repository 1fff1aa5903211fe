"""The form: a workbook to fill in, with lists and help in six languages, and the session file that it says."""
