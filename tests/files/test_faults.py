"""Everything that is wrong in a session file is told at once, each fault with its place and what would be right."""

import json

import pytest

from wgsched.errors import BadInput
from wgsched.files import read_session, session_from

HEAD = "body: C\nplace: Vienna\ndays: Mon 20 - Tue 21 Sep 2010\n"
AGENDA = "agenda: {1: x, 2: y}\n"
QUOTES = (
    # what is said after an error of syntax
    " Text that holds ': ' or ' #', or begins with one of * & ! % @ ` [ {, must stand in quotes."
)

PLAIN = "Session and programme files are plain text. `wgsched new` writes a session file to start from."


def told(content, name="s.yaml"):
    """Return the faults of a file as they are printed, without the file's name."""
    with pytest.raises(BadInput) as caught:
        session_from(content, name)
    return [str(fault).removeprefix(f"{name}:") for fault in caught.value.faults]


def test_five_different_mistakes_are_told_at_once():
    content = """\
body: C
place: Viennna
days: Sun 20 - Tue 21 Sep 2010
agenda: {1: {takes: 90}, 2: {is: repport}}
kindd: x
"""
    assert told(content) == [
        "2:8: place: 'Viennna' is not a known duty station. Did you mean 'Vienna'?"
        " Any other place: {title: {en: Doha}, zone: Asia/Qatar}.",
        "3:7: days: 20 September 2010 is a Monday, not a Sunday. Did you mean Mon 20 Sep 2010?",
        "4:21: agenda.1.takes: '90' has no unit. Did you mean 90 min?"
        " Expected for example 90 min, 2 h, 1.5 meetings, ~15 min (an estimate) or 60 min (45-120).",
        "4:34: agenda.2.is: unknown word 'repport'. Did you mean 'report'?",
        "5:1: kindd: unknown key 'kindd'. Did you mean 'kind'?",
    ]


