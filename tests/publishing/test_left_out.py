"""A publication goes out without a paper that cannot be written, and says so; no language is left out in silence."""

from dataclasses import replace

import pytest

from tests.feeds.samples import thin, whole
from tests.publishing.chains import moved
from tests.sessions import at
from wgsched.cli.app import main
from wgsched.errors import Incomplete
from wgsched.files import write_programme
from wgsched.model import SIX, IssueKind, Programme, Text
from wgsched.publishing import Ledger, issue, publish


def _titled(programme: Programme, number: str, title: Text) -> Programme:
    agenda = programme.session.agenda
    items = tuple(replace(item, title=title) if item.key == number else item for item in agenda)
    return replace(programme, session=replace(programme.session, agenda=replace(agenda, items=items)))


def sign() -> Programme:
    """Return a programme with a sign that no font of the pdf has."""
    return _titled(thin(), "2a", Text(en="Knowledge \U0001f91d"))


def bilingual() -> Programme:
    """Return a programme in English and French, of which only the English is complete."""
    return replace(thin(), session=replace(thin().session, languages=("en", "fr")))


def test_a_pdf_that_cannot_be_written_is_named_and_all_else_goes_out(tmp_path):
    publication = publish(sign(), tmp_path / "site", moment=at(1, 9), papers=("docx", "html", "pdf"))
    assert publication.left_out == (
        "en/annex.pdf: PDF: the fonts have no picture of \U0001f91d (U+1F91D);"
        " write it in another way, or choose another format",
    )
    papers = {path.name for path in (tmp_path / "site" / "en").glob("annex.*")}
    assert papers == {"annex.docx", "annex.html"}
    assert "annex.pdf" not in (tmp_path / "site" / "en" / "index.html").read_text()


def test_the_command_line_names_it_in_one_line_and_succeeds(tmp_path, capsys):
    write_programme(sign(), tmp_path / "programme.json")
    asked = ["publish", str(tmp_path / "programme.json"), str(tmp_path / "site"), "--moment", "2009-05-01 09:00"]
    assert main([*asked, "--papers", "html,pdf"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "not written: en/annex.pdf: PDF: the fonts have no picture of \U0001f91d (U+1F91D);"
        " write it in another way, or choose another format"
    ]


def test_a_strict_publication_leaves_out_nothing(tmp_path):
    with pytest.raises(Incomplete, match=r"en/annex\.pdf"):
        publish(sign(), tmp_path / "site", moment=at(1, 9), papers=("html", "pdf"), strict=True)
    assert len(Ledger.read(tmp_path / "site")) == 0
    assert publish(whole(), tmp_path / "site", moment=at(1, 9), papers=("html",), strict=True).left_out == ()


def test_a_first_publication_waits_for_all_languages_of_the_session(tmp_path, capsys):
    write_programme(bilingual(), tmp_path / "programme.json")
    asked = ["publish", str(tmp_path / "programme.json"), str(tmp_path / "site"), "--moment", "2009-05-01 09:00"]
    assert main([*asked, "--papers", ""]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Nothing was published. This would be missing:",
        "- fr: titles are missing: 2, 2 (a), 2 (b), 2 (c)",
        "Add the titles (wgsched titles), or publish only what is complete: --languages en.",
    ]
    assert main([*asked, "--papers", "", "--languages", "en"]) == 0


def test_the_page_says_which_languages_follow(tmp_path):
    publish(bilingual(), tmp_path / "one", moment=at(1, 9), papers=(), languages=("en",))
    publish(thin(), tmp_path / "all", moment=at(1, 9), papers=())
    said = "Other languages will follow: French."
    assert [said in (tmp_path / each / "en/index.html").read_text() for each in ("one", "all")] == [True, False]


def test_a_change_goes_out_in_every_language_with_titles_standing_in(tmp_path):
    publish(whole(), tmp_path, moment=at(1, 9), papers=("html",))
    changed = _titled(moved(whole(), whole().meetings[1].key, hours=1), "2a", Text(en="Something new"))
    changed = replace(changed, session=replace(changed.session, original="en"))
    publication = publish(changed, tmp_path, moment=at(2, 9), reason="officers-request")
    assert publication.languages == SIX
    assert publication.left_out == tuple(
        f"{language}: no annex, because titles are missing: 2 (a)" for language in SIX if language != "en"
    )
    assert "[Something new]" in (tmp_path / "fr/all.ics").read_text().replace("\n ", "").replace("\r\n ", "")
    assert sorted(path.name for path in tmp_path.glob("*/annex.html")) == ["annex.html"]


def test_a_revision_waits_for_all_languages_too(tmp_path):
    publish(whole(), tmp_path, moment=at(1, 9), papers=())
    revised = issue(_titled(whole(), "2a", Text(en="Something new")), IssueKind.REVISION, at(2, 9).date())
    with pytest.raises(Incomplete, match=r"fr: titles are missing: 2 \(a\)"):
        publish(revised, tmp_path, moment=at(2, 9), reason="officers-request")
