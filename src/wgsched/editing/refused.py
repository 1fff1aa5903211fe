"""An edit that is refused, with the reason as a code and facts, so that it can be said in another language."""

from __future__ import annotations

from wgsched.errors import BadInput, Fault
from wgsched.model import Fact


class RefusedEdit(BadInput):
    """An edit makes no sense. ``code`` names the reason, ``facts`` what it speaks of."""

    def __init__(self, reason: Fault | str, code: str, **facts: Fact) -> None:
        self.code, self.facts = code, facts
        super().__init__(reason)
