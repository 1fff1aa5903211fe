"""Several changes by hand as one: all are made, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wgsched.editing.edits import Edit
from wgsched.model import Programme, Sentence


def together(programme: Programme, verbs: Iterable[Callable[[Programme], Edit]]) -> Edit:
    """Make changes one after another, and return them as one edit, which is undone as one.

    Raises:
        BadInput: one of them is refused; the programme is as it was.
    """
    after, said = programme, []
    for verb in verbs:
        edit = verb(after)
        after = edit.programme
        said.append(edit.sentence)
    sentence = said[0] if len(said) == 1 else Sentence("several-changes", changes=tuple(said))
    return Edit(programme, after, sentence)
