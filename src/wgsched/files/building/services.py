"""The conference services."""

from __future__ import annotations

from wgsched.files.building.context import Context
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape
from wgsched.files.shape.conference import RoomShape, ServicesShape
from wgsched.model import SIX, ConferenceServices, InterpretationTeam, Language, Room

_USUAL = ConferenceServices()


def services_of(given: ServicesShape, context: Context) -> ConferenceServices:
    """Return what the conference services grant; the usual where nothing is said."""
    languages = SIX if given.interpretation is None else given.interpretation
    return ConferenceServices(
        languages=languages,
        teams=_teams(given, languages),
        longest_meeting=_USUAL.longest_meeting if given.longest_meeting is None else given.longest_meeting,
        meetings_a_day=given.meetings_a_day or _USUAL.meetings_a_day,
        pause=_USUAL.pause if given.pause is None else given.pause,
        weekly=given.weekly,
        rooms=tuple(_room(key, room, context) for key, room in given.rooms.items()),
    )


def tell_strange_features(shape: SessionShape, path: Path, named: tuple[str, ...], context: Context) -> None:
    """Tell which features no room has, where rooms are described with theirs."""
    rooms = shape.services.rooms.values() if shape.services else ()
    if known := tuple(dict.fromkeys(name for room in rooms for name in room.features)):
        context.faults.strangers(path, "room with the feature", named, known)


def _room(key: str, given: RoomShape, context: Context) -> Room:
    stretches = [context.stretch(("services", "rooms", key, "hours"), text) for text in given.hours]
    available = tuple(each.window for each in stretches if each)
    return Room(key, given.title, given.seats, given.booths, given.features, available, given.changeover or 0)


def _teams(given: ServicesShape, languages: tuple[Language, ...]) -> tuple[InterpretationTeam, ...]:
    if isinstance(given.teams, int) and not languages:
        return ()  # no interpretation: nobody to give work or rest
    if isinstance(given.teams, int):
        return tuple(InterpretationTeam(str(number), languages) for number in range(1, given.teams + 1))
    named = tuple(InterpretationTeam(key, own or languages) for key, own in given.teams.items())
    return named or ((InterpretationTeam("1", languages),) if languages else ())
