import re
from dataclasses import replace

import pendulum
import pytest

from tests.feeds.samples import thin
from wgsched.errors import BadInput
from wgsched.feeds import feed
from wgsched.model import Issue, IssueKind
from wgsched.publishing import issue

DAY, LATER = pendulum.date(2009, 4, 2), pendulum.date(2009, 4, 9)


def with_symbol():
    return replace(thin(), session=replace(thin().session, symbol="CAC/1", languages=("en", "zh")))


def test_a_revision_gives_the_document_a_new_symbol_and_date():
    session = issue(issue(with_symbol(), "revision", DAY), "revision", LATER).session
    assert (session.symbol, session.issued) == ("CAC/1/Rev.2", LATER)
    assert [each.symbol for each in session.issues] == ["CAC/1/Rev.1", "CAC/1/Rev.2"]


def test_a_corrigendum_in_some_languages_has_a_symbol_of_its_own_and_leaves_the_documents():
    session = issue(with_symbol(), IssueKind.CORRIGENDUM, DAY, ["zh"]).session
    assert (session.symbol, session.issued) == ("CAC/1", thin().session.issued)
    assert session.issues == (Issue(IssueKind.CORRIGENDUM, "CAC/1/Corr.1", ("zh",), DAY),)


def test_corrigenda_of_a_revision_are_counted_anew():
    made = issue(issue(with_symbol(), "corrigendum", DAY), "revision", DAY)
    assert issue(made, "corrigendum", LATER).session.issues[-1].symbol == "CAC/1/Rev.1/Corr.1"


def test_an_addendum_has_a_symbol_of_its_own_and_can_be_revised():
    session = issue(issue(with_symbol(), "addendum", DAY), "addendum", LATER).session
    assert [each.symbol for each in session.issues] == ["CAC/1/Add.1", "CAC/1/Add.2"]
    assert (session.symbol, session.issues[0].languages) == ("CAC/1", ("en", "zh"))
    one = replace(with_symbol(), session=replace(with_symbol().session, symbol="CAC/1/Add.1"))
    assert issue(one, "revision", DAY).session.symbol == "CAC/1/Add.1/Rev.1"
    with pytest.raises(BadInput, match="an addendum is issued in all languages"):
        issue(with_symbol(), "addendum", DAY, ["zh"])


def test_the_paper_that_is_issued_again_may_be_named():
    made = issue(issue(with_symbol(), "addendum", DAY), "addendum", DAY)
    made = issue(made, "revision", DAY, of="Add.1")
    made = issue(made, "corrigendum", DAY, ["zh"], of="CAC/1/Add.1/Rev.1")
    made = issue(made, "revision", LATER, of="/add.1/rev.1")
    assert (made.session.symbol, made.session.issued) == ("CAC/1", thin().session.issued)
    made = issue(made, "revision", LATER)
    made = issue(made, "corrigendum", LATER)
    assert [each.symbol.removeprefix("CAC/1/") for each in made.session.issues] == [
        *("Add.1", "Add.2", "Add.1/Rev.1", "Add.1/Rev.1/Corr.1", "Add.1/Rev.2", "Rev.1", "Rev.1/Corr.1")
    ]


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("Add.3", "the paper 'Add.3' was not issued. There are CAC/1, CAC/1/Add.1, "),
        ("Rev.1", "the paper 'Rev.1' could be CAC/1/Add.1/Rev.1 or CAC/1/Rev.1. There are CAC/1, "),
    ],
)
def test_a_paper_that_is_none_is_refused_with_those_there_are(named, told):
    made = issue(issue(issue(with_symbol(), "addendum", DAY), "revision", DAY, of="Add.1"), "revision", DAY)
    with pytest.raises(BadInput, match=re.escape(told)):
        issue(replace(made, session=replace(made.session, symbol="CAC/1")), "corrigendum", LATER, of=named)


def test_a_reissue_keeps_the_symbol():
    session = issue(with_symbol(), "reissue", DAY).session
    assert (session.symbol, session.issues[0].symbol) == ("CAC/1", "CAC/1")


def test_a_corrigendum_leaves_feeds_as_they_are():
    assert feed(issue(with_symbol(), "corrigendum", DAY, ["zh"])).data == feed(with_symbol()).data


@pytest.mark.parametrize(
    ("kind", "languages"), [("corrigendum", ["fr"]), ("corrigendum", []), ("revision", ["zh"]), ("erratum", None)]
)
def test_what_cannot_be_issued_is_refused(kind, languages):
    with pytest.raises(BadInput):
        issue(with_symbol(), kind, DAY, languages)


def test_a_session_without_a_symbol_has_no_document_to_issue():
    with pytest.raises(BadInput):
        issue(thin(), "revision", DAY)
