"""The order of business in plain files: bodies with groups, panels inside items, joint meetings, reports."""

from pathlib import Path
from textwrap import dedent

import pytest

import wgsched as wg
from wgsched.files import programme_from_json, programme_to_json

INPUTS = Path(__file__).parent.parent / "inputs"


def planned(tmp_path, text, **more):
    file = tmp_path / "session.yaml"
    file.write_text(dedent(text), encoding="utf-8")
    return wg.plan(wg.read_session(file), **more)


def rows(programme):
    """Return what each meeting takes up, by forum, day and hour."""
    return {
        f"{meeting.forum} {meeting.opens.format('ddd HH')}": [
            f"{row.instalment} {row.opens:%H.%M}" for row in programme.rows(meeting)
        ]
        for meeting in programme.meetings
        if programme.rows(meeting)
    }


def order(programme):
    """Return everything in order of time, each once."""
    opened = sorted((row.opens, row.instalment) for row in programme.considerations)
    return list(dict.fromkeys(key for _, key in opened))


GROUPS = """\
    body: {en: Subsidiary body}
    place: Bonn
    days: Mon 8 - Thu 11 Jun 2026
    languages: [en]
    original: en
    forums:
      plenary: {title: {en: Plenary}}
      cg: {title: {en: Contact groups}, kind: contact-group, interpretation: without}
      informal: {title: {en: Informal consultations}, kind: informal, interpretation: without}
    agenda:
      1: {is: opening, takes: ~30 min, forum: plenary}
      2: {title: {en: Adaptation}, takes: ~1 h, forum: plenary}
      3: {is: report, takes: ~30 min, forum: plenary}
      4: {is: closure, takes: ~30 min, forum: plenary}
    entries:
      cg: {title: {en: Contact group}, item: 2, forum: cg, takes: [90 min, 90 min, 90 min], firm: yes}
      ic: {title: {en: Informal consultations}, item: 2, forum: informal, takes: [60 min, 60 min], firm: yes}
"""


def test_a_body_opens_introduces_its_items_lets_its_groups_meet_reports_and_closes(tmp_path):
    programme = planned(tmp_path, GROUPS)
    keys = order(programme)
    assert (keys[:2], keys[-2:]) == (["1", "2"], ["3", "4"])
    assert sorted(keys[2:-2]) == ["cg.1", "cg.2", "cg.3", "ic.1", "ic.2"]
    assert programme.finding.verdict is wg.Verdict.BEST


def test_no_two_groups_meet_on_one_item_at_once(tmp_path):
    windows = [row.window for row in planned(tmp_path, GROUPS).considerations if row.instalment[:2] in ("cg", "ic")]
    assert not any(one.meets(other) for place, one in enumerate(windows) for other in windows[:place])


PANEL = """\
    body: {en: Group}
    place: Vienna
    days: Mon 31 Aug - Wed 2 Sep 2026
    languages: [en]
    original: en
    agenda:
      1: {is: opening, takes: ~30 min}
      2: {title: {en: State of implementation}, takes: ~2 meetings}
      3: {is: report, takes: ~1 h}
    entries:
      panel: {title: {en: Panel}, item: 2, at: "Tue 10:30-12:00", firm: yes}
"""


@pytest.mark.parametrize("rules", ["", ", agenda-order"])
def test_an_item_goes_on_around_its_panel(tmp_path, rules):
    assert rows(planned(tmp_path, PANEL.replace("~2 meetings", "~7 h") + LAST.format(rules))) == {
        "plenary Mon 10": ["1 10.00", "2 10.30"],
        "plenary Mon 15": ["2 15.00"],
        "plenary Tue 10": ["2 10.00", "panel 10.30", "2 12.00"],
        "plenary Wed 15": ["3 15.00"],
    }


