"""Days in other forms: ``10.-11.05.2027``, ``25/05/2027``, ``May 10-11, 2027``; two readings are asked about."""

from __future__ import annotations

import re

from wgsched.files.grammar.words import Wrong

_DOTS = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\d)")
_DOT_BEFORE_RANGE = re.compile(r"(?<![\d.])(\d{1,2})\.(?=\s*[-–])")
_SLASHES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:.h])"


_SHORT_YEAR = re.compile(r"(?<![\d/.])\d{1,2}([/.])\d{1,2}\1\d{2}(?![\d/.])")


def in_usual_form(text: str, months: tuple[str, ...]) -> str:
    """Return days with the day before the name of the month, as `read_days` reads them.

    Raises:
        Wrong: figures with slashes can mean two days, or the year has two figures.
    """
    if short := _SHORT_YEAR.search(text):
        raise Wrong(f"{short[0]!r} has a year of two figures", "Write the month in letters and the year in full.")
    if "/" in text:
        text = _without_slashes(text, months)
    if "." in text:
        text = _DOTS.sub(lambda found: _named(found[1], found[2], found[3], months) or found[0], text)
        text = _DOT_BEFORE_RANGE.sub(r"\1", text)
    names = "|".join(f"{month}|{month[:3]}" for month in months) + "|sept"
    american = re.compile(
        rf"(?<!\d\s)(?<!\d)\b(?P<month>{names})\b\.?\s+(?P<days>{_DAY}(?:\s*(?:-|–|,|\band\b|\bto\b)\s*{_DAY})*)"
        r"(?:,?\s+(?P<year>\d{4})(?!\d))?",
        re.IGNORECASE,
    )
    return american.sub(lambda found: f"{found['days']} {found['month']} {found['year'] or ''}".strip(), text)


def _without_slashes(text: str, months: tuple[str, ...]) -> str:
    """Return days in figures with slashes in words: the day first, or the month, whichever can be."""
    every = _SLASHES.findall(text)
    day_first = [_named(one, other, year, months) for one, other, year in every]
    month_first = [_named(other, one, year, months) for one, other, year in every]
    readings = [some for some in (day_first, month_first) if all(some)]
    if len(readings) > 1 and day_first != month_first:
        seen = "/".join(every[0])
        raise Wrong(f"{seen!r} could be {day_first[0]} or {month_first[0]}", "Write the month in letters.")
    named = iter(readings[0] if readings else ())
    return _SLASHES.sub(lambda one: next(named, None) or one[0], text)


def _named(day: str, month: str, year: str | None, months: tuple[str, ...]) -> str | None:
    """Return a day with the name of its month; None where there is no such month."""
    if not 1 <= int(month) <= len(months):
        return None
    return " ".join(part for part in (str(int(day)), months[int(month) - 1], year) if part)
