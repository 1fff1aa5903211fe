"""How an officer writes days, hours, moments and lengths of time; one grammar for the whole file."""

from wgsched.files.grammar.days import DAY, read_day, read_days
from wgsched.files.grammar.durations import read_minutes, read_takes
from wgsched.files.grammar.hours import read_hours, read_periods
from wgsched.files.grammar.moments import Calendar, Stretch
from wgsched.files.grammar.words import Wrong, one_of, whole_number

__all__ = [
    "DAY",
    "Calendar",
    "Stretch",
    "Wrong",
    "one_of",
    "read_day",
    "read_days",
    "read_hours",
    "read_minutes",
    "read_periods",
    "read_takes",
    "whole_number",
]
