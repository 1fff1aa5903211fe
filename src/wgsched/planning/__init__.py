"""Planning: the only room that knows OR-Tools, which is imported when planning begins and not before."""

from wgsched.planning.many.batch import Planned, plan_many
from wgsched.planning.search.progress import Progress
from wgsched.planning.verbs import WishCost, alternatives, explain, plan, wish_cost
from wgsched.planning.why.explanation import Explanation

__all__ = [
    "Explanation",
    "Planned",
    "Progress",
    "WishCost",
    "alternatives",
    "explain",
    "plan",
    "plan_many",
    "wish_cost",
]
