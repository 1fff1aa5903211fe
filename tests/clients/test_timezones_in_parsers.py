import os
import zoneinfo
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from tests.clients.cities import DUTY_STATIONS, UNUSUAL, ZONES
from tests.clients.clock_files import FORMS, write_files
from tests.clients.known_bugs import KNOWN_BUGS, Case
from tests.clients.readers import READERS

pytestmark = pytest.mark.clients

NO_YEARLY_RULE = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/El_Aaiun",
    "America/Asuncion",
    "America/Nuuk",
    "America/Santiago",
    "Asia/Almaty",
    "Asia/Gaza",
    "Asia/Jerusalem",
)
"""Written in UTC in every form."""

PAIRS = [(reader, form) for reader in READERS for form in FORMS if form != "renamed" or reader.reads_vtimezone]


@pytest.fixture(scope="module", autouse=True)
def one_edition():
    """Ask about the edition of the tz database that the parsers have: the machine's."""
    _read_zones_from("/usr/share/zoneinfo")
    yield
    _read_zones_from()


def _read_zones_from(*folders):
    zoneinfo.reset_tzpath(to=folders)
    zoneinfo.ZoneInfo.clear_cache()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clocks")
    return cache(lambda form: write_files(folder, form))


@pytest.fixture(scope="module")
def differences(files):
    """Every event that a reader finds at another instant than the expected one, or not at all."""

    def differ(reader, form):
        found = reader.read([file.path for file in files(form)])
        return [
            Case(file, uid)
            for file in files(form)
            for uid, span in file.expected.items()
            if found[str(file.path)].get(uid) != span
        ]

    for form in FORMS:
        files(form)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = {(reader.name, form): pool.submit(differ, reader, form) for reader, form in PAIRS}
        yield lambda reader, form: waiting[reader.name, form].result()


@pytest.mark.parametrize(("reader", "form"), PAIRS, ids=[f"{reader.name}-{form}" for reader, form in PAIRS])
def test_a_parser_finds_every_event_at_its_instant(reader, form, differences):
    bugs = [bug for bug in KNOWN_BUGS if bug.parser == reader.name and form in bug.forms]
    unexplained = [case for case in differences(reader, form) if not any(bug.explains(case) for bug in bugs)]
    assert [(case.file.key, case.uid, case.ends) for case in unexplained] == []


@pytest.mark.parametrize("bug", KNOWN_BUGS, ids=[bug.parser for bug in KNOWN_BUGS])
def test_a_known_bug_is_still_there(bug, differences):
    reader = next(reader for reader in READERS if reader.name == bug.parser)
    assert all(any(bug.explains(case) for case in differences(reader, form)) for form in bug.forms)


def test_the_comparison_is_wide_enough():
    assert len(READERS) >= 12
    assert len(set(DUTY_STATIONS.values())) >= 60
    assert len(UNUSUAL) >= 20
    assert len(ZONES) == len({*DUTY_STATIONS.values(), *UNUSUAL.values()})


def test_zones_with_a_yearly_rule_are_compared_on_their_local_clocks(files):
    in_utc = [file.key for file in files("local") if b"BEGIN:VTIMEZONE" not in file.path.read_bytes()]
    assert in_utc == list(NO_YEARLY_RULE)
