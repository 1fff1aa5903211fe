"""The licences of everything that is installed with wgsched, from the metadata of the packages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution

from generated.markdown import table

_NAME = re.compile(r"^[A-Za-z0-9._-]+")
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
    waiting = [(name, "wgsched", extra) for name, extra in _needs("wgsched", extras=("pdf",))]
    while waiting:
        name, by, extra = waiting.pop(0)
        if name in found:
            continue
        found[name] = (by, extra)
        waiting += [(other, name, "") for other, _ in _needs(name)]
    return found


def _needs(name: str, extras: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield what a package needs on this machine; what only an unnamed extra or another platform needs is left out."""
    from packaging.requirements import Requirement

    for line in sorted(distribution(name).requires or ()):
        requirement = Requirement(line)
        for extra in ("", *extras):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                if _installed(requirement.name):
                    yield _plain(requirement.name), f" [{extra}]" if extra else ""
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
