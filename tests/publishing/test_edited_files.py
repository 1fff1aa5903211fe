"""Through any chain of edits of the session file, every event stays the same event, none is lost, and all is said."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.publishing.chains import pressed
from tests.publishing.test_said_once import differences, told_everywhere
from wgsched.errors import NoProgramme
from wgsched.feeds.identity import Kind
from wgsched.files.sessions import session_from
from wgsched.model import Programme, Session
from wgsched.planning import plan

FILE = """
key: chain
body: {{en: Chain}}
place: Geneva
days: {days}
languages: [en]
original: en
forums: {forums}
agenda:
  1: {{title: A, takes: {takes}}}
  2: {{title: {title}, takes: 2 h}}
{items}
"""
C, INSERTED = "  3: {title: C, takes: 90 min}", "  3: {title: D, takes: 30 min}\n  4: {title: C, takes: 90 min}"

EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "Mon 10 - Tue 11 May 2027",
                "Tue 11 - Wed 12 May 2027",
                "Fri 14 May 2027, Mon 17 May 2027",
                "Mon 10 May 2027, Thu 13 May 2027",
            )
        ),
        st.sampled_from(("~1 h", "[1 h, 30 min]", "[1 h, 30 min, 30 min]")),
        st.sampled_from(("B", "Renamed")),
        st.sampled_from(("{plenary: {}}", "{plenary: {}, informals: {interpretation: without, optional: yes}}")),
        st.sampled_from((C, INSERTED)),
    ),
    min_size=1,
    max_size=3,
)


@cache
def edited(days: str, takes: str, title: str, forums: str, items: str) -> Session:
    return session_from(FILE.format(days=days, takes=takes, title=title, forums=forums, items=items), "chain.yaml")


def _kept(programme: Programme) -> Programme:
    """Return a programme whose plenary meetings are all kept, with business or without."""
    meetings = tuple(replace(each, kept=each.forum == "plenary") for each in programme.meetings)
    return replace(programme, meetings=meetings)


def _chain(edits) -> None:
    programme = plan(edited("Mon 10 - Tue 11 May 2027", "~1 h", "B", "{plenary: {}}", C))
    records, first = pressed([], _kept(programme), 0, "en")
    plenary = {each.uid for each in first.entries if each.kind is Kind.MEETING}
    seen = {each.uid for each in first.entries}
    for day, edit in enumerate(edits, start=1):
        before = programme
        try:
            programme = plan(edited(*edit), published=programme)
        except NoProgramme:
            continue
        records, edition = pressed(records, _kept(programme), day, "en")
        told_everywhere(edition, _kept(before), "en")
        assert len(edition.comparison) == differences(_kept(before), _kept(programme))
        now = {each.uid: each for each in edition.entries}
        assert seen <= set(now)
        assert {uid for uid in plenary if not now[uid].cancelled} == plenary
        held = [each.key for each in programme.session.meetings_of("plenary")]
        assert {f"meeting.{key}@chain.wgsched" for key in held} == plenary
        assert not any(now[f"item.{key}.1@chain.wgsched"].cancelled for key in (1, 2, 3))
        seen = set(now)


@settings(max_examples=3, deadline=None)
@given(EDITS)
def test_events_stay_the_same_through_edits_of_the_file(edits):
    _chain(edits)


@pytest.mark.long
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(EDITS)
def test_events_stay_the_same_through_three_hundred_chains_of_edits(edits):
    _chain(edits)