def test_a_panel_of_another_item_does_interrupt(tmp_path):
    other = PANEL.replace("takes: ~1 h}", "takes: ~1 h}\n      4: {title: {en: Other}, takes: ~1 h}").replace(
        "item: 2, at", "item: 4, at"
    )
    programme = planned(tmp_path, other)
    taken = [row for row in programme.considerations if row.instalment == "2"]
    panel = next(row for row in programme.considerations if row.instalment == "panel")
    assert all(row.closes <= panel.opens for row in taken) or all(row.opens >= panel.closes for row in taken)


LAST = "    rules: [report-in-last-meeting{}]\n"

JOINT = """\
    body: {en: General conference}
    place: Paris
    days: Mon 2 - Tue 3 Nov 2015
    hours: 10-13, 15-18
    original: en
    languages: en
    services: {teams: 2}
    forums:
      commission: {title: {en: Commission}, hours: {Tue pm: none}}
      joint: {title: {en: Joint Meeting}, joins: commission, hours: {Mon am: none, Tue: none}}
    entries:
      work: {title: {en: Work of the commission}, forum: commission, takes: 6 h}
      ceiling: {title: {en: Budget ceiling}, forum: joint, takes: 3 h}
"""
TYPED = """\
    organization:
      commission Mon am: [work]
      commission Tue am: [work]
      joint Mon pm: [ceiling]
"""


@pytest.mark.parametrize("typed", ["", TYPED])
def test_an_item_goes_on_after_a_joint_meeting_that_took_its_forum(tmp_path, typed):
    assert rows(planned(tmp_path, JOINT + typed)) == {
        "commission Mon 10": ["work 10.00"],
        "joint Mon 15": ["ceiling 15.00"],
        "commission Tue 10": ["work 10.00"],
    }


REPORTS = """\
    body: {en: Council}
    place: Rome
    days: Mon 2 - Tue 3 Nov 2026
    languages: [en]
    original: en
    agenda:
      1: {title: {en: One}, takes: 1 h}
      2: {title: {en: Two}, takes: 1 h}
      3: {is: report, takes: 1 h}
"""


def test_the_report_is_adopted_in_the_last_booked_meeting_unless_the_session_says_when(tmp_path):
    asked = REPORTS + LAST.format("")
    assert "plenary Tue 14" in rows(planned(tmp_path, asked))
    said = asked.replace("is: report, takes", "is: report, concluded by: Tue 12:00, takes")
    assert "plenary Tue 14" not in rows(planned(tmp_path, said))


WAIVED = REPORTS + "    waives: report-last\n"


def test_a_rank_that_is_waived_is_priced_as_agenda_order(tmp_path):
    programme = planned(tmp_path, WAIVED)
    assert order(programme) == ["1", "2", "3"]
    assert {line.cost for line in wg.score(programme) if line.preference == "agenda-order-kept"} == {0}


WELCOME = """\
    body: {en: Assembly}
    place: Geneva
    days: [Sun 22 May 2022, Mon 23 May 2022]
    hours: {Sun am: none, Sun pm: 14-17, Mon am: 9-12, Mon pm: none}
    languages: en
    original: en
    agenda:
      1: {is: opening, takes: ~60 min}
      1.3: {title: {en: Officers}, is: officers, takes: ~60 min}
      1.4: {title: {en: Agenda}, is: agenda, takes: ~60 min}
    entries:
      welcome: {title: {en: High-level welcome}, takes: ~60 min, before: 1}
      address: {title: {en: Presidential address}, takes: ~60 min, follows: 1.3}
"""


def test_a_ceremony_comes_before_the_opening_and_an_address_before_the_agenda_is_adopted(tmp_path):
    assert order(planned(tmp_path, WELCOME)) == ["welcome", "1", "1.3", "address", "1.4"]


def test_groups_on_a_heading_meet_side_by_side_and_choose_their_forum():
    session = wg.read_session(INPUTS / "groups-in-two-forums.yaml")
    programme = wg.plan(session, time_limit=4)
    assert list(wg.check(programme)) == []
    assert {row.instalment for row in programme.considerations} == {each.key for each in session.agenda.instalments}


