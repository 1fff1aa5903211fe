"""The page: templates filled with what the board holds, in the languages that the officer chose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from wgsched.checking import compare
from wgsched.checking.comparison import sentences
from wgsched.desk.board import Board
from wgsched.desk.grid import Grid
from wgsched.desk.judging import Judgements
from wgsched.desk.pageview import PageView
from wgsched.desk.papers import PAPERS
from wgsched.desk.planner import Planning
from wgsched.desk.sheets import BoardSheet, Sheets
from wgsched.desk.verdict import VerdictView
from wgsched.desk.words import SPOKEN, DeskWords, said_in
from wgsched.editing.edits import only_in
from wgsched.errors import NoProgramme
from wgsched.files.typedrows import pins_of
from wgsched.languages import lexicon
from wgsched.model import AgendaItem, Consideration, Meeting, Programme, Repair, Sentence
from wgsched.publishing.pages import templating
from wgsched.publishing.pages.rendering import native_name

MANY = 12
"""So many broken rules are shown at once; the others are folded away."""


@dataclass(frozen=True)
class HelpView:
    """What would help, in words, and the pinned row that a button lets go, if that is all it takes."""

    text: str
    row: Consideration | None = None


class Page:
    """Renders the board of one desk."""

    def __init__(self, board: Board) -> None:
        self.board, self.judged, self._sheets = board, Judgements(), Sheets()
        self.view = PageView.usual(board.programme.session)

    def whole(self, planning: Planning | None, said: str = "") -> str:
        """Return the whole page; ``said`` is announced."""
        return template("page.html").render(**self._board(planning, said, ""))

    def fragment(self, planning: Planning | None, said: str = "", refused: str = "", shown: str = "") -> str:
        """Return the board alone; ``said`` is announced, ``refused`` says why nothing was done.

        ``shown`` is the name of the board that the page shows: what is the same there is not sent again.
        """
        return template("board.html").render(**self._board(planning, said, refused, shown))

    def said_of_last(self) -> str:
        """Return what the last edit did, broke and costs, in sentences."""
        edit, say = self.board.last, self._say
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

    def said_of(self, error: Exception) -> str:
        """Return in the language of the page why something was refused."""
        folder = f"{self.board.path.resolve().parent}/"
        return said_in(self._words(), error).replace(folder, "")

    @property
    def _say(self) -> DeskWords:
        return DeskWords(self.view.language)

    def _words(self) -> Any:
        return lexicon(self.view.language, self.board.programme.session)

    def _verdict(self, programme: Programme) -> VerdictView:
        return VerdictView(self.judged.of(programme), self._words())

    def _grid(self) -> Grid:
        programme = self.board.programme
        return Grid(programme, self.judged.of(programme).report, self.view)

    def _shared(self) -> dict[str, Any]:
        return {
            "say": self._say,
            "language": self.view.language,
            "titles": self.view.titles,
            "version": self.board.version,
        }

    def _board(self, planning: Planning | None, said: str, refused: str, shown: str = "") -> dict[str, Any]:
        board, programme = self.board, self.board.programme
        session, last = programme.session, board.last
        before = self.judged.of(last.before) if last else None
        verdict = VerdictView(self.judged.of(programme), self._words(), before)
        return {
            **self._shared(),
            "board": board,
            "grid": self._grid(),
            "sheet": self._sheet(shown, verdict),
            "verdict": verdict,
            "said": said,
            "refused": refused,
            "planning": planning,
            "found": self._found(planning),
            "advice": self._advice(planning),
            "why_not": self._why_not(planning),
            "helps": self._helps(planning),
            "body": self._words().version(session.body.title, session),
            "days": self._words().days(session.days),
            "spoken": [(each, native_name(each)) for each in SPOKEN],
            "title_languages": [(each, native_name(each)) for each in session.languages],
            "shapes": self.view.shapes,
            "view": self.view,
            "seen": self._seen(),
            "papers": PAPERS,
            "many": MANY,
        }

    def _seen(self) -> str:
        """Return in a few words what the page shows, and how."""
        say, view = self._say, self.view
        shape = (say(f"{name}-{getattr(view, name)}").lower() for name in ("columns", "days"))
        return " · ".join([native_name(view.language), say("titles-in", language=native_name(view.titles)), *shape])

    def _sheet(self, shown: str, verdict: VerdictView) -> BoardSheet:
        shared = {**self._shared(), "said": verdict.said}
        return self._sheets.new(shown, self.view, lambda name, values: template(name).render(**shared, **values))

    def _found(self, planning: Planning | None) -> VerdictView | None:
        result = planning.result if planning else None
        return self._verdict(result) if isinstance(result, Programme) else None

    def _advice(self, planning: Planning | None) -> list[str]:
        """Return what would change if what was found as advice were used."""
        result = planning.result if planning and planning.advice else None
        if not isinstance(result, Programme):
            return []
        return [said for _, said in sentences(compare(self.board.programme, result), self._words())]

    def _why_not(self, planning: Planning | None) -> list[str]:
        """Return why there is no programme."""
        result = planning.result if planning and planning.ended else None
        if isinstance(result, NoProgramme):
            return [self._words().say(each, self.board.programme.session) for each in result.conflict]
        return [self.said_of(result)] if isinstance(result, Exception) else []

    def _helps(self, planning: Planning | None) -> list[HelpView]:
        """Return what would help where there is no programme, and which pin that takes away."""
        result = planning.result if planning and planning.ended else None
        repairs = result.repairs if isinstance(result, NoProgramme) else ()
        programme, words = self.board.programme, self._words()
        return [HelpView(words.say(each.sentence, programme.session), _pinned_row(programme, each)) for each in repairs]


def _pinned_row(programme: Programme, repair: Repair) -> Consideration | None:
    """Return the pinned row which a repair gives up; None if it asks for something else."""
    given_up = dict(repair.sentence.facts).get("sentence")
    if repair.sentence.code != "repair-without" or not isinstance(given_up, Sentence):
        return None
    facts = dict(given_up.facts)
    item, meeting = facts.get("item"), facts.get("meeting")
    if given_up.code != "pinned-rows" or not (isinstance(item, AgendaItem) and isinstance(meeting, Meeting)):
        return None
    pins = pins_of(programme)
    rows = (
        row for row in programme.considerations if row.meeting == meeting.key and (row.meeting, row.instalment) in pins
    )
    return next((row for row in rows if item.key in [each.key for each in programme.items(row)]), None)


source = partial(templating.source, "wgsched.desk")
template = partial(templating.template, "wgsched.desk")
