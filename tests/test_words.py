"""One word, one thing: no public name stands for two classes, or for two kinds of value."""

import ast
from collections import defaultdict
from pathlib import Path

import wgsched

SOURCE = Path(wgsched.__file__).parent


def named(path: Path):
    """Yield the classes and the named types at the top of a file, with what they stand for."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield node.name, f"class of {path.relative_to(SOURCE)}"
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            for target in node.targets if isinstance(node, ast.Assign) else (node.target,):
                if isinstance(target, ast.Name) and not target.id.isupper():
                    yield target.id, ast.unparse(node.value)


def test_no_public_name_of_a_class_or_a_type_stands_for_two():
    meanings = defaultdict(set)
    for path in sorted(SOURCE.rglob("*.py")):
        for name, meaning in named(path):
            if name[0].isupper():
                meanings[name].add(meaning)
    assert len(meanings) > 400
    assert {name: several for name, several in meanings.items() if len(several) > 1} == {}
