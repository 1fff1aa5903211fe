"""Session files: what an officer may write, and what it means."""

import json
from pathlib import Path

import pytest

from wgsched.errors import BadInput
from wgsched.files import read_session, session_from
from wgsched.model import (
    Duration,
    ForumKind,
    Reopening,
    Role,
    ServiceBasis,
    SessionKind,
    SessionPart,
    SessionType,
    TableStyle,
    Takes,
    Text,
)
from wgsched.rules.agenda_order import AgendaOrder
from wgsched.rules.in_meetings import InMeetings
from wgsched.rules.no_short_part import NoShortPart
from wgsched.rules.precedes import Precedes
from wgsched.rules.uninterrupted import Uninterrupted
from wgsched.rules.upon_conclusion import UponConclusion

HEAD = """
body: Council
place: Vienna
days: Mon 20 - Tue 21 Sep 2010
"""
AGENDA = """
agenda: {1: Opening, 2: Work, 2 (a): First, 2 (b): Second, 3: Report}
"""


def read(more="", head=HEAD, agenda=AGENDA):
    return session_from(head + agenda + more)


def keys(session):
    return [meeting.key for meeting in session.meetings]


def hours(session):
    return [f"{m.opens:%a %H:%M}-{m.closes:%H:%M}" for m in session.meetings]


def test_four_lines_are_a_session():
    session = read()
    assert session.body.title == Text(en="Council")
    assert session.zone == "Europe/Vienna"
    assert keys(session) == [
        "plenary-2010-09-20-am",
        "plenary-2010-09-20-pm",
        "plenary-2010-09-21-am",
        "plenary-2010-09-21-pm",
    ]
    assert [(each.key, each.takes.expected) for each in session.agenda.instalments] == [
        (key, Duration(30)) for key in ("1", "2a", "2b", "3")
    ]


def test_json_is_read_by_the_same_reader_and_numbers_stay_texts():
    written = {
        "body": "Council",
        "place": "Vienna",
        "days": "20-21 Sep 2010",
        "ordinal": 3,
        "agenda": {"16.1": {"title": "x", "firm": True}, "16": None},
    }
    text = json.dumps(written).replace('"16.1": {', '"16.10": {')
    session = session_from(text, "session.json")
    assert session.ordinal == 3
    assert [str(item.number) for item in session.agenda] == ["16", "16.10"]
    assert session.agenda["16.10"].firm


def test_scalars_are_texts_and_never_numbers_moments_or_answers():
    session = session_from(HEAD.replace("Council", "no") + "agenda: {16: on, 16.10: 10:00, 16.1: 1e3}")
    assert session.body.title["en"] == "no"
    assert [item.title["en"] for item in session.agenda] == ["on", "10:00", "1e3"]


def test_the_number_gives_the_nesting_and_a_default_key():
    session = read()
    assert [(item.key, item.parent) for item in session.agenda] == [
        ("1", None),
        ("2", None),
        ("2a", "2"),
        ("2b", "2"),
        ("3", None),
    ]


def test_an_explicit_key_survives_renumbering_and_is_found_in_references():
    session = read(agenda="agenda: {1: x, 4: {key: training, title: Training, after: 1}, 5: {after: training}}")
    assert session.rules == (Precedes("1", "training"), Precedes("training", "5"))


def test_bare_texts_are_in_the_original_language():
    session = read("original: fr\n")
    assert session.agenda["1"].title == Text(fr="Opening")


def test_a_tilde_marks_translations_to_be_reviewed():
    session = read(agenda="agenda: {1: {title: {en: Opening, fr~: Ouverture, ru: }}}")
    assert session.agenda["1"].title == Text({"en": "Opening", "fr": "Ouverture"}, to_review=["fr"])


def test_an_item_may_be_nothing_but_its_title_in_several_languages():
    session = read(agenda="agenda: {1: {en: Opening, zh: 开幕}, 2: {is: report}}")
    assert session.agenda["1"].title == Text(en="Opening", zh="开幕")
    assert session.agenda["2"].role is Role.REPORT


@pytest.mark.parametrize("words", ["take the next item", "Take-the-next-item", "adjourn"])
def test_what_happens_when_business_ends_early_is_said_in_words(words):
    assert read(f"early end: {words}\n").early_end == words.lower().replace("-", " ")