AGREED = """\
    body: {en: Council}
    place: Rome
    days: Mon 2 - Tue 3 Nov 2026
    languages: [en]
    original: en
    agenda:
      1: {is: opening, takes: 1 h}
      2: {title: {en: Two}, takes: 1 h}
      3: {title: {en: Three}, takes: 1 h}
      4: {title: {en: Four}, takes: 1 h}
      5: {is: report, takes: 1 h}
    sequence: [4, 2, 3]
"""


def test_the_order_that_the_officers_agreed_on_replaces_that_of_the_agenda(tmp_path):
    programme = planned(tmp_path, AGREED)
    assert order(programme) == ["1", "4", "2", "3", "5"]
    assert {line.cost for line in wg.score(programme) if line.preference == "agenda-order-kept"} == {0}
    assert programme_from_json(programme_to_json(programme)).session.sequence == ("4", "2", "3")


INSTALMENTS = """\
    body: {en: Council}
    place: Rome
    days: Mon 2 - Tue 3 Nov 2026
    languages: [en]
    original: en
    agenda:
      1: {title: {en: One}, takes: 3 h}
      2: {title: {en: Two}, takes: 2 h}
      3: {title: {en: Three}, takes: 3 h}
"""
IN_ENTRIES = """\
      4: {is: report, takes: 1 h}
    entries:
      first: {title: {en: Report on items 1 and 2}, takes: 1 h, report: {of: [1, 2]}, concluded by: Mon pm}
"""
IN_PARTS = """\
      4: {is: report, takes: [1 h, 1 h], report: {of: [1, 2]}}
    rules:
      - concluded-by: {item: 2, moment: Mon pm}
      - not-before: {item: 3, moment: Tue am}
"""


@pytest.mark.parametrize(
    ("more", "expected"), [(IN_ENTRIES, ["1", "2", "first", "3", "4"]), (IN_PARTS, ["1", "2", "4.1", "3", "4.2"])]
)
def test_a_report_in_instalments_covers_what_it_says_and_the_last_covers_all(more, expected, tmp_path):
    programme = planned(tmp_path, INSTALMENTS + more)
    assert order(programme) == expected
    assert {line.cost for line in wg.score(programme) if line.preference == "agenda-order-kept"} == {0}


@pytest.mark.parametrize("before", ["1", "[1, 2]"])
def test_an_entry_that_is_taken_up_before_items_stands_before_them(before, tmp_path):
    text = (INPUTS / "entry-before-the-first-item.yaml").read_text(encoding="utf-8").replace("BEFORE", before)
    programme = planned(tmp_path, text)
    assert [item.key for item in programme.session.agenda] == ["welcome", "1", "2"]
    assert order(programme) == ["welcome", "1", "2"]
    assert {line.cost for line in wg.score(programme) if line.preference == "agenda-order-kept"} == {0}


SITTINGS = """\
    body: {en: Committee}
    place: Geneva
    days: Mon 1 - Thu 4 Mar 2027
    languages: [en]
    original: en
    agenda:
      1: {is: opening, takes: ~1 h}
      2: {title: {en: Methods of work}, takes: ~2 h}
      3: {title: {en: Reports of States}, takes: none}
    entries:
      one: {title: {en: First State}, item: 3, takes: [LENGTH, LENGTH], KEY: yes}
      two: {title: {en: Second State}, item: 3, takes: [LENGTH, LENGTH], KEY: yes}
"""


@pytest.mark.parametrize(
    ("key", "length", "one", "two"),
    [
        ("consecutive", "3 h", ["Mon 15", "Tue 10"], ["Tue 15", "Wed 10"]),
        ("consecutive", "60 min", ["Mon 15", "Tue 10"], ["Mon 16", "Tue 11"]),
        ("spread", "60 min", ["Mon 15", "Tue 10"], ["Mon 16", "Tue 11"]),
        ("whole", "60 min", ["Mon 15", "Mon 16"], ["Mon 17", "Tue 10"]),
    ],
)
def test_the_parts_of_an_item_are_in_consecutive_meetings_or_on_different_days(key, length, one, two, tmp_path):
    programme = planned(tmp_path, SITTINGS.replace("KEY", key).replace("LENGTH", length))
    hours = {"one": [], "two": []}
    for row in programme.considerations:
        if row.instalment[:3] in hours:
            hours[row.instalment[:3]].append(f"{row.opens:%a %H}")
    assert (hours, list(wg.check(programme))) == ({"one": one, "two": two}, [])


