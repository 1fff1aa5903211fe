"""Every command and every Python example of README and docs is run, page by page, as a reader would."""

import contextlib
import re
import tomllib

import pytest

from tests.docs.pages import ROOT, every_page, matches, patched, steps
from tests.docs.running import Run

PAGES = [page for page in every_page() if any(not step.shown for step in steps(page))]
SLOW = {"choose-rooms", "four-programmes", "go-back", "plan-many"}
"""Pages whose examples take long to plan."""


@pytest.mark.parametrize(
    "page",
    [pytest.param(page, id=page.stem, marks=[pytest.mark.long] * (page.stem in SLOW)) for page in PAGES],
)
def test_a_page_can_be_followed_word_by_word(page, tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    with contextlib.ExitStack() as stack:
        run = Run(stack)
        for step in steps(page):
            run.follow(step)


def test_what_is_only_shown_says_why_and_names_things_that_exist():
    shown = [step for page in every_page() for step in steps(page) if step.shown and step.language in {"sh", "python"}]
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = "\n".join(step.body for step in shown)
    assert all(len(step.what) > 10 for step in shown)
    assert set(re.findall(r"\bmake ([a-z-]+)", text)) <= set(targets)
    assert set(re.findall(r"wgsched\[(\w+)\]", text)) <= set(project["optional-dependencies"])


def test_output_is_compared_line_by_line_and_dots_stand_for_any_lines():
    assert matches("a\n...\nc\n", "a\nb\nbb\nc\nd")
    assert matches("a\n...\nc\n", "a\nc")
    assert matches("b", "a\nb\n")
    assert not matches("b", "a\nbb\n")
    assert not matches("a\nc", "a\nb\nc")


def test_an_edit_replaces_what_it_shows():
    assert patched("a\nb\nc\n", " a\n-b\n+B\n") == "a\nB\nc\n"
    assert patched("a\nb\nc\n", "-a\n@@\n c\n+d\n") == "b\nc\nd\n"
    with pytest.raises(AssertionError, match="stands 0 times"):
        patched("a\n", "-b\n")
