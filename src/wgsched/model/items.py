"""The items of an agenda with their numbers, and the instalments in which they are planned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from wgsched.errors import BadInput, Fault
from wgsched.model.gate import at_least, refuse, strangers
from wgsched.model.keys import InstalmentKey
from wgsched.model.papers import Annotation
from wgsched.model.text import Language, Text
from wgsched.model.time import Duration, Takes

_BRACKETED = re.compile(r"\(\s*([^()\s]+)\s*\)")

HALF_HOUR = Takes(Duration(30), estimate=True)
"""How long an item takes if nobody says: half an hour, as an estimate."""


class Role(StrEnum):
    """What an item is to the session. A role brings titles in six languages and, for some, its place."""

    OPENING = "opening"
    OFFICERS = "officers"
    AGENDA = "agenda"
    ORGANIZATIONAL_MATTERS = "organizational-matters"
    GENERAL_DEBATE = "general-debate"
    HIGH_LEVEL_SEGMENT = "high-level-segment"
    OTHER_MATTERS = "other-matters"
    NEXT_AGENDA = "next-agenda"
    REPORT = "report"
    CLOSURE = "closure"


NEVER_LEFT_OUT = frozenset({Role.OPENING, Role.CLOSURE})
"""What makes a session one at all."""


@dataclass(frozen=True)
class ItemNumber:
    """The number of an agenda item, level by level: ``ItemNumber(("3", "c", "i"))`` is 3 (c) (i).

    Letters below the first level are kept in Latin script; how a language prints them is the lexicon's affair.
    A dotted number (16.1, 5.a), which some agencies use, prints alike in every language.
    """

    levels: tuple[str, ...]
    dotted: bool = False

    @classmethod
    def parse(cls, text: str) -> ItemNumber:
        """Read ``1 (a)``, ``1(a)``, ``3 (c) (i)``, ``16.1``, ``5.a`` or ``II``.

        Raises:
            BadInput: the text is not the number of an item.
        """
        head, *_ = text.split("(", 1)
        letters = _BRACKETED.findall(text)
        rest = _BRACKETED.sub("", text[len(head) :]).strip()
        first = head.strip()
        if not first or rest:
            raise BadInput(f"{text!r} is not the number of an item; expected for example 1, 1 (a), 3 (c) (i) or 16.1")
        if "." in first.strip("."):
            return cls((*first.split("."), *letters), dotted=True)
        return cls((first, *letters))

    @property
    def parent(self) -> ItemNumber | None:
        """The number one level up, or None at the first level."""
        return ItemNumber(self.levels[:-1], self.dotted and len(self.levels) > 2) if len(self.levels) > 1 else None

    def __str__(self) -> str:
        if self.dotted:
            return ".".join(self.levels)
        return " ".join([self.levels[0], *[f"({level})" for level in self.levels[1:]]])


@dataclass(frozen=True)
class AgendaItem:
    """A subject of the agenda; without a number it is an entry, such as a panel.

    ``key`` is given once and does not depend on number or title. ``annex`` is the short title for the annex,
    ``heading`` the title above its annotations; if empty, ``title`` is used. ``parent`` is the key of the item above;
    for an entry, of the item that it belongs to. Only items with ``takes`` are planned. ``parts`` says how long each
    instalment takes if an item is left and resumed; a part that takes no time is not planned. ``forums`` are the forums
    to choose from. ``decision`` items need their documents out in all languages. The hour of a ``firm`` item is a
    promise. ``seats`` and ``features`` are what its room needs. An item with a ``priority`` may be left out where not
    everything fits: a greater one is left out later. One with a reason in ``left_out`` is listed as left out and not
    planned. With ``repeats``, each of its parts is the same item held again: it is not continued.
    ``part_keys`` are the keys of its parts where they are not the usual ones, because it had other parts when
    it was published.

    Raises:
        BadInput: its number or a length of time is of the wrong class.
    """

    key: str
    number: ItemNumber | None = None
    title: Text = Text()
    annex: Text = Text()
    role: Role | None = None
    parent: str | None = None
    takes: Takes | None = None
    parts: tuple[Takes, ...] = ()
    forums: tuple[str, ...] = ()
    languages: tuple[Language, ...] | None = None
    decision: bool = False
    firm: bool = False
    jointly: str | None = None
    annotations: tuple[Annotation, ...] = ()
    heading: Text = Text()
    part_keys: tuple[InstalmentKey, ...] = ()
    priority: int | None = None
    left_out: Text = Text()
    repeats: bool = False
    seats: int = 0
    features: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        refuse(at_least(0, {"seats": self.seats}))
        refuse(strangers("length of time", (self.takes,) if self.takes else (), Takes, "takes"))
        refuse(strangers("length of time", self.parts, Takes, "parts"))
        refuse(at_least(1, {"priority": self.priority}))
        if self.priority and self.role in NEVER_LEFT_OUT:
            refuse([Fault(f"the {self.role} is never left out: it has no priority", path="priority")])
        refuse(strangers("number of an item", (self.number,) if self.number else (), ItemNumber, "number"))

    def __hash__(self) -> int:
        return hash(self.key)


@dataclass(frozen=True)
class Instalment:
    """The unit that is planned: one or more items (considered jointly), taken up without leaving them.

    An item has one instalment unless the file gives it several.
    """

    key: str
    items: tuple[str, ...]
    takes: Takes
    part: int = 1

    def __hash__(self) -> int:
        return hash(self.key)


Unit: TypeAlias = AgendaItem | Instalment
"""What rules order and place: an item with all below it, or one of its instalments."""