DIALOGUES = """\
    body: {en: Human Rights Council}
    place: Geneva
    days: Mon 1 - Tue 2 Mar 2027
    original: en
    languages: [en]
    agenda:
      1: {is: opening, takes: 1 h}
      3: {title: {en: Promotion and protection of human rights}, takes: none}
      4: {title: {en: Situations}, takes: 2 h}
    entries:
      debate: {is: general-debate, item: 3, takes: 1 h}
      torture: {title: {en: Interactive dialogue on torture}, item: 3, takes: 1 h}
      housing: {title: {en: Interactive dialogue on housing}, item: 3, takes: 1 h}
"""
HOUSE = """\
last in an item: [general-debate]
"""


@pytest.mark.parametrize(
    ("agency", "expected"),
    [
        ("", ["1", "debate", "torture", "housing", "4"]),
        ("    agency: human-rights-council\n", ["1", "torture", "housing", "debate", "4"]),
        ("    agency: house.yaml\n", ["1", "torture", "housing", "debate", "4"]),
    ],
)
def test_the_custom_of_an_agency_puts_the_general_debate_last_in_its_item(agency, expected, tmp_path):
    (tmp_path / "house.yaml").write_text(HOUSE, encoding="utf-8")
    programme = planned(tmp_path, DIALOGUES + agency)
    assert order(programme) == expected
    assert {line.cost for line in wg.score(programme) if line.preference == "agenda-order-kept"} == {0}
    again = programme_from_json(programme_to_json(programme))
    assert again.session == programme.session


PARTS = """\
    body: {en: Working Group}
    kind: meeting
    place: Vienna
    days: Mon 4 - Fri 8 Oct 2027
    languages: en
    agenda:
      1: {is: opening, title: {en: Opening}, takes: ~30 min}
      2: {title: {en: Two}, takes: ~2 h}
      3: {title: {en: Three}, takes: ~4 h}
      4: {title: {en: Four}, takes: ~2 h}
      5: {title: {en: Five}, takes: ~5 h}
      6: {is: report, title: {en: Report}, takes: [~1 h, ~1 h]}
    sequence: [4, 2, 3]
    weights: {few-continuations: 80, early-close: 2}
"""


def test_a_report_in_instalments_that_says_nothing_else_is_begun_in_agenda_order(tmp_path):
    programme = planned(tmp_path, PARTS)
    assert order(programme) == ["1", "4", "2", "3", "5", "6.1", "6.2"]
    assert (programme.session.weights["divided"], programme.session.weights["dead-time"]) == (80, 2)
    five = programme.of(programme.session.agenda["5"])[0]
    assert five.opens.format("ddd HH:mm") == "Tue 15:00"


@pytest.mark.parametrize(
    ("rules", "opened"),
    [
        ("", "Tue 14.30"),
        ("    rules: [drafting-gap]\n", "Wed 9.30"),
        ("    rules: [drafting-gap: {minutes: 3 h}]\n", "Tue 15.30"),
    ],
)
def test_the_report_waits_for_its_draft_where_the_session_asks_for_it(rules, opened, tmp_path):
    long = REPORTS.replace("Tue 3 Nov", "Wed 4 Nov").replace(
        "is: report,", "is: report, within: Mon 2 Nov - Wed 4 Nov,"
    )
    late = long.replace("{title: {en: Two}, takes: 1 h}", "{title: {en: Two}, takes: 1 h, at: Tue 11:30-12:30}")
    programme = planned(tmp_path, late + rules)
    (report,) = programme.of(programme.session.agenda["3"])
    assert f"{report.opens:%a} {report.opens.hour}.{report.opens:%M}" == opened
