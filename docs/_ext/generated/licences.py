"""The licences of everything that is installed with wgsched, from the metadata of the packages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

from generated.markdown import table

# Packages whose metadata names no licence, or leaves it in a file.
_READ_IN_FILE = {"manimgx-fonts-cjk": "OFL-1.1"}


def markdown() -> str:
    """Return a row for each package: name, licence, and who asks for it."""
    asked = closure()
    rows = [(name, licence(name), "wgsched" + extra if by == "wgsched" else by) for name, (by, extra) in asked.items()]
    return table(("package", "licence", "needed by"), sorted(rows))


def closure() -> dict[str, tuple[str, str]]:
    """Return every package that wgsched needs, itself or through another, with who asks and for which extra."""
    found: dict[str, tuple[str, str]] = {}
    waiting = [("wgsched", need) for need in _needs("wgsched", extras=("pdf", "web", "dask"))]
    while waiting:
        by, (name, extra, asked) = waiting.pop(0)
        if name not in found:
            found[name] = (by, extra)
            waiting += [(name, (other, "", more)) for other, _, more in _needs(name, asked)]
    return found


def _needs(name: str, extras: Iterable[str] = ()) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield what a package needs on this machine: its name, the extra that asks for it, the extras it is asked with."""
    for line in sorted(distribution(name).requires or ()):
        requirement = Requirement(line)
        for extra in ("", *sorted(extras)):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                if _installed(requirement.name):
                    yield _plain(requirement.name), f" [{extra}]" if extra else "", frozenset(requirement.extras)
                break


def _installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(name: str) -> str:
    """Return the licence that a package states: its expression, else its classifier, else a short text."""
    data = distribution(name).metadata
    stated = data.get("License-Expression") or ""
    classified = [
        line.rpartition(" :: ")[2]
        for line in data.get_all("Classifier", [])
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    short = (data.get("License") or "").strip()
    text = short if 0 < len(short) < 60 and "\n" not in short else ""
    return stated or ", ".join(classified) or text or _READ_IN_FILE.get(name, "not stated")
