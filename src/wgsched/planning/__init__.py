"""Planning: the only room that knows OR-Tools, which is imported when planning begins and not before."""

from wgsched.planning.effort import Effort, Progress
from wgsched.planning.planner import plan

__all__ = ["Effort", "Progress", "plan"]
