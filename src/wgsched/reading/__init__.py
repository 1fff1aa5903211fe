"""Reading: papers that exist already, agendas, annexes and tables, become a session file and its programme."""

from wgsched.reading.account import Account, AccountEntry, Fate
from wgsched.reading.into import Returned, read_into
from wgsched.reading.lint import PaperFinding, lint_paper
from wgsched.reading.reading import Reading, read_paper

__all__ = [
    "Account",
    "AccountEntry",
    "Fate",
    "PaperFinding",
    "Reading",
    "Returned",
    "lint_paper",
    "read_into",
    "read_paper",
]
