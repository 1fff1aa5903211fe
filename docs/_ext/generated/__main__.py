"""Writes into the pages what the program knows about itself: ``make generated``."""

from pathlib import Path

from generated import written

for page in sorted(Path(__file__).resolve().parents[2].rglob("*.md")):
    page.write_text(written(page.read_text("utf-8")), "utf-8")
