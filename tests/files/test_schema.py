"""The JSON Schema of the session file, and the file to start from."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.files.mutating import rearranged
from tests.files.samples import WHOLE
from wgsched.errors import BadInput
from wgsched.files import schema, session_from, starter
from wgsched.files.nodes import plain as as_texts
from wgsched.files.source import read_nodes

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
        ("weights: {dead-time: -1}", "$.weights['dead-time']"),
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


SHAPE = re.compile(
    r"unknown key|expected (a mapping|a list|text|yes or no|a whole number|\d)|the key '[^']+' is missing"
)
"""What the reader says of the shape of a file, which a schema can tell too."""

HEADS = ("the key 'body'", "the key 'place'", "the key 'days'", "the key 'agenda'", "the key 'at'")
"""What the reader misses and the schema does not ask for, since another key or a place brings it."""


def disagreements(seeds):
    """Return the damaged files of which the reader and the schema do not say the same."""
    tree, check, found = as_texts(read_nodes(WHOLE, "s.yaml")), validator(), []
    for seed in seeds:
        text = rearranged(tree, seed)
        refused = not check.is_valid(as_texts(read_nodes(text, "s.json")))
        try:
            session_from(text, "s.json")
        except BadInput as error:
            faults = [fault.message for fault in error.faults if not fault.message.startswith(HEADS)]
            if any(SHAPE.match(fault) for fault in faults) and not refused:
                found.append((seed, faults))
        else:
            found += [(seed, "is read")] if refused else []
    return found


def test_the_reader_and_the_schema_agree_on_the_shape_of_sixty_damaged_files():
    assert disagreements(range(60)) == []


@pytest.mark.long
@pytest.mark.parametrize("start", range(0, 20_000, 2_000))
def test_the_reader_and_the_schema_agree_on_the_shape_of_twenty_thousand_damaged_files(start):
    assert disagreements(range(start, start + 2_000)) == []
