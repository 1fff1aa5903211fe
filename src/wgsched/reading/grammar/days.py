"""Days as papers write them: with or without weekday, month and year, in any order, one or from one to another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from wgsched.reading.grammar.texts import low
from wgsched.reading.grammar.words import WordLists, words_of


@dataclass(frozen=True)
class WrittenDay:
    """A day as written; what the paper leaves out is None. ``last`` is the day at the other end, if it is a stretch.

    ``within`` is the stretch, such as a week, in which a weekday without a date falls; ``nth`` its number among the
    days of the session: "Day 2".
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    last: WrittenDay | None = None
    rest: str = ""
    within: WrittenDay | None = None
    nth: int = 0

    @property
    def dated(self) -> bool:
        """Whether it names a day and a month."""
        return self.day is not None and self.month is not None


def read_day(text: str, words: WordLists) -> WrittenDay | None:
    """Return the first day that a text names, with what else the text says; None when it names none."""
    line = low(" ".join(text.split()))
    if not words.spaced:
        line = _AROUND.sub("", line)
    patterns = _patterns(words.code)
    for pattern in patterns.stretches:
        if match := pattern.search(line):
            return _stretch(match, line, words)
    for pattern in patterns.dates:
        match = pattern.search(line)
        if match and (written := _dated(match.groupdict(), words)):
            day = _with_weekday(written, line, match.start(), match.end(), words)
            if pattern is not patterns.dates[-1] or day.weekday is not None or patterns.nth.match(line):
                return day  # 17/09 alone may be a fraction, a symbol or an hour
    if match := patterns.alone.fullmatch(line):
        return WrittenDay(nth=int(match[1] or match[2]))
    if match := patterns.weekday.search(line):
        return WrittenDay(weekday=words.weekdays[match.group()], rest=_rest(line, match.start(), match.end()))
    return None


def is_day(text: str, words: WordLists) -> bool:
    """Return whether a text is a day and nothing else, but for signs, brackets and "Day 2"."""
    written = read_day(text, words)
    return written is not None and written.last is None and not _patterns(words.code).empty.sub("", written.rest)


_AROUND = re.compile(r"\s+(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s+")
"""Spaces beside a character of a script that needs none."""


@dataclass(frozen=True)
class _Patterns:
    dates: tuple[re.Pattern[str], ...]
    stretches: tuple[re.Pattern[str], ...]
    weekday: re.Pattern[str]
    empty: re.Pattern[str]
    nth: re.Pattern[str]
    alone: re.Pattern[str]
    month: re.Pattern[str]


@cache
def _patterns(code: str) -> _Patterns:
    words = words_of(code)
    glue, nth = words.part("date-glue"), words.part("nth-day")
    g = rf"[\s,.]*(?:(?:{glue})[\s,.]*){{0,2}}"
    month = "|".join(re.escape(word) for word in sorted(words.months, key=len, reverse=True))
    month = rf"(?<![^\W\d])(?P<month>{month})(?![^\W\d_])" if words.spaced else rf"(?<!\d)(?P<month>{month})"
    if words.data.get("months-twice") == "yes":
        month = rf"{month}(?:\s*/\s*[^\W\d_]+)?"
    other = month.replace("P<month>", "P<other>")
    day, year = r"(?<![\d:.])(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª)?(?![\d:])", r"(?P<year>(?:19|20|21)\d\d)(?!\d)"
    last = day.replace("P<day>", "P<last>")
    to = rf"\s*(?:-|/|{words.any_of('until')}|{words.any_of('and')})\s*"
    texts = (
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"{year}{g}{month}{g}{day}",
        rf"{day}{g}{month}(?:{g}{year})?",
        rf"{month}{g}{day}(?:{g}{year})?",
        rf"(?<![\d/.])(?P<day>\d{{1,2}})[./](?P<number>\d{{1,2}})[./-]{year}",
        r"(?<![\d/.])(?P<day>\d{1,2})/(?P<number>\d{1,2})(?![\d/.])",
    )
    stretches = (
        r"(?<![\d/.])(?P<day>\d{1,2})\s*-\s*(?P<last>\d{1,2})[/.](?P<number>\d{1,2})[-/.](?P<year>(?:19|20|21)\d\d)(?!\d)",
        rf"{year}{g}{month}{g}{day}{g}{to}(?:{other}{g})?{last}(?:{g})",
        rf"{day}(?:{g}{month})?{to}{last}{g}{other}(?:{g}{year})?",
        rf"{month}{g}{day}{to}(?:{other}{g})?{last}(?:{g}{year})?",
    )
    names = "|".join(re.escape(word) for word in sorted(words.weekdays, key=len, reverse=True))
    weekday = rf"(?<!\w)(?:{names})(?!\w)" if words.spaced else f"(?:{names})"
    empty = rf"(?:{nth})\s*\d*|\d+(?:er)?\s*(?:{nth})|(?<!\w)(?:{glue})(?!\w)|[\W_]+"
    alone = re.compile(rf"[\W_]*(?:(?:{nth})\s*(\d{{1,2}})|(\d{{1,2}})(?:er)?\s*(?:{nth}))[\W_]*")
    compiled = [tuple(re.compile(each) for each in group) for group in (texts, stretches)]
    return _Patterns(
        compiled[0],
        compiled[1],
        re.compile(weekday),
        re.compile(empty),
        re.compile(rf"(?:{nth})\s*\d"),
        alone,
        re.compile(rf"{month}{g}{year}"),
    )


def _dated(groups: dict[str, str | None], words: WordLists) -> WrittenDay | None:
    number, name = groups.get("number"), groups.get("month")
    month = int(number) if number else words.months[name] if name else None
    day = int(groups["day"] or 0)
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    year = groups.get("year")
    return WrittenDay(day, month, int(year) if year else None)


def _stretch(match: re.Match[str], line: str, words: WordLists) -> WrittenDay | None:
    groups = match.groupdict()
    last = _dated({**groups, "day": groups["last"], "month": groups.get("other") or groups.get("month")}, words)
    first = _dated({**groups, "month": groups.get("month") or groups.get("other")}, words)
    if first is None or last is None:
        return None
    return replace(first, last=last, rest=_rest(line, match.start(), match.end()))


def _with_weekday(written: WrittenDay, line: str, start: int, end: int, words: WordLists) -> WrittenDay:
    rest = _rest(line, start, end)
    match = _patterns(words.code).weekday.search(rest)
    if not match:
        return replace(written, rest=rest)
    return replace(written, weekday=words.weekdays[match.group()], rest=_rest(rest, match.start(), match.end()))


def _rest(line: str, start: int, end: int) -> str:
    return f"{line[:start]} {line[end:]}".strip()


def read_month(text: str, words: WordLists) -> tuple[int, int] | None:
    """Return the year and the month that a text names beside each other: "December 2018"."""
    match = _patterns(words.code).month.search(low(" ".join(text.split())))
    return (int(match["year"]), words.months[match["month"]]) if match else None
