"""What ``import wgsched`` offers, and what it costs."""

import os
import subprocess
import sys

import wgsched


def fresh(code, **environment):
    return subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, capture_output=True, check=True
    ).stdout


def test_every_name_it_promises_is_there():
    assert all(getattr(wgsched, name) is not None for name in dir(wgsched))


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(wgsched, "plann")


def test_nouns_of_different_rooms_never_share_a_name():
    parts = [__import__(f"wgsched.{part}", fromlist=["x"]).__all__ for part in wgsched._NOUNS]
    names = [name for part in parts for name in part]
    assert len(names) == len(set(names))


def test_only_planning_loads_the_solver():
    code = """
import sys, wgsched as wg
session = wg.read_session("examples/asset-recovery-2009.yaml")
wg.check; wg.annex; wg.feed; wg.plan; wg.explain
print("ortools" in sys.modules)
wg.plan(session)
print("ortools" in sys.modules)
"""
    assert fresh(code).split() == [b"False", b"True"]


def test_only_the_server_loads_starlette_and_uvicorn():
    code = """
import sys, wgsched as wg, wgsched.publishing, wgsched.cli.app
from wgsched.publishing.server import ServerLimits
print({"starlette", "uvicorn", "httptools"} & set(sys.modules))
import wgsched.publishing.server.serving
print({"starlette", "uvicorn", "httptools"} <= set(sys.modules))
"""
    assert fresh(code).split() == [b"set()", b"True"]


def test_two_processes_give_the_same_bytes_whatever_the_hash_seed():
    code = """
import sys, wgsched as wg
from wgsched.files import programme_to_json
programme = wg.plan(wg.read_session("examples/asset-recovery-2009.yaml"))
out = sys.stdout.buffer
out.write(programme_to_json(programme))
for language in ("ar", "zh", "en", "fr", "ru", "es"):
    paper = wg.annex(programme, language=language)
    for name in ("docx", "html", "markdown", "text", "csv", "json"):
        out.write(paper.bytes(name))
    out.write(wg.feed(programme, language=language).data)
"""
    one, other = (fresh(code, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert len(one) > 100_000
    assert one == other
