"""The columns of a sheet, and what is said beside its texts."""

from __future__ import annotations

from enum import StrEnum

KEY, KIND, SENT, STATUS, ORIGINAL = "key", "kind", "as sent", " status", " (original)"

GUIDE = (
    "How to fill this sheet",
    "Each row is a text of the session file, each language has a column for the text and one for its status.",
    "Write the translation where the status says: missing. Where it says: optional, another text stands in for it.",
    "Write: reviewed, into the status when the version is confirmed. Any other new or changed version "
    "stays marked as to be reviewed.",
    "role: the usual title of an item of that kind. It can stay as it is; a text written over it is used instead.",
    "An empty cell changes nothing: nothing is ever removed from the session file by this sheet.",
    "Do not change the columns key and kind, the hidden column, or the versions in the original language. "
    "An original that is itself missing may be written.",
    "Write text, not formulas. Rows may be sorted, hidden or left out.",
)


class TitleStatus(StrEnum):
    """What is to be said of one version of one text."""

    MISSING = "missing"
    OPTIONAL = "optional"
    TO_REVIEW = "to review"
    REVIEWED = "reviewed"
    ROLE = "role"
