"""Officers are elected and the agenda is adopted before the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wgsched.model.ranks import Rank
from wgsched.rules._ranks import BeforeOthers


@dataclass(frozen=True)
class FirstBusiness(BeforeOthers):
    """The election of officers and the adoption of the agenda, in either order, come before the rest in their forum."""

    code: ClassVar[str] = "first-business"
    rank: ClassVar[Rank] = Rank.BUSINESS
