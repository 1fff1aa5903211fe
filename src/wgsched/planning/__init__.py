"""Planning: the only room that knows OR-Tools, which is imported when planning begins and not before."""

from wgsched.planning.many.batch import Planned, plan_many
from wgsched.planning.search.effort import Effort, Progress
from wgsched.planning.search.planner import plan
from wgsched.planning.verbs import alternatives
from wgsched.planning.why.binding import WishCost, wish_cost
from wgsched.planning.why.explain import Explanation, explain

__all__ = [
    "Effort",
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
