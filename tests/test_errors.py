"""Errors carry facts, also from one process to another."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pendulum
import pytest

from tests.sessions import item, meeting, session
from wgsched import errors
from wgsched.errors import (
    BadInput,
    ExtensionError,
    Fault,
    FolderBusy,
    FolderError,
    Incomplete,
    InternalError,
    LedgerError,
    LimitReached,
    MissingExtra,
    MissingTitles,
    NoProgramme,
    NoSigns,
    NotTakenUp,
    NotUnderstood,
    NoZoneName,
    UnknownName,
    WgschedError,
)
from wgsched.model import Minutes, Repair, Sentence, Text
from wgsched.planning import plan

SENTENCE = Sentence("whole-time", item=item("1", 30), minutes=Minutes(30), why=Text(en="so", fr="ainsi"))
RAISED = (
    WgschedError("something"),
    BadInput(Fault("is wrong", "a.yaml", 1, 2, "agenda.1", "Mend it."), "and this"),
    NoZoneName(pendulum.naive(2009, 5, 14, 10)),
    NoProgramme([SENTENCE], words=["one", "two"], repairs=[Repair(SENTENCE, 3)], minimal=True),
    LimitReached("no time left"),
    NotTakenUp("2a"),
    MissingTitles("ru", ["1", "2 (a)"]),
    Incomplete(["fr: titles are missing: 2"], "Add them."),
    NoSigns("no font has it"),
    NotUnderstood("moment", "soon", Fault("'soon' is not a moment")),
    UnknownName("meeting", "thu", ["Thu am", "Thu pm"]),
    ExtensionError("layout", "door", "doors 1.0", "lacks pages"),
    FolderError("site", "cannot be written", hint="Free some space."),
    FolderBusy("site"),
    LedgerError(Fault("was damaged", "ledger.json", 3)),
    MissingExtra("a PDF", "pdf"),
    InternalError(["cost 1 is not 2"], session(item("1", 30)), files=["session.yaml"]),
)


def test_every_error_of_the_module_is_among_them():
    known = {each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, WgschedError)}
    assert {type(error) for error in RAISED} == known


@pytest.mark.parametrize("error", RAISED, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("again", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy])
def test_an_error_keeps_its_words_and_its_facts(error, again):
    found = again(error)
    assert (type(found), str(found), found.args, vars(found)) == (type(error), str(error), error.args, vars(error))


def test_what_was_noted_on_an_error_stays():
    error = UnknownName("meeting", "thu", ["Thu am"])
    error.add_note("while reading")
    assert pickle.loads(pickle.dumps(error)).__notes__ == ["while reading"]


def test_a_process_pool_carries_the_answer_that_there_is_no_programme():
    full = session(item("1", 120), meetings=(meeting("m", 14, 10, 60),))
    with pytest.raises(NoProgramme) as here:
        plan(full)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool, pytest.raises(NoProgramme) as there:
        pool.submit(plan, full).result()
    assert str(there.value) == str(here.value)
    assert (there.value.conflict, there.value.repairs) == (here.value.conflict, here.value.repairs)
