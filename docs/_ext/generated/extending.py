"""What extensions work with: the nouns and what they have, the desk, examples, pages, a lexicon."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

from generated.markdown import code, parameters, prose, table
from wgsched import model
from wgsched.annexes import pages
from wgsched.languages import Lexicon
from wgsched.model import Desk, example, reading

_BESIDE_NOUNS = {"Desk", "Rule", "Preference", "Example", "Quantity"}
_BLOCKS = ("Heading", "Paragraph", "Columns", "Table", "Row", "Cell", "Run", "Footnote", "Separator", "PageBreak")
_SHORT_WAYS = ("a_session", "a_meeting", "an_item", "lasting")


def nouns() -> str:
    """Return what each noun has: its fields, and what can be asked of it."""
    named = [(name, getattr(model, name)) for name in model.__all__ if name not in _BESIDE_NOUNS]
    has = [
        (name, ", ".join(map(code, _parts(noun)))) for name, noun in named if inspect.isclass(noun) and noun is not str
    ]
    return table(("class", "what it has"), [(code(name), parts) for name, parts in has if parts])


def desk() -> str:
    """Return the verbs of the desk."""
    return _verbs((name, each) for name, each in _public(Desk) if callable(each))


def examples() -> str:
    """Return the short ways to write an example, with `Example` itself."""
    return _verbs((name, getattr(example, name)) for name in ("Example", *_SHORT_WAYS))


def facts() -> str:
    """Return the questions about a programme that rules share."""
    own = (name for name, each in _public(reading) if inspect.isfunction(each) and each.__module__ == reading.__name__)
    return _verbs((name, getattr(reading, name)) for name in own)


def blocks() -> str:
    """Return what pages are made of."""
    return _verbs((name, getattr(pages, name)) for name in ("Pages", *_BLOCKS))


def lexicon() -> str:
    """Return what a lexicon says."""
    known = {
        name: each for kind in reversed(Lexicon.__mro__) for name, each in _public(kind) if inspect.isfunction(each)
    }
    return _verbs(known.items())


def _verbs(named: Iterable[tuple[str, Callable[..., object]]]) -> str:
    rows = [(code(f"{name}{parameters(each)}"), prose(each.__doc__).split("\n\n")[0]) for name, each in named]
    return table(("name", "what it is or does"), rows)


def _parts(noun: type) -> Iterator[str]:
    """Yield the fields of a noun, then its properties, then its verbs; of an enumeration, its members."""
    if issubclass(noun, Enum):
        yield from noun.__members__
        return
    own = [each.name for each in fields(noun)] if is_dataclass(noun) else []
    yield from own
    for name, each in sorted(_public(noun), key=lambda pair: callable(pair[1])):
        if name not in own and (callable(each) or hasattr(each, "__get__")):
            yield f"{name}()" if callable(each) else name


def _public(kind: object) -> list[tuple[str, object]]:
    return [(name, each) for name, each in vars(kind).items() if not name.startswith("_")]
