"""The wheel in an empty environment: it installs, does the tutorial with `[web]`, and checks a consumer's types."""

import os
import re
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import urlencode

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLLOW = """
import contextlib, sys
from pathlib import Path
from tests.docs.pages import steps
from tests.docs.running import Run
import wgsched
print(wgsched.__file__)
with contextlib.ExitStack() as stack:
    run = Run(stack)
    for step in steps(Path(sys.argv[1])):
        run.follow(step)
"""
CONSUMER = '''"""A program of someone else, strictly typed."""

import wgsched as wg


def plan_and_print(path: str) -> str:
    session: wg.Session = wg.read_session(path)
    late = session.with_rules(wg.ConcludedBy("2 (c)", "2009-05-14 18:00", why="the panel leaves"))
    try:
        programme: wg.Programme = wg.plan(late)
    except wg.NoProgramme as refused:
        return "; ".join(sentence.code for sentence in refused.conflict)
    wg.feed(programme, language="fr").save("feed.ics")
    return wg.annex(programme, language="zh").text
'''
MISTAKEN = CONSUMER.replace("wg.read_session(path)", "wg.read_session(17)").replace(".text", ".txt")

pytestmark = pytest.mark.long


def run(*command, cwd, **environment):
    line, variables = [str(part) for part in command], {**os.environ, **environment}
    result = subprocess.run(line, cwd=cwd, env=variables, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout + result.stderr


def done(*command, cwd, **environment):
    code, said = run(*command, cwd=cwd, **environment)
    assert code == 0, said
    return said


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    done(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


def environment(folder, wheel, extra=""):
    """Return the Python of a new environment in which nothing but the wheel and what it asks for is installed."""
    done(sys.executable, "-m", "venv", folder / "env", cwd=folder)
    python = folder / "env" / "bin" / "python"
    done(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{wheel}{extra}", cwd=folder)
    return python


@pytest.fixture(scope="module")
def alone(built, tmp_path_factory):
    return environment(tmp_path_factory.mktemp("alone"), next(built.glob("*.whl")), "[web]")


def test_the_wheel_has_every_file_of_the_sources_and_the_licence_and_nothing_else(built):
    names = set(zipfile.ZipFile(next(built.glob("*.whl"))).namelist())
    sources = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "wgsched").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    inside = {name for name in names if not name.partition("/")[0].endswith(".dist-info")}
    assert inside == sources
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_source_archive_can_be_tested(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"Makefile", "LICENSE", "README.md", "pyproject.toml", "tests/sessions.py", "docs/conf.py"} <= names
    assert "examples/asset-recovery-2009.yaml" in names


def test_the_tutorial_can_be_followed_from_the_wheel_alone(alone, tmp_path):
    page = ROOT / "docs" / "tutorial.md"
    said = done(alone, "-c", FOLLOW, page, cwd=tmp_path, PYTHONPATH=str(ROOT))
    assert str(alone.parent.parent) in said.splitlines()[0]
    assert done(alone, "-m", "pip", "check", cwd=tmp_path) == "No broken requirements found.\n"


def test_the_desk_works_from_the_wheel_alone(alone, tmp_path):
    session = tmp_path / "session.yaml"
    session.write_bytes((ROOT / "examples" / "asset-recovery-2009.yaml").read_bytes())
    command = [alone.with_name("wgsched"), "desk", session, "--no-browser"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env={"PATH": os.environ["PATH"]}
    )
    try:
        address = process.stdout.readline().strip()
        page = asked(address)
        assert {
            name: len(asked(address + name)) > 1_000 for name in re.findall(r'(?:href|src)="(desk\.\w+)"', page)
        } == {
            "desk.css": True,
            "desk.js": True,
        }
        assert "was planned" not in page
        asked(address + "plan", version=0)
        end = time.monotonic() + 120
        while "data-planning" in (board := asked(address + "board")) and time.monotonic() < end:
            time.sleep(0.1)
        assert board.count('class="row"') == 8
        asked(address + "save", version=1)
        assert "organization:" in session.read_text("utf-8")
        asked(address + "done", version=2)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.communicate()


def asked(address, **fields):
    """Return the answer to a GET, or to a POST of a form."""
    origin = address[: address.index("/", len("http://"))]
    request = urllib.request.Request(address, urlencode(fields).encode() if fields else None, {"Origin": origin})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode()


def test_without_the_extra_pdf_says_how_to_get_it_and_everything_else_works(alone, tmp_path):
    wgsched = alone.with_name("wgsched")
    done(wgsched, "new", "session.yaml", cwd=tmp_path)
    done(wgsched, "plan", "session.yaml", "-o", "out", cwd=tmp_path)
    code, said = run(wgsched, "annex", "out/programme.json", "--format", "pdf", "-o", "a.pdf", cwd=tmp_path)
    assert (code, "wgsched[pdf]" in said) == (2, True)
    for fmt in ("docx", "html", "xlsx", "csv", "markdown", "text", "json"):
        done(wgsched, "annex", "out/programme.json", "--format", fmt, "-o", f"annex.{fmt}", cwd=tmp_path)


def test_with_the_extra_pdf_and_pictures_are_made(built, tmp_path):
    python = environment(tmp_path, next(built.glob("*.whl")), "[pdf]")
    wgsched = python.with_name("wgsched")
    assert run(wgsched, "desk", ROOT / "examples" / "asset-recovery-2009.yaml", cwd=tmp_path) == (
        2,
        "The desk needs an optional part of wgsched: pip install 'wgsched[web]'\n",
    )
    done(wgsched, "plan", ROOT / "examples" / "asset-recovery-2009.yaml", "-o", "out", cwd=tmp_path)
    for language in ("ar", "zh"):
        paper = ("annex", "out/programme.json", "--language", language, "--format", "pdf", "-o", f"{language}.pdf")
        done(wgsched, *paper, cwd=tmp_path)
        assert (tmp_path / f"{language}.pdf").read_bytes().startswith(b"%PDF-")
    done(wgsched, "picture", "out/programme.json", "-o", "grid.svg", cwd=tmp_path)


def test_a_consumer_is_type_checked(alone, tmp_path):
    check = (sys.executable, "-m", "mypy", "--strict", "--python-executable", alone, "--cache-dir", tmp_path / "cache")
    (tmp_path / "consumer.py").write_text(CONSUMER, "utf-8")
    assert done(*check, "consumer.py", cwd=tmp_path) == "Success: no issues found in 1 source file\n"
    (tmp_path / "mistaken.py").write_text(MISTAKEN, "utf-8")
    code, said = run(*check, "mistaken.py", cwd=tmp_path)
    assert (code, "[arg-type]" in said, "[attr-defined]" in said) == (1, True, True)
