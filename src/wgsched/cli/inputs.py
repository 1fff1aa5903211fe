"""What the commands read: a session file, a programme file, or either."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wgsched.model import Programme


def is_programme(file: Path) -> bool:
    """Return whether a file says of itself that it is a programme; anything else is read as a session."""
    with file.open("rb") as stream:
        head = stream.read(200)
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b'"wgsched"' in head


def read_either(file: Path) -> Programme:
    """Return the programme of a programme file, or of a session file whose rows are all typed by hand."""
    from wgsched import files

    if is_programme(file):
        return files.read_programme(file)
    return files.programme_of_rows(files.read_session(file))