def test_a_missing_title_never_stops_reading():
    assert read(agenda="agenda: {1: , 2: {}, 3: {takes: 2 h}}").agenda["3"].title == Text()


def test_hours_of_the_session_and_of_days_that_differ():
    more = "hours: {am: 9:30-12:30, pm: 14:30-17:30, Mon 20 Sep: '10-13, 15-18', Tue pm: none}\n"
    assert hours(read(more)) == ["Mon 10:00-13:00", "Mon 15:00-18:00", "Tue 09:30-12:30"]


def test_hours_as_a_list_replace_those_of_the_place():
    assert hours(read("hours: [9-12, 12-15, 15-18]\n"))[:3] == ["Mon 09:00-12:00", "Mon 12:00-15:00", "Mon 15:00-18:00"]


def test_a_night_period_is_added_and_a_day_left_free():
    more = "hours: {night: 19-22, first day: none}\n"
    assert hours(read(more)) == ["Tue 10:00-13:00", "Tue 15:00-18:00", "Tue 19:00-22:00"]


def test_no_meetings_on_a_holiday_and_a_holiday_can_be_overridden():
    head = HEAD.replace("Vienna", "New York").replace("Mon 20 - Tue 21 Sep 2010", "Fri 2 - Tue 6 Sep 2022")
    assert [f"{m.opens:%a}" for m in read(head=head).meetings] == ["Fri", "Fri", "Tue", "Tue"]
    assert [str(day) for day in read(head=head).days] == ["2022-09-02", "2022-09-05", "2022-09-06"]
    assert len(read("holidays: {5 Sep: none}\n", head=head).meetings) == 6
    assert len(read("holidays: none\n", head=head).meetings) == 6
    avoided = read("holidays: {Mon 5 Sep: avoid, 6 Sep: National Day}\n", head=head)
    assert [(h.date.day, h.firm, dict(h.title)) for h in avoided.place.holidays if h.date.month == 9] == [
        (5, False, {}),
        (6, True, {"en": "National Day"}),
    ]


def test_a_place_that_is_no_duty_station_brings_its_own_zone():
    head = HEAD.replace("Vienna", "{title: {en: Salvador, pt: Salvador}, zone: America/Bahia}")
    session = read("hours: 9-12\n", head=head)
    assert (session.zone, session.place.title["pt"]) == ("America/Bahia", "Salvador")


def test_a_place_goes_by_its_name_in_any_language():
    assert read(head=HEAD.replace("Vienna", "维也纳")).zone == "Europe/Vienna"


def test_a_session_in_two_parts():
    head = HEAD.replace("Mon 20 - Tue 21 Sep 2010", "[Mon 20 - Tue 21 Sep, Mon 4 Oct 2010]")
    assert [str(day) for day in read(head=head).days] == ["2010-09-20", "2010-09-21", "2010-10-04"]


FORUMS = """
forums:
  plenary: {title: Plenary, room: red}
  committee: {days: Tue, hours: {am: 9-12}, interpretation: as available, optional: yes,
              languages: "en, fr", reserve: 10 min}
  working-group-1: {hours: 16-18, joins: committee, seats: 40}
"""


def test_forums_have_days_hours_and_services_of_their_own():
    session = read(FORUMS)
    assert [forum.kind for forum in session.forums] == [
        ForumKind.PLENARY,
        ForumKind.COMMITTEE,
        ForumKind.WORKING_GROUP,
    ]
    committee = session.meetings_of("committee")
    assert [(f"{m.opens:%a %H}", m.basis, m.languages, m.optional, m.reserve) for m in committee] == [
        ("Tue 09", ServiceBasis.AS_AVAILABLE, ("en", "fr"), True, 10),
        ("Tue 15", ServiceBasis.AS_AVAILABLE, ("en", "fr"), True, 10),
    ]
    assert (session.forum("working-group-1").joins, session.forum("working-group-1").seats) == (("committee",), 40)


def test_a_place_lies_somewhere_on_earth_and_a_forum_is_heard_in_its_languages():
    head = HEAD.replace("Vienna", "{key: Vienna, geo: '48.2347, 16.4168'}")
    session = read("forums: {plenary: {channels: {fr: https://example.org/fr, en: https://example.org/en}}}", head)
    assert session.place.position == (48.2347, 16.4168)
    assert session.forums[0].channels == (("fr", "https://example.org/fr"), ("en", "https://example.org/en"))


