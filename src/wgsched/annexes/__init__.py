"""Papers: a layout makes pages in a language, a format writes them; the verb is `annex`."""

from wgsched.annexes import formats, layouts
from wgsched.annexes.annex import Annex, annex

__all__ = ["Annex", "annex", "formats", "layouts"]
