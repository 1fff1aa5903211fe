"""Reading: papers that exist already, agendas, annexes and tables, become a session file and its programme."""

from wgsched.reading.account import Account, AccountEntry, Fate
from wgsched.reading.form.workbook import form
from wgsched.reading.into import Returned, read_into
from wgsched.reading.lint import Oddity, lint_paper
from wgsched.reading.reading import Reading, read_paper

__all__ = [
    "Account",
    "AccountEntry",
    "Fate",
    "Oddity",
    "Reading",
    "Returned",
    "form",
    "lint_paper",
    "read_into",
    "read_paper",
]
