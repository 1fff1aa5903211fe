"""An hour that the clock skips, or that comes twice, is refused with both readings wherever it is typed."""

import pytest

from tests.sessions import founding
from wgsched.errors import BadInput
from wgsched.files.grammar import Calendar, Wrong, read_days
from wgsched.files.sessions import session_from
from wgsched.files.spoken import moment_named

SKIPPED = Calendar("Europe/Zurich", read_days("Sun 28 Mar 2027"))
REPEATED = Calendar("America/New_York", read_days("Sun 1 Nov 2026"))

FILE = """
body: {{en: E}}
place: {place}
days: {day}
languages: [en]
agenda: {{1: {{title: A, takes: ~20 min}}}}
{more}
"""

SKIPS = (
    "02:15 is skipped on Sun 28 Mar 2027, when the clocks change."
    " Take another hour; of a moment, write 2027-03-28T01:15+0100 or 2027-03-28T03:15+0200."
)
TWICE = (
    "01:30 comes twice on Sun 1 Nov 2026, when the clocks change."
    " Take another hour; of a moment, write 2026-11-01T01:30-0400 or 2026-11-01T01:30-0500."
)


def said(more, place="Geneva", day="Sun 28 Mar 2027"):
    with pytest.raises(BadInput) as caught:
        session_from(FILE.format(more=more, place=place, day=day), "s.yaml")
    return caught.value.faults[0]


@pytest.mark.parametrize("text", ["28 Mar 2:15", "Sun 1:00-2:15", "2027-03-28 02:15", "2027-03-28T02:15"])
def test_an_hour_that_is_skipped_is_refused(text):
    with pytest.raises(Wrong) as caught:
        SKIPPED.read(text)
    assert f"{caught.value.message}. {caught.value.hint}" == SKIPS


@pytest.mark.parametrize("text", ["Sun 1:30", "1 Nov 0:30-1:30", "2026-11-01 01:30"])
def test_an_hour_that_comes_twice_is_refused(text):
    with pytest.raises(Wrong) as caught:
        REPEATED.read(text)
    assert f"{caught.value.message}. {caught.value.hint}" == TWICE


def test_a_typed_offset_settles_it_and_days_and_other_hours_have_no_question():
    read = [REPEATED.read(f"2026-11-01T01:30{offset}").opens.timestamp() for offset in ("-0400", "-05:00")]
    assert read[1] - read[0] == 3600
    assert SKIPPED.read("Sun").whole_day
    assert f"{SKIPPED.read('Sun 1:00-3:15').closes:%H:%M %z}" == "03:15 +0200"


@pytest.mark.parametrize(
    "more",
    [
        "meetings: {Sun 28 Mar night: {hours: 2:15-2:45}}",
        "meetings: {Sun am: {hours: 2:15-13}}",
        "hours: {night: 2:15-2:45}",
        "events: {e: {title: Late, at: Sun 2:15-2:45}}",
        "rules: [not-before: {item: 1, moment: Sun 2:15}]",
    ],
)
def test_the_file_refuses_it_at_its_place(more):
    fault = said(more)
    assert f"{fault.message}. {fault.hint}" == SKIPS
    assert fault.line is not None


def test_the_command_line_refuses_it_too():
    with pytest.raises(BadInput, match="02:15 is skipped on Sun 29 Mar 2009"):
        moment_named(founding(), "2009-03-29 02:15")
