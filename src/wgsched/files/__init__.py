"""Files: sessions and programmes, read with the place of everything that is wrong, and written to be read by people."""

from wgsched.files.sessions import read_session, session_from

__all__ = ["read_session", "session_from"]
