from dataclasses import replace

import pendulum

from tests.programmes import judged, timed, typed
from tests.sessions import item, meeting, minutes, session
from wgsched.model import SIX, AgendaItem, Document, Session
from wgsched.rules.documents_out import DocumentsOut

FRIDAY = pendulum.date(2009, 5, 15)
PAPER = Document("A/1", items=("1",), issued=tuple((language, FRIDAY) for language in SIX))


def deciding(*documents: Document, of: AgendaItem | None = None) -> Session:
    return session(of or item("1", 60, decision=True), documents=documents)


def test_a_decision_on_the_day_of_issue_keeps_the_rule():
    assert judged(DocumentsOut(), typed(deciding(PAPER), {"15-am": ["1"]})) == [True]


def test_a_decision_before_one_language_is_out_breaks_it():
    early = pendulum.date(2009, 4, 2)
    issued = (*((language, early) for language in SIX[:-1]), (SIX[-1], FRIDAY))
    found = typed(deciding(replace(PAPER, issued=issued)), {"14-am": ["1"]})
    assert judged(DocumentsOut(), found) == [False]


def test_only_the_languages_of_the_session_are_awaited():
    english = replace(PAPER, issued=(("en", FRIDAY),))
    found = typed(replace(deciding(english), languages=("en",)), {"15-am": ["1"]})
    assert judged(DocumentsOut(), found) == [True]


def test_a_document_without_a_date_in_some_language_cannot_be_judged():
    undated = replace(PAPER, issued=(("en", FRIDAY),))
    assert judged(DocumentsOut(), typed(deciding(undated), {"15-am": ["1"]})) == [None]


def test_discussion_does_not_wait():
    assert list(DocumentsOut().cases(deciding(PAPER, of=item("1", 60)))) == []


def test_of_several_instalments_only_the_last_decides():
    resumed = item("1", parts=(minutes(30), minutes(30)), decision=True)
    found = typed(deciding(PAPER, of=resumed), {"14-am": ["1.1"], "15-am": ["1.2"]})
    assert judged(DocumentsOut(), found) == [True]


def test_the_day_of_issue_begins_at_midnight_where_the_session_is():
    night = session(item("1", 60, decision=True), documents=(PAPER,), meetings=(meeting("night", 15, 0),))
    assert judged(DocumentsOut(), timed(night, {"night": [("1", 60)]})) == [True]
