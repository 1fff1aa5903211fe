"""Progress of long work: one line on a terminal, nothing in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wgsched.cli.output import on_terminal

if TYPE_CHECKING:
    from wgsched.planning import Progress


@contextmanager
def watching() -> Iterator[Callable[[Progress], None] | None]:
    """Show what is being done, objective, bound, gap and time while planning goes on."""
    if not on_terminal():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status("Planning...") as status:
        yield lambda progress: status.update(line(progress))


def line(progress: Progress) -> str:
    """Return progress in words."""
    doing = f"Planning: {progress.stage.value}"
    if progress.objective is None:
        return f"{doing}, {progress.seconds:.1f} s"
    moved = "" if progress.moved is None else f"{progress.moved} moved, "
    gap = progress.objective - progress.bound
    share = 100 * gap / max(1, abs(progress.objective))
    return (
        f"{doing}; {moved}cost {progress.objective}, at best {progress.bound}, gap {share:.0f} %, "
        f"{progress.seconds:.1f} s; Ctrl-C keeps the best so far"
    )
