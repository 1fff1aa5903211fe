"""Packages of other authors, installed for one test."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoints, distributions
from pathlib import Path

from wgsched.annexes import wording
from wgsched.languages import registry
from wgsched.model import extensions


class Installer:
    """Installs packages into a folder that Python looks in until the test is over; others are not seen meanwhile."""

    def __init__(self, folder: Path, patch) -> None:
        self.folder, self.names = folder, []
        patch.syspath_prepend(folder)
        patch.setattr(extensions, "_installed", cache(self._installed))

    def _installed(self) -> EntryPoints:
        return EntryPoints(point for each in distributions(path=[str(self.folder)]) for point in each.entry_points)

    def __call__(self, name: str, group: str, points: Mapping[str, str], files: Mapping[str, str | bytes]) -> Path:
        """Install a package of a name and version 1.0, with entry points of a group, and return its folder."""
        home, installed = self.folder / name, self.folder / f"{name}-1.0.dist-info"
        home.mkdir()
        installed.mkdir()
        for file, content in {"__init__.py": "", **files}.items():
            (home / file).write_bytes(content if isinstance(content, bytes) else content.encode())
        (installed / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        lines = (f"{point} = {value}\n" for point, value in points.items())
        (installed / "entry_points.txt").write_text(f"[{group}]\n{''.join(lines)}")
        self.names.append(name)
        forget()
        return home

    def remove(self) -> None:
        """Forget what was installed."""
        for module in [each for each in sys.modules if each.partition(".")[0] in self.names]:
            del sys.modules[module]
        forget()


def forget() -> None:
    """Let the next question look anew at what is installed."""
    importlib.invalidate_caches()
    for remembered in (
        extensions._installed,
        extensions.entry_points,
        extensions.brought,
        registry.vocabulary,
        wording.direction,
    ):
        remembered.cache_clear()
