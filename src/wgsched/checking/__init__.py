"""Judges programmes without a solver: what is broken, what it costs, what changed, what was held."""

from wgsched.checking.checker import Judgement, Report, Violation, check
from wgsched.checking.comparing import compare
from wgsched.checking.comparison import Change, ChangeKind, Comparison
from wgsched.checking.given import minutes_given
from wgsched.checking.not_kept import NotKept, not_kept
from wgsched.checking.recording import record
from wgsched.checking.scoring import Score, ScoreLine, graded, grades, score

__all__ = [
    "Change",
    "ChangeKind",
    "Comparison",
    "Judgement",
    "NotKept",
    "Report",
    "Score",
    "ScoreLine",
    "Violation",
    "check",
    "compare",
    "graded",
    "grades",
    "minutes_given",
    "not_kept",
    "record",
    "score",
]
