"""What `explain` answers."""

from __future__ import annotations

from dataclasses import dataclass

from wgsched.model import Repair, Sentence


@dataclass(frozen=True)
class Explanation:
    """Whether a programme is possible, and why.

    ``minutes`` says which items must have other minutes than expected so that one is; with the expected ones none is.
    ``typed`` when one is only because all rows were typed by hand and nothing is broken in them; no hours fit them.
    Where none is: ``conflict`` cannot all hold, ``minimal`` when each of it was shown to be needed, and each of
    ``repairs`` would help, the cheapest first. Where one is: without any of ``binding`` it could be better, and
    ``proved`` when that was fully looked into within the work allowed.
    """

    possible: bool
    minutes: tuple[Sentence, ...] = ()
    conflict: tuple[Sentence, ...] = ()
    minimal: bool = True
    repairs: tuple[Repair, ...] = ()
    binding: tuple[Sentence, ...] = ()
    proved: bool = True
    typed: bool = False
