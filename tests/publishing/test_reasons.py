"""Reasons as people type them on the command line: a code, or words."""

import pytest

from tests.feeds.samples import thin
from tests.publishing.chains import moved, published
from wgsched.cli.app import main
from wgsched.files import write_programme
from wgsched.model import Text
from wgsched.publishing import Ledger, Reason
from wgsched.publishing.reasons import reason_named


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("room-change", Reason.ROOM_CHANGE),
        ("Officers request", Reason.OFFICERS_REQUEST),
        ("The hall is flooded", Text(en="The hall is flooded")),
        (
            "en: The hall is flooded; fr: La salle est inondée",
            Text(en="The hall is flooded", fr="La salle est inondée"),
        ),
        ("Moved: see document 3; thank you", Text(en="Moved: see document 3; thank you")),
        ("whim", "whim"),
        ("", ""),
        (None, None),
    ],
)
def test_a_reason_is_a_code_or_words(text, reason):
    assert reason_named(text, "en") == reason


def test_the_command_line_takes_a_reason_in_words(tmp_path):
    file, site = tmp_path / "programme.json", tmp_path / "site"
    published(site, thin(), 1)
    write_programme(moved(thin(), "14-am", hours=1), file)
    asked = ["publish", str(file), str(site), "--moment", "2 May 9:00", "--reason", "The hall is flooded"]
    assert main(asked) == 0
    assert Ledger.read(site).last.reason == Text(en="The hall is flooded")
    assert "The hall is flooded" in (site / "en" / "notices" / "2.txt").read_text()
