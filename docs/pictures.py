"""Makes the pictures of README and docs from the founding document's session: ``make pictures``.

The same session gives the same bytes, so a picture that changes in a commit shows a change of the program.
"""

from __future__ import annotations

import re
from pathlib import Path

import wgsched as wg
from wgsched.annexes import annex
from wgsched.annexes.formats.pdf import page_tree
from wgsched.annexes.pictures import picture
from wgsched.annexes.typesetting import typeset

HERE = Path(__file__).resolve().parent
SESSION = HERE.parent / "examples" / "asset-recovery-2009.yaml"
ANNEXES = {"zh": 380, "ar": 395}
"""The languages whose annex is shown, and how much of the page, in points."""


def pictures() -> dict[str, bytes]:
    """Return each picture by its file name."""
    programme = wg.plan(wg.read_session(SESSION))
    found = {"timetable.en.svg": picture(programme, "en").bytes("svg")}
    for language, points in ANNEXES.items():
        pages = [page_tree(each) for each in annex(programme, language).documents]
        found[f"annex.{language}.svg"] = _top(typeset("pages.typ", {"documents": pages}, format="svg"), points)
    return found


def _top(drawing: bytes, points: int) -> bytes:
    """Return the upper part of a page."""
    text = drawing.decode()
    text = re.sub(r'viewBox="0 0 ([\d.]+) [\d.]+"', rf'viewBox="0 0 \1 {points}"', text, count=1)
    text = re.sub(r'height="[\d.]+(?:pt)?"', f'height="{points}pt"', text, count=1)
    return text.encode()


def main() -> None:
    """Write the pictures that docs and README show."""
    for name, data in pictures().items():
        (HERE / "_static" / name).write_bytes(data)
        print(f"wrote docs/_static/{name}, {len(data) // 1000} kB")


if __name__ == "__main__":
    main()
