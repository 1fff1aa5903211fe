"""The pages of README and docs as steps: files to write, edits to make, commands and Python to run, output to expect.

A fence does what its language says: ``sh`` is run, ``python`` is executed, ``text`` is what the step before it printed
(a line ``...`` stands for any lines). A comment before a fence says more:

* ``<!-- file: session.yaml -->`` the fence is a file, written as it stands;
* ``<!-- edit: session.yaml -->`` the fence is a diff of that file;
* ``<!-- exit: 1 -->`` the last command of the fence ends with that code;
* ``<!-- shown: why -->`` the fence is only shown.

What the program writes into a page, between ``<!-- generated: part -->`` and ``<!-- end: part -->``, is no step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "_ext" not in path.parts)
_GENERATED = re.compile(r"^<!-- generated: (.+?) -->\n.*?^<!-- end: \1 -->$", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(
    r"(?:^<!-- (?P<mark>file|edit|exit|shown): (?P<what>.+?) -->\n+)?^```(?P<language>[^\n`]*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Step:
    """One fence of a page."""

    line: int
    language: str
    body: str
    mark: str = ""
    what: str = ""

    @property
    def shown(self) -> bool:
        """Whether nobody runs it: it says so, or it is of a language that cannot be run."""
        return self.mark == "shown" or (not self.mark and self.language not in {"sh", "python", "text"})


def every_page() -> list[Path]:
    """Return README and all pages of docs."""
    return [ROOT / "README.md", *PAGES]


def steps(page: Path) -> Iterator[Step]:
    """Yield the fences of a page in order."""
    text = _GENERATED.sub(lambda block: "\n" * block[0].count("\n"), page.read_text("utf-8"))
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start("language")) + 1
        yield Step(line, found["language"], found["body"], found["mark"] or "", found["what"] or "")


def commands(body: str) -> list[str]:
    """Return the lines of a shell fence, those that end in a backslash joined, without comments."""
    joined = re.sub(r"\\\n\s*", "", body)
    return [line for line in (re.sub(r"\s+#.*$|^#.*$", "", each).strip() for each in joined.splitlines()) if line]


def patched(text: str, diff: str) -> str:
    """Return a text after an edit: each hunk, they are divided by ``@@``, replaces what it shows exactly once."""
    for hunk in re.split(r"^@@.*\n", diff, flags=re.MULTILINE):
        lines = hunk.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if not line.startswith("+"))
        new = "".join(line[1:] for line in lines if not line.startswith("-"))
        assert text.count(old) == 1 or not lines, f"stands {text.count(old)} times in the file:\n{old}"
        text = text.replace(old, new) if lines else text
    return text


def matches(expected: str, printed: str) -> bool:
    """Return whether the expected lines stand together in what was printed; ``...`` stands for any lines."""
    expected = re.sub(r"\n\s*\.\.\.\s*\Z", "", expected)
    parts = [re.escape(part.strip("\n")) for part in re.split(r"^\s*\.\.\.\s*$", expected.rstrip(), flags=re.MULTILINE)]
    plain = "\n".join(line.rstrip() for line in printed.splitlines())
    return re.search(r"(?:^|\n)" + r"\n(?:.*\n)*?".join(parts) + r"(?:\n|$)", plain) is not None
