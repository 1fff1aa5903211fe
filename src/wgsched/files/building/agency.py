"""What a session has of its agency, and over it its own: wordings, customs, and at what notice time is given up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path as File
from typing import TYPE_CHECKING, Any, TypeAlias

from wgsched.errors import BadInput, UnknownName
from wgsched.files.building.context import Context
from wgsched.files.coding.shape import Shape
from wgsched.files.faults import Faults, suggestion
from wgsched.files.nodes import Path
from wgsched.files.shape import SessionShape, shape_of
from wgsched.files.shape.base import LANGUAGES, MinutesIn, empty
from wgsched.files.source import read_nodes
from wgsched.languages import codes, verify
from wgsched.model import Advance, Role
from wgsched.model.extensions import Registry

if TYPE_CHECKING:
    from types import ModuleType

PhrasesByLanguage: TypeAlias = Mapping[str, Mapping[str, str]]

EVERY = "every language"

_MARKS = ("continued", "feed-continued")
_HALVES = {"time-morning": "{time}", "time-afternoon": "{time}", "time-noon": "", "time-midnight": ""}
_DAY = {
    "en": {**_HALVES, "time-hour": "{hour}:00", "time-hour-minute": "{hour}:{minute}"},
    "zh": _HALVES,
}
"""Hours from 0 to 24 in the languages that usually count twice to 12."""

_HOME = "wgsched.files.agencies"
_FILES = (".yaml", ".yml", ".json")

AGENCIES: Registry[ModuleType] = Registry(
    "agency",
    "wgsched.agencies",
    dict.fromkeys(sorted(each.name[:-5] for each in files(_HOME).iterdir() if each.name.endswith(".yaml")), _HOME),
)
"""Every agency whose house forms are known, with the package that holds its file."""


@dataclass(frozen=True)
class AgencyShape(Shape):
    """The wordings of an agency that differ from the usual ones, per language; under 'every language', in all.

    A meeting is released ``release_notice`` minutes before it opens. ``advance`` and ``notice`` are of time that a
    change frees. Entries of the roles in ``last_in_an_item`` come after all others of their item: the general debate
    after the dialogues.
    """

    phrases: Mapping[str, Mapping[str, str]] = empty()
    release_notice: MinutesIn | None = None
    advance: Advance | None = None
    notice: MinutesIn | None = None
    last_in_an_item: tuple[Role, ...] = ()


def house_of(shape: SessionShape, context: Context) -> dict[str, Any]:
    """Return what a session has of its agency, by the fields of a session; where the session says otherwise, that."""
    own = _known(shape.phrases, ("phrases",), context.faults)
    house = _agency(shape.agency, context.faults) if shape.agency else AgencyShape()
    theirs = _house_phrases(shape, house.phrases)
    return {
        "phrases": {each: _over(theirs.get(each, {}), own.get(each, {})) for each in sorted({*theirs, *own})},
        "release_notice": (house.release_notice or 0) if shape.release_notice is None else shape.release_notice,
        "advance": shape.advance or house.advance or Advance.ASK,
        "notice": (house.notice or 0) if shape.notice is None else shape.notice,
        "last_in_an_item": house.last_in_an_item,
    }


def _house_phrases(shape: SessionShape, theirs: PhrasesByLanguage) -> dict[str, dict[str, str]]:
    """Return the wordings per language that stand between those of the agency, ``theirs``, and the session's own."""
    phrases = {language: dict(words) for language, words in theirs.items()}
    marked = dict(shape.continued)
    said = next(iter(marked.values())) if len(marked) == 1 else ""
    if said == "yes":
        phrases = {language: _without_marks(words) for language, words in phrases.items()}
    elif said == "no":
        marked = dict.fromkeys(codes(), "")
    for language, mark in marked.items() if said != "yes" else ():
        own = {"continued": mark, "feed-continued": f"{{item}} {mark}".rstrip()}
        phrases[language] = {**_without_marks(phrases.get(language, {})), **own}
    for language, words in _DAY.items() if shape.clock else ():
        usual = {name: text for name, text in phrases.get(language, {}).items() if name not in _DAY["en"]}
        phrases[language] = {**usual, **(words if shape.clock == "24" else {})}
    return phrases


def _without_marks(words: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in words.items() if name not in _MARKS}


def _over(theirs: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """Return both; a wording of one's own for all numbers also takes the place of theirs for some."""
    kept = {name: text for name, text in theirs.items() if name.partition(".")[0] not in own}
    return {**kept, **own}


def _agency(name: str, faults: Faults) -> AgencyShape:
    try:
        return _read(name, faults)
    except BadInput as problem:
        faults.at(("agency",), "; ".join(str(fault) for fault in problem.faults))
    except OSError as problem:
        faults.at(("agency",), f"{name!r} cannot be read: {problem.strerror or problem}")
    return AgencyShape()


def _read(name: str, session: Faults) -> AgencyShape:
    """Return what an agency says: one that is known by name, or a file beside that of the session.

    Raises:
        BadInput: something in its file is wrong.
        OSError: its file cannot be read.
    """
    if name.endswith(_FILES):
        content = (File(session.file).parent / name).read_bytes()
    elif (known := "-".join(name.lower().split())) in AGENCIES.names():
        content = (AGENCIES.folder(known, f"{known}.yaml") / f"{known}.yaml").read_bytes()
    else:
        hint = f"{suggestion(name, AGENCIES.names())} Or name a file: agency: house-forms.yaml.".strip()
        session.at(("agency",), f"{name!r} is not a known agency", hint)
        return AgencyShape()
    root = read_nodes(content, name)
    faults = Faults(name, root)
    read = shape_of(AgencyShape, root, faults)
    given = dict(read.phrases)
    common = given.pop(EVERY, {})
    for language in codes():
        _verified(common, language, ("phrases", EVERY), faults)
    own = _known(given, ("phrases",), faults)
    faults.done()
    phrases = {each: _over(common if each in codes() else {}, own.get(each, {})) for each in (*codes(), *own)}
    return replace(read, phrases=phrases)


def _known(given: PhrasesByLanguage, path: Path, faults: Faults) -> PhrasesByLanguage:
    """Return what was given, after telling which languages and phrases there are not."""
    for language, words in given.items():
        if language not in LANGUAGES:
            faults.at((*path, language), f"unknown language {language!r}", suggestion(language, codes()), key=True)
        elif language in codes():
            _verified(words, language, (*path, language), faults)
    return {language: dict(words) for language, words in given.items()}


def _verified(words: Mapping[str, str], language: str, path: Path, faults: Faults) -> None:
    for name, text in words.items():
        try:
            verify(language, name, text)
        except UnknownName as problem:
            faults.at((*path, name), f"no phrase is called {name!r}", suggestion(name, problem.known), key=True)
        except BadInput as problem:
            faults.at((*path, name), str(problem))