def test_each_weekday_that_does_not_agree_is_told_in_one_go():
    assert told("body: C\nplace: Vienna\ndays: Sun 20 - Mon 21 Sep 2010\n" + AGENDA) == [
        "3:7: days: 20 September 2010 is a Monday, not a Sunday, and 21 September 2010 is a Tuesday, not a Monday."
        " Did you mean Mon 20 Sep 2010 and Tue 21 Sep 2010?"
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_quote_that_is_not_closed_is_found_after_any_end_of_a_line(end):
    with pytest.raises(BadInput) as refused:
        session_from(f"body: x{end}place: y{end}days: '14 May\n", "s.yaml")
    (fault,) = refused.value.faults
    assert (fault.line, fault.column, fault.message) == (3, 7, "the quote ' is not closed")


def test_curly_quotes_are_pointed_out_where_they_do_harm():
    assert told("body: “C”\nplace: Vienna\ndays: “20 – 21 Sep 2010”\nkind: “meeting”\n" + AGENDA) == [
        "3:7: days: '“20 – 21 Sep 2010”' is not days. Expected for example Thu 14 - Fri 15 May 2009. Curly quotes are"
        " read as part of the text: write straight ones, or none.",
        "4:7: kind: unknown word '“meeting”'. Did you mean 'meeting'? Curly quotes are read as part of the text: write"
        " straight ones, or none.",
    ]


@pytest.mark.parametrize(
    ("more", "faults"),
    [
        (
            "agenda: {1: z}\nplace: Rome\n",
            [
                "5:1: the key 'agenda' is here a second time. First on line 4.",
                "6:1: the key 'place' is here a second time. First on line 2.",
            ],
        ),
        ("servces: {}\n", ["5:1: servces: unknown key 'servces'. Did you mean 'services'?"]),
        ("short: [a]\n", ["5:8: short: expected a mapping, found a list"]),
        ("ordinal: third\n", ["5:10: ordinal: 'third': expected a whole number. Write it in digits, such as 17."]),
        ("symbol: {a: b}\n", ["5:9: symbol: expected text, found a mapping"]),
        (
            "languages: [en, xx]\n",
            ["5:17: languages.2: unknown language 'xx'. Known: six, ar, zh, en, fr, ru, es."],
        ),
        ("kind: metting\n", ["5:7: kind: unknown word 'metting'. Did you mean 'meeting'?"]),
        (
            "hours: 13-10\n",
            ["5:8: hours: '13-10' closes before it opens. Expected for example 10-13, 9:30-12:30 or 3-6 p.m."],
        ),
        (
            "zone: Europe/Wien\n",
            ["5:7: zone: 'Europe/Wien' is not the name of a time zone. Expected for example Europe/Vienna."],
        ),
        ("zone: Vienna\n", ["5:7: zone: 'Vienna' is not the name of a time zone. Did you mean 'Europe/Vienna'?"]),
        (
            "documents: {A/1: {item: 2 (a)}}\n",
            ["5:25: documents.A/1.item: there is no agenda item '2 (a)'. Known: 1, 2."],
        ),
        (
            "meetings: {Mon am: {hours: 10-16}}\n",
            [
                "5:20: meetings.Mon am: two meetings of 'plenary' overlap:"
                " Mon 20 Sep 2010 10:00-16:00 and Mon 20 Sep 2010 15:00-18:00"
            ],
        ),
        ("meetings: {Mon am: {reserve: 3 h}}\n", ["5:20: meetings.Mon am: the reserve leaves no time for items"]),
        (
            "meetings: {Mon night: none, Mon: {room: x}}\n",
            [
                "5:23: meetings.Mon night: Mon 20 Sep 2010 has no period 'night'. It has am, pm.",
                "5:34: meetings.Mon: 'Mon' does not say which meeting."
                " Expected for example Thu am or Thu 14 May 10-13.",
            ],
        ),
        (
            "meetings: {Mon am: {key: k}, Mon pm: {key: k}}\n",
            ["5:44: meetings.Mon pm.key: another meeting has the key 'k'"],
        ),
        (
            "forums: {plenary: {}, committee: {kind: comittee, joins: plenery, days: Wed}}\n",
            [
                "5:41: forums.committee.kind: unknown word 'comittee'. Did you mean 'committee'?",
                "5:58: forums.committee.joins: there is no forum 'plenery'. Did you mean 'plenary'?",
                "5:73: forums.committee.days: 'Wed' is not a day of the session."
                " The session has Mon 20 Sep 2010, Tue 21 Sep 2010.",
            ],
        ),
        (
            "organization: {Wed am: [1], Mon am: [1, 7, ..., 2]}\n",
            [
                "5:24: organization.Wed am: 'Wed' is not a day of the session."
                " The session has Mon 20 Sep 2010, Tue 21 Sep 2010.",
                "5:41: organization.Mon am.2: there is no agenda item '7'. Known: 1, 2.",
                "5:44: organization.Mon am.3: '...' stands last: what is planned comes after what was typed",
            ],
        ),
        (
            "organization: {Mon am: [1], Mon morning: [2]}\n",
            ["5:29: organization.Mon morning: 'Mon morning' is a meeting that is here already"],
        ),
        (
            "rules: [{preceds: {earlier: 1}}, {precedes: {earlier: 1, latter: 2}},"
            " {concluded by: {item: 7, moment: Wed}}]\n",
            [
                "5:10: rules.1: no rule is called 'preceds'. Did you mean 'precedes'?",
                "5:45: rules.2.precedes: the key 'later' is missing",
                "5:58: rules.2.precedes.latter: unknown key 'latter'. Did you mean 'later'?",
                "5:93: rules.3.concluded by.item: there is no agenda item '7'. Known: 1, 2.",
                "5:104: rules.3.concluded by.moment: 'Wed' is not a day of the session."
                " The session has Mon 20 Sep 2010, Tue 21 Sep 2010.",
            ],
        ),
        (
            "weights: {dead tim: 3}\n",
            ["5:11: weights.dead tim: no preference is called 'dead tim'. Did you mean 'dead-time'?"],
        ),
        ("sequence: [2, 9]\n", ["5:15: sequence.2: there is no agenda item '9'. Known: 1, 2."]),
        ("sequence: [1, 1]\n", ["5:15: sequence.2: '1' is here a second time"]),
        (
            "entries: {a: {report: {of: 9}}, b: {report: {}}, c: {report: {of: c}}}\n",
            [
                "5:28: entries.a.report.of: there is no agenda item '9'. Known: 1, 2, c, b, a.",
                "5:45: entries.b.report: the items that it covers are missing. Expected for example {of: [4, 5]}.",
                "5:67: entries.c.report.of: a report does not cover itself",
            ],
        ),
        ("waives: holiday\n", ["5:9: waives: no rule is called 'holiday'. Did you mean 'holidays-free'?"]),
        (
            "events: {side: {title: S, at: Mon 13:15}, other: x}\n",
            [
                "5:31: events.side.at: 'Mon 13:15' has no end. Expected for example 14 May 13:15-14:45.",
                "5:43: events.other: the key 'at' is missing. Expected for example at: 14 May 13:15-14:45.",
            ],
        ),
        (
            "holidays: {Mon 20 Sep: [a], 21 Sep: {en: [b]}}\n",
            [
                "5:24: holidays.Mon 20 Sep: expected a mapping, found a list",
                "5:42: holidays.21 Sep.en: expected text, found a list",
            ],
        ),
        ("phrases: {zz: {a: b}}\n", ["5:11: phrases.zz: unknown language 'zz'. Known: ar, zh, en, fr, ru, es."]),
    ],
)
def test_each_mistake_has_its_place_and_its_remedy(more, faults):
    assert told(HEAD + AGENDA + more) == faults


@pytest.mark.parametrize(
    ("agenda", "faults"),
    [
        ("{1 (a): x, 1: b, 1(a): y}", ["4:26: agenda.1(a): item 1 (a) is here a second time"]),
        (
            "{1: x, 3 (c) (i): y}",
            ["4:16: agenda.3 (c) (i): there is no item 3 (c) above 3 (c) (i). Write 3 (c) into the agenda, above it."],
        ),
        (
            "{1: x, 1 (: y}",
            ["4:16: agenda.1 (: '1 (' is not the number of an item; expected for example 1, 1 (a), 3 (c) (i) or 16.1"],
        ),
        ("{1: {titel: x}}", ["4:14: agenda.1.titel: unknown key 'titel'. Did you mean 'title'?"]),
        ("{1: {decision: maybe}}", ["4:24: agenda.1.decision: expected yes or no"]),
        (
            "{1: x, 2: {key: 1}}",
            ["4:20: agenda.2.key: another item has the key '1'. Give one of them a key of its own."],
        ),
        ("{1: x, 2: {key: 3}, 3: {key: y}}", ["4:20: agenda.2.key: the key '3' is the number of another item"]),
        (
            "{1: {title: {en: x, frr: y, en~: z}}}",
            [
                "4:29: agenda.1.title.frr: unknown language 'frr'. Did you mean 'fr'?",
                "4:37: agenda.1.title.en~: en is here a second time, once with '~' and once without",
            ],
        ),
        (
            "{1: {title: {en: Ways, means, fr: x}}}",
            [
                "4:32: agenda.1.title.means: unknown language 'means'."
                " A text with a comma inside braces stands in quotation marks."
            ],
        ),
        ("{1: {takes: none}}", ["4:9: agenda: nothing on the agenda takes any time"]),
        (
            "{}",
            [
                "4:1: agenda: nothing is on the agenda. Expected for example agenda: {1: Opening of the session},"
                " or meetings: where only these are known."
            ],
        ),
        ("{1: {forum: plenery}}", ["4:21: agenda.1.forum: there is no forum 'plenery'. Did you mean 'plenary'?"]),
        ("{1: {jointly with: 1}}", ["4:28: agenda.1.jointly with: name the first of the items considered jointly"]),
        (
            "{1: {annotations: [{text: x, mandate: 1/4}]}}",
            ["4:47: agenda.1.annotations.1.mandate: there is no mandate '1/4'"],
        ),
        (
            "{1: {at: Wed am}}",
            ["4:18: agenda.1.at: 'Wed' is not a day of the session. The session has Mon 20 Sep 2010, Tue 21 Sep 2010."],
        ),
    ],
)
def test_mistakes_in_the_agenda(agenda, faults):
    assert told(f"{HEAD}agenda: {agenda}\n") == faults


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        ("", ["1:1: is empty. `wgsched new` writes a session file to start from."]),
        ("# only a comment\n", ["1:1: is empty. `wgsched new` writes a session file to start from."]),
        ("- a\n- b\n", ["1:1: is not a session file: expected a mapping. `wgsched new` writes one to start from."]),
        ("hello", ["1:1: is not a session file: expected a mapping. `wgsched new` writes one to start from."]),
        (b"body: x\nshort: Caf\xe9\n", ["2:11: is not UTF-8. Save it as UTF-8."]),
        ("body: x\n".encode("utf-16"), ["1:1: is UTF-16, which some editors call Unicode. Save it as UTF-8."]),
        (b"PK\x03\x04\x14\x00", [f"1:1: is a Word, Excel or ZIP file. {PLAIN}"]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", [f"1:1: is a Word or Excel file of the old form. {PLAIN}"]),
        (b"%PDF-1.7\n", [f"1:1: is a PDF file. {PLAIN}"]),
        ("body: a\x07b\n", ["1:8: holds the control character U+0007"]),
        ("agenda:\n\t1: x\n", ["2:1: is not YAML: a tab where spaces are needed. Indent with spaces."]),
        (
            "agenda:\n  1: x\n\u00a0 2: y\n  3: z\n",
            ["3:1: is not YAML: a no-break space where spaces are needed. Indent with spaces."],
        ),
        (
            "agenda:\n  1: {title: {en: One}\n  2: {title: {en: Two}}\n",
            [
                "3:3: is not YAML: did not find expected ',' or '}'. The { on line 2, column 6 is not closed." + QUOTES,
            ],
        ),
        (
            "languages: [en, fr\nkind: meeting\n",
            ["2:5: is not YAML: did not find expected ',' or ']'. The [ on line 1, column 12 is not closed." + QUOTES],
        ),
        (HEAD + AGENDA + "---\nx: 1\n", ["5:1: holds a second document after '---'. One file is one session."]),
        ("agenda: " + "[" * 60, ["1:48: is nested more than 40 levels deep"]),
        ("a: &x [1]\n", ["1:4: names an anchor '&x'. Anchors are not used here." + QUOTES]),
        ("a: *x\n", ["1:4: refers to '*x'. Aliases are not used here." + QUOTES]),
        (
            "a: !!python/object/apply:os.system [x]\n",
            ["1:4: has the tag 'tag:yaml.org,2002:python/object/apply:os.system'. Tags are not used here." + QUOTES],
        ),
        ("{[1, 2]: x}\n", ["1:2: has a list or a mapping as a key. Put the key in quotes."]),
        ("a: Report: adoption\n", ["1:10: is not YAML: mapping values are not allowed in this context." + QUOTES]),
    ],
)
def test_what_is_no_session_file_at_all(content, faults):
    assert told(content) == faults


