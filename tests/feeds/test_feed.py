import json
import os
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

from tests.feeds.samples import full, thin, whole
from wgsched.errors import BadInput
from wgsched.feeds import feed, lint, views
from wgsched.model import SIX

GOLDEN = Path(__file__).parents[1] / "golden" / "asset-recovery-2009"


@pytest.mark.parametrize("language", SIX)
def test_the_founding_session_has_these_feeds(language):
    assert feed(whole(), language).data == (GOLDEN / f"{language}.ics").read_bytes()


@pytest.mark.parametrize("language", SIX)
def test_the_linter_has_nothing_to_say_against_any_view(language):
    for each in views(full()):
        assert lint(feed(full(), language, str(each), site="https://example.org").data) == []


def test_jcal_is_the_same_calendar():
    made = feed(full())
    assert icalendar.Calendar.from_jcal(json.loads(made.jcal)) == icalendar.Calendar.from_ical(made.data)


def test_a_feed_is_saved_whole_in_the_form_that_its_name_asks_for(tmp_path):
    made = feed(thin())
    assert made.save(tmp_path / "feed.ics").read_bytes() == made.data
    assert made.save(tmp_path / "feed.jcal").read_bytes() == made.jcal
    assert made.save(str(tmp_path / "feed.json")).read_bytes() == made.jcal
    assert sorted(path.name for path in tmp_path.iterdir()) == ["feed.ics", "feed.jcal", "feed.json"]


def test_a_feed_that_cannot_be_saved_leaves_the_old_one(tmp_path):
    (tmp_path / "feed.ics").mkdir()
    with pytest.raises(BadInput):
        feed(thin()).save(tmp_path / "feed.ics")
    assert [path.name for path in tmp_path.iterdir()] == ["feed.ics"]


@pytest.mark.long
def test_the_same_programme_is_the_same_octets_in_every_process():
    made = {_made_in_a_process(seed) for seed in ("1", "2")}
    assert len(made) == 1
    assert made.pop()


def _made_in_a_process(seed):
    script = (
        "import sys; from tests.feeds.samples import full; from wgsched.feeds import feed, views\n"
        "made = [feed(full(), 'ar', str(view)) for view in views(full())]\n"
        "sys.stdout.buffer.write(b''.join(each.data + each.jcal for each in made))"
    )
    root, environment = Path(__file__).parents[2], os.environ | {"PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, cwd=root, env=environment
    ).stdout
