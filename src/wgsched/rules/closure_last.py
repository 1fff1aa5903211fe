"""The closure comes last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wgsched.model.ranks import Rank
from wgsched.rules._ranks import AfterOthers


@dataclass(frozen=True)
class ClosureLast(AfterOthers):
    """The closure comes after everything else in its forum."""

    code: ClassVar[str] = "closure-last"
    rank: ClassVar[Rank] = Rank.CLOSURE
