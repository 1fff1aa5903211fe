"""Reading: papers that exist already, agendas, annexes and tables, become a session file and its programme."""

from wgsched.reading.account import Account, AccountEntry, Fate
from wgsched.reading.reading import Reading, read_paper

__all__ = ["Account", "AccountEntry", "Fate", "Reading", "read_paper"]
