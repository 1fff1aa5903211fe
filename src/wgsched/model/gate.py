"""The gate into the model: what every noun checks of its values.

The messages are the same as those of the reader of files. Each fault carries the path to the value, counted from the
noun, such as ``meetings.3.closes``.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

import pendulum
from pendulum import Date, DateTime, FixedTimezone, Timezone

from wgsched.errors import BadInput, Fault, nearest


class Keyed(Protocol):
    """A noun with an identity."""

    @property
    def key(self) -> str:
        """The identity, given once."""


AnyNoun = TypeVar("AnyNoun")


def put(noun: object, **values: object) -> None:
    """Set values of a frozen noun while it is made."""
    for name, value in values.items():
        object.__setattr__(noun, name, value)


def refuse(faults: Iterable[Fault]) -> None:
    """Raise all faults of a noun at once.

    Raises:
        BadInput: there is a fault.
    """
    all_faults = tuple(faults)
    if all_faults:
        raise BadInput(*all_faults)


def unchecked(noun: type[Any], values: Mapping[str, object]) -> Any:
    """Return a noun without its checks, to look for more faults in it."""
    made = object.__new__(noun)
    for each in fields(noun):
        usual = each.default if each.default_factory is MISSING else each.default_factory()
        object.__setattr__(made, each.name, values.get(each.name, usual))
    return made


def with_moments(noun: object, *names: str) -> None:
    """Turn the moments of a noun into pendulum's; a ``datetime`` with a zone is accepted, and None stays None.

    Raises:
        BadInput: a value has no zone, or is not a moment.
    """
    for name in names:
        value = getattr(noun, name)
        if value is not None and not (type(value) is DateTime and type(value.tzinfo) is Timezone):
            put(noun, **{name: moment_of(value, name)})


def moment_of(value: object, path: str = "") -> DateTime:
    """Return a moment with a zone as pendulum's.

    Raises:
        BadInput: it has no zone, or is not a moment.
    """
    if not isinstance(value, datetime):
        raise BadInput(Fault(f"{value!r} is not a moment", path=path, hint="Give a datetime with a time zone."))
    if value.tzinfo is None or value.utcoffset() is None:
        hint = 'Name the zone, as in pendulum.datetime(2009, 5, 14, 10, tz="Europe/Vienna").'
        raise BadInput(Fault(f"{value:%Y-%m-%d %H:%M} has no time zone", path=path, hint=hint))
    if isinstance(value, DateTime) and isinstance(value.tzinfo, Timezone | FixedTimezone):
        return value
    in_utc = pendulum.instance(value.astimezone(UTC))
    name = getattr(value.tzinfo, "key", None)
    return in_utc.in_timezone(name) if name and is_zone(name) else in_utc


def instant(moment: DateTime) -> float:
    """Return a moment as seconds of real time.

    Python compares moments of one zone by their clock. When the clock is put back, it shows an hour twice, and only
    real time tells which comes first.
    """
    return moment.timestamp()


def on_clock(moment: DateTime, zone: Timezone) -> DateTime:
    """Return the same moment on the clock of a zone."""
    return moment if moment.tzinfo is zone else moment.in_timezone(zone)


def in_zone(noun: AnyNoun, zone: Timezone, *names: str) -> AnyNoun:
    """Return a noun with these moments on the clock of a zone; the noun itself if they already are."""
    given = [(name, getattr(noun, name)) for name in names]
    other = {name: each.in_timezone(zone) for name, each in given if each is not None and each.tzinfo is not zone}
    return replace(noun, **other) if other else noun  # type: ignore[type-var]


def all_in_zone(nouns: Iterable[AnyNoun], zone: Timezone, *names: str) -> tuple[AnyNoun, ...]:
    """Return nouns with these moments on the clock of a zone."""
    return tuple(in_zone(noun, zone, *names) for noun in nouns)


def days_of(days: Iterable[date]) -> tuple[Date, ...]:
    """Return days in order, each once, as pendulum's."""
    return tuple(sorted({day if type(day) is Date else Date(day.year, day.month, day.day) for day in days}))


class Timed(Protocol):
    """A noun that opens at a moment."""

    @property
    def opens(self) -> DateTime:
        """When it opens."""


TimedNoun = TypeVar("TimedNoun", bound=Timed)


def in_time(nouns: Iterable[TimedNoun]) -> tuple[TimedNoun, ...]:
    """Return nouns in the order in which they open; those that open together keep their order."""
    return tuple(sorted(nouns, key=lambda noun: instant(noun.opens)))


def is_zone(name: object) -> bool:
    """Return whether a time zone has this name."""
    return isinstance(name, str) and _is_zone(name)


@lru_cache(maxsize=256)
def _is_zone(name: str) -> bool:
    try:
        return ZoneInfo(name).key == name  # the list of all names is slow to ask for
    except (ValueError, OSError, LookupError):
        return False


def zone_faults(name: object, path: str) -> Iterator[Fault]:
    """Yield a fault if no time zone has this name."""
    if not is_zone(name):
        yield Fault(f"{name!r} is not the name of a time zone", path=path, hint="Expected for example Europe/Vienna.")


def doubled(what: str, nouns: Sequence[Keyed], path: str) -> Iterator[Fault]:
    """Yield a fault for each noun that has the key of an earlier one."""
    if len({noun.key for noun in nouns}) == len(nouns):
        return
    seen: set[str] = set()
    for place, noun in enumerate(nouns):
        if noun.key in seen:
            yield Fault(f"another {what} has the key {noun.key!r}", path=f"{path}.{place}.key")
        seen.add(noun.key)


def strangers(what: str, values: Iterable[object], kind: type[Any], path: str) -> Iterator[Fault]:
    """Yield a fault for each value of another kind, such as a class in place of a rule."""
    fitting: set[type] = set()  # to ask whether something fits a protocol is slow: once for all that are of a class
    for place, value in enumerate(values):
        if type(value) in fitting:
            continue
        if isinstance(value, type):
            hint = f"Make one: {value.__name__}(...)."
            yield Fault(f"the class {value.__name__} itself is no {what}", path=f"{path}.{place}", hint=hint)
        elif not isinstance(value, kind):
            yield Fault(f"{value!r} is no {what}", path=f"{path}.{place}")
        else:
            fitting.add(type(value))


def unknown(what: str, name: str, known: Container[str], path: str) -> Iterator[Fault]:
    """Yield a fault if a name is unknown."""
    if name not in known:
        near = nearest(name, known).strip() if isinstance(known, Iterable) else ""
        yield Fault(f"there is no {what} {name!r}", path=path, hint=near)


def at_least(least: int, values: Mapping[str, int | None]) -> Iterator[Fault]:
    """Yield a fault for each number that is too small."""
    for name, value in values.items():
        if value is not None and value < least:
            yield Fault(f"{value} is too small; it must be at least {least}", path=name)
