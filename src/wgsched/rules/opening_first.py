"""The opening comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wgsched.model.ranks import Rank
from wgsched.rules._ranks import BeforeOthers


@dataclass(frozen=True)
class OpeningFirst(BeforeOthers):
    """The opening comes before everything else in its forum."""

    code: ClassVar[str] = "opening-first"
    rank: ClassVar[Rank] = Rank.OPENING
