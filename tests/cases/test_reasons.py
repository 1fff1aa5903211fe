"""Where ours differs from the published programme, a few stated reasons give the published meetings."""

from __future__ import annotations

import pytest

from tests.cases.examples import SLUGS, as_published, same_meetings, session_of
from tests.cases.reasons import REASONS
from wgsched.model.reading import meetings_of
from wgsched.planning import plan


def test_only_sessions_that_differ_need_reasons():
    differing = {slug for slug in SLUGS if slug != "first-committee-2024" and same_meetings(slug)[1]}
    assert set(REASONS) == differing


@pytest.mark.parametrize("slug", sorted(REASONS))
def test_with_the_reasons_stated_every_item_is_in_its_published_meetings(slug):
    session, theirs = session_of(slug), as_published(slug)
    ours = plan(session.with_rules(*REASONS[slug]))
    meetings = {
        each.key: [[meeting.key for meeting in meetings_of(programme, each)] for programme in (ours, theirs)]
        for each in session.agenda.instalments
    }
    assert {key: both for key, both in meetings.items() if both[0] != both[1]} == {}
