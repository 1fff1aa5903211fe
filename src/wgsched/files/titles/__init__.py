"""The translators' sheet: the texts of a session file, out to a spreadsheet and back into the file."""

from wgsched.files.titles.columns import TitleStatus
from wgsched.files.titles.sheet import TitleRow, TitleSheet, titles
from wgsched.files.titles.taking import Taken, take_titles

__all__ = ["Taken", "TitleRow", "TitleSheet", "TitleStatus", "take_titles", "titles"]
