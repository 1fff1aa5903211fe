"""A day that is put off in the session file: the same events, moved; none is cancelled, none is new."""

import json

import pytest

from tests.feeds.samples import events
from wgsched.cli import main

ONE_DAY = {
    "key": "short",
    "body": "Short",
    "place": "Geneva",
    "languages": ["en"],
    "agenda": {"1": {"title": "A", "takes": "~1 h"}},
}
THREE = {
    "key": "long",
    "body": "Long",
    "place": "Geneva",
    "languages": ["en"],
    "agenda": {str(number): {"title": f"Item {number}", "takes": "2 meetings"} for number in (1, 2, 3)},
}


def replanned(folder, given, before, after):
    """Publish a plan and then one that is made again from a file with other days; return the events of both."""
    found = []
    for number, days in enumerate((before, after), 1):
        (folder / "session.json").write_text(json.dumps({**given, "days": days}))
        published = ["--published", str(folder / "1" / "programme.json")] if number == 2 else []
        assert main(["plan", str(folder / "session.json"), *published, "-o", str(folder / str(number))]) == 0
        asked = ["publish", str(folder / str(number) / "programme.json"), str(folder / "site")]
        why = ["--reason", "officers-request"] if number == 2 else []
        assert main([*asked, "--moment", f"2027-05-0{number} 09:00", *why]) == 0
        found.append(events((folder / "site" / "en" / "all.ics").read_bytes()))
    return found


@pytest.mark.parametrize(
    ("given", "before", "after", "moved"),
    [
        (ONE_DAY, ["Mon 10 May 2027"], ["Thu 13 May 2027"], 1),
        (THREE, ["Mon 10 - Wed 12 May 2027"], ["Mon 10 - Tue 11 May 2027", "Fri 14 May 2027"], 2),
        pytest.param(THREE, ["Mon 10 - Wed 12 May 2027"], ["Tue 11 - Thu 13 May 2027"], 6, marks=pytest.mark.long),
    ],
)
def test_its_meetings_are_the_same_events_at_another_time(tmp_path, given, before, after, moved):
    old, new = replanned(tmp_path, given, before, after)
    assert set(old) == set(new)
    assert {str(event["STATUS"]) for event in new.values()} == {"TENTATIVE"}
    meetings = [uid for uid in new if uid.startswith("meeting.")]
    risen = [uid for uid in meetings if new[uid]["SEQUENCE"] == 1]
    assert len(risen) == moved
    assert [uid for uid in risen if not str(new[uid]["DESCRIPTION"]).startswith("Moved: the meeting of")] == []
    assert {uid: str(new[uid]["SUMMARY"]) for uid in meetings} == {uid: str(old[uid]["SUMMARY"]) for uid in meetings}
