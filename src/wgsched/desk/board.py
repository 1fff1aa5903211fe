"""The state of a desk: a session file, its draft, and the history of the edits since it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from wgsched.desk.draft import Draft, DraftLine, digest
from wgsched.desk.steps import planned, restored
from wgsched.desk.words import DeskRefusal
from wgsched.editing import AskedEdit, Edit, History, edit
from wgsched.errors import BadInput, Fault, UnknownName, WgschedError
from wgsched.files import programme_from_json, programme_of_rows, programme_to_json, read_programme, session_from
from wgsched.files.saving import saved_into
from wgsched.files.sessions import content_of
from wgsched.files.writing import write_whole
from wgsched.model import Programme


class Board:
    """What one officer works on. Every edit is in the draft before it is in the history."""

    def __init__(self, path: Path, draft: Draft, published: Programme | None) -> None:
        self.path, self.draft, self.published = path, draft, published
        self.published_path: Path | None = None
        self.content = content_of(path)
        self.history = History(self._begin())
        self.saved = self.history.programme
        self.version = 0
        self.recovered = 0
        for entry in draft.entries(digest(self.content)):
            self.history = self._again(entry)
            self.recovered += 1
        if not self.recovered:
            draft.add({"base": digest(self.content)})

    @classmethod
    @contextmanager
    def opened(cls, path: Path, published: Path | None = None) -> Iterator[Board]:
        """Open a session file, with what its draft holds; the draft stays if it holds edits that were not saved.

        Raises:
            BadInput: a file is wrong or cannot be read, or another desk has it open.
        """
        session_from(content_of(path), str(path))  # what is wrong is said before anything is written
        before = read_programme(published) if published else None
        draft = Draft(path)
        board: Board | None = None
        try:
            board = cls(path, draft, before)
            board.published_path = published
            yield board
        finally:
            draft.close(keep=board is None or board.unsaved)

    @property
    def programme(self) -> Programme:
        """The programme as it is now."""
        return self.history.programme

    @property
    def last(self) -> Edit | None:
        """The last edit."""
        return self.history.edits[-1] if self.history.edits else None

    @property
    def unsaved(self) -> bool:
        """Whether the session file does not say what the programme is now."""
        return self.saved is not self.programme

    @property
    def changed_on_disk(self) -> bool:
        """Whether somebody else has changed the session file, or taken it away."""
        try:
            return self.path.read_bytes() != self.content
        except OSError:
            return True

    def do(self, steps: Sequence[AskedEdit]) -> Edit:
        """Make an edit.

        Raises:
            BadInput: it is refused, or cannot be written into the draft; nothing is changed.
        """
        history = self.history.do(edit, steps)
        return self._keep(history, {"edits": list(steps)})

    def undo(self) -> None:
        """Undo the last edit.

        Raises:
            BadInput: there is none.
        """
        if not self.history.edits:
            raise DeskRefusal("refused-undo")
        self._keep_whole(self.history.undo())

    def redo(self) -> None:
        """Make the edit again that was undone last.

        Raises:
            BadInput: there is none.
        """
        if not self.history.undone:
            raise DeskRefusal("refused-redo")
        self._keep_whole(self.history.redo())

    def adopt(self, programme: Programme) -> None:
        """Take over what planning found."""
        history = self.history.do(planned, programme)
        self._keep(history, {"planned": programme_to_json(programme).decode()})

    def as_saved(self) -> bytes:
        """Return the session file with the programme as it is now.

        Raises:
            BadInput: the file cannot say it.
        """
        return saved_into(self.content, str(self.path), self.programme)

    def save(self, *, into_changed: bool = False) -> None:
        """Write the rows into the session file. One that was changed by somebody else is not written over silently.

        With ``into_changed``, the rows are written into the file as it is now, and all else in it stays.

        Raises:
            BadInput: the file was changed, or cannot be written.
        """
        if self.changed_on_disk and not into_changed:
            raise DeskRefusal("refused-changed", file=self.path)
        made = saved_into(content_of(self.path), str(self.path), self.programme)
        self.draft.add({"saving": digest(made)})
        write_whole(self.path, made)
        self.content, self.saved = made, self.programme
        self.version += 1
        self.draft.add({"base": digest(made)})

    def after_evening(self, programme: Programme) -> None:
        """Go on from what was published in the evening; its rows are taken over where nothing else was edited.

        Raises:
            BadInput: they cannot be written into the draft.
        """
        before, self.published = self.published, programme
        if before and before.considerations == self.programme.considerations:
            after = replace(
                self.programme,
                meetings=programme.meetings,
                considerations=programme.considerations,
                set_aside=programme.set_aside,
                actuals=programme.actuals,
                as_of=programme.as_of,
            )
            self._keep(self.history.do(restored, after), {"programme": programme_to_json(after).decode()})

    def _begin(self) -> Programme:
        """Return the rows of the session file; where it has none, those that were published."""
        session = session_from(self.content, str(self.path))
        if not session.organization and self.published:
            with suppress(BadInput, UnknownName):
                made = saved_into(self.content, str(self.path), self.published)
                session = session_from(made, str(self.path))
        rows = programme_of_rows(session, unfinished=True)
        if self.published and self.published.session.key == session.key:
            with suppress(BadInput):
                return replace(rows, actuals=self.published.actuals, as_of=self.published.as_of)
        return rows

    def _keep(self, history: History, entry: DraftLine) -> Edit:
        self.draft.add(entry)
        self.history = history
        self.version += 1
        return history.edits[-1]

    def _keep_whole(self, history: History) -> None:
        """Keep an undone or repeated edit as the programme that it leaves: it may reach back behind the last saving."""
        self.draft.add({"programme": programme_to_json(history.programme).decode()})
        self.history = history
        self.version += 1

    def _again(self, entry: DraftLine) -> History:
        try:
            if "edits" in entry:
                return self.history.do(edit, entry["edits"])
            name, verb = ("planned", planned) if "planned" in entry else ("programme", restored)
            return self.history.do(verb, programme_from_json(entry[name].encode(), str(self.draft.path)))
        except (WgschedError, KeyError, AttributeError) as refused:
            hint = "Delete the draft to begin from the session file as it is."
            fault = Fault(f"holds an edit that cannot be made again: {refused}", str(self.draft.path), hint=hint)
            raise BadInput(fault) from None
