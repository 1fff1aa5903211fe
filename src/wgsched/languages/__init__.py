"""What is said in six languages: words, dates, hours, labels, titles and sentences; one data file per language."""

from wgsched.languages.labels import own_level, point
from wgsched.languages.lexicon import Lexicon, lexicon, verify
from wgsched.languages.registry import codes
from wgsched.languages.standing import standing
from wgsched.languages.titles import complete_languages, missing_titles, version

__all__ = [
    "Lexicon",
    "codes",
    "complete_languages",
    "lexicon",
    "missing_titles",
    "own_level",
    "point",
    "standing",
    "verify",
    "version",
]
