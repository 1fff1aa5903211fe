"""Planning: the only room that knows OR-Tools, which is imported when planning begins and not before."""

from wgsched.planning.binding import WishCost, wish_cost
from wgsched.planning.choosing import alternatives
from wgsched.planning.effort import Effort, Progress
from wgsched.planning.explaining import Explanation, explain
from wgsched.planning.many import Planned, plan_many
from wgsched.planning.planner import plan

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
