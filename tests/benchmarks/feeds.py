"""Measures feeds and publishing: ``python -m tests.benchmarks.feeds``. Seconds of processor time, the best of three."""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pendulum

from tests.sessions import at, item, session
from wgsched.feeds import Calendars, Feed, Frame, View
from wgsched.model import SIX, Body, Consideration, Forum, ForumKind, Meeting, Place, Programme, Text
from wgsched.publishing import amend, publish

SITE = "https://example.org/wg"


def best(act: Callable[[], object], times: int = 3) -> float:
    """Return the shortest of some runs."""
    found = []
    for _ in range(times):
        start = time.process_time()
        act()
        found.append(time.process_time() - start)
    return min(found)


def programme(days: int, hours: tuple[int, ...], forums: tuple[str, ...], length: int) -> Programme:
    """Return a programme in six languages with a meeting of each forum at each hour of each day, three rows in each."""
    six = Text({language: f"{language} title" for language in SIX})
    meetings = tuple(
        Meeting(f"{forum}-{day}-{hour}", forum, at(day, hour), at(day, hour).add(minutes=length), room=f"R{hour % 6}")
        for day in range(1, days + 1)
        for hour in hours
        for forum in forums
    )
    below = {top: [item(f"{top} ({letter})", 60, title=six) for letter in "abc"] for top in range(1, 9)}
    items = [each for top in below for each in (item(str(top), title=six), *below[top])]
    made = session(*items, meetings=meetings, forums=tuple(Forum(key, six, ForumKind.COMMITTEE) for key in forums))
    dates = tuple(pendulum.date(2009, 5, day) for day in range(1, days + 1))
    made = replace(made, place=Place("vienna", six, "Europe/Vienna"), body=Body(six, six), days=dates)
    keys = [each.key for each in items if each.takes]
    rows = (Consideration(keys[(3 * n + k) % len(keys)], m.key) for n, m in enumerate(meetings) for k in range(3))
    return Programme(made, meetings, tuple(rows))


def feeds() -> None:
    """Print what 500 events take."""
    large = programme(25, tuple(range(8, 18)), ("a", "b"), 55)
    feed = Calendars(Frame(large), "en").feed(View())

    def fresh() -> Feed:
        return replace(feed, events=tuple(map(replace, feed.events)))

    print(f"{len(feed.events) - 1} meetings to octets    {best(lambda: fresh().data):.3f}")
    print(f"{len(feed.events) - 1} meetings to jCal      {best(lambda: fresh().jcal):.3f}")
    print(f"the same, words and all  {best(lambda: Calendars(Frame(large), 'en').feed(View()).data):.3f}")


def folder(site: Path, **options: object) -> str:
    """Return what publishing takes: at first, again, and with a change."""
    usual = programme(10, (10, 15), ("a", "b", "c"), 180)
    moved = amend(usual, usual.meetings[0].key, opens="2009-05-01 11:00").programme
    moments = iter(range(1, 100))

    def anew(given: Programme) -> None:
        publish(given, site, moment=f"2009-04-20 09:{next(moments):02}", site=SITE, reason="room-change", **options)

    first = best(lambda: publish(usual, site / "first" / str(next(moments)), moment="2009-04-20", site=SITE, **options))
    anew(usual)
    again = best(lambda: anew(usual))
    programmes = itertools.cycle((moved, usual))
    change = best(lambda: anew(next(programmes)))
    return f"first {first:.2f}, unchanged {again:.3f}, one meeting moved {change:.2f}"


def main() -> None:
    """Print the figures."""
    feeds()
    with tempfile.TemporaryDirectory() as there:
        print("60 meetings, 6 languages, all views:")
        print(f"  without papers: {folder(Path(there) / 'a', papers=())}")
        print(f"  with papers in every format: {folder(Path(there) / 'b')}")


if __name__ == "__main__":
    main()
