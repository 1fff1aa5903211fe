"""The peer: the matheuristic of CoSPLib with HiGHS, run from a copy of its ``Solver`` folder that the user has.

``python -m tests.benchmarks.parallel.peer INSTANCE.json -o ALLOCATION.json --seconds 60 --solver COSPLIB/Solver`` plans
an instance with it. Nothing of CoSPLib is kept here (https://github.com/ahmedkheiri/CoSPLib, MIT licence); it needs
pandas, pytz, pulp and highspy. Half of the seconds is for its model of tracks, the rest for its heuristic. All of them
count from before the instance is read.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from time import time
from typing import Any

from openpyxl import Workbook

from tests.benchmarks.parallel.instance import LINES, Instance

BEGAN = time()


def main() -> None:
    """Write the allocation that the peer finds."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.parallel.peer")
    parser.add_argument("instance", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--solver", type=Path, required=True)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "instance.xlsx"
        workbook(Instance.read(asked.instance)).save(book)
        allocation = solved(book, asked.solver, asked.seconds)
    asked.output.write_text(json.dumps(allocation), encoding="utf-8")


def solved(book: Path, solver: Path, seconds: float) -> dict[str, tuple[str, str, int]]:
    """Return the allocation that the peer finds for a workbook."""
    sys.path.insert(0, str(solver))
    logging.disable()
    config: Any = import_module("config")
    config.SOLVER, config.MILP_TIME_LIMIT_IN_SEC = "HiGHS", seconds / 2
    problem = import_module("domain.problem").Problem(file_path=book)
    problem.build()
    solution = import_module("solution").Solution(problem)
    method = import_module("optimisation.algorithms.matheuristic").Matheuristic()
    method.solve(problem=problem, solution=solution, start_time=BEGAN, run_time_in_sec=seconds)
    return dict(_allocation(problem, solution.get_submissions_solution()))


def _allocation(problem: Any, placed: list[list[list[int]]]) -> Iterator[tuple[str, tuple[str, str, int]]]:
    seen: set[int] = set()
    for session, rooms in enumerate(placed):
        for room, slots in enumerate(rooms):
            for slot, submission in enumerate(slots, 1):
                if submission >= 0 and submission not in seen:
                    seen.add(submission)
                    where = problem.get_session(session).get_session_name(), problem.get_room(room).get_room_name()
                    yield problem.get_submission(submission).get_submission_name(), (*where, slot)


def workbook(instance: Instance) -> Workbook:
    """Return an instance in the form of CoSPLib: nine sheets; a track without submissions is none there."""
    given, book = instance.given, Workbook()
    sessions = [each["id"] for each in instance.sessions]
    tracks = [each for each in given["tracks"] if instance.of_track[each["id"]]]
    keys = [each["id"] for each in tracks]
    book.remove(book.worksheets[0])
    sheets: dict[str, Iterable[Iterable[object]]] = {
        "parameters": _parameters(instance),
        "submissions": _submissions(instance, sessions),
        "tracks": [("Tracks", "Chairs"), *((each["id"], ", ".join(each["chairs"])) for each in tracks)],
        "sessions": _sessions(instance),
        "rooms": [("Rooms",), *((room,) for room in instance.rooms)],
        "tracks_sessions|penalty": _square(instance.penalties("track_session"), keys, sessions),
        "tracks_rooms|penalty": _square(instance.penalties("track_room"), keys, instance.rooms),
        "similar tracks": _square(instance.similar(), keys, keys),
        "sessions_rooms|penalty": _square(instance.penalties("session_room"), sessions, instance.rooms),
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book


def _square(points: Any, ones: list[str], others: list[str]) -> Iterator[list[object]]:
    """Yield a row for each of the first, a column for each of the second; nothing where it costs nothing."""
    yield [None, *others]
    yield from ([one, *(points[one, other] or None for other in others)] for one in ones)


def _parameters(instance: Instance) -> Iterator[tuple[object, ...]]:
    given = instance.given
    good, fair, points = given["suitable_hours"], given["less_suitable_hours"], given["zone_penalties"]
    left: list[tuple[object, object]] = [
        ("Local time zone:", _zone(given["local_zone"])),
        ("Suitable scheduling times", None),
        *zip(("From:", "To:"), good, strict=True),
        ("Less suitable scheduling times", None),
        *zip(("From:", "To:"), fair, strict=True),
        ("Penalty:", points["less suitable"]),
        ("Unsuitable scheduling times", None),
        ("Penalty:", points["unsuitable"]),
    ]
    left += [(None, None)] * (len(LINES) - len(left))
    yield ("Sessions", None, None, "Weights", None)
    yield from ((*pair, None, line, instance.weights[line]) for pair, line in zip(left, LINES, strict=True))


def _sessions(instance: Instance) -> Iterator[tuple[object, ...]]:
    yield "Sessions", "Max Number of Timeslots", "Date", "Start Time", "End Time"
    for each in instance.sessions:
        yield each["id"], each["timeslots"], f"day {each['day']}", each["opens"], each["closes"]


def _submissions(instance: Instance, sessions: list[str]) -> Iterator[list[object]]:
    names = ("Reference", "Track", "Required Timeslots", "Order", "Time Zone", "Presenters", "Attendees")
    in_session, in_room = (instance.penalties(f"submission_{name}") for name in ("session", "room"))
    yield [*names, *sessions, *instance.rooms]
    for each in instance.submissions:
        key, who = each["id"], (", ".join(each[role]) for role in ("presenters", "attendees"))
        own = (key, each["track"], each["timeslots"], each["order"], _zone(each["zone"]), *who)
        costs = [in_session[key, session] or None for session in sessions]
        yield [*own, *costs, *(in_room[key, room] or None for room in instance.rooms)]


def _zone(hours: int) -> str:
    return f"GMT{hours:+d}"


if __name__ == "__main__":
    main()
