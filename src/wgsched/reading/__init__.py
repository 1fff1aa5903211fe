"""Reading: papers that exist already, agendas, annexes and tables, become a session file and its programme."""

from wgsched.reading.ledger import Entry, Fate, Ledger
from wgsched.reading.reading import Reading, read_paper

__all__ = ["Entry", "Fate", "Ledger", "Reading", "read_paper"]
