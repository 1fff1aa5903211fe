"""The report is adopted last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wgsched.model.ranks import Rank
from wgsched.rules._ranks import AfterOthers


@dataclass(frozen=True)
class ReportLast(AfterOthers):
    """The report is adopted after everything else in its forum but the closure."""

    code: ClassVar[str] = "report-last"
    rank: ClassVar[Rank] = Rank.REPORT
