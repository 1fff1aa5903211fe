"""What there is of each kind, by name: wgsched's own, and what other packages bring by entry points.

Layouts, formats, languages and agencies are in a `Registry`, rules and preferences in a `Book`. Both read entry points
in the same way and raise the same errors.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, partial
from importlib.metadata import Distribution, EntryPoint, EntryPoints, distributions
from importlib.resources import files
from itertools import filterfalse
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from wgsched.errors import ExtensionError, UnknownName, WgschedError
from wgsched.model.rule import Preference, Rule
from wgsched.model.subject import is_there, lacking

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from wgsched.model.session import Session

T = TypeVar("T")
R = TypeVar("R", bound=Rule | Preference)


class Registry(Generic[T]):
    """What there is of one kind: wgsched's own in its order, then what other packages bring, by name.

    ``noun`` is said in errors, ``group`` names the entry points. ``own`` says where each of wgsched's own is, as the
    value of an entry point does, and ``parts`` what each must have. Nothing is imported before it is asked for.
    """

    def __init__(self, noun: str, group: str, own: Mapping[str, str], parts: Collection[str] = ()) -> None:
        self.noun, self.group, self._parts = noun, group, parts
        self._own = tuple(EntryPoint(name, value, group) for name, value in own.items())

    def names(self) -> tuple[str, ...]:
        """Return all names: wgsched's own in its order, then those of other packages."""
        return tuple(dict.fromkeys([point.name for point in (*self._own, *entry_points(group=self.group))]))

    def find(self, name: str) -> T:
        """Return what has this name.

        Raises:
            UnknownName: nothing has it.
            ExtensionError: what has it cannot be used, or two packages bring it.
        """
        return cast("T", self._found(name)[1])

    def folder(self, name: str, *holds: str) -> Traversable:
        """Return the folder of the package that has this name, with certain files in it.

        Raises:
            UnknownName: nothing has the name.
            ExtensionError: it is no package, or lacks one of the files.
        """
        point, package = self._found(name)
        folder = files(cast("Any", package)) if hasattr(package, "__path__") else None
        lacking = [each for each in holds if folder is None or not (folder / each).is_file()]
        if folder is None or lacking:
            raise _unusable(self.noun, point, f"is no package with the file {lacking[0]}")
        return folder

    def _found(self, name: str) -> tuple[EntryPoint, object]:
        points = [*EntryPoints((*self._own, *entry_points(group=self.group))).select(name=name)]
        if not points:
            raise UnknownName(self.noun, name, self.names())
        if len(points) > 1:
            raise _unusable(self.noun, points[1], _doubled(points[0]))
        thing = _loaded(self.noun, points[0])
        lacking = [*filterfalse(partial(hasattr, thing), self._parts)]
        if lacking:
            raise _unusable(self.noun, points[0], f"lacks {lacking[0]}")
        return points[0], thing


class Book(Generic[R]):
    """The rules or the preferences there are. An entry point names a class, or one that stands for every session.

    ``noun`` is said in errors, ``group`` names the entry points. ``kinds`` are wgsched's own, by their codes.
    """

    def __init__(
        self, noun: str, base: type[R], group: str, standing: tuple[R, ...], on_demand: tuple[type[R], ...]
    ) -> None:
        self.noun, self.group, self._base, self._standing = noun, group, base, standing
        kinds: tuple[type[R], ...] = (*(type(each) for each in standing), *on_demand)
        self.kinds: Mapping[str, type[R]] = MappingProxyType({kind.code: kind for kind in kinds})

    def standing(self) -> tuple[R, ...]:
        """Return those of every session: wgsched's, then others'.

        Raises:
            ExtensionError: what another package brings cannot be used.
        """
        self.every()
        others = (each for _, each in brought(self.noun, self.group))
        return (*self._standing, *(each for each in others if isinstance(each, self._base)))

    def standing_in(self, session: Session) -> tuple[R, ...]:
        """Return those of every session of which this one has what they speak of; the others have no case in it.

        Raises:
            ExtensionError: what another package brings cannot be used.
        """
        return tuple(each for each in self.standing() if is_there(session, each.speaks_of))

    def every(self) -> Mapping[str, type[R]]:
        """Return every class by its code: wgsched's, then others'.

        Raises:
            ExtensionError: what another package brings cannot be used, has the code of another, or speaks of what no
                session has.
        """
        kinds, homes = dict(self.kinds), dict[str, EntryPoint]()
        for point, each in brought(self.noun, self.group):
            kind = each if isinstance(each, type) else type(each)
            if not (issubclass(kind, self._base) and hasattr(kind, "code")):
                raise _unusable(self.noun, point, f"is no {self.noun} with a code")
            if problem := lacking(kind.speaks_of):
                raise _unusable(self.noun, point, f"speaks of {kind.speaks_of!r}, but {problem}")
            if kinds.setdefault(kind.code, kind) is not kind:
                raise _unusable(self.noun, point, f"{_doubled(homes.get(kind.code))}: {kind.code}")
            homes.setdefault(kind.code, point)
        return kinds

    def kind(self, code: str) -> type[R]:
        """Return the class of this code.

        Raises:
            UnknownName: there is none.
            ExtensionError: what another package brings cannot be used.
        """
        known = self.every()
        if code not in known:
            raise UnknownName(self.noun, code, known)
        return known[code]


@cache
def entry_points(*, group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of other packages in a group, in the order of their names.

    All groups are read at once, because each reading takes milliseconds.
    """
    return tuple(sorted(_installed().select(group=group), key=lambda point: (point.name, point.value)))


@cache
def brought(noun: str, group: str) -> tuple[tuple[EntryPoint, object], ...]:
    """Return the entry points of a group with what they name.

    Raises:
        ExtensionError: one cannot be imported.
    """
    return tuple((point, _loaded(noun, point)) for point in entry_points(group=group))


@cache
def _installed() -> EntryPoints:
    """Return the entry points of the packages that bring something; what others bring is not even parsed."""
    bringing: dict[str, Distribution] = {}
    for package in distributions():
        if "[wgsched." in (package.read_text("entry_points.txt") or ""):
            bringing.setdefault(package.name, package)  # the first on the path is the one that is imported
    return EntryPoints(point for package in bringing.values() for point in package.entry_points)


def _loaded(noun: str, point: EntryPoint) -> object:
    try:
        return point.load()
    except WgschedError:
        raise
    except Exception as problem:
        raise _unusable(noun, point, f"cannot be imported: {type(problem).__name__}: {problem}") from problem


def _unusable(noun: str, point: EntryPoint, problem: str) -> ExtensionError:
    return ExtensionError(noun, point.name, _package(point), problem)


def _doubled(other: EntryPoint | None) -> str:
    return f"has the name of one of {_package(other) if other else 'wgsched'}"


def _package(point: EntryPoint) -> str:
    """Return the name of the package that brings something; without metadata, that of its module."""
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.module.partition(".")[0]
