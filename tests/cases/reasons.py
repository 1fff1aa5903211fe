"""What the officers knew and their paper does not tell: with these rules stated, we plan what they published.

Only for the sessions where ours differs. Each rule can be read off the published order; none stands in the example
files, which state only what a source states.
"""

from __future__ import annotations

from typing import Literal

from wgsched.model import Rule
from wgsched.rules import ConcludedBy, NotBefore, Precedes

REASONS: dict[str, tuple[Rule, ...]] = {
    "ecosoc-1997": (NotBefore("2", "1997-07-02 10:00", "the high-level segment opens on Wednesday"),),
    "fao-council-2003": (
        ConcludedBy("10", "2003-11-26 13:00"),
        ConcludedBy("9", "2003-11-26 13:00"),
        Precedes("8", "5", why="the committees report before the programme is taken up"),
    ),
    "fao-council-2005": (
        ConcludedBy("16", "2005-06-20 13:00", "new members are admitted first"),
        ConcludedBy("7", "2005-06-20 13:00"),
        ConcludedBy("3", "2005-06-20 17:30"),
        ConcludedBy("4", "2005-06-20 17:30"),
    ),
    "food-security-2004": (Precedes("II", "V"), Precedes("V", "IV"), Precedes("IV", "VI")),
    "heritage-2014": (Precedes("13.d", "9"),),
}

KNOWN: dict[str, Literal["stated in the source", "inferable", "unknowable"]] = {
    "ecosoc-1997": "inferable",  # a high-level segment has days of its own, though the paper does not say which
    "fao-council-2003": "inferable",  # committees report before what they report on is decided
    "fao-council-2005": "unknowable",
    "food-security-2004": "unknowable",
    "heritage-2014": "unknowable",
}
"""Where an officer could know the reason from; what a source states is in the files, and makes no difference."""
