"""What is not as wished is said in counts."""

from __future__ import annotations

from dataclasses import replace

from tests.programmes import FOUNDING, timed
from tests.sessions import founding, item, session

from wgsched.cli.counts import counts
from wgsched.preferences import PreferredMeeting


def test_a_perfect_programme_reads_nothing():
    assert counts(timed(session(item("1", 60)), {"14-am": [("1", 60)]})) == "nothing"


def test_one_and_several_are_counted_for_each_preference():
    two = session(item("1", 30), item("2", 30))
    assert counts(timed(two, {"14-am": [("", 45), ("2", 30), ("1", 30)]})) == (
        "1 item out of agenda order; 45 free minutes before the business ends"
    )


def test_what_every_programme_has_is_not_counted():
    wished = founding().with_wishes(PreferredMeeting("2 (b)", ("15-pm",)))
    assert counts(timed(wished, FOUNDING)) == "1 avoidable continuation"


def test_a_weight_of_nothing_counts_nothing():
    unweighed = replace(founding(), weights={"divided": 0})
    assert counts(timed(unweighed, FOUNDING)) == "nothing"
