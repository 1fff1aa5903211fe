"""What a rule or a preference speaks of: a path into the session, such as ``participants.windows``."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any, get_args, get_type_hints

from wgsched.model.session import Session


def is_there(session: Session, path: str) -> bool:
    """Return whether a session has something at a path, of a tuple in one of its members; the empty path has it all."""
    things: list[Any] = [session]
    for name in path.split(".") if path else ():
        values = [getattr(each, name) for each in things]
        things = [one for value in values for one in (value if isinstance(value, tuple) else (value,)) if one]
    return bool(things)


def lacking(path: str) -> str | None:
    """Return why a path leads to no field of a session; None if it leads to one."""
    kind: Any = Session
    for name in path.split(".") if path else ():
        fields = get_type_hints(kind) if is_dataclass(kind) else {}
        if name not in fields:
            return f"{getattr(kind, '__name__', kind)} has no field {name!r}"
        hint = fields[name]
        kind = next(filter(is_dataclass, get_args(hint)), hint)  # what a tuple holds, or what there may be
    return None
