"""The JSON Schema of the session file, and the file to start from."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from wgsched.files import schema, session_from, starter

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def validator():
    return jsonschema.Draft202012Validator(schema())


def plain(text):
    """Return YAML as an editor sees it: keys are texts, values numbers and dates where they look so."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def faults(text):
    return [error.json_path for error in validator().iter_errors(plain(text))]


def test_it_is_a_schema_itself():
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_keeps_to_it(path):
    assert faults(path.read_text(encoding="utf-8")) == []


def test_the_starter_keeps_to_it_and_is_a_session_as_it_stands():
    assert faults(starter()) == []
    session = session_from(starter())
    assert (len(session.meetings), len(session.agenda.instalments)) == (4, 6)
    assert sum(session.minutes_of(each) for each in session.agenda.instalments) <= 720


def test_what_the_starter_only_comments_is_valid_too():
    lines = starter().splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("# forums:"))
    block = [line.removeprefix("# ") for line in lines[start:] if line.startswith("# ") and not line[2].isupper()]
    session = session_from("\n".join([*lines[:start], *block]))
    assert [forum.key for forum in session.forums] == ["plenary", "committee"]
    assert [rule.code for rule in session.rules] == ["precedes"]
    assert [rows.open_ended for rows in session.organization] == [True]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("bodie: x", "$"),
        ("agenda: {1: {titel: x}}", "$.agenda['1']"),
        ("rules: [{precedes: {earlier: 1}}]", "$.rules"),
        ("weights: {early-close: -1}", "$.weights['early-close']"),
        ("days: {}", "$.days"),
    ],
)
def test_an_editor_marks_what_is_wrong(line, path):
    assert faults(line) == [path]


@pytest.mark.parametrize(
    "line",
    [
        "agenda: {1: Opening, 2: {en: Work}, 3: , 4: {takes: [1 h, 2 h], after: [1, 2], languages: six}}",
        "place: {title: {en: Doha}, zone: Asia/Qatar}",
        "body: {title: x, parent: {title: y, parent: z}}",
        "meetings: {Mon am: none, Mon pm: {number: 3, optional: yes}}",
        "documents: {A/1: 2, A/2: [1, 2], A/3: {item: 2, issued: {en: 2009-05-14}}}",
        "rules: [agenda-order, {precedes: {earlier: 1, later: 2}}]",
        "services: {teams: 2, rooms: {C2: Room C2}}",
        "hours: {am: 10-13, Mon: none}",
    ],
)
def test_short_forms_are_in_it(line):
    assert faults(line) == []


def test_every_key_is_described():
    found = schema()
    shapes = [found, *found["$defs"].values()]
    lacking = [name for shape in shapes for name, value in shape["properties"].items() if "description" not in value]
    assert lacking == []


def test_it_is_the_same_each_time_and_rules_stand_in_it_by_name():
    assert json.dumps(schema()) == json.dumps(schema())
    kinds = schema()["properties"]["rules"]["anyOf"][0]["items"]["anyOf"][1]["properties"]
    assert kinds["precedes"]["required"] == ["earlier", "later"]
