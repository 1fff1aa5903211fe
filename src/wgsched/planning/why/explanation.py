"""What `explain` answers."""

from __future__ import annotations

from dataclasses import dataclass

from wgsched.model import Repair, Sentence


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
