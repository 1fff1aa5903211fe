"""Many sessions side by side. Loaded apart, since it brings pools of processes that one session does not need."""

from wgsched.planning.many.batch import Planned, plan_many

__all__ = ["Planned", "plan_many"]
