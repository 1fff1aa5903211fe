"""The notice of changes that are not published yet: what stands before the number and the moment of a publication."""

from __future__ import annotations

from wgsched.checking import compare
from wgsched.checking.comparison import sentences
from wgsched.languages import lexicon
from wgsched.model import Language, Programme
from wgsched.publishing.pages.templating import template


def notice_lines(before: Programme, after: Programme, language: Language) -> list[str]:
    """Return the subject of a notice, and a line for each change.

    Raises:
        UnknownName: there is no such language.
    """
    words, session = lexicon(language, after.session), after.session
    body = words.version(session.body.title, session)
    changes = [said for _, said in sentences(compare(before, after), words)] or [words.phrase("no-changes")]
    return [words.phrase("notice-title", body=body), "", *(f"- {change}" for change in changes)]


def notice_page(before: Programme, after: Programme, language: Language) -> bytes:
    """Return a notice as a page of its own.

    Raises:
        UnknownName: there is no such language.
    """
    text = "\n".join(notice_lines(before, after, language))
    direction = lexicon(language).direction
    return template("wgsched.desk", "notice.html").render(language=language, direction=direction, text=text).encode()
