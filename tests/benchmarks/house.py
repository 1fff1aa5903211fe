"""How large the house is, and how much of it the founding session runs through.

Run it with ``python -m tests.benchmarks.house``. It counts; it measures no time, so it says the same on every machine.
"""

from __future__ import annotations

import ast
import cProfile
import inspect
import io
import pstats
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import grimp

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "wgsched"
SIX = {"ar", "zh", "en", "fr", "ru", "es"}
FOUNDING = ROOT / "examples" / "asset-recovery-2009.yaml"


def sources(folder: Path) -> list[Path]:
    """Return the Python files below a folder."""
    return sorted(folder.rglob("*.py"))


def lines(files: list[Path]) -> int:
    """Return how many lines these files have."""
    return sum(file.read_text("utf-8").count("\n") for file in files)


def apart() -> dict[str, int]:
    """Return the lines of Python that the goal does not count: wordings, examples in rules, the server."""
    wordings = [file for file in sources(SRC / "languages") if file.stem in SIX]
    return {
        "wordings": lines(wordings),
        "examples in rules and preferences": sum(map(_example_lines, sources(SRC))),
        "the server": lines(sources(SRC / "publishing" / "server")),
    }


def _example_lines(file: Path) -> int:
    if file.parent.name not in {"rules", "preferences"}:
        return 0
    return sum(
        (each.end_lineno or each.lineno) - (each.decorator_list or [each])[0].lineno + 1
        for each in functions(file)
        if each.name == "examples"
    )


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions of a file, those inside classes and functions too."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def assigning(name: str) -> int:
    """Return in how many functions a name is assigned."""
    return sum(
        any(isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Store) for n in ast.walk(each))
        for file in sources(SRC)
        for each in functions(file)
    )


def circles() -> list[set[str]]:
    """Return the sets of modules that import each other in a circle, imports for types counted."""
    graph = grimp.build_graph("wgsched", cache_dir=None, exclude_type_checking_imports=False)
    above = {module: graph.find_downstream_modules(module) for module in graph.modules}
    together = {frozenset({one, *(each for each in above[one] if one in above[each])}) for one in graph.modules}
    return sorted((set(each) for each in together if len(each) > 1), key=min)


def files_run(work: Callable[[], object]) -> int:
    """Return in how many files of wgsched a function is called while this work is done.

    Importing a file is no call, although Python runs the file, and each class in it, as a frame of its own.
    """
    files: set[str] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        code = frame.f_code
        if event == "call" and code.co_flags & inspect.CO_OPTIMIZED and code.co_filename.startswith(str(SRC)):
            files.add(code.co_filename)

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return len(files)


def calls(work: Callable[[], object]) -> int:
    """Return how many times functions of wgsched are called while this work is done."""
    profile = cProfile.Profile()
    profile.runcall(work)
    of_each = pstats.Stats(profile, stream=io.StringIO()).stats  # type: ignore[attr-defined]
    return sum(figures[1] for (file, _, _), figures in of_each.items() if file.startswith(str(SRC)))


def print_structure() -> None:
    """Print what can be counted without running anything."""
    all_lines, left_out, tests = lines(sources(SRC)), apart(), lines(sources(ROOT / "tests"))
    print(f"files of Python in src: {len(sources(SRC))}")
    print(f"lines of Python in src: {all_lines}; {', '.join(f'{name} {n}' for name, n in left_out.items())}")
    print(f"counted lines of Python in src: {all_lines - sum(left_out.values())}")
    print(f"tests to src, in lines: {tests} to {all_lines}, {tests / all_lines:.2f}")
    print(f"import circles, imports for types counted: {len(circles())}")
    print(f"functions in which `found` is assigned: {assigning('found')}")


def print_runs() -> None:
    """Print what the founding session runs through."""
    import wgsched as wg

    def printed() -> None:
        wg.annex(wg.plan(wg.read_session(FOUNDING)), language="zh").bytes("docx")

    print(f"files run through to read, plan and print the founding session: {files_run(printed)}")
    print(f"modules of wgsched loaded for that: {sum(name.startswith('wgsched') for name in sys.modules)}")
    programme = wg.plan(wg.read_session(FOUNDING))
    with tempfile.TemporaryDirectory() as folder:
        wg.publish(programme, Path(folder) / "warm", moment="2009-04-20 09:00")
        counted = calls(lambda: wg.publish(programme, Path(folder) / "site", moment="2009-04-20 09:00"))
    print(f"function calls of publishing it, those of wgsched: {counted}")


def main() -> None:
    """Print the figures."""
    print_structure()
    print_runs()


if __name__ == "__main__":
    main()