def test_a_bomb_of_aliases_is_refused_where_it_begins():
    bomb = 'a: &a ["x","x"]\n' + "".join(f"b{n}: &b{n} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n" for n in range(9))
    assert told(bomb) == ["1:4: names an anchor '&a'. Anchors are not used here." + QUOTES]


def test_a_file_that_is_too_large_is_not_looked_into():
    assert told("a" * 8_000_001) == ["1:1: is larger than 8 megabytes"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('{"body": "x", "agenda": {"1": tru}}', "1:31: is not JSON: a value is expected here"),
        ('{"body": "x", "body": "y"}', "1:15: the key 'body' is here a second time. First on line 1."),
        ('{"body": "x"', "1:13: is not JSON: a comma or } is expected here"),
        ('{"body" "x"}', "1:9: is not JSON: a colon is expected after the key 'body'"),
        ('{"body": "x"} y', "1:15: is not JSON: something follows the end"),
        ("{body: 1}", "1:2: is not JSON: a key in double quotes is expected here"),
        ('{"a": "\\ud800"}', "1:7: holds half of a character. A \\ud800 to \\udfff stands alone."),
        ('{"a":\n ' + "[" * 60, "2:42: is nested more than 40 levels deep"),
        ('{"a": [1, 2', "1:12: is not JSON: a comma or ] is expected here"),
        ('{"a": "x', "1:7: is not JSON: Unterminated string starting at"),
    ],
)
def test_json_has_located_faults_too(content, fault):
    assert told(content, "s.json") == [fault]


