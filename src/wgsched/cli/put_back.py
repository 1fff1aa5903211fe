"""``wgsched import --into``: the rows of an edited paper go back into their session file."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from wgsched.cli.output import bullets, say, say_json

if TYPE_CHECKING:
    from wgsched.reading import Returned


def put_back(files: list[Path], into: Path, *, language: str | None, dry_run: bool, as_json: bool) -> None:
    """Read papers back into a session file and show what changes; with ``dry_run`` nothing is written."""
    from wgsched.files.writing import write_whole
    from wgsched.reading import read_into

    returned = read_into(*files, session=into, language=language)
    changed = returned.content != returned.was
    if changed and not dry_run:
        write_whole(into, returned.content, sources=files)
    sentences = _changes(returned)
    difference = list(_difference(returned, into))
    if as_json:
        say_json({"file": str(into), "written": changed and not dry_run, "changes": sentences, "lines": difference})
    elif not changed:
        say(f"{into}: nothing changes.")
    else:
        say(f"{into} would change:" if dry_run else f"{into} is changed:", *bullets(sentences), *difference)


def _changes(returned: Returned) -> list[str]:
    from wgsched.checking import compare

    return list(dict.fromkeys(str(change) for change in compare(returned.before, returned.after)))


def _difference(returned: Returned, into: Path) -> Iterator[str]:
    """Yield the lines of the file that go and come, without those around them."""
    was, now = (content.decode("utf-8", "replace").splitlines() for content in (returned.was, returned.content))
    yield from list(unified_diff(was, now, str(into), str(into), n=0, lineterm=""))[2:]
