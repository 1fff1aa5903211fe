"""Hours as papers write them: ``3-6 p.m.``, ``14 h 30-18 h 30``, ``0900-1000:``, ``上午八时三十分至八时三十五分``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain

from wgsched.reading.grammar.days import read_day
from wgsched.reading.grammar.texts import bare, low
from wgsched.reading.grammar.words import WordLists, words_of

NOON = 12 * 60
DAY = 24 * 60
UNKNOWN, MORNING, AFTERNOON = -1, -2, -3
"""What stands for an opening while the hours of the place are not known."""

_NUMERALS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_SPELLED = re.compile("[〇零一二两三四五六七八九十]+(?=\\s*[时時点點分])")


@dataclass(frozen=True)
class WrittenHours:
    """Hours in minutes after midnight; ``closes`` is None where only the beginning is written.

    ``sure`` is false where neither a.m. nor p.m., nor a clock of 24 hours, says which half of the day is meant.
    """

    opens: int
    closes: int | None = None
    sure: bool = True
    rest: str = ""


def read_hours(text: str, words: WordLists, *, alone: bool = False) -> WrittenHours | None:
    """Return the first hours of a text, with what else it says; None when it names none.

    ``alone`` says that the text stands where hours are expected, so that ``10-13`` is no pair of numbers.
    """
    line = _SPELLED.sub(_digits, low(" ".join(text.split())))
    if _DATE.fullmatch(line):
        return None
    one, both = _patterns(words.code)
    ranges = (_range(match, words, alone=alone) for match in both.finditer(line))
    starts = (_start(match) for match in one.finditer(line) if alone or not line[: match.start()].strip(" ("))
    return _moment(line) or next(filter(None, chain(ranges, starts)), None)


def read_all_hours(text: str, words: WordLists) -> tuple[WrittenHours, ...]:
    """Return all hours that a text names, anywhere in it; beginnings alone count where it has no others."""
    line = _SPELLED.sub(_digits, low(" ".join(text.split())))
    one, both = _patterns(words.code)
    ranges = tuple(filter(None, (_range(match, words, alone=False) for match in both.finditer(line))))
    return ranges or tuple(filter(None, (_start(match) for match in one.finditer(line))))


def read_times(text: str, words: WordLists) -> WrittenHours | None:
    """Return the hours of a text that stands where they are expected; ``Morning`` alone, with a day or without, too."""
    hours = read_hours(text, words, alone=True)
    if hours is not None:
        return hours
    day = read_day(text, words)
    half = bare(day.rest if day else text)
    places = {"am": MORNING, "pm": AFTERNOON}
    return next(
        (WrittenHours(place) for name, place in places.items() if half and half in map(bare, words.list(name))), None
    )


_FOUR = re.compile(r"\b\d{4}\b")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ISO = re.compile(r"\d{4}-\d\d-\d\d[t ](\d\d):(\d\d)(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?")


def _moment(line: str) -> WrittenHours | None:
    """Return the hour of a moment in ISO form, which a spreadsheet or a program writes."""
    match = _ISO.search(line)
    return WrittenHours(int(match[1]) * 60 + int(match[2]), rest=_rest(line, match)) if match else None


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = words_of(code)
    both = rf"{_clock(words, 'a')}\s*(?:--?|{words.any_of('until')})\s*{_clock(words, 'b')}"
    return re.compile(_clock(words, "a")), re.compile(both)


def _clock(words: WordLists, side: str) -> str:
    am, pm, noon, hour, minute = map(words.part, ("am", "pm", "noon", "hour", "minutes"))
    half = f"(?:(?P<{side}am{{0}}>{am})|(?P<{side}pm{{0}}>{pm}))"
    edge = r"(?![^\W\d_])" if words.spaced else ""
    number = (
        rf"(?<![\d:.,/])(?P<{side}h>\d{{1,2}})"
        rf"(?:(?:\s*(?:{hour})\s*|[:./])(?P<{side}m>\d\d)(?!\d)(?:\s*(?:{minute}){edge})?|(?P<{side}mm>\d\d)(?!\d))?"
    )
    after = rf"(?:\s*(?P<{side}unit>{hour}){edge}\.?)?"
    clock = rf"(?:(?:{half.format(1)}|h\.)\s*\(?\s*)?{number}{after}(?:\s*{half.format(2)}{edge})?"
    begins = r"(?<![^\W\d_])" if words.spaced else ""
    return rf"(?:{begins}(?P<{side}noon>{noon}){edge}(?:\s*12\s*(?:{hour}))?|{clock})(?!\d)"


def _range(match: re.Match[str], words: WordLists, *, alone: bool) -> WrittenHours | None:
    opens, closes = _time(match, "a"), _time(match, "b")
    if not alone and _two_years(match.group()):
        return None
    if opens is None or closes is None or not (alone or _marked(match, "a") or _marked(match, "b")):
        return None
    first, last = _half(match, "a"), _half(match, "b")
    sure = bool(first or last) or opens >= 13 * 60 or closes >= 13 * 60 or not words.list("am")
    start, end = _placed(opens, first), _placed(closes, last)
    if not first and last:
        start = _placed(opens, last)
        if start >= end:
            start = _placed(opens, "am") if last == "pm" else start
    if first and not last and end <= start:
        end = _placed(closes, "pm")
    if not first and not last and end <= start and closes < NOON:
        end, sure = closes + NOON, False
    return WrittenHours(start, end, sure, _rest(match.string, match))


def _two_years(text: str) -> bool:
    """Return whether ``2004-2005`` is two years; ``2000-2030`` is half an hour."""
    years = _FOUR.findall(text)
    return len(years) == 2 and all(year[:2] in ("19", "20") for year in years) and years[0][-1] not in "05"


def _start(match: re.Match[str]) -> WrittenHours | None:
    opens = _time(match, "a")
    if opens is None or not _marked(match, "a") or _bare_digits(match):
        return None
    half = _half(match, "a")
    return WrittenHours(_placed(opens, half), None, bool(half) or opens >= 13 * 60, _rest(match.string, match))


def _bare_digits(match: re.Match[str]) -> bool:
    """Return whether a start is four digits alone, such as a year; ``0900:`` and ``1400--`` are hours."""
    marked = any(match[f"a{name}"] for name in ("unit", "am1", "pm1", "am2", "pm2"))
    return bool(match["amm"]) and not marked and not re.match(r"\s*(?::|--)", match.string[match.end() :])


def _time(match: re.Match[str], side: str) -> int | None:
    if match[f"{side}noon"]:
        return NOON
    hour, minute = int(match[f"{side}h"]), int(match[f"{side}m"] or match[f"{side}mm"] or 0)
    return hour * 60 + minute if hour <= 24 and minute < 60 and hour * 60 + minute <= DAY else None


def _half(match: re.Match[str], side: str) -> str:
    if match[f"{side}noon"]:
        return "noon"
    halves = (half for half in ("am", "pm") for place in "12" if match[f"{side}{half}{place}"])
    return next(halves, "")


def _marked(match: re.Match[str], side: str) -> bool:
    """Return whether a number is clearly an hour: it has minutes, a unit, or half a day beside it."""
    names = ("noon", "m", "mm", "unit", "am1", "pm1", "am2", "pm2")
    return any(match[f"{side}{name}"] for name in names)


def _placed(minute: int, half: str) -> int:
    if half == "pm" and minute < NOON:
        return minute + NOON
    return minute - NOON if half == "am" and NOON <= minute < 13 * 60 else minute


def _rest(line: str, match: re.Match[str]) -> str:
    return f"{line[: match.start()]} {line[match.end() :]}".strip()


def _digits(match: re.Match[str]) -> str:
    """Return a Chinese numeral below a hundred with digits."""
    tens, ten, ones = match.group().partition("十")
    if not ten:
        return "".join(str(_NUMERALS[sign]) for sign in tens)
    unit = _NUMERALS.get(ones[:1], 0)
    return str(_NUMERALS.get(tens[-1:], 1) * 10 + unit)
