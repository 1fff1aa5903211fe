"""What a watcher hears: the stages in their order, no bound that falls, and a sign of life every second."""

from itertools import groupby

from tests.benchmarks.instances import Size, generated
from tests.sessions import founding
from wgsched.planning import Stage, plan
from wgsched.planning.search import planner, progress
from wgsched.planning.search.progress import Progress, Reporter

SEVERAL = generated(Size(2, 8, forums=2, teams=2, delegations=4), "several", "several")


def stages(heard):
    return [stage for stage, _ in groupby(each.stage for each in heard)]


def test_a_plan_goes_through_its_stages(monkeypatch):
    monkeypatch.setattr(planner, "SMALL", 0)
    heard = []
    made = plan(SEVERAL, on_progress=heard.append)
    assert stages(heard) == [Stage.FIRST, Stage.PROVING, Stage.EQUALS]
    assert (heard[0].objective, heard[-1].objective) == (None, made.finding.objective)
    assert [each.seconds for each in heard] == sorted(each.seconds for each in heard)


def test_planning_again_begins_with_the_fewest_changes():
    heard = []
    plan(founding(), published=plan(founding()), on_progress=heard.append)
    assert stages(heard) == [Stage.FIRST, Stage.CHANGES, Stage.PROVING, Stage.EQUALS]
    assert {each.moved for each in heard if each.stage in (Stage.PROVING, Stage.EQUALS)} == {0}


def test_a_better_bound_is_not_forgotten_and_a_new_stage_measures_anew():
    heard = []
    reporter = Reporter(heard.append)
    reporter.enter(Stage.CHANGES, each=10)
    reporter.better(25, 7)
    reporter.at_least(4)
    reporter.enter(Stage.PROVING, moved=2)
    reporter.better(300, 100)
    reporter.enter(Stage.EQUALS)
    told = [(each.stage, each.objective, each.bound, each.moved) for each in heard]
    assert told == [
        (Stage.CHANGES, None, 0, None),
        (Stage.CHANGES, 25, 7, 2),
        (Stage.CHANGES, 25, 7, 2),
        (Stage.PROVING, None, 0, 2),
        (Stage.PROVING, 300, 100, 2),
        (Stage.EQUALS, 300, 100, 2),
    ]


def test_every_second_there_is_a_sign_of_life(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    heard = []
    reporter = Reporter(heard.append)
    for moment in (0.5, 0.9, 1.0, 1.5, 2.0, 2.5):
        now[0] = moment
        reporter.beat()
    assert heard == [Progress(None, 0, each, stage=Stage.FIRST) for each in (1.0, 2.0)]


def test_where_nobody_watches_nothing_is_told():
    reporter = Reporter()
    reporter.enter(Stage.PROVING)
    reporter.better(3)
    assert reporter.silent
