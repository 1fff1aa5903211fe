"""What the commands read: a session file, a programme file, or either."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from wgsched.errors import InternalError

if TYPE_CHECKING:
    from wgsched.model import Programme

EITHER = "A programme file, or a session file whose rows are all typed by hand."
"""What `read_either` reads, as the help says it."""


@contextmanager
def reporting(*files: Path | None) -> Iterator[None]:
    """Add the names of the input files to an internal error.

    Raises:
        InternalError: with the names of these files.
    """
    try:
        yield
    except InternalError as error:
        known = (file for file in files if file)
        raise InternalError(error.faults, error.session, error.published, known) from None


def is_programme(file: Path) -> bool:
    """Return whether a file begins like a programme file; any other is read as a session file."""
    with file.open("rb") as stream:
        head = stream.read(200)
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b'"wgsched"' in head


def read_either(file: Path) -> Programme:
    """Return the programme of a programme file, or of a session file whose rows are all typed by hand."""
    from wgsched import files

    if is_programme(file):
        return files.read_programme(file)
    return files.programme_of_rows(files.read_session(file))
