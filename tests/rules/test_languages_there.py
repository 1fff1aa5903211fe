from tests.programmes import judged, typed
from tests.sessions import item, meeting, session
from wgsched.model import ServiceBasis, Session
from wgsched.rules.languages_there import LanguagesThere


def bilingual() -> Session:
    meetings = (
        meeting("six", 14, 10),
        meeting("two", 14, 15, languages=("en", "fr")),
        meeting("none", 15, 10, basis=ServiceBasis.WITHOUT),
        meeting("floor", 15, 15, basis=ServiceBasis.WITHOUT, languages=("en",)),
    )
    return session(item("1", 30, languages=("en", "ar")), item("2", 30, languages=("en",)), meetings=meetings)


def test_a_meeting_that_has_all_the_languages_keeps_the_rule():
    assert judged(LanguagesThere(), typed(bilingual(), {"six": ["1"], "two": ["2"]})) == [True, True]


def test_a_meeting_that_lacks_one_breaks_it():
    assert judged(LanguagesThere(), typed(bilingual(), {"six": ["1"], "two": ["1", "2"]})) == [False, True]


def test_a_meeting_without_interpretation_has_its_floor_language_alone():
    assert judged(LanguagesThere(), typed(bilingual(), {"six": ["1"], "floor": ["2"]})) == [True, True]
    assert judged(LanguagesThere(), typed(bilingual(), {"six": ["1"], "none": ["2"]})) == [True, False]
