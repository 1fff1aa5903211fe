"""Planning: the only package that uses OR-Tools, which it imports when planning begins."""

from wgsched.planning.many.batch import Planned, plan_many
from wgsched.planning.search.progress import Progress, Stage
from wgsched.planning.verbs import WishCost, alternatives, explain, plan, wish_cost
from wgsched.planning.why.explanation import Explanation

__all__ = [
    "Explanation",
    "Planned",
    "Progress",
    "Stage",
    "WishCost",
    "alternatives",
    "explain",
    "plan",
    "plan_many",
    "wish_cost",
]
