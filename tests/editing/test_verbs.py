"""An edit that is asked for as JSON is the one that its verb makes."""

import inspect
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wgsched as wg
from tests.editing.edits import names
from tests.editing.samples import founded
from tests.feeds.samples import thin
from wgsched import editing
from wgsched.editing.verbs import VERBS
from wgsched.errors import BadInput, WgschedError
from wgsched.files import programme_from_json

STARTS = (founded(), thin())
HOURS = ("9:30", "14:15", "half past")


def outcome(verb, programme, *args, **named):
    """Return the edit, or what is said of it if it is refused."""
    try:
        return verb(programme, *args, **named)
    except WgschedError as refused:
        return type(refused), str(refused)


def asked_of(programme):
    """Return a strategy for a verb and all or some of what it takes."""
    items, meetings = names(programme)
    values = {
        "item": items,
        "before": st.none() | items,
        "meeting": meetings,
        "other_meeting": st.none() | meetings,
        "to": meetings,
        "minutes": st.none() | st.integers(-5, 200) | st.just("half a meeting"),
        "opens": st.none() | st.sampled_from(HOURS),
        "closes": st.none() | st.sampled_from(HOURS),
        "room": st.none() | st.sampled_from(["C1", "C2"]),
    }
    return st.sampled_from(sorted(VERBS)).flatmap(
        lambda verb: st.tuples(st.just(verb), _given(verb, {**values, "other": meetings if "meet" in verb else items}))
    )


def _given(verb, values):
    taken = {name: each for name, each in inspect.signature(VERBS[verb]).parameters.items() if name != "programme"}
    needed = {name: values[name] for name, each in taken.items() if each.default is each.empty}
    other = {name: values[name] for name in taken if name not in needed}
    return st.fixed_dictionaries(needed, optional=other)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.data())
def test_json_and_python_give_equal_edits_and_refuse_in_equal_words(programme, data):
    for _ in range(3):
        verb, named = data.draw(asked_of(programme))
        wanted = outcome(getattr(editing, verb), programme, **named)
        made = outcome(wg.edit, programme, json.loads(json.dumps({verb: named})))
        assert made == wanted
        if isinstance(made, editing.Edit):
            programme = made.programme


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(STARTS), st.data())
def test_the_answer_can_be_written_as_json_and_read_again(programme, data):
    verb, named = data.draw(asked_of(programme))
    edit = outcome(wg.edit, programme, {verb: named})
    if isinstance(edit, editing.Edit):
        answer = json.loads(json.dumps(edit.as_json()))
        assert programme_from_json(json.dumps(answer.pop("programme"))) == edit.programme
        assert answer == {
            "sentence": str(edit),
            "broken": list(map(str, edit.broken)),
            "mended": list(map(str, edit.mended)),
            "cost": edit.cost,
        }


def test_every_verb_of_the_library_can_be_asked_for():
    others = {"destinations", "edit", "together"}
    assert set(VERBS) == {name for name in editing.__all__ if name.islower()} - others


def test_a_list_is_made_in_its_order_as_one_edit():
    steps = [{"take_out": {"item": "3"}}, {"place": {"item": "3", "meeting": "Fri am"}}]
    one = wg.take_out(founded(), "3")
    assert wg.edit(founded(), steps).programme == wg.place(one.programme, "3", "Fri am").programme


def test_the_answer_is_said_in_the_language_asked_for():
    said = wg.edit(founded(), {"pin": {"item": "3"}}).as_json("fr")["sentence"]
    assert said == "Fixé : le point 3, la séance du vendredi 15 mai, 15 heures-18 heures."


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"mvoe": {}}, "unknown verb 'mvoe'. Did you mean 'move'?"),
        ({"move": {"itm": "3", "to": "Fri am"}}, "move: unknown key 'itm'. Did you mean 'item'?\nmove: say which item"),
        ({"hold": {"meeting": "Fri am", "xyz": 1}}, "hold: unknown key 'xyz'. Known: meeting."),
        ({"move": {"item": 3, "to": None}}, "move.item: expected a text, not 3\nmove: say which to"),
        ({"split": {"item": "3", "to": "Fri am", "minutes": 1.5}},
            "split.minutes: expected a text or a whole number, not 1.5"),
        ({"split": {"item": "3", "to": "Fri am", "minutes": True}},
            "split.minutes: expected a text or a whole number, not True"),
        ({"room": {"meeting": "Fri am"}}, "room: say which room"),
        ({"cancel": "Fri am"}, 'cancel: expected what the verb takes, by name. Write {"cancel": {"meeting": ...}}.'),
        ([{"pin": {"item": "3"}}, {"unpni": {}}], "1: unknown verb 'unpni'. Did you mean 'unpin'?"),
        ([{"pin": {"itme": "3"}}, {}],
            "0.pin: unknown key 'itme'. Did you mean 'item'?\n0.pin: say which item\n"
            '1: expected one verb with what it takes. For example {"pin": {"item": "3"}}; several edits are a list.'),
        ([], 'expected an edit or a list of edits. For example {"pin": {"item": "3"}}; several edits are a list.'),
        ("pin", 'expected one verb with what it takes. For example {"pin": {"item": "3"}}; several edits are a list.'),
    ],
)  # fmt: skip
def test_all_that_is_wrong_with_what_is_asked_is_said_at_once(asked, said):
    with pytest.raises(BadInput) as refused:
        wg.edit(founded(), asked)
    assert str(refused.value) == said
