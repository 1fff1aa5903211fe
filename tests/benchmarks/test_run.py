"""The benchmarks themselves: every engine on the smallest session, one judge, and what a line of --json has."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.engines import ALONE, FILES
from tests.benchmarks.found import Found, judged
from tests.benchmarks.instances import instance
from tests.benchmarks.laying import laid
from tests.benchmarks.puzzle import puzzle
from tests.benchmarks.run import KEYS, asked, chosen
from tests.benchmarks.suites import conflicts, sessions
from tests.benchmarks.tables import tables, written

ROOT = Path(__file__).resolve().parents[2]
SHORT = {"engine": "wgsched", "build_s": 0.0, "solve_s": 0.1, "first_s": None, "cpu_s": 0.1, "peak_mb": 90.0}
"""The rest of a run."""

EXACT = ("wgsched", "highs-flow", "cpsat-flow", "highs-indexed", "cpsat-indexed")


def measured(name, engine):
    sessions.prepare(engine)
    return sessions.run(name, engine, 0, 60.0)


@pytest.mark.parametrize("engine", EXACT)
def test_all_engines_that_prove_agree_on_the_best(engine):
    found = measured("2x8-s1", engine)
    assert (found["status"], found["objective"], found["bound"]) == ("OPTIMAL", 465, 465)


@pytest.mark.long
@pytest.mark.parametrize("name", ["2x8-s1", "2x8-s2", "2x8-s3"])
def test_peers_that_are_installed_for_it_agree_too(name):
    best = measured(name, "wgsched")["objective"]
    assert measured(name, "cbc-flow")["objective"] == best
    rough = measured(name, "pyjobshop")
    assert rough["status"] in ("FEASIBLE", "UNKNOWN")
    assert rough["objective"] is None or rough["objective"] >= best


@pytest.mark.long
@pytest.mark.parametrize("name", ["5x25-s1", "5x25-s2"])
def test_minutes_flow_and_ours_agree_on_larger_sessions(name):
    ours, flow = measured(name, "wgsched"), measured(name, "cpsat-flow")
    assert ours["objective"] == ours["bound"]
    assert flow["bound"] <= ours["objective"] <= flow["objective"]


def test_a_list_made_by_hand_is_a_programme_but_not_the_best():
    found = measured("2x8-s2", "greedy")
    assert (found["status"], found["objective"], found["bound"]) == ("FEASIBLE", 495, 0)


def test_what_breaks_a_rule_is_no_programme():
    given = puzzle(instance("2x8-s1"))
    everywhere_at_once = laid(given, {key: [(0, 0, min(12, task.ticks))] for key, task in given.tasks.items()})
    found = judged(Found("OPTIMAL", everywhere_at_once, 0))
    assert (found.status, found.objective) == ("UNKNOWN", None)
    assert any(each.startswith("The plenary may take up only one item at a time.") for each in found.remarks)


def test_a_proof_counts_only_when_the_judge_agrees():
    sessions.prepare("wgsched")
    programme = sessions.engine("wgsched").run(instance("2x8-s1"), 0, 60.0).programme
    assert judged(Found("OPTIMAL", programme, 465)).status == "OPTIMAL"
    assert judged(Found("OPTIMAL", programme, 200)).status == "FEASIBLE"


def test_a_planted_conflict_is_found_and_verified():
    found = conflicts.run("conflict-2", "wgsched", 0, 60.0)
    assert (found["status"], found["objective"]) == ("INFEASIBLE", 2)


def test_a_line_of_json_has_exactly_its_keys():
    command = ["tests/benchmarks/run.py", "--json", "--engine", "wgsched", "--instance", "2x8-s1"]
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=True)
    [line] = done.stdout.splitlines()
    found = json.loads(line)
    assert tuple(found) == KEYS
    assert (found["instance"], found["engine"], found["status"]) == ("2x8-s1", "wgsched", "OPTIMAL")
    assert 0 < found["peak_mb"] < 500


def test_what_runs_is_what_was_asked_for():
    every = chosen(asked(["--suite", "sessions", "--seeds", "1"]))
    assert {run.engine for run in every} == set(FILES)
    assert [run.instance for run in chosen(asked(["--engine", "wgsched", "--instance", "15x120-s3"]))] == ["15x120-s3"]
    assert len(chosen(asked(["--suite", "conflicts"]))) == 10


def test_all_that_runs_ends_within_an_hour():
    """Two runs at once; small sizes end in a second, and a peer that does not heed its limit is ended."""
    every = [run for run in chosen(asked([])) if not run.instance.startswith(("2x8", "5x25", "10x60"))]
    alone = sum(run.limit for run in every if run.engine in ALONE)
    assert sum(run.limit for run in every if run.engine not in ALONE) / 2 + alone < 3600


def test_a_run_has_the_seconds_of_its_suite_unless_others_are_asked_for():
    one = ["--suite", "sessions", "--seeds", "1", "--instance", "4f160-s1"]
    assert {run.engine: run.limit for run in chosen(asked(one))} == {
        **dict.fromkeys((name for name in FILES if name not in ALONE), 15.0),
        "wgsched": 120.0,
    }
    assert {run.limit for run in chosen(asked([*one, "--limit", "5"]))} == {5.0}


def test_tables_are_written_between_their_markers_alone(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("Before.\n\n<!-- benchmark: sessions -->\nold\n<!-- end of benchmark -->\n\nAfter.\n", "utf-8")
    found = {"suite": "sessions", "limit": 60.0, "peak_mb": 90.0, **measured("2x8-s1", "cpsat-flow")}
    written(tables([found]), page)
    text = page.read_text("utf-8")
    before, _, rest = text.partition("<!-- benchmark: sessions -->\n")
    table, _, after = rest.partition("<!-- end of benchmark -->")
    assert (before, after) == ("Before.\n\n", "\n\nAfter.\n")
    assert table.strip().splitlines()[2].startswith("| 2x8 | cpsat-flow | 1 of 1 | 1 of 1 | 1.00 | 0% | - |")


def test_a_best_that_costs_nothing_can_be_compared_with():
    best, worse = ({"status": "OPTIMAL", "objective": cost, "bound": 0} for cost in (0, 60))
    for found, said in ((best, "1.00 | 0%"), (worse, "60.00 | 100%")):
        runs = [{**each, "suite": "sessions", "instance": "2x8-s3", "limit": 15.0, **SHORT} for each in (best, found)]
        runs[1]["engine"] = "greedy"
        assert f"| 2x8 | greedy | 1 of 1 | 1 of 1 | {said} |" in tables(runs)["sessions"]
