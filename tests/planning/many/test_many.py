"""Many sessions side by side: the same as one by one, each for itself, and remembered."""

import json
import os
import runpy
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.sessions import founding, item, session
from wgsched import BadInput, ConcludedBy, LimitReached, NoProgramme, Precedes, UnknownName, plan, plan_many
from wgsched.model import Text
from wgsched.planning.many import batch as many
from wgsched.planning.many.answers import answer_from_json, answer_to_json


class Here(Executor):
    """Runs a task where it is submitted, and counts."""

    def __init__(self):
        self.submitted = 0

    def submit(self, task, /, *arguments):
        self.submitted += 1
        future = Future()
        future.set_result(task(*arguments))
        return future


def impossible():
    late = Text(en="the panel comes late")
    return session(item("1", 60), item("2", 60)).with_rules(
        Precedes("1", "2", why=late), Precedes("2", "1"), ConcludedBy("1", session().moment("2009-05-14 10:30"))
    )


def refusal(asked):
    with pytest.raises(NoProgramme) as caught:
        plan(asked)
    return caught.value


def facts(error):
    return error.conflict, error.repairs, error.minimal, str(error)


def test_processes_give_what_planning_one_by_one_gives_in_the_same_order():
    sessions = [session(item("1", minutes)) for minutes in (60, 90)] + [impossible(), founding()]
    found = plan_many(sessions)
    assert [each.session for each in found] == sessions
    assert [each.programme for each in found] == [plan(sessions[0]), plan(sessions[1]), None, plan(sessions[3])]
    assert facts(found[2].error) == facts(refusal(sessions[2]))


def test_any_executor_will_do_and_the_same_session_is_planned_once():
    here, asked = Here(), session(item("1", 60))
    one, same = plan_many([asked, session(item("1", 60))], executor=here)
    assert here.submitted == 1
    assert one.programme == same.programme == plan(asked)
    with ThreadPoolExecutor(2) as threads:
        assert plan_many([asked], executor=threads)[0].programme == plan(asked)


def test_parameters_reach_the_planner():
    asked = session(item("1", 60), item("2", 60))
    published = plan(asked)
    (again,) = plan_many([asked], executor=Here(), published=published, seed=3)
    assert again.programme == plan(asked, published=published, seed=3)


def test_what_ends_one_session_with_an_error_leaves_the_others_alone():
    lost = session(item("1", 60)).with_rules(Precedes("1", "nothing"))
    good = session(item("1", 60))
    found = plan_many([lost, good], executor=Here())
    assert isinstance(found[0].error, BadInput | UnknownName)
    assert found[0].programme is None
    assert found[1].programme == plan(good)


def deadly(question):
    """Take down the process for one session, as a crash of the solver would."""
    if '"key":"deadly"' in json.loads(question)["session"].replace(" ", ""):
        os._exit(9)
    return many.answered(question)


@pytest.mark.long
def test_a_process_that_dies_takes_no_other_session_with_it(monkeypatch):
    good = session(item("1", 30))
    monkeypatch.setattr(many, "answered", deadly)
    found = plan_many([replace(good, key="deadly"), good])
    assert [each.programme for each in found] == [None, plan(good)]
    assert isinstance(found[0].error, BrokenExecutor)


def test_answers_are_remembered_refusals_too(tmp_path):
    sessions = [session(item("1", 60)), impossible()]
    first, second = Here(), Here()
    one = plan_many(sessions, executor=first, cache=tmp_path / "answers")
    other = plan_many(sessions, executor=second, cache=tmp_path / "answers")
    assert (first.submitted, second.submitted) == (2, 0)
    assert one[0] == other[0]
    assert facts(one[1].error) == facts(other[1].error)


class Interrupted(Here):
    """Runs one task and is interrupted in the next."""

    def submit(self, task, /, *arguments):
        if not self.submitted:
            return super().submit(task, *arguments)
        future = Future()
        future.set_exception(KeyboardInterrupt())
        return future


def test_answers_before_an_interrupt_are_remembered(tmp_path):
    sessions, here = [session(item("1", minutes)) for minutes in (60, 90)], Here()
    with pytest.raises(KeyboardInterrupt):
        plan_many(sessions, executor=Interrupted(), cache=tmp_path)
    assert [each.programme for each in plan_many(sessions, executor=here, cache=tmp_path)] == list(map(plan, sessions))
    assert here.submitted == 1


def test_another_session_or_another_parameter_is_another_question(tmp_path):
    here = Here()
    for minutes, seed in ((60, 0), (61, 0), (60, 1)):
        plan_many([session(item("1", minutes))], executor=here, cache=tmp_path, seed=seed)
    assert here.submitted == 3


def test_another_version_of_the_solver_is_another_question(monkeypatch):
    from wgsched.planning.many import cache as remembered

    before = remembered.digest("question")
    monkeypatch.setattr(remembered, "version", lambda name: "0" if name == "ortools" else "1")
    assert remembered.digest("question") != before


@pytest.mark.parametrize("damage", [lambda whole: whole[:-40], lambda whole: whole.replace(b"60", b"61"),
                                    lambda whole: b"[]", lambda whole: b"\xff", lambda whole: b""])  # fmt: skip
def test_a_damaged_answer_is_ignored_and_written_anew(damage, tmp_path):
    asked = session(item("1", 60))
    plan_many([asked], executor=Here(), cache=tmp_path)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    here = Here()
    assert plan_many([asked], executor=here, cache=tmp_path)[0].programme == plan(asked)
    assert here.submitted == 1
    assert entry.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == [entry.name]


def test_an_answer_that_a_limit_cut_short_is_not_remembered(tmp_path):
    assert not many._lasting(LimitReached("a limit"))
    assert not many._lasting(RuntimeError("a bug"))
    assert many._lasting(refusal(impossible()))


def test_a_cache_that_cannot_be_a_folder_is_bad_input(tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(BadInput, match="cannot be a folder"):
        plan_many([], cache=file)


@pytest.mark.parametrize(
    "error",
    [UnknownName("item", "x", ("y",)), LimitReached("a limit was reached"), BadInput("one", "two"), ValueError("a")],
)
def test_an_error_travels_as_text(error):
    found = answer_from_json(answer_to_json(error, "UTC"), session())
    assert str(found) == (f"ValueError: {error}" if type(error) is ValueError else str(error))
    assert type(found) is (RuntimeError if type(error) is ValueError else type(error))


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")  # of dask itself
def test_a_cluster_gives_what_planning_one_by_one_gives():
    example = runpy.run_path("examples/plan_many_on_dask.py")
    found = example["what_ifs_on"](example["cluster"](2))
    assert [each.programme for each in found] == [*(plan(each.session) for each in found[:3]), None]
    assert isinstance(found[3].error, NoProgramme)
