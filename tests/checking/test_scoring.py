from dataclasses import replace

from tests.programmes import FOUNDING, timed, typed
from tests.sessions import founding
from wgsched.checking import score
from wgsched.preferences import PreferredMeeting


def test_a_score_is_shown_line_by_line_with_its_total():
    assert str(score(timed(founding(), FOUNDING))) == (
        "    60 = 1 x 60  Item 2 (a) is divided between meetings, although one meeting could hold it.\n    60"
    )


def test_every_wish_has_a_line_also_when_it_costs_nothing():
    wished = founding().with_wishes(PreferredMeeting("2 (c)", ("15-pm",)))
    found = score(timed(wished, FOUNDING))
    assert [line.preference for line in found].count("agenda-order-kept") == 2
    assert [(line.amount, line.cost) for line in found if line.preference == "preferred-meeting"] == [(0, 0)]
    assert len(found.costly) == 1


def test_what_every_programme_has_costs_nothing():
    wished = founding().with_wishes(PreferredMeeting("2 (b)", ("15-pm",)))
    (line,) = (line for line in score(timed(wished, FOUNDING)) if line.preference == "preferred-meeting")
    assert (line.amount, line.least, line.avoidable, line.cost) == (1, 1, 0, 0)  # 330 minutes fit no meeting


def test_what_cannot_be_judged_adds_nothing_and_is_marked():
    found = score(typed(founding(), {key: [name for name, _ in laid] for key, laid in FOUNDING.items()}))
    assert [line.preference for line in found.unjudged] == ["dead-time"]
    assert found.total == 60
    assert str(found.unjudged[0]) == "     0 = ? x 1  The plenary has free time before its business ends."


def test_an_item_without_rows_cannot_be_judged():
    found = score(typed(replace(founding(), weights={"dead-time": 0}), {"14-am": ["2a"]}))
    assert [line.preference for line in found.unjudged] == ["agenda-order-kept"] * 2
