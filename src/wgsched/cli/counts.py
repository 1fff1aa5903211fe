"""How far a programme is from the wishes, in counts and not in points."""

from __future__ import annotations

from wgsched.checking import score
from wgsched.model import Programme
from wgsched.preferences import kind


def counts(programme: Programme) -> str:
    """Return in what a programme is not as wished: "1 item out of agenda order; 45 free minutes ...", or "nothing"."""
    return "; ".join(count(code, number) for code, number in score(programme).counts.items()) or "nothing"


def count(code: str, number: int) -> str:
    """Return how much of a preference is not as wished: "45 free minutes before the business ends"."""
    one, several = kind(code).unit
    return f"{number} {(one if number == 1 else several) or code}"
