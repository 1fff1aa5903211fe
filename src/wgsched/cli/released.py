"""The meetings that a programme does not need: which can be released to conference services, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from wgsched.files.meetingnames import period_word_of
from wgsched.languages import lexicon
from wgsched.model import Meeting, Programme, ServiceBasis
from wgsched.model.gate import instant
from wgsched.model.reading import counted

SHOWN = 6
"""Days of a forum that are named."""

_PERIODS = {"am": "a.m.", "pm": "p.m."}


def released(programme: Programme) -> Iterator[str]:
    """Yield how many of the meetings are used, and which others can be released, or can no longer be."""
    free = [each for each in unused(programme) if not programme.was_held(each)]
    if not free:
        return
    used = sum(programme.takes_place(each) for each in programme.meetings)
    late = [each for each in free if _too_late(programme, each)]
    early = [each for each in free if each not in late]
    notice = _hours(programme.session.release_notice)
    told = [f"{used} of {used + len(free)} meetings used"]
    for interpreted in (True, False):
        some = [each for each in early if (each.basis is ServiceBasis.WITH) is interpreted]
        until = f" until {notice} before" if notice else ""
        served = ", with interpretation" if interpreted else ""
        told += [f"{_named(programme, some)} can be released{until}{served}"] if some else []
    told += [f"it is too late to release {_named(programme, late)} ({notice} before)"] if late else []
    yield "; ".join(told) + "."


def unused(programme: Programme) -> tuple[Meeting, ...]:
    """Return the meetings that are booked and take up nothing, in order of time."""
    booked = {each.key for forum in programme.session.forums for each in counted(programme, forum.key) if each.sits}
    return tuple(each for each in programme.meetings if each.key in booked and not programme.takes_place(each))


def _too_late(programme: Programme, meeting: Meeting) -> bool:
    """Return whether the notice has passed, as far as the moment of the programme is known."""
    now = programme.as_of
    return now is not None and instant(now) > instant(meeting.opens) - 60 * programme.session.release_notice


def _named(programme: Programme, meetings: list[Meeting]) -> str:
    """Return meetings by their day and, where there are several, their forums: ``Friday a.m. and p.m. (Plenary)``."""
    forums: dict[str, list[str]] = {}
    for forum in programme.session.forums:
        own = [each for each in meetings if each.forum == forum.key]
        days = [_day(programme, list(of_day)) for _, of_day in groupby(own, key=lambda each: each.date)]
        more = len(days) - SHOWN
        said = ", ".join(days[:SHOWN]) + (f" and {more} more day{'' if more == 1 else 's'}" if more > 0 else "")
        if days:
            forums.setdefault(said, []).append(forum.title.best("en", programme.session.original) or forum.key)
    several = len(programme.session.forums) > 1
    return ", ".join(f"{said} ({', '.join(names)})" if several else said for said, names in forums.items())


def _day(programme: Programme, meetings: list[Meeting]) -> str:
    day = meetings[0].date
    alone = sum(each.weekday() == day.weekday() for each in programme.session.days) == 1
    *first, last = _parts_of_the_day(programme, meetings)
    said = f"{', '.join(first)} and {last}" if first else last
    return f"{day:%A}{'' if alone else f' {day.day} {day:%B}'} {said}"


def _parts_of_the_day(programme: Programme, meetings: list[Meeting]) -> list[str]:
    """Return the period of each meeting; their hours where the forum meets twice in a period of that day."""
    day, forum = meetings[0].date, meetings[0].forum
    if all(period_word_of(each).isalpha() for each in programme.meetings if (each.date, each.forum) == (day, forum)):
        return [_PERIODS.get(word := period_word_of(each), word) for each in meetings]
    words = lexicon("en", programme.session)
    return [words.hours(each.window) for each in meetings]


def _hours(minutes: int) -> str:
    """Return a length of time: ``24 hours``, ``90 minutes``."""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    number, noun = (minutes, "minute") if rest else (hours, "hour")
    return f"{number} {noun}{'' if number == 1 else 's'}"
