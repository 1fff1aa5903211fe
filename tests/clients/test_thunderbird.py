import pytest

from tests.clients.desktops.following import ask_again_for_what_did_not_change, differences, follow
from tests.clients.desktops.publisher import publishing
from tests.clients.desktops.story import postponed, steps
from tests.clients.desktops.thunderbird import thunderbird

pytestmark = pytest.mark.clients


def test_thunderbird_shows_the_programme_after_each_publication_and_keeps_it_after_a_304(tmp_path):
    story = steps()
    with publishing(tmp_path / "site", story[0].programme) as publisher, thunderbird(tmp_path / "home") as program:
        assert follow(program, publisher, story) == []
        assert ask_again_for_what_did_not_change(program, publisher, story[-1]) == [304]
        assert differences(program, story[-1].state) == []


def test_thunderbird_shows_it_when_it_is_started_again_and_the_server_is_gone(tmp_path):
    story = steps()
    with publishing(tmp_path / "site", story[0].programme) as publisher, thunderbird(tmp_path / "home") as program:
        assert follow(program, publisher, story[:2]) == []
    with thunderbird(tmp_path / "home") as program:
        assert differences(program, story[1].state) == []


def test_thunderbird_moves_the_meetings_of_a_day_that_is_put_off_in_the_session_file(tmp_path):
    story = postponed()
    with publishing(tmp_path / "site", story[0].programme) as publisher, thunderbird(tmp_path / "home") as program:
        assert follow(program, publisher, story) == []
