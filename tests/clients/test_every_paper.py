"""Every layout in every language, in the programs that people open papers with: one run of each."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.annexes.layouts.papers import SIX_CODES, founding, full, needed
from tests.annexes.samples import annex as plain_annex
from wgsched import annex
from wgsched.annexes import formats, layouts

pytestmark = pytest.mark.clients

JAVA = "Warning: failed to launch javaldx - java may not function correctly\n"


@cache
def papers():
    """Return the founding session in every layout and language, gaps filled, and one with two forums beside it."""
    found = {}
    for layout in layouts.names():
        for language in SIX_CODES:
            found[f"{layout}.{language}"] = annex(
                founding(), language=language, layout=layout, fill="en", **needed(layout, founding())
            )
            if language in ("ar", "en"):
                more = needed(layout, full())
                two_forums = annex(full(), language=language, layout=layout, fill="en", **more)
                found[f"forums.{layout}.{language}"] = two_forums
    return found


def test_axe_finds_no_violation_in_any_layout_in_any_language(tmp_path):
    for name, paper in papers().items():
        paper.save(tmp_path / f"{name}.html")
    switched = [plain_annex(language) for language in SIX_CODES]
    (tmp_path / "all.html").write_bytes(formats.write(switched, "html"))
    script = Path(__file__).parent / "accessibility.mjs"
    told = subprocess.run(["node", str(script), str(tmp_path)], capture_output=True, text=True, check=True, timeout=900)
    found = json.loads(told.stdout)
    assert len(found) == (6 + 2) * len(layouts.names()) + 1
    assert {name: each["violations"] for name, each in found.items() if each["violations"]} == {}
    assert min(each["passed"] for each in found.values()) > 10


def test_libreoffice_converts_every_layout_in_every_language_without_complaint(tmp_path):
    for name, paper in papers().items():
        paper.save(tmp_path / f"{name}.docx")
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation={tmp_path.as_uri()}/profile", "--headless", "--convert-to", "pdf"]
        + [str(tmp_path / f"{name}.docx") for name in papers()]
        + ["--outdir", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=True,
        timeout=1800,
    )
    assert [line for line in done.stdout.splitlines() if not line.startswith("convert ")] == []
    assert done.stderr.replace(JAVA, "") == ""
    assert sorted(file.stem for file in (tmp_path / "out").iterdir()) == sorted(papers())
