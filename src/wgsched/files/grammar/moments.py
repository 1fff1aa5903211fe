"""Moments: ``Thu am``, ``6 Mar 13:15``, ``14 May 13:15-14:45``, ``7 Oct - 16 Oct``, ISO; perhaps with a zone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pendulum
from pendulum import Date, DateTime

from wgsched.files.grammar.days import DAY, read_day, said, weekday_number
from wgsched.files.grammar.hours import is_hours, period_word, read_hours, read_time
from wgsched.files.grammar.words import Wrong, checked_zone
from wgsched.model import Period, Window

HINT = "Expected for example Thu am, 14 May 13:15, 14 May 13:15-14:45 or 2009-05-14 13:15."
_ISO = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})(?:T(?P<at>\d{2}:\d{2})(?::00)?|\s+(?P<time>\d{1,2}:\d{2})(?:-(?P<until>\d{1,2}:\d{2}))?)"
    r"(?P<offset>Z|[+-]\d{2}:?\d{2})?"
)
_SPAN = re.compile(r"(?P<first>.+?)\s+(?:-|–|to|until)\s+(?P<last>.+)", re.IGNORECASE)
_ZONE = re.compile(r"\s+(?P<zone>[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_+-]+)+|UTC)$")


@dataclass(frozen=True)
class Stretch:
    """What a moment means: from ``opens`` to ``closes`` (equal for a moment), and the period when one was named."""

    opens: DateTime
    closes: DateTime
    period: str | None = None
    whole_day: bool = False

    @property
    def window(self) -> Window:
        """The same as a window."""
        return Window(self.opens, self.closes)

    @property
    def exact(self) -> bool:
        """Whether it is a moment and not a stretch of time."""
        return self.opens == self.closes


@dataclass(frozen=True)
class Calendar:
    """What a moment is read against: the days of the session, its zone, and the periods of each day.

    ``clock`` is the zone of hours of the clock where they are not those of the place; days and periods always are.
    """

    zone: str
    days: tuple[Date, ...]
    periods_of: Callable[[Date], tuple[Period, ...]] = field(default=lambda _: ())
    clock: str | None = None

    def read(self, text: str) -> Stretch:
        """Read a moment, a period, a range of hours, a day, or all from one of these to another.

        Raises:
            Wrong: it is none of these, or its weekday does not agree with its date.
        """
        return self._span(text) or self._one(text)

    def _span(self, text: str) -> Stretch | None:
        """Return ``7 Oct - 16 Oct`` or ``Thu pm - Fri am`` from the opening of the one to the close of the other.

        From a day to the same day is that day.
        """
        sides = _SPAN.fullmatch(text.strip())
        try:
            first, last = (self._one(sides[side]) for side in ("first", "last")) if sides else (None, None)
        except Wrong:
            return None
        if first is None or last is None:
            return None
        if first == last and first.whole_day:
            return first
        return Stretch(first.opens, last.closes) if first.closes <= last.opens else None

    def _one(self, text: str) -> Stretch:
        body, zone = _zone(text.strip(), self.clock or self.zone)
        place = zone if body != text.strip() else self.zone
        if iso := _ISO.fullmatch(body):
            return self._iso(iso, zone, text)
        day, rest = self._day(body, text)
        if not rest:
            return Stretch(self._at(day, (0, 0), place), self._at(day, (24, 0), place), whole_day=True)
        if period := self.period(day, rest):
            return self.in_period(day, period, place)
        if is_hours(rest):
            return self.stretch(day, *read_hours(rest), zone)
        if period_word(rest):
            raise Wrong(f"{said(day)} has no period {rest!r}", self._known(day))
        moment = self._clocked(day, self._time(rest, text), zone)
        return Stretch(moment, moment)

    def period(self, day: Date, word: str) -> Period | None:
        """Return the period of this day that goes by this word."""
        wanted = {word.strip().lower(), period_word(word)}
        return next((period for period in self.periods_of(day) if period.key.lower() in wanted), None)

    def stretch(self, day: Date, opens: tuple[int, int], closes: tuple[int, int], zone: str | None = None) -> Stretch:
        """Return the time from one hour and minute to another, perhaps after midnight, on the clock of a zone.

        Raises:
            Wrong: the clock skips one of them that day, or it comes twice.
        """
        until = day if opens < closes else day.add(days=1)
        return Stretch(self._clocked(day, opens, zone or self.zone), self._clocked(until, closes, zone or self.zone))

    def in_period(self, day: Date, period: Period, zone: str | None = None) -> Stretch:
        """Return a period of a day."""
        until = day if period.opens < period.closes else day.add(days=1)
        ends = ((day, period.opens), (until, period.closes))
        opens, closes = (self._at(each, (time.hour, time.minute), zone or self.zone) for each, time in ends)
        return Stretch(opens, closes, period.key)

    def day(self, text: str) -> Date:
        """Read one day of the session.

        Raises:
            Wrong: it is not one day.
        """
        low = text.strip().lower()
        if self.days and low in ("first day", "last day"):
            return min(self.days) if low == "first day" else max(self.days)
        return read_day(text, year=self._year, among=self.days)

    @property
    def _year(self) -> int | None:
        return max(self.days).year if self.days else None

    def _day(self, body: str, text: str) -> tuple[Date, str]:
        words = body.split(None, 1)
        if not words:
            raise Wrong("a moment is missing", HINT)
        first, rest = words[0].rstrip(",:"), words[1] if len(words) > 1 else ""
        if ordinal := re.match(r"(first|last) day\b", body, re.IGNORECASE):
            return self.day(ordinal.group()), body[ordinal.end() :].strip(" ,")
        dated = DAY.match(body)
        if dated and re.match(r"\s*[ap]\.?m\b", body[dated.end() :], re.IGNORECASE) and not self._has(dated):
            dated = None
        if dated and dated.end() < len(body) and not re.match(r"[\s,]", body[dated.end()]):
            dated = None
        if weekday_number(first) is not None and not (dated and dated.group().strip().lower() != first.lower()):
            return self.day(first), rest.strip(" ,")
        if dated and (dated["iso"] or dated["month"] or dated["weekday"]):
            return self.day(dated.group()), body[dated.end() :].strip(" ,")
        raise Wrong(f"{text!r} is not a moment", HINT)

    def _has(self, dated: re.Match[str]) -> bool:
        """Return whether ``Tue 5`` before ``am`` is a day of the session, and not Tuesday at five."""
        weekday = weekday_number(dated["weekday"]) if dated["weekday"] else None
        return bool(dated["month"] or dated["iso"]) or any(
            day.day == int(dated["day"]) and weekday in (None, day.weekday()) for day in self.days
        )

    def _iso(self, iso: re.Match[str], zone: str, text: str) -> Stretch:
        day, time = self.day(iso["date"]), iso["at"] or iso["time"]
        if iso["offset"]:
            offset = "+00:00" if iso["offset"] == "Z" else iso["offset"]
            opens = pendulum.parse(f"{day}T{time.rjust(5, '0')}{offset}")
            assert isinstance(opens, DateTime)  # noqa: S101 - a date and a time make a moment
            local = opens.in_timezone(self.zone)
            return Stretch(local, local)
        if iso["until"]:
            return self.stretch(day, self._time(time, text), self._time(iso["until"], text), zone)
        opens = self._clocked(day, self._time(time, text), zone)
        return Stretch(opens, opens)

    def _time(self, text: str, whole: str) -> tuple[int, int]:
        try:
            return read_time(text)
        except Wrong:
            raise Wrong(f"{whole!r} is not a moment: {text!r} is not understood", HINT) from None

    def _clocked(self, day: Date, clock: tuple[int, int], zone: str) -> DateTime:
        """Return a moment that a person named by the clock, which must come once that day.

        Raises:
            Wrong: the clock skips it, or it comes twice.
        """
        moment, later = (self._at(day, clock, zone, fold) for fold in (0, 1))
        if moment.timestamp() != later.timestamp():
            there = moment.in_timezone(zone)
            skipped = (there.hour, there.minute) != (clock[0] % 24, clock[1])
            message = f"{clock[0]:02}:{clock[1]:02} {'is skipped' if skipped else 'comes twice'} on {said(day)}"
            readings = " or ".join(sorted(f"{each:%Y-%m-%dT%H:%M%z}" for each in (moment, later)))
            raise Wrong(f"{message}, when the clocks change", f"Take another hour; of a moment, write {readings}.")
        return moment

    def _at(self, day: Date, clock: tuple[int, int], zone: str, fold: int = 1) -> DateTime:
        day = day.add(days=1) if clock[0] == 24 else day
        moment = pendulum.datetime(day.year, day.month, day.day, clock[0] % 24, clock[1], tz=zone, fold=fold)
        return moment if zone == self.zone else moment.in_timezone(self.zone)

    def _known(self, day: Date) -> str:
        keys = [period.key for period in self.periods_of(day)]
        return f"It has {', '.join(keys)}." if keys else "No meeting can be held then."


def _zone(text: str, own: str) -> tuple[str, str]:
    named = _ZONE.search(text)
    if not named:
        return text, own
    return text[: named.start()], checked_zone(named["zone"])
