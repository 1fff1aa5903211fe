"""What a calendar program must hold of each subscribed feed, worked out from the story by hand-written words."""

from __future__ import annotations

from tests.clients.desktops.story import (
    BODIES,
    HOST,
    LABELS,
    PLACES,
    ROOMS,
    SUMMARIES,
    TITLES,
    Sitting,
    State,
)
from tests.sessions import at

FEEDS = ("en/all", "zh/all", "en/items", "en/room-C1")
Shown = dict[str, object]


def expected(feed: str, state: State) -> list[Shown]:
    """Return the events of a feed, in order of their identities."""
    language, _, view = feed.partition("/")
    sittings = [each for each in state.sittings.values() if view != "room-C1" or each.room == "C1"]
    if view == "items":
        found = [_item(sitting, row, language, state) for sitting in sittings for row in sitting.items]
    else:
        found = [_meeting(sitting, language, state) for sitting in sittings]
    return sorted([_session(language, state), *found], key=lambda event: str(event["uid"]))


def told(events: list[Shown]) -> list[Shown]:
    """Return what a program told of its events, in order, and of each description the titles of item 2 (b) in it."""
    titles = [title for versions in TITLES for title in versions.values()]
    found = [{**each, "description": [one for one in titles if one in str(each["description"])]} for each in events]
    return sorted(found, key=lambda event: str(event["uid"]))


def _session(language: str, state: State) -> Shown:
    return {
        "uid": f"session@{HOST}",
        "opens": state.span[0],
        "closes": state.span[1],
        "summary": BODIES[language],
        "location": PLACES[language],
        "status": "CONFIRMED" if state.adopted else "TENTATIVE",
        "description": [],
    }


def _meeting(sitting: Sitting, language: str, state: State) -> Shown:
    return _event(f"meeting.{sitting.key}@{HOST}", sitting, sitting.items, language, state)


def _item(sitting: Sitting, row: tuple[str, int], language: str, state: State) -> Shown:
    return _event(f"item.{row[0]}.{row[1]}@{HOST}", sitting, (row,), language, state)


def _event(uid: str, sitting: Sitting, rows: tuple[tuple[str, int], ...], language: str, state: State) -> Shown:
    series, separator, continued, cancelled = SUMMARIES[language]
    labels = [continued.format(LABELS[item]) if part > 1 else LABELS[item] for item, part in rows]
    summary = series.format(BODIES[language], separator.join(labels))
    status = "CONFIRMED" if state.adopted else "TENTATIVE"
    comma = "，" if language == "zh" else ", "
    return {
        "uid": uid,
        "opens": int(at(sitting.day, *sitting.opens).timestamp()),
        "closes": int(at(sitting.day, *sitting.closes).timestamp()),
        "summary": cancelled.format(summary) if sitting.cancelled else summary,
        "location": ROOMS[sitting.room][language] + comma + PLACES[language],
        "status": "CANCELLED" if sitting.cancelled else status,
        "description": [state.title[language]] if any(item == "2b" for item, _ in rows) else [],
    }
