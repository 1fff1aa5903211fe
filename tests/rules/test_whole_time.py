from dataclasses import replace
from fractions import Fraction

from tests.programmes import FOUNDING, judged, timed, typed
from tests.sessions import at, founding, item, session
from wgsched.model import Actual, Duration, Minutes, Outcome, Takes
from wgsched.rules.whole_time import WholeTime


def test_an_item_taken_up_for_all_its_minutes_keeps_the_rule():
    assert judged(WholeTime(), timed(founding(), FOUNDING)) == [True] * 6


def test_an_item_with_fewer_minutes_or_none_breaks_it():
    rows = {**FOUNDING, "15-pm": [("2c", 110), ("", 70)]}
    assert judged(WholeTime(), timed(founding(), rows)) == [True, True, True, True, False, False]


def test_an_item_with_more_minutes_breaks_it():
    assert judged(WholeTime(), timed(session(item("1", 30)), {"14-am": [("1", 45)]})) == [False]


def test_minutes_between_the_least_and_the_most_keep_it():
    takes = Takes(Duration(60), least=Duration(45), most=Duration(90))
    wide = session(item("1", None), item("2", None))
    wide = session(*(replace(each, takes=takes) for each in wide.agenda))
    assert judged(WholeTime(), timed(wide, {"14-am": [("1", 45), ("2", 90)]})) == [True, True]
    assert judged(WholeTime(), timed(wide, {"14-am": [("1", 44), ("2", 91)]})) == [False, False]


def test_without_hours_only_what_no_meeting_could_hold_is_judged():
    long = session(item("1", 200), item("2", 30))
    assert judged(WholeTime(), typed(long, {"14-am": ["1", "2"]})) == [False, None]
    assert judged(WholeTime(), typed(long, {"14-am": ["1"], "14-pm": ["1", "2"]})) == [None, None]
    assert judged(WholeTime(), typed(session(item("1", 180)), {"14-am": ["1"]})) == [None]


def test_an_item_concluded_in_fact_has_had_its_time():
    early = timed(session(item("1", 60)), {"14-am": [("1", 20)]})
    held = Actual("1", "14-am", Outcome.CONCLUDED, at(14, 10, 20))
    assert judged(WholeTime(), replace(early, actuals=(held,))) == [True]


def test_what_was_adjourned_or_is_another_s_conclusion_gives_an_item_no_time():
    early = timed(session(item("1", 60), item("2", 20)), {"14-am": [("1", 20), ("2", 20)]})
    adjourned = Actual("1", "14-am", Outcome.ADJOURNED, at(14, 10, 20))
    concluded = Actual("2", "14-am", Outcome.CONCLUDED, at(14, 10, 40))
    assert judged(WholeTime(), replace(early, actuals=(adjourned, concluded))) == [False, True]


def test_the_sentence_names_the_instalment_of_an_item_that_is_resumed():
    resumed = item("1", None, parts=(Takes(Duration(30)), Takes(Duration(60))))
    sentences = [WholeTime().words(*case) for case in WholeTime().cases(session(resumed))]
    assert [(each.code, each["part"], each["minutes"]) for each in sentences] == [
        ("whole-time-part", 1, Minutes(30)),
        ("whole-time-part", 2, Minutes(60)),
    ]


def test_meetings_are_counted_in_the_minutes_of_the_forum():
    whole = item("1", None, parts=(Takes(Duration(meetings=Fraction(1, 2))),))
    assert [case[2] for case in WholeTime().cases(session(whole))] == [Minutes(90)]
