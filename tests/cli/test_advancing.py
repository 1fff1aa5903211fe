"""Time that a change frees, from the command line: ``plan --advance`` and ``record ... --remaining``."""

import json
from pathlib import Path

import pytest

from wgsched.cli.app import main
from wgsched.files import read_programme

FILE = Path("tests/inputs/item-concluded-early.yaml")


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """Return the programme of a session whose item 2 was concluded on its first afternoon."""
    folder = tmp_path_factory.mktemp("held")
    assert main(["plan", str(FILE), "-o", str(folder)]) == 0
    held = folder / "held.json"
    assert main(["record", str(folder / "programme.json"), "2", "concluded", "Mon 15:40", "-o", str(held)]) == 0
    return held


def again(held, *options):
    return main(["plan", str(FILE), "--published", str(held), "--now", "Mon 18:00", *options])


def opened(programme):
    rows = read_programme(programme).considerations
    return {row.instalment: f"{row.opens:%a %H:%M}" for row in reversed(rows)}


def test_time_that_is_freed_is_named_with_the_choices(held, capsys):
    capsys.readouterr()
    assert again(held) == 0
    said = capsys.readouterr().out.splitlines()
    first = next(number for number, line in enumerate(said) if line.startswith("Free: "))
    assert said[first : first + 5] == [
        "Free: 10–11.30 a.m. in the meeting of Tuesday, 1 September, 10 a.m.–1 p.m. (90 minutes) has no business any"
        " more. Choose:",
        "- advance: item 3 is taken up earlier than announced. 2 items change meetings (3, 4); none put later; 140"
        " minutes free before the business ends instead of 230. To do so: --advance next",
        "- cancel: 90 minutes of conference services are given back; nothing else changes. To do so: wgsched amend"
        " PROGRAMME 'Tue am' --opens 11:30 --closes 13:00",
        "- keep: nothing changes, and nothing is taken up in this time.",
        "",
    ]
    assert said[-1] == "Changed since published: nothing. Best possible: proved; no other programme is as good."


def test_next_takes_up_the_next_item(held, tmp_path, capsys):
    assert again(held, "--advance", "next", "-o", str(tmp_path)) == 0
    assert opened(tmp_path / "programme.json") == {
        "1": "Mon 10:00",
        "2": "Mon 10:30",
        "3": "Tue 10:00",
        "4": "Wed 10:00",
        "5": "Thu 15:00",
    }
    assert "Free: 10" not in capsys.readouterr().out


def test_no_leaves_it_free_and_says_nothing(held, capsys):
    capsys.readouterr()
    assert again(held, "--advance", "no") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Changed since published: nothing.")


def test_the_choices_are_data_too(held, capsys):
    capsys.readouterr()
    assert again(held, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    (gap,) = told["gaps"]
    assert (gap["opens"], gap["minutes"], gap["dead"]) == ("2026-09-01T10:00:00+02:00", 90, False)
    assert [(each["choice"], each["item"], each["price"]["free"]) for each in gap["choices"]] == [
        ("advance", "3", 140),
        ("cancel", None, 140),
        ("keep", None, 230),
    ]
    assert told["level"] == "choice among equals"


def test_advance_needs_a_published_programme_and_one_of_three_words(held, capsys):
    assert main(["plan", str(FILE), "--advance", "next"]) == 2
    assert again(held, "--advance", "later") == 2
    assert "ask, next, no" in capsys.readouterr().err


def test_the_notice_that_is_wanted_is_read_from_the_file(held, tmp_path, capsys):
    strict = tmp_path / "strict.yaml"
    strict.write_text(FILE.read_text("utf-8") + "advance: next\nnotice: 24 h\n", "utf-8")
    capsys.readouterr()
    assert main(["plan", str(strict), "--published", str(held), "--now", "Mon 18:00"]) == 0
    assert "It is not done unasked: the notice is too short. To do so, write under organization: Tue am: [3, ...]" in (
        capsys.readouterr().out
    )


def test_what_remains_of_an_item_is_its_unused_estimate_or_what_is_said(held, tmp_path, capsys):
    before, after = held.parent / "programme.json", tmp_path / "after.json"
    for options, minutes in (((), 160), (("--remaining", "~2 h"), 120), (("--remaining", "1 meeting"), 180)):
        assert main(["record", str(before), "2", "continues", "Mon 16:50", "-o", str(after), *options]) == 0
        assert main(["plan", str(FILE), "--published", str(after), "-o", str(tmp_path)]) == 0
        rows = [row for row in read_programme(tmp_path / "programme.json").considerations if row.instalment == "2"]
        moment = read_programme(after).actuals[-1].moment
        left = sum(row.window.minutes for row in rows if row.opens >= moment)
        left += sum(int((row.closes - moment).total_seconds()) // 60 for row in rows if row.opens < moment < row.closes)
        assert left == minutes


def test_an_item_that_has_used_up_its_minutes_is_asked_about(held, tmp_path, capsys):
    used = tmp_path / "used.json"
    before = held.parent / "programme.json"
    assert main(["record", str(before), "1", "continues", "Mon 10:40", "-o", str(used)]) == 2
    assert "the 30 minutes of item 1 are used up, and it continues" in capsys.readouterr().err
    assert main(["record", str(before), "1", "continues", "Mon 10:40", "--remaining", "1 h", "-o", str(used)]) == 0
    assert main(["record", str(before), "1", "concluded", "Mon 10:40", "--remaining", "1 h", "-o", str(used)]) == 2
    assert main(["record", str(before), "1", "continues", "Mon 10:40", "--remaining", "soon", "-o", str(used)]) == 2
