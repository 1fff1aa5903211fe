"""Hours: ``10-13``, ``9:30-12:30``, ``10 a.m.-1 p.m.``, ``3-6 p.m.``; several with commas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pendulum import Time

from wgsched.files.grammar.words import Wrong
from wgsched.model import Period

HINT = "Expected for example 10-13, 9:30-12:30 or 3-6 p.m."
_TIME = (
    r"(?:(?P<{0}h>\d{{1,2}})(?:[:.h](?P<{0}m>\d{{2}})|h)?\s*(?P<{0}half>a\.?m\.?|p\.?m\.?)?|(?P<{0}word>noon|midnight))"
)
_ONE = re.compile(_TIME.format("a"), re.IGNORECASE)
_RANGE = re.compile(_TIME.format("a") + r"\s*(?:-|–|—|\bto\b)\s*" + _TIME.format("b"), re.IGNORECASE)

_WORDS = {
    "am": "am", "a.m": "am", "morning": "am", "mornings": "am",
    "pm": "pm", "p.m": "pm", "afternoon": "pm", "afternoons": "pm",
    "midday": "midday", "lunch": "midday", "lunchtime": "midday",
    "night": "night", "evening": "night", "nights": "night", "evenings": "night",
}  # fmt: skip


def period_word(text: str) -> str | None:
    """Return the key of a period for a usual word (``morning``, ``p.m.``), else None."""
    return _WORDS.get(text.strip().lower().rstrip("."))


def read_time(text: str) -> tuple[int, int]:
    """Read one time of day as hours and minutes; 24:00 is the end of the day.

    Raises:
        Wrong: it is not a time.
    """
    time = _ONE.fullmatch(text.strip())
    if not time:
        raise Wrong(f"{text!r} is not a time of day", "Expected for example 10:00 or 3 p.m.")
    return _clock(time, "a", None, text)


def is_hours(text: str) -> bool:
    """Return whether a text has the form of hours, from one time to another."""
    return bool(_RANGE.fullmatch(text.strip()))


def read_hours(text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """Read one range of hours; the end may lie after midnight.

    Raises:
        Wrong: it is not such a range.
    """
    hours = _RANGE.fullmatch(text.strip())
    if not hours:
        raise Wrong(f"{text!r} is not hours", HINT)
    half = hours["bhalf"]
    closes = _clock(hours, "b", None, text)
    opens = _clock(hours, "a", half, text)
    if half and not hours["ahalf"] and opens >= closes:
        opens = _clock(hours, "a", "am", text)
    if opens == closes:
        raise Wrong(f"{text!r} opens when it closes", HINT)
    if closes < opens and opens[0] < 17:
        raise Wrong(f"{text!r} closes before it opens", HINT)
    return opens, closes


def read_periods(texts: Sequence[str]) -> tuple[Period, ...]:
    """Read several hours as the periods of a day, named by when they open: am, midday, pm, night.

    Raises:
        Wrong: one is not hours, or two overlap.
    """
    ranges = [read_hours(part) for text in texts for part in text.split(",")]
    for (_, closes), (opens, _) in pairwise(ranges):
        if opens < closes:
            raise Wrong("these hours overlap, or are not in order", HINT)
    afternoons = sum(12 <= opens[0] < 18 for opens, _ in ranges)
    periods: list[Period] = []
    for opens, closes in ranges:
        key = _named(opens[0], afternoons)
        same = sum(period.key.split("-")[0] == key for period in periods)
        periods.append(period_of(f"{key}-{same + 1}" if same else key, opens, closes))
    return tuple(periods)


def period_of(key: str, opens: tuple[int, int], closes: tuple[int, int]) -> Period:
    """Return a period; 24:00 becomes midnight."""
    return Period(key, Time(opens[0] % 24, opens[1]), Time(closes[0] % 24, closes[1]))


def _named(hour: int, afternoons: int) -> str:
    if hour < 12:
        return "am"
    if hour < 14 and afternoons > 1:
        return "midday"
    return "pm" if hour < 18 else "night"


def _clock(written: re.Match[str], side: str, inherited: str | None, text: str) -> tuple[int, int]:
    if word := written[f"{side}word"]:
        return (12, 0) if word.lower() == "noon" else (24, 0)
    hour, minute = int(written[f"{side}h"]), int(written[f"{side}m"] or 0)
    half = (written[f"{side}half"] or inherited or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12 and not (inherited and not written[f"{side}half"]):
        raise Wrong(f"{text!r} has an hour that is not on a clock of twelve hours", HINT)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise Wrong(f"{text!r} is not a time of day", HINT)
    return hour, minute
