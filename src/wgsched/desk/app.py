"""The application of a desk: each request checked, and then one call of the board or of the page."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.background import BackgroundTask
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from wgsched.desk.board import Board
from wgsched.desk.dialogs import Dialogs
from wgsched.desk.guard import PAPER_POLICY, Guard, headers_of
from wgsched.desk.page import source
from wgsched.desk.papers import Papers
from wgsched.desk.planner import Planner, PlanRequest
from wgsched.desk.steps import steps_of
from wgsched.desk.words import DeskWords
from wgsched.errors import WgschedError
from wgsched.files import programme_to_json
from wgsched.model import Programme
from wgsched.publishing import Publication

Fields = list[tuple[str, str]]
ASSETS = {"desk.css": "text/css; charset=utf-8", "desk.js": "text/javascript; charset=utf-8"}


class DeskApp:
    """Answers for one board. Edits are made one after another."""

    def __init__(self, board: Board, ended: threading.Event) -> None:
        self.board, self.page, self.guard, self.planner = board, Dialogs(board), Guard(), Planner()
        self.papers = Papers(board)
        self.ended, self._turn = ended, asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        request = Request(scope, receive)
        path, headers = scope["path"], Headers(scope=scope)
        if status := self.guard.refusal(request.method, path, headers):
            answer: Response = PlainTextResponse(HTTPStatus(status).phrase, status)
        else:
            answer = await self._answer(request, path.removeprefix(self.guard.root))
        for name, value in headers_of().items():
            answer.headers.setdefault(name, value)
        await answer(scope, receive, send)

    def close(self) -> None:
        """End what runs beside the page."""
        self.planner.close()

    async def _answer(self, request: Request, name: str) -> Response:
        shown = request.headers.get("shown", "")
        if request.method == "POST":
            fields = parse_qsl((await request.body()).decode(errors="replace"), keep_blank_values=True)
            async with self._turn:
                return await asyncio.to_thread(self._posted, name, fields, shown)
        if name in ("", "board"):
            async with self._turn:
                return await asyncio.to_thread(self._polled, name, shown)
        return await asyncio.to_thread(self._shown, name, parse_qsl(request.url.query, keep_blank_values=True))

    def _shown(self, name: str, fields: Fields) -> Response:
        """Answer a GET."""
        asked, page = dict(fields), self.page
        if name in ASSETS:
            return Response(source(name), media_type=ASSETS[name])
        views: dict[str, Callable[[], Response]] = {
            "row": lambda: HTMLResponse(page.row_dialog(asked["item"], asked.get("meeting", ""))),
            "rows": lambda: HTMLResponse(page.rows_dialog([value for key, value in fields if key == "row"])),
            "meeting": lambda: HTMLResponse(page.meeting_dialog(asked["meeting"])),
            "publish": lambda: HTMLResponse(page.publish_dialog()),
            "tonight": lambda: HTMLResponse(page.tonight_dialog()),
            "paper": lambda: HTMLResponse(
                self.papers.paper(asked.get("kind", "annex"), asked["language"]),
                headers={"content-security-policy": PAPER_POLICY},
            ),
            "where": lambda: _told(
                page.where(asked["item"], asked.get("meeting", ""), listed=asked.get("listed") == "yes")
            ),
        }
        if name not in views:
            return PlainTextResponse(HTTPStatus.NOT_FOUND.phrase, HTTPStatus.NOT_FOUND)
        try:
            return views[name]()
        except KeyError:
            return PlainTextResponse(HTTPStatus.BAD_REQUEST.phrase, HTTPStatus.BAD_REQUEST)
        except WgschedError as refused:
            policy = {"content-security-policy": PAPER_POLICY} if name == "paper" else None
            return PlainTextResponse(self.page.said_of(refused), HTTPStatus.BAD_REQUEST, policy)

    def _posted(self, name: str, fields: Fields, shown: str = "") -> Response:
        """Do what a form asks for, and answer with what is then other than on the board that the page shows."""
        acts: dict[str, Callable[[Fields], str]] = {
            "do": self._do,
            "undo": self._undo,
            "redo": self._redo,
            "save": self._save,
            "plan": lambda _: self._planned_from(self.board.published),
            "help": lambda _: self._planned_from(self.board.programme, advice=True),
            "nearest": lambda _: self._planned_from(self.board.published, nearest=True, advice=True),
            "stop": self._stop,
            "use": self._use,
            "forget": self._forget,
            "view": self._view,
            "publish": lambda fields: self._published(self.papers.publish(dict(fields)), fields),
            "tonight": lambda fields: self._published(self.papers.tonight(fields), fields),
            "done": self._done,
        }
        if name in ("notices", "evening"):
            return self._previewed(name, fields)
        if name not in acts:
            return PlainTextResponse(HTTPStatus.NOT_FOUND.phrase, HTTPStatus.NOT_FOUND)
        say = DeskWords(self.page.view.language)
        if dict(fields).get("version") != str(self.board.version):
            return self._board(shown, HTTPStatus.CONFLICT, refused=say("stale"))
        try:
            said = acts[name](fields)
        except WgschedError as refused:
            return self._board(shown, HTTPStatus.CONFLICT, refused=self.page.said_of(refused))
        answer = self._board(shown, HTTPStatus.OK, said=said)
        if name == "done":  # the desk ends once the page has been told
            answer.background = BackgroundTask(self.ended.set)
        return answer

    def _previewed(self, name: str, fields: Fields) -> Response:
        """Answer with what would be published; nothing is published."""
        try:
            if name == "notices":
                return HTMLResponse(self.page.outlook(self.papers.outlook(dict(fields))))
            done = self.papers.evening(fields)
            parts = self.papers.evening_outlook(done, dict(fields).get("folder", ""))
            return HTMLResponse(self.page.outlook(parts, self.page.changes(done)))
        except WgschedError as refused:
            return HTMLResponse(self.page.outlook((), self.page.said_of(refused).splitlines()))

    def _board(self, shown: str, status: HTTPStatus, said: str = "", refused: str = "") -> Response:
        return HTMLResponse(self.page.fragment(self.planner.planning, said, refused, shown), status)

    def _do(self, fields: Fields) -> str:
        self.board.do(steps_of(fields))
        return self.page.said_of_last()

    def _undo(self, fields: Fields) -> str:  # noqa: ARG002
        self.board.undo()
        return self._say("undone")

    def _redo(self, fields: Fields) -> str:  # noqa: ARG002
        self.board.redo()
        return self.page.said_of_last()

    def _save(self, fields: Fields) -> str:
        self.board.save(into_changed=dict(fields).get("changed") == "yes")
        return self._say("saved", file=self.board.path.name)

    def _planned_from(self, before: Programme | None, *, nearest: bool = False, advice: bool = False) -> str:
        published = programme_to_json(before) if before else None
        job = PlanRequest(self.board.as_saved(), str(self.board.path), published, nearest=nearest)
        self.planner.plan(job, self.board.version, advice=advice)
        return self._say("planning")

    def _stop(self, fields: Fields) -> str:  # noqa: ARG002
        self.planner.stop()
        return self._say("stopping")

    def _polled(self, name: str, shown: str) -> Response:
        """Answer with the page or its board; what planning found is taken over if nothing was edited since it began.

        What would help is only shown.
        """
        planning, said = self.planner.planning, ""
        asked = planning and not planning.advice and planning.version == self.board.version
        if asked and planning and isinstance(planning.result, Programme):
            said = self._use([])
        if not name:
            return HTMLResponse(self.page.whole(self.planner.planning, said))
        return self._board(shown, HTTPStatus.OK, said=said)

    def _use(self, fields: Fields) -> str:  # noqa: ARG002
        planning = self.planner.planning
        if planning and isinstance(planning.result, Programme):
            self.board.adopt(planning.result)
        self.planner.forget()
        return self.page.said_of_last()

    def _forget(self, fields: Fields) -> str:  # noqa: ARG002
        self.planner.forget()
        return ""

    def _view(self, fields: Fields) -> str:
        self.page.view = self.page.view.changed(self.board.programme.session, dict(fields))
        return ""

    def _published(self, publication: Publication, fields: Fields) -> str:
        where, languages = dict(fields).get("folder", ""), ", ".join(publication.languages)
        said = self._say("published", number=publication.number, folder=where, languages=languages)
        return " ".join([said, *(self._say("not-written", line=line) for line in publication.left_out)])

    def _done(self, fields: Fields) -> str:  # noqa: ARG002
        return self._say("ended")

    def _say(self, name: str, **places: object) -> str:
        return DeskWords(self.page.view.language)(name, **places)


def _told(lines: Iterable[object]) -> Response:
    """Return an answer that is sent line by line, as JSON; it ends early if nobody waits for it any more."""
    return StreamingResponse(
        (json.dumps(each, ensure_ascii=False) + "\n" for each in lines), media_type="application/x-ndjson"
    )
