"""The page: templates filled with what the board holds, in the languages that the officer chose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jinja2

from wgsched.desk.grid import Grid
from wgsched.desk.judging import Judgements
from wgsched.desk.verdict import VerdictView
from wgsched.desk.words import SPOKEN, DeskWords
from wgsched.editing import destinations
from wgsched.editing.edit import only_in
from wgsched.errors import NoProgramme
from wgsched.languages import complete_languages, lexicon
from wgsched.model import Language, Programme, Session
from wgsched.publishing import Reason
from wgsched.publishing.pages.rendering import native_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wgsched.desk.board import Board
    from wgsched.desk.planner import Planning


@dataclass(frozen=True)
class PageLanguages:
    """The languages of the page and of its titles."""

    language: Language
    titles: Language

    @classmethod
    def usual(cls, session: Session) -> PageLanguages:
        """Return the view with which a page opens: titles in the original language of the session."""
        return cls("fr" if session.original == "fr" else "en", session.original)

    def changed(self, session: Session, language: str, titles: str) -> PageLanguages:
        """Return the view with other languages, where these are known."""
        return replace(
            self,
            language=language if language in SPOKEN else self.language,
            titles=titles if titles in session.languages else self.titles,
        )


class Page:
    """Renders the board of one desk."""

    def __init__(self, board: Board) -> None:
        self.board, self.judged = board, Judgements()
        self.view = PageLanguages.usual(board.programme.session)

    def whole(self, planning: Planning | None) -> str:
        """Return the whole page."""
        return _template("page.html").render(**self._board(planning, "", ""))

    def fragment(self, planning: Planning | None, said: str = "", refused: str = "") -> str:
        """Return the board alone; ``said`` is announced, ``refused`` says why nothing was done."""
        return _template("board.html").render(**self._board(planning, said, refused))

    def row_dialog(self, item: str, meeting: str) -> str:
        """Return what can be done with a row, or with an item that has none; ``meeting`` is then empty."""
        programme = self.board.programme
        grid, verdict = self._grid(), self._verdict(programme)
        here = grid.meeting(programme.meeting(meeting)).rows if meeting else tuple(grid.unplaced())
        row = next((each for each in here if each.item == item), None)
        others = [each for key in programme.meetings for each in grid.meeting(key).rows if each.item != item]
        return _template("row.html").render(
            **self._shared(),
            row=row,
            others=others,
            places=[
                (grid.meeting(each.meeting), self._when(each.meeting), each) for each in self._places(item, meeting)
            ],
            said=verdict.said,
        )

    def rows_dialog(self, rows: Sequence[str]) -> str:
        """Return the meetings to which several rows may be moved together."""
        grid, programme = self._grid(), self.board.programme
        meetings = [(grid.meeting(each), self._when(each)) for each in programme.meetings if not each.cancelled]
        return _template("rows.html").render(**self._shared(), chosen=rows, meetings=meetings)

    def meeting_dialog(self, key: str) -> str:
        """Return what can be done with a meeting."""
        meeting = self.board.programme.meeting(key)
        grid, rooms = self._grid(), self.board.programme.session.services.rooms
        view, when = grid.meeting(meeting), self._when(meeting)
        return _template("meeting.html").render(**self._shared(), meeting=meeting, view=view, when=when, rooms=rooms)

    def where(self, item: str, meeting: str) -> dict[str, str]:
        """Return for each meeting whether an item may go there: ``yes``, ``breaks`` or ``no``, and in words."""
        say, verdict = DeskWords(self.view.language), self._verdict(self.board.programme)
        told = {}
        for each in self._places(item, meeting):
            if each.allowed:
                told[each.meeting.key] = f"yes {say('allowed')}"
            elif each.possible:
                told[each.meeting.key] = f"breaks {verdict.said(each.broken[0])}"
            else:
                told[each.meeting.key] = f"no {each.refusal}"
        return told

    def said_of_last(self) -> str:
        """Return what the last edit did, broke and costs, in sentences."""
        edit, say = self.board.last, DeskWords(self.view.language)
        if edit is None:
            return ""
        now, before = self.judged.of(edit.programme), self.judged.of(edit.before)
        words = self._words()
        parts = [words.say(edit.sentence, edit.programme.session)]
        if broken := only_in(now.report, before.report):
            parts.append(say("newly-broken", n=len(broken)))
        if mended := only_in(before.report, now.report):
            parts.append(say("mended", n=len(mended)))
        parts.append(say("cost-changed", cost=f"{now.score.total - before.score.total:+}"))
        return " ".join(parts)

    def _places(self, item: str, meeting: str) -> list[Any]:
        return list(destinations(self.board.programme, item, meeting or None))

    def _when(self, meeting: Any) -> str:
        session, words = self.board.programme.session, self._words()
        forum = words.forum_name(session.forum(meeting.forum)) if len(session.forums) > 1 else ""
        when = words.phrase("moment", date=words.date(meeting.opens), time=words.meeting_hours(meeting, session))
        return f"{forum}: {when}" if forum else words.capital(when)

    def _words(self) -> Any:
        return lexicon(self.view.language, self.board.programme.session)

    def _verdict(self, programme: Programme) -> VerdictView:
        return VerdictView(self.judged.of(programme), self._words())

    def _grid(self) -> Grid:
        programme = self.board.programme
        titles = lexicon(self.view.titles, programme.session)
        return Grid(programme, self.judged.of(programme).report, DeskWords(self.view.language), self._words(), titles)

    def _shared(self) -> dict[str, Any]:
        return {
            "say": DeskWords(self.view.language),
            "language": self.view.language,
            "titles": self.view.titles,
            "version": self.board.version,
        }

    def _board(self, planning: Planning | None, said: str, refused: str) -> dict[str, Any]:
        board, programme = self.board, self.board.programme
        session, verdict = programme.session, self._verdict(programme)
        return {
            **self._shared(),
            "board": board,
            "grid": self._grid(),
            "verdict": verdict,
            "said": said,
            "refused": refused,
            "planning": planning,
            "found": self._found(planning),
            "why_not": self._why_not(planning),
            "body": self._words().version(session.body.title, session),
            "days": self._words().days(session.days),
            "spoken": [(each, native_name(each)) for each in SPOKEN],
            "title_languages": [(each, native_name(each)) for each in session.languages],
            "complete": [(each, native_name(each)) for each in complete_languages(session)],
            "reasons": [each.value for each in Reason],
            "folder": board.path.resolve().parent,
        }

    def _found(self, planning: Planning | None) -> VerdictView | None:
        result = planning.result if planning else None
        return self._verdict(result) if isinstance(result, Programme) else None

    def _why_not(self, planning: Planning | None) -> list[str]:
        """Return why there is no programme, and what would help."""
        result = planning.result if planning and planning.ended else None
        if isinstance(result, NoProgramme):
            words, session = self._words(), self.board.programme.session
            conflict = [words.say(each, session) for each in result.conflict]
            helps = [words.say(each.sentence, session) for each in result.repairs]
            say = DeskWords(self.view.language)
            return [*conflict, *(say("would-help", change=each) for each in helps)]
        return [str(result)] if isinstance(result, Exception) else []


def source(name: str) -> str:
    """Return a file of the page."""
    return files("wgsched.desk").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
