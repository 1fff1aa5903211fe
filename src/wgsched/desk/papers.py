"""Papers, publications and evenings from the desk: the verbs of the command line, on the files beside the session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pendulum import DateTime

from wgsched.annexes import annex
from wgsched.checking import compare
from wgsched.checking.comparison import sentences
from wgsched.desk.board import Board
from wgsched.desk.evenings import evening_file
from wgsched.desk.words import DeskRefusal
from wgsched.errors import UnknownName
from wgsched.files import programme_of_rows, read_session, session_from
from wgsched.files.spoken import moment_named
from wgsched.files.writing import write_whole
from wgsched.languages import complete_languages, lexicon
from wgsched.model import Language, Programme, Text
from wgsched.publishing import Evening, Publication, Reason, carry_out, evening, publish
from wgsched.publishing.outlook import OutlookPart, annex_outlook, publication_outlook
from wgsched.publishing.pages.templating import template
from wgsched.publishing.reasons import reason_named

EVENING = "evening.yaml"
PAPERS = ("annex", "changes", "notice")
"""What can be looked at beside the grid."""


class Papers:
    """Writes what the command line would write from the same files."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def paper(self, kind: str, language: Language) -> bytes:
        """Return a paper as it would be, as HTML; missing titles stand in brackets in the original language.

        What has changed is told since the published programme, or else since the desk began.

        Raises:
            MissingTitles: even that is missing.
            UnknownName: there is no such language or paper.
        """
        session = session_from(self.board.as_saved(), str(self.board.path))
        programme, since = programme_of_rows(session, unfinished=True), self.board.published or self.board.history.start
        fill = None if language in complete_languages(session) else session.original
        if kind == "changes":
            return annex(programme, language, "changes", since=since, fill=fill).bytes("html")
        if kind == "notice":
            return _notice(since, programme, language)
        if kind != "annex":
            raise UnknownName("paper", kind, PAPERS)
        return annex(programme, language, fill=fill).bytes("html")

    def outlook(self, asked: Mapping[str, str]) -> Iterator[OutlookPart]:
        """Yield what a publication would look like; nothing where nothing would change.

        Raises:
            BadInput: the session file is not saved, or something that was asked for is wrong.
        """
        programme = self._as_saved()
        moment, reason = self._asked(programme, asked)
        yield from publication_outlook(programme, self.folder(asked.get("folder", "")), moment, reason)

    def publish(self, asked: Mapping[str, str]) -> Publication:
        """Publish the session file, as ``wgsched publish`` does.

        Raises:
            BadInput: the session file is not saved, or something that was asked for is wrong.
        """
        programme = self._as_saved()
        moment, reason = self._asked(programme, asked)
        return publish(programme, self.folder(asked.get("folder", "")), moment=moment, reason=reason)

    def evening(self, form: list[tuple[str, str]]) -> Evening:
        """Return the published programme after an evening; the evening file is written beside the session file.

        Raises:
            BadInput: no published programme is known, or something cannot be done; every fault is named.
        """
        if self.board.published is None:
            raise DeskRefusal("refused-evening")
        path = self.board.path.with_name(EVENING)
        write_whole(path, evening_file(form))
        return evening(self.board.published, path)

    def evening_outlook(self, done: Evening, folder: str) -> Iterator[OutlookPart]:
        """Yield what the published programme would look like after an evening, as ``wgsched tonight`` shows it.

        Raises:
            BadInput: the folder is not below that of the session file, or the publication would be refused.
        """
        yield from annex_outlook(self.board.published or done.programme, done.programme)
        yield from publication_outlook(done.programme, self.folder(folder), done.moment, done.reason)

    def tonight(self, form: list[tuple[str, str]]) -> Publication:
        """Do an evening, as ``wgsched tonight`` does: publish it, and write the published programme.

        Raises:
            BadInput: as `evening`, or the programme file cannot be written; nothing is published.
        """
        done = self.evening(form)
        target = self.board.published_path or self.board.path.with_name("programme.json")
        publication = carry_out(done, self.folder(dict(form).get("folder", "")), target)
        self.board.after_evening(done.programme)
        return publication

    def folder(self, name: str) -> Path:
        """Return a folder below that of the session file.

        Raises:
            BadInput: it is not below it.
        """
        base = self.board.path.resolve().parent
        folder = (base / name).resolve()
        if not name.strip() or folder == base or base not in folder.parents:
            raise DeskRefusal("refused-folder", folder=name)
        return folder

    def _as_saved(self) -> Programme:
        if self.board.unsaved:
            raise DeskRefusal("refused-unsaved")
        return programme_of_rows(read_session(self.board.path))

    def _asked(self, programme: Programme, asked: Mapping[str, str]) -> tuple[DateTime, Reason | Text | str | None]:
        moment = moment_named(programme.session, asked.get("moment", ""))
        reason = asked.get("words", "").strip() or asked.get("reason", "")
        return moment, reason_named(reason or None, programme.session.original)


def _notice(before: Programme, after: Programme, language: Language) -> bytes:
    """Return, as a page, the notice of changes that are not published yet: a publication adds its number and moment.

    Raises:
        UnknownName: there is no such language.
    """
    words = lexicon(language, after.session)
    subject = words.phrase("notice-title", body=words.version(after.session.body.title))
    changes = [said for _, said in sentences(compare(before, after), words)] or [words.phrase("no-changes")]
    text = "\n".join((subject, "", *(f"- {change}" for change in changes)))
    page = template("wgsched.desk", "notice.html").render(language=language, direction=words.direction, text=text)
    return page.encode()
