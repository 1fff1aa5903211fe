"""The rule book and the preferences, from the classes and the sentences they say."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Mapping
from typing import Any

from generated.markdown import code, prose
from wgsched import preferences as preference_book
from wgsched import rules as rule_book
from wgsched.files.coding.fields import default_of, fields_of
from wgsched.languages.registry import vocabulary

_PLACE = re.compile(r"\{(\w+)(?::\w+)?\}")


def standing() -> str:
    """Return the rules that every session keeps."""
    return "\n".join(_rule(type(rule), demanded=False) for rule in rule_book.STANDING)


def on_demand() -> str:
    """Return the rules that a session asks for."""
    return "\n".join(_rule(kind, demanded=True) for kind in rule_book.ON_DEMAND)


def preferences() -> str:
    """Return every preference with its usual weight."""
    return "\n".join(_preference(kind) for kind in preference_book.KINDS.values())


def _rule(kind: type[Any], *, demanded: bool) -> str:
    typed = [f"In the session file: {code('- ' + _typed(kind))}", ""] if demanded else []
    return "\n".join((*_head(kind, 3), *typed))


def _preference(kind: type[Any]) -> str:
    weight = preference_book.USUAL[kind.code]
    usual = f"One unit usually costs {weight}." if weight else "It weighs nothing unless a session gives it a weight."
    wish = [f"As a wish in the session file: {code('- ' + _typed(kind))}", ""] if fields_of(kind) else []
    return "\n".join((*_head(kind, 2), usual, "", *wish))


def _head(kind: type[Any], level: int) -> list[str]:
    """Return what rules and preferences have in common: code, class, meaning, sentences, source."""
    said = [f"> {each}" for each in _sentences(kind)]
    return [
        f"{'#' * level} {kind.code}",
        "",
        f"{code(kind.__name__)}. {prose(kind.__doc__)}",
        "",
        "\n>\n".join(said),
        "",
        f"Where it comes from: {kind.source}",
        "",
        *([f"It concerns only sessions that have {code(kind.speaks_of)}.", ""] if kind.speaks_of else []),
    ]


def _typed(kind: type[Any]) -> str:
    """Return how it is typed in a session file: what it needs, then what it may have."""
    fields = fields_of(kind)
    needed = [name for name, (field, _) in fields.items() if not _has_default(field)]
    free = [f"[{name}]" for name in fields if name not in needed]
    return f"{kind.code}: {{{', '.join((*needed, *free))}}}" if fields else kind.code


def _has_default(field: Any) -> bool:
    from dataclasses import MISSING

    return default_of(field) is not MISSING


def _sentences(kind: type[Any]) -> list[str]:
    """Return the English sentences that the file of a rule names, with their places as words."""
    known = {name: phrase.text for name, phrase in vocabulary("en").sentences.items()}
    tree = ast.parse(inspect.getsource(inspect.getmodule(kind)))  # type: ignore[arg-type]
    named = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value in known]
    return [_spoken(known, each) for each in dict.fromkeys((kind.code, *named)) if each in known]


def _spoken(known: Mapping[str, str], name: str) -> str:
    words = _PLACE.sub(lambda place: "" if place[1] == "why" else f"*{place[1]}*", known[name])
    start = 1 if words.startswith("*") else 0
    return words[:start] + words[start : start + 1].upper() + words[start + 1 :] + "."