@pytest.mark.parametrize("geo", ["Vienna", "48.2", "91, 0", "0, 181", "nan, 0"])
def test_a_place_that_is_nowhere_is_refused(geo):
    with pytest.raises(BadInput, match="is not a latitude and longitude"):
        read(head=HEAD.replace("Vienna", f"{{key: Vienna, geo: '{geo}'}}"))


def test_single_meetings_are_named_moved_added_and_taken_away():
    more = """
meetings:
  Mon am: {key: first, room: C1, reserve: 15 min, number: 12}
  Mon pm: none
  Tue am: {hours: 9-12}
  Tue night: {hours: 19-1, optional: yes}
  Tue 21 Sep 18:00-18:30: {interpretation: none}
"""
    session = read(more)
    assert [f"{key} {at}" for key, at in zip(keys(session), hours(session), strict=True)] == [
        "first Mon 10:00-13:00",
        "plenary-2010-09-21-am Tue 09:00-12:00",
        "plenary-2010-09-21-pm Tue 15:00-18:00",
        "plenary-2010-09-21-1800 Tue 18:00-18:30",
        "plenary-2010-09-21-night Tue 19:00-01:00",
    ]
    first = session.meeting("first")
    assert (first.room, first.reserve, first.number, first.period) == ("C1", 15, 12, "am")
    assert session.meetings[-1].optional
    assert session.meetings[3].basis is ServiceBasis.WITHOUT


def test_services_teams_and_rooms():
    more = """
services: {interpretation: "en, fr", teams: 2, meetings a day: 3, pause: 0, longest meeting: 4 h, weekly: 8,
           rooms: {C2: Room C2, red: {seats: 120, booths: 6}}}
"""
    services = read(more).services
    assert [(team.key, team.languages) for team in services.teams] == [("1", ("en", "fr")), ("2", ("en", "fr"))]
    assert (services.meetings_a_day, services.pause, services.longest_meeting, services.weekly) == (3, 0, 240, 8)
    assert [(room.key, room.seats, dict(room.title)) for room in services.rooms] == [
        ("C2", None, {"en": "Room C2"}),
        ("red", 120, {}),
    ]


def test_items_carry_their_rules():
    agenda = """
agenda:
  1: Opening
  2: {after: 1, whole: yes, at: Mon pm, why: the panel can only come then}
  3: {before: 4, not before: Mon pm, concluded by: Tue am}
  4: {upon conclusion of: 3, within: [Tue am, 21 Sep 15-16]}
"""
    session = read(agenda=agenda)
    said = [(rule.code, rule.item if hasattr(rule, "item") else rule.later) for rule in session.rules]
    assert said == [
        ("precedes", "2"),
        ("undivided", "2"),
        ("in-meetings", "2"),
        ("precedes", "4"),
        ("not-before", "3"),
        ("concluded-by", "3"),
        ("upon-conclusion", "4"),
        ("within-windows", "4"),
    ]
    assert session.rules[2] == InMeetings("2", ("plenary-2010-09-20-pm",), Text(en="the panel can only come then"))
    assert f"{session.rules[4].moment:%H:%M} {session.rules[5].moment:%H:%M}" == "15:00 13:00"
    assert session.rules[6] == UponConclusion("4", "3")


def test_an_item_can_be_kept_from_interruption_where_the_session_waives_that():
    agenda = "agenda: {1: Opening, 2: {title: Review, uninterrupted: yes, why: the minister asks for it}}\n"
    assert read(agenda=agenda).rules == ()
    assert read("waives: Uninterrupted\n", agenda=agenda).rules == (
        Uninterrupted("2", Text(en="the minister asks for it")),
    )


