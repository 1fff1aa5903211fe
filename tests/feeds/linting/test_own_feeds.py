"""The linter finds nothing in our own feeds: every example, in every language in which it is complete, every view."""

from __future__ import annotations

from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from wgsched.feeds import Calendars, Frame, Options, Site, View, lint, views
from wgsched.files import read_session
from wgsched.languages import complete_languages
from wgsched.model import Consideration, Programme

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.yaml"))


@cache
def laid(example: Path) -> Programme:
    """Return an example with its items laid into its meetings in turn; feeds do not ask whether lawfully."""
    session = read_session(example)
    meetings = cycle(session.meetings)
    rows = (Consideration(each.key, next(meetings).key) for each in session.agenda.instalments)
    return Programme(session, session.meetings, tuple(rows))


def found(programme: Programme, languages: tuple[str, ...], chosen: tuple[View, ...]) -> list[object]:
    frame = Frame(programme, options=Options(site=Site("https://example.org/wg"), languages=languages))
    calendars = [Calendars(frame, language) for language in languages]
    return [finding for each in calendars for view in chosen for finding in lint(each.feed(view).data)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_found_in_the_whole_feeds_of_an_example(example):
    programme = laid(example)
    assert found(programme, complete_languages(programme.session)[:2], (View("all"), View("items"))) == []


@pytest.mark.long
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_is_found_in_any_view_of_an_example_in_any_language(example):
    programme = laid(example)
    assert found(programme, complete_languages(programme.session), views(programme)) == []
