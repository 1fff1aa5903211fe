"""Nothing outside the rule book knows a rule by its file, its class or its code."""

import ast
from pathlib import Path

import pytest

import wgsched
from wgsched import preferences, rules

ROOT = Path(wgsched.__file__).parent
OTHERS = sorted(path for path in ROOT.rglob("*.py") if path.relative_to(ROOT).parts[0] != "rules")
JUDGES = [path for path in OTHERS if path.relative_to(ROOT).parts[0] in ("planning", "checking", "files")]
BOOKED = (*rules.KINDS.values(), *rules.BY_PLANNING)


def imported(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("wgsched.rules"):
            yield from ((node.module, each.name) for each in node.names)
        elif isinstance(node, ast.Import):
            yield from ((each.name, "") for each in node.names if each.name.startswith("wgsched.rules"))


def test_no_other_module_imports_the_file_or_the_class_of_a_rule():
    classes = {kind.__name__ for kind in BOOKED}
    found = [
        (str(path.relative_to(ROOT)), module, name)
        for path in OTHERS
        for module, name in imported(path)
        if module != "wgsched.rules" or name in classes
    ]
    assert found == []


@pytest.mark.parametrize(
    "codes", [{kind.code for kind in BOOKED}, set(preferences.KINDS)], ids=["rules", "preferences"]
)
def test_neither_planning_nor_checking_nor_files_know_a_code(codes):
    found = [
        (str(path.relative_to(ROOT)), node.lineno, node.value)
        for path in JUDGES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in codes
    ]
    assert found == []
