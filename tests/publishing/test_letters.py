"""The notice as a letter that can be sent."""

from email import message_from_bytes
from email.policy import default

import pytest

from tests.feeds.samples import full
from tests.publishing.chains import moved
from tests.sessions import at
from wgsched.model import SIX
from wgsched.publishing import publish


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("letters")
    publish(full(), folder, moment=at(1, 9), papers=("docx", "text"))
    publish(moved(full(), "a", hours=1), folder, moment=at(2, 18), reason="officers-request")
    return folder


def letter(folder, language):
    return message_from_bytes((folder / language / "notice.eml").read_bytes(), policy=default)


def test_it_has_a_subject_the_date_of_publication_and_nobody_to_send_it_to(site):
    message = letter(site, "en")
    assert message["Subject"] == "Tests WG: changes in the programme of work"
    assert message["Date"] == "Sat, 02 May 2009 18:00:00 +0200"
    assert (message["From"], message["To"], message["X-Unsent"]) == (None, None, "1")


@pytest.mark.parametrize("language", SIX)
def test_its_text_is_the_notice_of_its_language_and_the_changed_paper_is_attached(site, language):
    message = letter(site, language)
    body = message.get_body(("plain",))
    assert body["Content-Language"] == language
    text = body.get_content().replace("\r\n", "\n")
    assert text == (site / language / "notices/2.txt").read_text()
    assert text.splitlines()[0] == message["Subject"]
    [paper] = message.iter_attachments()
    assert (paper.get_filename(), paper.get_content()) == ("annex.docx", (site / language / "annex.docx").read_bytes())


def test_its_lines_are_plain_and_end_as_mail_wants_it(site):
    data = (site / "ar/notice.eml").read_bytes()
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998  # RFC 5322


def test_the_same_publication_gives_the_same_bytes(site, tmp_path):
    publish(full(), tmp_path, moment=at(1, 9), papers=("docx", "text"), languages=("ar", "en"))
    publish(moved(full(), "a", hours=1), tmp_path, moment=at(2, 18), reason="officers-request")
    for language in ("ar", "en"):
        assert (tmp_path / language / "notice.eml").read_bytes() == (site / language / "notice.eml").read_bytes()


def test_without_a_paper_that_people_open_nothing_is_attached(tmp_path):
    publish(full(), tmp_path, moment=at(1, 9), papers=("text",), languages=("en",))
    message = letter(tmp_path, "en")
    assert [*message.iter_attachments()] == []
    assert message["Subject"] == "Tests WG"
