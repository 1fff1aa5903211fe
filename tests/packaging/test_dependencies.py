"""No dependency is unused, and none is undeclared."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = {
    "tzdata": "the time zones that zoneinfo reads",
    "fontpkg-noto-sans": "fonts, found by their folder",
    "fontpkg-ibm-plex-sans-arabic": "fonts, found by their folder",
    "manimgx-fonts-cjk": "fonts, found by their folder",
    "httptools": "the parser of uvicorn's connection",
}
"""What is needed without being imported, and why."""


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def declared():
    """Return the names of what wgsched asks for, itself or in the extras that its users may choose."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *extras["pdf"], *extras["web"]]
    return {plain(re.match(r"[\w.-]+", line)[0]) for line in lines}


def imported():
    """Return the modules of others that the sources import, by their first name."""
    found = set()
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"wgsched"}


def test_everything_that_is_imported_is_declared_and_the_reverse():
    homes = packages_distributions()
    used = {plain(homes[module][0]) for module in imported()}
    assert used | set(DATA) == declared()
    assert not used & set(DATA)
