"""The house stays as it was left: no circles of imports, few calls to publish."""

import runpy
import tempfile
from pathlib import Path

import pytest

import wgsched as wg
from tests.benchmarks.house import FOUNDING, SRC, assigning, calls, circles, files_run
from wgsched.model import Text


def test_no_modules_import_each_other_in_a_circle():
    assert circles() == []


@pytest.mark.long
def test_no_function_names_what_it_has_only_found():
    assert assigning("found") == 0


def test_importing_a_file_is_not_running_through_it():
    assert files_run(lambda: runpy.run_path(str(SRC / "model" / "own.py"), run_name="again")) == 0
    assert files_run(lambda: Text(en="Opening").best("en")) == 1


def test_publishing_takes_few_calls():
    programme = wg.plan(wg.read_session(FOUNDING))
    with tempfile.TemporaryDirectory() as folder:
        wg.publish(programme, Path(folder) / "warm", moment="2009-04-20 09:00")
        again = calls(lambda: wg.publish(programme, Path(folder) / "site", moment="2009-04-20 09:00"))
    assert 20_000 < again < 38_700
