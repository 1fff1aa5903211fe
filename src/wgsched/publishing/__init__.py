"""Publishing: the ledger that subscribers rely on, and the folder that any web server can serve."""

from wgsched.publishing.amending import Amendment, amend
from wgsched.publishing.evening import Evening, carry_out, evening
from wgsched.publishing.issues import issue
from wgsched.publishing.ledger import Ledger, Publication
from wgsched.publishing.publishing import Preview, preview, publish
from wgsched.publishing.reasons import Reason
from wgsched.publishing.restricted_feeds import restricted_feeds

__all__ = [
    "Amendment",
    "Evening",
    "Ledger",
    "Preview",
    "Publication",
    "Reason",
    "amend",
    "carry_out",
    "evening",
    "issue",
    "preview",
    "publish",
    "restricted_feeds",
]
