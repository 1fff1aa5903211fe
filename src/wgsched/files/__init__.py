"""Files: reads and writes sessions and programmes, and gives every fault its place."""

from wgsched.files.programmes import (
    programme_from_json,
    programme_to_json,
    read_programme,
    write_programme,
)
from wgsched.files.saving import save_rows
from wgsched.files.schema import schema
from wgsched.files.sessions import read_session, session_from, starter
from wgsched.files.titles.columns import TitleStatus
from wgsched.files.titles.sheet import TitleSheet, titles
from wgsched.files.titles.taking import Taken, take_titles
from wgsched.files.titles.texts import TitleRow
from wgsched.files.typedrows import programme_of_rows

__all__ = [
    "Taken",
    "TitleRow",
    "TitleSheet",
    "TitleStatus",
    "programme_from_json",
    "programme_of_rows",
    "programme_to_json",
    "read_programme",
    "read_session",
    "save_rows",
    "schema",
    "session_from",
    "starter",
    "take_titles",
    "titles",
    "write_programme",
]
