"""What is said in six languages: words, dates, hours, labels, titles and sentences; one data file per language."""

from wgsched.languages.lexicon import Lexicon, lexicon, standing
from wgsched.languages.phrases import verify
from wgsched.languages.registry import codes
from wgsched.languages.titles import complete_languages, missing_titles

__all__ = [
    "Lexicon",
    "codes",
    "complete_languages",
    "lexicon",
    "missing_titles",
    "standing",
    "verify",
]