def test_rules_are_written_by_name_with_items_by_number():
    more = """
rules:
  - precedes: {earlier: 2(a), later: 3, gap: 90 min, why: {en: drafting, fr: rédaction}}
  - agenda order
  - in-meetings: {item: 2 (b), meetings: [Mon pm, Tue]}
  - no short part: {minutes: 20}
  - kept free: {meetings: Tue am}
"""
    session = read(more)
    assert session.rules[0] == Precedes("2a", "3", 90, Text(en="drafting", fr="rédaction"))
    assert session.rules[1] == AgendaOrder()
    tuesday = ("plenary-2010-09-21-am", "plenary-2010-09-21-pm")
    assert session.rules[2] == InMeetings("2b", ("plenary-2010-09-20-pm", *tuesday))
    assert session.rules[3] == NoShortPart(20)
    assert session.waives == {"no-short-part"}


def test_wishes_weights_and_waived_rules():
    more = """
wishes: [{heavy-apart: {items: "2 (a), 2 (b)"}}]
waives: [holidays free]
weights: {dead time: 3}
"""
    session = read(more, agenda=AGENDA.replace("3: Report", "3: {prefers: [am, Tue, Mon pm]}"))
    assert [wish.code for wish in session.wishes] == [
        "preferred-period",
        "preferred-day",
        "preferred-meeting",
        "heavy-apart",
    ]
    assert session.wishes[3].items == ("2a", "2b")
    assert (session.waives, session.weights) == ({"holidays-free"}, {"dead-time": 3})


def test_weights_of_preferences_that_were_replaced_are_read_as_the_new_ones(caplog):
    session = read("weights: {few continuations: 7, early-close: 3}\n")
    assert session.weights == {"divided": 7, "dead-time": 3}
    assert [each.getMessage().rpartition(":")[2] for each in caplog.records] == [
        " few continuations is now called divided",
        " early-close is now called dead-time",
    ]


def test_entries_stand_after_their_item_and_fixed_hours_say_how_long():
    more = """
entries:
  panel: {title: Panel, item: 2, at: 'Tue 21 Sep 10:00-11:30', firm: yes}
  debate: {is: general-debate, takes: 2 meetings}
"""
    session = read(more, agenda=AGENDA.replace("3: Report", "3: {is: report}"))
    assert [item.key for item in session.agenda] == ["1", "2", "2a", "2b", "panel", "debate", "3"]
    panel = session.agenda["panel"]
    assert (panel.parent, panel.firm, panel.takes) == ("2", True, Takes(Duration(90)))
    assert [rule.code for rule in session.rules] == ["in-meetings", "within-windows"]


def test_an_entry_that_belongs_to_no_item_follows_one_after_those_that_followed_before():
    more = """
entries:
  visit: {title: Visit, follows: 1, takes: 30 min}
  film: {title: Film, follows: visit, takes: 30 min}
  address: {title: Address, follows: 1, takes: 30 min}
  panel: {title: Panel, item: 2, takes: 30 min}
"""
    session = read(more)
    assert [item.key for item in session.agenda] == ["1", "visit", "film", "address", "2", "2a", "2b", "panel", "3"]
    assert {session.agenda[key].parent for key in ("visit", "film", "address")} == {None}


def test_an_entry_cannot_both_belong_to_an_item_and_follow_one():
    more = "entries: {panel: {title: Panel, item: 2, follows: 1}}"
    with pytest.raises(BadInput, match=r"entries\.panel\.follows: an entry that belongs to an item stands after it"):
        read(more)


def test_several_instalments_and_joint_consideration():
    session = read(agenda="agenda: {I: {takes: [1 h, 30 min]}, II: {takes: 2 h}, III: {jointly with: II}}")
    assert [(each.key, each.items) for each in session.agenda.instalments] == [
        ("I.1", ("I",)),
        ("I.2", ("I",)),
        ("II", ("II", "III")),
    ]


def test_documents_with_issue_dates_per_language():
    more = """
documents:
  A/1: {item: "2 (a), 3", issued: 20 March 2010, title: Report}
  A/2: {item: 1, issued: {"en, fr": 1 Sep 2010, zh: 3 Sep 2010}, submitted: 2010-06-01, planned: yes}
"""
    first, second = read(more).documents
    assert (first.items, len(first.issued)) == (("2a", "3"), 6)
    assert [(language, day.day) for language, day in second.issued] == [("zh", 3), ("en", 1), ("fr", 1)]
    assert (str(second.submitted), second.planned) == ("2010-06-01", True)


