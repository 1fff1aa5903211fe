"""The conference services."""

from __future__ import annotations

from wgsched.files.building.context import Context
from wgsched.files.grammar import read_minutes
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.conference import ServicesShape
from wgsched.model import SIX, ConferenceServices, InterpretationTeam, Language, Room

_USUAL = ConferenceServices()


def services_of(shape: SessionShape, context: Context) -> ConferenceServices:
    """Return what the conference services grant; the usual where nothing is said."""
    given = shape.services or ServicesShape.model_validate({})
    languages = SIX
    if given.interpretation is not None:
        languages = context.languages(("services", "interpretation"), given.interpretation)
    rooms = tuple(
        Room(key, context.text(("services", "rooms", key), room.title), room.seats, room.booths)
        for key, room in given.rooms.items()
    )
    return ConferenceServices(
        languages=languages,
        teams=_teams(given, languages, context),
        longest_meeting=_minutes("longest meeting", given.longest_meeting, _USUAL.longest_meeting, context),
        meetings_a_day=given.meetings_a_day or _USUAL.meetings_a_day,
        pause=_minutes("pause", given.pause, _USUAL.pause, context),
        weekly=given.weekly,
        rooms=rooms,
    )


def _teams(given: ServicesShape, languages: tuple[Language, ...], context: Context) -> tuple[InterpretationTeam, ...]:
    path: Path = ("services", "teams")
    if not given.teams:
        return (InterpretationTeam("1", languages),)
    if "" not in given.teams:
        return tuple(
            InterpretationTeam(key, context.languages((*path, key), words) or languages)
            for key, words in given.teams.items()
        )
    count = "".join(given.teams[""])
    if not count.isdecimal() or int(count) > 99:
        context.faults.at(path, f"{count!r} is not a number of teams")
        return (InterpretationTeam("1", languages),)
    return tuple(InterpretationTeam(str(number), languages) for number in range(1, int(count) + 1))


def _minutes(name: str, written: str | None, usual: int, context: Context) -> int:
    if written is None:
        return usual
    if written.strip() in ("0", "none"):
        return 0
    return context.attempt(("services", name), read_minutes, written, default=usual)
