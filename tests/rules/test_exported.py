from importlib import import_module
from pkgutil import iter_modules

import pytest

from wgsched import preferences, rules
from wgsched.model import Preference, Rule


@pytest.mark.parametrize(("package", "base"), [(rules, Rule), (preferences, Preference)], ids=["rules", "preferences"])
def test_every_class_in_its_file_is_exported_and_has_a_place_in_the_book(package, base):
    files = [name for _, name, _ in iter_modules(package.__path__) if not name.startswith("_")]
    found = {
        value.__name__: value
        for name in files
        for value in vars(import_module(f"{package.__name__}.{name}")).values()
        if isinstance(value, type) and issubclass(value, base) and value.__module__.endswith(name)
    }
    assert len(found) == len(files)
    assert set(found) <= set(package.__all__)
    booked = (*package.KINDS.values(), *getattr(package, "BY_PLANNING", ()))
    assert {kind.__name__ for kind in booked} == set(found)
    assert [name for name in package.__all__ if not hasattr(package, name)] == []
