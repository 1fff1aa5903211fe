"""What `explain` answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wgsched.model import AgendaItem, Meeting, Repair, Sentence


@dataclass(frozen=True)
class Explanation:
    """Whether a programme is possible, and why.

    If none is, the sentences of ``conflict`` cannot all hold. ``minimal`` says whether all of them are needed. Each of
    ``repairs`` would help, the cheapest first. If one is possible only with other minutes than expected, ``minutes``
    names the items. ``typed`` is true if one is possible only as rows typed by hand, without hours. To give up any of
    ``binding`` would allow a better one; ``proved`` is true if all were tried within the work allowed.
    """

    possible: bool
    minutes: tuple[Sentence, ...] = ()
    conflict: tuple[Sentence, ...] = ()
    minimal: bool = True
    repairs: tuple[Repair, ...] = ()
    binding: tuple[Sentence, ...] = ()
    proved: bool = True
    typed: bool = False


@dataclass(frozen=True)
class Otherwise:
    """What would be otherwise in a programme with one more demand.

    If there is no such programme, it is not ``possible``, and ``conflict`` stands against it. Else ``more`` says, by
    preference, how much more of what is not wished the best one has, below zero if it has less; with nothing there it
    is as good. ``known`` is false if this was not settled within the work allowed.
    """

    possible: bool = True
    conflict: tuple[Sentence, ...] = ()
    more: Mapping[str, int] = field(default_factory=dict)
    known: bool = True


@dataclass(frozen=True)
class ItemExplanation:
    """Why an item is where it is.

    ``meetings`` take it up, none if it is not taken up. ``out_of_order`` says which neighbours in the agenda it is the
    wrong way round with, and ``in_order`` what would be otherwise in agenda order. ``earlier`` says what would be
    otherwise if it were concluded before the first of its meetings; None if there is no meeting before. With
    ``published`` the programme was planned with the fewest changes to a published one, which weighs more than all that.
    """

    item: AgendaItem
    meetings: tuple[Meeting, ...] = ()
    out_of_order: tuple[Sentence, ...] = ()
    in_order: Otherwise | None = None
    earlier: Otherwise | None = None
    published: bool = False