def test_events_and_participants():
    more = """
events:
  reception: {title: Reception, at: Mon 18:30-20:00, in: [feed, annex], room: Foyer}
participants:
  minister: {name: The Minister, items: 2 (b), can come: [Tue am, Tue 9-10, Mon, Mon 15:00 - Tue pm],
    zone: America/New_York, office hours: 9-17}
"""
    session = read(more)
    event, minister = session.events[0], session.participants[0]
    assert (event.key, f"{event.opens:%a %H:%M}", event.shown) == ("reception", "Mon 18:30", {"feed", "annex"})
    assert (minister.items, minister.zone, f"{minister.office.opens:%H}") == (("2b",), "America/New_York", "09")
    assert [f"{each.opens:%a %H:%M %Z} to {each.closes:%a %H:%M}" for each in minister.windows] == [
        "Tue 10:00 CEST to Tue 13:00",
        "Tue 15:00 CEST to Tue 16:00",
        "Mon 00:00 CEST to Tue 00:00",
        "Mon 21:00 CEST to Tue 18:00",
    ]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("{items: 1, can come: Mon 10:00}", "'Mon 10:00' has no end"),
        ("{items: 1, office hours: 9-17, zone: Europe/Wien}", "'Europe/Wien' is not the name of a time zone"),
    ],
)
def test_hours_and_zone_of_a_participant_are_refused_with_their_place(block, said):
    with pytest.raises(BadInput, match=rf"session.yaml:\d+:\d+: participants.m.[a-z ]+: {said}"):
        read(f"\nparticipants:\n  m: {block}\n")


def test_rows_typed_by_hand_and_rows_left_open():
    agenda = AGENDA.replace("2 (b): Second", "2 (b): {takes: [1 h, 1 h]}")
    more = """
organization:
  Tue am: 3, 2 (b), ...
  Mon am: [1, 2 (a), 2 (b)]
  Mon pm: ["2 (b)", 2a]
  Tue pm: none
"""
    assert [
        (rows.meeting[-5:], rows.instalments, rows.open_ended) for rows in read(more, agenda=agenda).organization
    ] == [
        ("20-am", ("1", "2a", "2b.1"), False),
        ("20-pm", ("2b.1", "2a"), False),
        ("21-am", ("3", "2b.2"), True),
        ("21-pm", (), False),
    ]


def test_body_with_its_parent_and_kind():
    head = """
body: {title: {en: Group}, short: G, parent: {title: Conference, parent: Convention}}
place: Vienna
days: 20 Sep 2010
kind: meeting
"""
    session = read(head=head)
    assert (session.body.short["en"], session.body.parent.parent.title["en"]) == ("G", "Convention")
    assert session.kind is SessionKind.MEETING


def test_the_key_of_a_session_is_given_or_its_symbol_or_its_file():
    assert read("key: ar-3\nsymbol: A/B.1\n").key == "ar-3"
    assert read("symbol: CAC/COSP/WG.2/2009/1\n").key == "cac-cosp-wg-2-2009-1"
    assert session_from(HEAD + AGENDA, "dir/My session.yaml").key == "my-session"


def test_the_same_file_gives_the_same_session():
    assert read(FORUMS) == read(FORUMS)


def test_annotations_are_paragraphs_with_points():
    agenda = """
agenda:
  1:
    title: Opening
    heading: Opening of the session
    annotations:
      - A paragraph.
      - {text: "The functions:", mandate: 1/4}
      - {text: {en: "It:", fr~: "Il :"}, points: [did this;, did that.]}
"""
    session = read("mandates: {1/4: {title: x, functions: [a;, b.]}}\n", agenda=agenda)
    item = session.agenda["1"]
    assert item.heading == Text(en="Opening of the session")
    assert [(len(each.points), each.mandate) for each in item.annotations] == [(0, None), (0, "1/4"), (2, None)]


@pytest.mark.parametrize("line", ["place: Vienna\n", "days: Mon 20 - Tue 21 Sep 2010\n", "body: Council\n"])
def test_what_cannot_be_left_out_is_named(line):
    name = line.partition(":")[0]
    with pytest.raises(BadInput, match=f"the key '{name}' is missing"):
        read(head=HEAD.replace(line, ""))