def test_names_with_hidden_characters_are_shown_and_long_ones_shortened():
    content = json.dumps({"body\u202e": "x", "agenda": {"1": {"takes": "9" * 5000}}})
    faults = told(content, "s.json")
    assert any("unknown key 'body\\u202e'" in fault for fault in faults)
    assert all(len(fault) < 600 for fault in faults)


def test_what_is_wrong_is_told_a_hundred_times_at_most():
    content = HEAD + "agenda:\n" + "".join(f"  {n}: {{takes: {n}}}\n" for n in range(1, 150))
    faults = told(content)
    assert len(faults) == 101
    assert faults[-1] == "105:16: and 49 more faults"


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    with pytest.raises(BadInput, match="cannot be read: No such file"):
        read_session(tmp_path / "nowhere.yaml")
    with pytest.raises(BadInput, match="cannot be read"):
        read_session(tmp_path)
    with pytest.raises(BadInput, match="cannot be read"):
        read_session("a\0b")


def test_what_is_wrong_inside_a_list_or_below_something_wrong_leaves_the_rest_readable():
    content = f"{HEAD}agenda: {{1: {{title: [a, b], iss: opening}}, 2: y}}\nlanguages: [[en], fr]\nshort: [x]\n"
    assert told(content) == [
        "4:21: agenda.1.title: expected a mapping, found a list",
        "4:29: agenda.1.iss: unknown key 'iss'. Did you mean 'is'?",
        "5:13: languages.1: expected text, found a list",
        "6:8: short: expected a mapping, found a list",
    ]
