"""What a field means where its Python type does not say it: declared beside the type, and read by files.

A rule whose field is an ``ItemKey`` finds there the key of an item, however a session file named it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from pendulum import Date, DateTime


@dataclass(frozen=True)
class Means:
    """The meaning of a field, as a word that readers of files know."""

    what: str


ItemKey: TypeAlias = Annotated[str, Means("item")]
"""An agenda item, by its key; in a session file also by its number."""

InstalmentKey: TypeAlias = Annotated[str, Means("instalment")]
"""An instalment, by its key; in a programme file also by the number of an item that has one alone."""

MeetingKey: TypeAlias = Annotated[str, Means("meeting")]
"""A meeting, by its key; in a session file also by its time, such as ``Thu am``."""

PeriodKey: TypeAlias = Annotated[str, Means("period")]
"""A period of the day, by its key; in a session file also by a usual word, such as ``morning``."""

Moment: TypeAlias = Annotated[str | DateTime, Means("moment")]
"""A moment; for a longer time, such as ``Thu am``, its beginning."""

Deadline: TypeAlias = Annotated[str | DateTime, Means("deadline")]
"""A moment by which something is done; for a longer time, such as ``Thu am``, its end."""

Day: TypeAlias = Annotated[str | Date, Means("day")]
"""A day."""

Hours: TypeAlias = Annotated[tuple[str | DateTime, str | DateTime], Means("hours")]
"""A time from one moment to another; in a session file one text, such as ``15 May 10-12``."""

MinuteCount: TypeAlias = Annotated[int, Means("minutes")]
"""A number of minutes; in a session file also a length of time, such as ``2 h``."""

HourCount: TypeAlias = Annotated[int, Means("hours of time")]
"""A number of hours; in a session file also a length of time, such as ``90 min``."""
