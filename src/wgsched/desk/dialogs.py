"""The dialogs of the page: what can be done with a row, a meeting, a publication, an evening."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wgsched.checking import compare
from wgsched.checking.comparison import sentences
from wgsched.desk.page import Page, template
from wgsched.editing import Destination, destinations
from wgsched.editing.edits import only_in
from wgsched.files.spoken import instalments_named
from wgsched.model import Outcome
from wgsched.publishing import Evening, Reason
from wgsched.publishing.outlook import OutlookPart
from wgsched.publishing.pages.rendering import native_name

ISSUES = ("none", "rev", "corr", "add", "reissue")
STATES = ("cancelled", "restored")


class Dialogs(Page):
    """A page with its dialogs."""

    def row_dialog(self, item: str, meeting: str) -> str:
        """Return what can be done with a row, or with an item that has none; ``meeting`` is then empty."""
        programme, grid = self.board.programme, self._grid()
        here = grid.meeting(programme.meeting(meeting)).rows if meeting else tuple(grid.unplaced())
        row = next((each for each in here if each.item == item), None)
        others = [each for key in programme.meetings for each in grid.meeting(key).rows if each.item != item]
        sitting = [each for each in programme.meetings if not each.cancelled and each.key != meeting]
        return template("row.html").render(
            **self._shared(), row=row, others=others, meetings=[(each, self._when(each)) for each in sitting]
        )

    def rows_dialog(self, rows: Sequence[str]) -> str:
        """Return the meetings to which several rows may be moved together."""
        grid, programme = self._grid(), self.board.programme
        meetings = [(grid.meeting(each), self._when(each)) for each in programme.meetings if not each.cancelled]
        return template("rows.html").render(**self._shared(), chosen=rows, meetings=meetings)

    def meeting_dialog(self, key: str) -> str:
        """Return what can be done with a meeting."""
        meeting = self.board.programme.meeting(key)
        rooms = self.board.programme.session.services.rooms
        meetings = self.board.programme.meetings if not meeting.cancelled else ()
        others = [(each.key, self._when(each)) for each in meetings if each.key != key and not each.cancelled]
        return template("meeting.html").render(
            **self._shared(), meeting=meeting, when=self._when(meeting), rooms=rooms, others=others
        )

    def publish_dialog(self) -> str:
        """Return the form of a publication."""
        return template("publish.html").render(**self._shared(), reasons=self._reasons())

    def tonight_dialog(self) -> str:
        """Return the form of an evening, for the programme that was published."""
        published = self.board.published
        if published is None:
            return template("tonight.html").render(**self._shared(), published=None)
        grid = self._grid()
        rows = {item.key for row in published.considerations for item in published.items(row)}
        taken_up = [item for item in published.session.agenda if item.key in rows]
        items = [(str(item.number or item.key), str(item.number or ""), grid.title((item,))) for item in taken_up]
        meetings = [(each.key, self._when(each)) for each in published.meetings]
        return template("tonight.html").render(
            **self._shared(),
            published=self.board.published_path,
            reasons=self._reasons(),
            issues=ISSUES,
            states=STATES,
            items=items,
            meetings=meetings,
            outcomes=[each.value for each in Outcome],
        )

    def _reasons(self) -> list[tuple[str, str]]:
        return [(each.value, self._words().phrase(f"reason-{each.value}")) for each in Reason]

    def outlook(self, parts: Iterable[OutlookPart], lines: Iterable[str] = ()) -> str:
        """Return what would be published: lines of what changes, and each part of the outlook in its language."""
        shown = [(each.kind, each.language, native_name(each.language), "\n".join(each.lines)) for each in parts]
        return template("outlook.html").render(**self._shared(), parts=shown, lines=list(lines))

    def changes(self, done: Evening) -> Iterator[str]:
        """Yield what an evening changes, leaves without a meeting, and breaks."""
        before, after = self.board.published or done.programme, done.programme
        words, say = self._words(), self._say
        yield from (said for _, said in sentences(compare(before, after), words))
        if done.left_over:
            items = [item for key in done.left_over for item in after.session.agenda.items_in(key)]
            yield say("left-over", items=words.labels(items))
        for violation in only_in(self.judged.of(after).report, self.judged.of(before).report):
            yield f"{say('breaks')} {self._verdict(after).said(violation)}"

    def where(self, item: str, meeting: str, *, listed: bool = False) -> Iterator[dict[str, Any]]:
        """Yield for each meeting whether an item may go there: ``yes``, ``breaks`` or ``no``, and in words.

        The meetings of its own forum come first. With ``listed``, each has its line in the dialog of a row too, its
        rank there, and whether it is of its own forum.
        """
        say, verdict, filled = self._say, self._verdict(self.board.programme), template("place.html")
        shared = {**self._shared(), "item": item, "meeting": meeting, "said": verdict.said, "refusal": self._refusal}
        forums = self._forums_of(item)
        for each in destinations(self.board.programme, item, meeting or None):
            if each.allowed:
                told = {"may": "yes", "text": say("allowed")}
            elif each.possible:
                told = {"may": "breaks", "text": " ".join(map(verdict.said, each.broken))}
            else:
                told = {"may": "no", "text": self._refusal(each)}
            line = filled.render(**shared, place=each, when=self._when(each.meeting)) if listed else ""
            more = {"line": line, "rank": each.rank, "own": each.meeting.forum in forums} if listed else {}
            yield {"meeting": each.meeting.key, **told, **more}

    def _forums_of(self, item: str) -> tuple[str, ...]:
        session = self.board.programme.session
        return session.forums_of(instalments_named(session, item)[0])

    def _refusal(self, place: Destination) -> str:
        return self.said_of(place.refused) if place.refused else place.refusal

    def _when(self, meeting: Any) -> str:
        session, words = self.board.programme.session, self._words()
        forum = words.forum_name(session.forum(meeting.forum)) if len(session.forums) > 1 else ""
        when = words.phrase("moment", date=words.date(meeting.opens), time=words.meeting_hours(meeting, session))
        return f"{forum}: {when}" if forum else words.capital(when)
