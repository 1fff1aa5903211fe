"""Takes a calendar program through the story, and lists where what it holds is not the programme."""

from __future__ import annotations

import time
from typing import Protocol

from tests.clients.desktops.expected import FEEDS, Shown, expected, told
from tests.clients.desktops.publisher import Publisher, within
from tests.clients.desktops.story import State, Step

PATIENCE_SECONDS = 60
REST_SECONDS = 1


class Program(Protocol):
    """A calendar program as a delegate uses it."""

    def subscribe(self, name: str, url: str) -> None:
        """Subscribe to a feed under a name."""

    def refresh(self, name: str) -> None:
        """Ask for a feed again."""

    def events(self, name: str) -> list[Shown]:
        """Return the events that it holds of a feed: its stored state."""


def follow(
    program: Program, publisher: Publisher, steps: list[Step]
) -> list[tuple[str, str, list[Shown], list[Shown]]]:
    """Subscribe to all feeds, publish step after step, and return what was held wrongly and what was missing."""
    wrong = []
    for place, step in enumerate(steps):
        if place == 0:
            subscribe(program, publisher)
        else:
            publisher.publish(step.programme)
            refresh(program, publisher)
        wrong += [(step.name, *found) for found in differences(program, step.state)]
    return wrong


def subscribe(program: Program, publisher: Publisher) -> None:
    """Subscribe to all feeds."""
    for feed in FEEDS:
        program.subscribe(feed, f"{publisher.url}/{feed}.ics")


def refresh(program: Program, publisher: Publisher) -> None:
    """Make a program ask for all feeds again; return when each was answered."""
    for feed in FEEDS:
        path = f"/{feed}.ics"
        before = len(publisher.answers(path))
        program.refresh(feed)
        within(PATIENCE_SECONDS, lambda path=path, before=before: len(publisher.answers(path)) > before)


def differences(program: Program, state: State) -> list[tuple[str, list[Shown], list[Shown]]]:
    """Return, of each feed, what is held and should not be, and the other way round; a program is given time."""
    end = time.monotonic() + PATIENCE_SECONDS
    found = [_difference(program, feed, state) for feed in FEEDS]
    while any(wrong or missing for _, wrong, missing in found) and time.monotonic() < end:
        time.sleep(0.2)
        found = [_difference(program, feed, state) for feed in FEEDS]
    return [each for each in found if each[1] or each[2]]


def _difference(program: Program, feed: str, state: State) -> tuple[str, list[Shown], list[Shown]]:
    held, wanted = told(program.events(feed)), expected(feed, state)
    wrong = [event for place, event in enumerate(held) if event not in wanted or event in held[:place]]
    return feed, wrong, [event for event in wanted if event not in held]


def ask_again_for_what_did_not_change(program: Program, publisher: Publisher, step: Step) -> list[int]:
    """Publish a programme that is published already and refresh; return how the feeds were answered, all in all."""
    before = {feed: len(publisher.answers(f"/{feed}.ics")) for feed in FEEDS}
    publisher.publish(step.programme)
    refresh(program, publisher)
    time.sleep(REST_SECONDS)
    return sorted({status for feed in FEEDS for status in publisher.answers(f"/{feed}.ics")[before[feed] :]})
