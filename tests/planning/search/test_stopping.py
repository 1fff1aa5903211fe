"""Stopping: an interrupt that falls between two searches loses nothing; a second one is raised as ever."""

import signal
from threading import Thread

import pytest

from tests.benchmarks.instances import Size, generated
from tests.sessions import founding
from wgsched.checking import check
from wgsched.planning import alternatives, plan
from wgsched.planning.search import planner
from wgsched.planning.search.stopping import stoppable

SEVERAL = generated(Size(2, 8, forums=2, teams=2, delegations=4), "several", "several")


@pytest.fixture(autouse=True)
def _as_python_begins():
    """Handle interrupts as a fresh process does, whatever other tests left."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupt() -> None:
    """Do what an interrupt does, without the risk that it ends the process of the tests."""
    signal.getsignal(signal.SIGINT)(signal.SIGINT, None)


def test_between_two_searches_the_programme_found_is_kept(monkeypatch):
    monkeypatch.setattr(planner, "SMALL", 0)
    reported = []

    def once(progress):
        if progress.objective is not None:
            reported.append(progress)
            interrupt()

    made = plan(SEVERAL, on_progress=once)
    assert (made.finding.interrupted, made.finding.reproducible) == (True, False)
    assert list(check(made)) == []
    assert len(reported) == 1


@pytest.mark.parametrize("asked", [plan, lambda session: alternatives(session, 2)])
def test_before_any_search_there_is_nothing_to_keep(monkeypatch, asked):
    built = planner.desk_with
    monkeypatch.setattr(planner, "desk_with", lambda *given, **named: interrupt() or built(*given, **named))
    with pytest.raises(KeyboardInterrupt):
        asked(founding())
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_alternatives_found_before_an_interrupt_are_kept(monkeypatch):
    best = plan(founding())
    rows, begun = planner.checked_programme, []

    def interrupted(*given):
        begun.append(given)
        interrupt()
        return rows(*given)

    monkeypatch.setattr(planner, "checked_programme", interrupted)
    assert alternatives(founding(), 3) == (best,)
    assert len(begun) == 1


def test_the_first_interrupt_asks_and_the_second_is_raised():
    with stoppable() as stop:
        interrupt()
        assert stop.asked
        with pytest.raises(KeyboardInterrupt):
            interrupt()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_whoever_handles_interrupts_goes_on_doing_so():
    heard = []
    signal.signal(signal.SIGINT, lambda *_: heard.append("theirs"))
    try:
        with stoppable() as stop:
            interrupt()
        assert (stop.asked, heard) == (False, ["theirs"])
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def test_another_thread_plans_as_the_main_one_does():
    found = []
    other = Thread(target=lambda: found.append(plan(founding())))
    other.start()
    other.join()
    assert found == [plan(founding())]
