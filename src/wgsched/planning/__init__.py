"""Planning: the only package that uses OR-Tools, which it imports when planning begins."""

from wgsched.planning.costs import WishCost, wish_cost
from wgsched.planning.search.progress import Progress, Stage
from wgsched.planning.verbs import alternatives, explain, explain_item, plan
from wgsched.planning.why.explanation import Explanation, ItemExplanation, Otherwise

__all__ = [
    "Explanation",
    "ItemExplanation",
    "Otherwise",
    "Progress",
    "Stage",
    "WishCost",
    "alternatives",
    "explain",
    "explain_item",
    "plan",
    "wish_cost",
]