def test_a_meeting_may_be_named_by_its_key_its_forum_or_its_hours():
    more = """
forums: {plenary: {}, committee: {days: Tue}}
meetings: {committee Tue am: {key: joint}}
rules:
  - in-meetings: {item: 1, meetings: [joint, "committee Tue pm", "Tue 10:30-11:00", plenary-2010-09-20-am]}
  - within-windows: {item: 2, windows: Tue am}
  - drafting-gap: {minutes: 2 h}
"""
    session = read(more)
    assert session.rules[0].meetings == (
        "joint",
        "committee-2010-09-21-pm",
        "plenary-2010-09-21-am",
        "plenary-2010-09-20-am",
    )
    assert [(f"{a:%a %H}", f"{b:%a %H}") for a, b in session.rules[1].windows] == [("Tue 10", "Tue 13")]
    assert session.rules[2].minutes == 120


def test_rows_of_a_whole_day_need_a_period():
    with pytest.raises(BadInput, match=r"'Mon' could be 2 meetings: Mon am, Mon pm"):
        read("organization: {Mon: [1]}\n")


def test_rules_may_be_a_mapping_with_several_sets_of_values():
    more = "rules: {precedes: [{earlier: 1, later: 2}, {earlier: 2, later: 3}], agenda order: }\n"
    assert read(more).rules == (Precedes("1", "2"), Precedes("2", "3"), AgendaOrder())


def test_a_row_names_its_part_where_an_item_has_several():
    agenda = AGENDA.replace("2 (b): Second", "2 (b): {takes: [1 h, 1 h]}")
    session = read("organization: {Mon am: [2 (b) part 2, 2b.1]}\n", agenda=agenda)
    assert session.organization[0].instalments == ("2b.2", "2b.1")
    with pytest.raises(BadInput, match=r"'2 \(b\) part 3': the item has 2 parts"):
        read("organization: {Mon am: [2 (b) part 3]}\n", agenda=agenda)
    with pytest.raises(BadInput, match=r"'2' is a heading and is not taken up itself. Below it: 2 \(a\), 2 \(b\)"):
        read("organization: {Mon am: [2]}\n", agenda=agenda)


def test_a_number_of_things_is_no_length_of_time():
    with pytest.raises(BadInput, match=r"meetings at once\.limit: '2 h': expected a whole number"):
        read("rules: [{meetings at once: {limit: 2 h}}]\n")


def test_a_meeting_that_is_moved_keeps_the_key_that_it_is_given():
    session = read("meetings: {Mon 10-13: {hours: 9-12, key: first}}\nrules: [{kept free: {meetings: first}}]\n")
    assert (session.meetings[0].key, f"{session.meetings[0].opens:%H}") == ("first", "09")
    assert session.rules[0].meetings == ("first",)


def test_a_rule_about_no_meeting_asks_for_nothing():
    assert read("rules: [{in meetings: {item: 1, meetings: []}}, {kept free: {meetings: []}}]\n").rules == ()


def test_without_interpretation_there_is_no_team_and_no_meeting_with_interpretation():
    session = read("services: {interpretation: none}\n")
    assert session.services.teams == ()
    assert {meeting.basis for meeting in session.meetings} == {ServiceBasis.WITHOUT}


def test_hours_at_an_item_of_several_forums_leave_open_which_of_them_sits():
    session = read(
        "forums: {a: {}, b: {}, c: {}}\nentries: {x: {title: Talk, forum: [b, c], at: Mon 10-11, takes: 1 h}}\n"
    )
    assert [rule.meetings for rule in session.rules if isinstance(rule, InMeetings)] == [
        ("b-2010-09-20-am", "c-2010-09-20-am")
    ]


def test_a_resumed_session_is_understood_as_a_type_and_a_part():
    session = read_session(Path("tests/inputs/resumed-session.yaml"))
    assert (session.kind, session.type, session.ordinal) == (SessionKind.SESSION, SessionType.REGULAR, 17)
    assert session.part == SessionPart(1, Reopening.RESUMED)


def test_type_and_part_may_have_keys_of_their_own():
    session = session_from(f"{HEAD}agenda: {{1: Opening}}\ntype: special\npart: 2nd\nstyle: grid\n")
    assert (session.type, session.part, session.style) == (SessionType.SPECIAL, SessionPart(2), TableStyle.GRID)
