"""Every example is read without fault, plans, checks clean, and prints; what was published keeps the rules too."""

from __future__ import annotations

import json

import pytest

from tests.cases.durations import published
from tests.cases.examples import SLUGS, as_published, planned, same_meetings, session_of
from tests.cases.golden import IN_SIX, PAPERS, path, printed
from wgsched.annexes import annex
from wgsched.checking import check, score
from wgsched.languages import complete_languages
from wgsched.model import SIX, Unique, Verdict

WITH_ROWS = tuple(slug for slug in SLUGS if slug != "first-committee-2024")
"""The First Committee's source prints windows and a demand in meetings, but no rows."""


def test_there_are_fifteen_real_sessions():
    assert len(SLUGS) == 15


@pytest.mark.parametrize("slug", SLUGS)
def test_an_example_plans_proved_and_checks_clean(slug):
    programme = planned(slug)
    assert programme.finding.verdict is Verdict.BEST
    assert list(map(str, check(programme))) == []
    assert score(programme).total == programme.finding.objective


@pytest.mark.parametrize("slug", SLUGS)
def test_an_example_prints_every_row_in_its_original_language(slug):
    programme, session = planned(slug), session_of(slug)
    paper = json.loads(annex(programme, language=session.original, format="json").bytes())
    table = paper["documents"][0]["blocks"][-1]
    events = sum("annex" in event.shown for event in session.events)
    holidays = sum(
        session.span.opens.date() <= each.date < session.span.closes.date() for each in session.place.holidays
    )
    assert sum("band" not in row for row in table["rows"]) == len(programme.considerations) + events + holidays


@pytest.mark.parametrize("slug", WITH_ROWS)
def test_the_published_programme_breaks_no_rule(slug):
    assert list(map(str, check(as_published(slug, hours=False)))) == []
    assert list(map(str, check(as_published(slug)))) == []


@pytest.mark.parametrize("slug", WITH_ROWS)
def test_ours_costs_no_more_than_the_published_programme(slug):
    theirs = score(as_published(slug))
    assert not theirs.unjudged
    assert planned(slug).finding.objective <= theirs.total


@pytest.mark.parametrize("slug", [slug for slug in WITH_ROWS if slug in (*IN_SIX, "heritage-2017", "uncitral-2019")])
def test_sessions_in_agenda_order_are_planned_as_they_were_published(slug):
    assert same_meetings(slug)[1] == []
    assert planned(slug).finding.unique is Unique.YES


@pytest.mark.parametrize("slug", SLUGS)
def test_an_example_names_its_source(slug):
    assert session_of(slug).symbol in (published(slug)["source"], "")


@pytest.mark.parametrize("slug", IN_SIX)
def test_four_sessions_have_their_titles_in_six_languages(slug):
    assert complete_languages(session_of(slug)) == SIX


@pytest.mark.parametrize(("slug", "language"), PAPERS)
def test_the_annex_of_an_example_is_as_it_was(slug, language):
    assert printed(slug, language) == path(slug, language).read_text(encoding="utf-8")
