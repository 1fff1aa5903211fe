"""Programmes for the tests of layouts: the founding session with its typed or timed rows, and one with everything."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pendulum

from tests.programmes import timed, typed
from tests.sessions import at, item, meeting, minutes, session
from wgsched.annexes.formats import text
from wgsched.files import read_session
from wgsched.model import (
    AgendaItem,
    ConferenceServices,
    Document,
    Event,
    Forum,
    ForumKind,
    Holiday,
    Programme,
    Role,
    Room,
    Session,
    Text,
)

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden" / "asset-recovery-2009"

ROWS = (
    (("1a", 15), ("1b", 15), ("2a", 150)),
    (("2a", 30), ("2b", 150)),
    (("2b", 180),),
    (("2c", 120), ("3", 60)),
)
"""The rows of the founding document, meeting by meeting, with the minutes that fill them."""


@cache
def founding_session() -> Session:
    """Return the session of the example, whole."""
    return read_session(ROOT / "examples" / "asset-recovery-2009.yaml")


@cache
def founding() -> Programme:
    """Return the founding document's programme, with hours."""
    whole = founding_session()
    return timed(whole, dict(zip((each.key for each in whole.meetings), ROWS, strict=True)))


@cache
def founding_without_hours() -> Programme:
    """Return the same rows as a person types them."""
    whole = founding_session()
    rows = ([instalment for instalment, _ in each] for each in ROWS)
    return typed(whole, dict(zip((each.key for each in whole.meetings), rows, strict=True)))


def en(text: str) -> Text:
    """Return a text in English alone."""
    return Text(en=text)


@cache
def full() -> Programme:
    """Return three days with all that an annex can hold.

    Two forums, joint items, an entry whose hour is a promise, an event, a holiday, a cancelled meeting, a meeting that
    need not be held, rooms, and documents that are out, late, planned and undated.
    """
    plenary, committee = Forum("plenary", en("Plenary")), Forum("committee", en("Committee I"), ForumKind.COMMITTEE)
    items = (
        item("1", 30, role=Role.OPENING),
        item("2"),
        item("2 (a)", 90, jointly="2a"),
        item("2 (b)", jointly="2a"),
        item("3", 180, forums=("committee",)),
        AgendaItem("panel", title=en("Panel of ministers"), parent="2", takes=minutes(60), firm=True),
        item("4", 60, role=Role.CLOSURE),
    )
    meetings = (
        meeting("14-am", 14, 10, room="A"),
        meeting("14-pm", 14, 15, room="A"),
        meeting("14-pm-c", 14, 15, forum="committee", room="B"),
        meeting("15-am", 15, 10, cancelled=True),
        meeting("18-am", 18, 10, room="A"),
        meeting("18-am-c", 18, 10, forum="committee"),
        meeting("18-pm", 18, 15, optional=True, held=False),
    )
    whole = session(
        *items,
        meetings=meetings,
        forums=(plenary, committee),
        events=(
            Event("tea", en("Tea"), at(14, 13), at(14, 14), room="Hall", shown=frozenset({"annex", "grid", "journal"})),
            Event("dinner", en("Dinner"), at(14, 20), at(14, 22), shown=frozenset({"feed"})),
        ),
        services=ConferenceServices(rooms=(Room("A", en("Conference room A")), Room("B", en("Conference room B")))),
        documents=(
            Document("T/1", en("Note"), ("2a",), tuple((each, pendulum.date(2009, 3, 20)) for each in ("ar", "zh"))),
            Document("T/2", en("Report"), ("3",), tuple((each, pendulum.date(2009, 3, 20)) for each in SIX_CODES)),
            Document("T/3", en("Addendum"), ("3",), tuple((each, pendulum.date(2009, 5, 13)) for each in SIX_CODES)),
            Document("T/4", en("Draft"), ("4",), planned=True),
        ),
        symbol="T/0",
        languages=SIX_CODES,
        issued=pendulum.date(2009, 3, 20),
    )
    days = tuple(pendulum.date(2009, 5, day) for day in (14, 15, 18))
    holidays = (Holiday(pendulum.date(2009, 5, 16)), Holiday(pendulum.date(2009, 5, 15)), Holiday(at(20, 0).date()))
    whole = replace(whole, days=days, place=replace(whole.place, holidays=holidays))
    return timed(
        whole,
        {
            "14-am": [("1", 30), ("2a", 60), ("", 30), ("panel", 60)],
            "14-pm": [("2a", 30)],
            "14-pm-c": [("3", 120)],
            "18-am": [("4", 60)],
            "18-am-c": [("3", 60)],
        },
    )


SIX_CODES = ("ar", "zh", "en", "fr", "ru", "es")


def printed(document: object) -> list[str]:
    """Return the pages as lines of plain text, without empty ones."""
    return [line for line in text.write([document]).decode().split("\n") if line]  # type: ignore[list-item]


def needed(layout, programme):
    """Return what a layout must be given to print a programme."""
    before = {"changes": full, "corrigendum": lambda: programme}.get(layout)
    return {"since": before()} if before else {}
