"""The annexes of the examples as text, kept in tests/golden; rewritten by ``python -m tests.cases.golden``."""

from __future__ import annotations

from pathlib import Path

from tests.cases.examples import planned
from wgsched.annexes import annex
from wgsched.model import SIX

GOLDEN = Path(__file__).parents[1] / "golden"

IN_SIX = ("asset-recovery-2009", "cybercrime-2022", "forestry-1997", "heritage-2011")
"""Sessions whose titles are there in all six languages."""

IN_ENGLISH = (
    "ecosoc-1997",
    "fao-council-2005",
    "world-health-assembly-2005",
    "heritage-2014",
    "heritage-2017",
    "uncitral-2019",
)
"""Other sessions with one best programme alone, so that a golden file stands whatever the solver's version."""

PAPERS = (*((slug, language) for slug in IN_SIX for language in SIX), *((slug, "en") for slug in IN_ENGLISH))


def printed(slug: str, language: str) -> str:
    """Return the annex of our programme of an example."""
    return annex(planned(slug), language=language).text


def path(slug: str, language: str) -> Path:
    """Return where it is kept."""
    return GOLDEN / slug / f"{language}.txt"


def main() -> None:
    """Write all golden files anew."""
    for slug, language in PAPERS:
        path(slug, language).parent.mkdir(exist_ok=True)
        path(slug, language).write_text(printed(slug, language), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
