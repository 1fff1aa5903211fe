"""The fields of a dataclass with their types, and how they are called in files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def cached(of_type: Callable[[Any], T]) -> Callable[[Any], T]:
    """Return a function of a type that remembers its answers; to mypy, the class of a dataclass is not hashable."""
    return cache(of_type)


@cached
def fields_of(noun: Any) -> dict[str, tuple[Field[Any], Any]]:
    """Return the fields that a noun is made with, and their types, by their names in files.

    The weight of a rule, which is given by its name alone, is none: files write it as they write that of a wish.
    """
    hints = get_type_hints(noun, include_extras=True)
    return {
        file_name(each.name): (each, hints[each.name])
        for each in fields(noun)
        if each.init and not each.kw_only and get_origin(hints[each.name]) is not ClassVar
    }


@cache
def marks_of(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return a type, and what is said beside it."""
    if get_origin(hint) is Annotated:
        kind, *marks = get_args(hint)
        return kind, tuple(marks)
    return hint, ()


def file_name(name: str) -> str:
    """Return the name of a field as files write it: words with spaces."""
    return name.rstrip("_").replace("_", " ")


def default_of(field: Field[Any]) -> Any:
    """Return what a field is when nobody says; MISSING when somebody must."""
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def first_line(noun: type[Any]) -> str:
    """Return what a noun is, in one line."""
    return (noun.__doc__ or "").strip().split("\n")[0].replace("``", "")
