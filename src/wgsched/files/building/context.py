"""What every part of a session file is read with: the faults found so far, the languages, the days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from pendulum import Date

from wgsched.files.faults import Faults, suggestion
from wgsched.files.grammar import Calendar, Stretch, Wrong
from wgsched.files.nodes import Path
from wgsched.files.shape.base import LANGUAGES
from wgsched.model import SIX, Language, Text

T = TypeVar("T")
R = TypeVar("R")

_COMMA = "A text with a comma inside braces stands in quotation marks."


class Context:
    """Reads the small things of a file. A wrong one is told with its place, and reading goes on."""

    def __init__(self, faults: Faults, original: Language = "en") -> None:
        self.faults = faults
        self.original = original
        self.calendar = Calendar("UTC", ())

    def attempt(self, path: Path, read: Callable[..., T], *arguments: object, default: R) -> T | R:
        """Return what is read, or tell what is wrong with it and return the default."""
        try:
            return read(*arguments)
        except Wrong as wrong:
            self.faults.at(path, wrong.message, wrong.hint)
            return default

    def text(self, path: Path, versions: Mapping[str, str | None]) -> Text:
        """Read a text: bare in the original language, or per language; ``~`` marks a version to be reviewed."""
        found: dict[str, str] = {}
        review: set[str] = set()
        for key, version in versions.items():
            language = key.removesuffix("~") or self.original
            empty = version is None or not version.strip()
            if language not in LANGUAGES:
                hint = _COMMA if empty else suggestion(language, sorted(SIX))
                self.faults.at((*path, key), f"unknown language {language!r}", hint, key=True)
            elif version is None or empty:
                continue
            elif language in found:
                self.faults.at(
                    (*path, key), f"{language} is here a second time, once with '~' and once without", key=True
                )
            else:
                found[language] = version
                review |= {language} if key.endswith("~") else set()
        return Text(found, to_review=review)

    def texts(self, path: Path, all_of_them: Sequence[Mapping[str, str | None]]) -> tuple[Text, ...]:
        """Read several texts."""
        return tuple(self.text((*path, place), versions) for place, versions in enumerate(all_of_them))

    def languages(self, path: Path, words: Sequence[str]) -> tuple[Language, ...]:
        """Read ``six``, ``none``, or languages by their codes."""
        if len(words) == 1 and words[0] in ("six", "6", "all"):
            return SIX
        if len(words) == 1 and words[0] in ("none", "no", "0"):
            return ()
        for place, word in enumerate(words):
            if word not in LANGUAGES:
                self.faults.at((*path, place), f"unknown language {word!r}", suggestion(word, ["six", *SIX]))
        return tuple(dict.fromkeys(word for word in words if word in LANGUAGES))

    def word(self, path: Path, word: str | None, known: Iterable[T], default: T) -> T:
        """Read one of several known words; spaces and hyphens are alike."""
        if word is None:
            return default
        by_name = {str(each): each for each in known}
        wanted = word.strip().lower().replace(" ", "-")
        if wanted not in by_name:
            self.faults.at(path, f"unknown word {word!r}", suggestion(wanted, by_name))
        return by_name.get(wanted, default)

    def stretch(self, path: Path, text: str) -> Stretch | None:
        """Read a moment, a period, a range of hours or a day; None where it is wrong or no day is known."""
        if not self.calendar.days:
            return None
        return self.attempt(path, self.calendar.read, text, default=None)

    def date(self, path: Path, text: str | None) -> Date | None:
        """Read one day, in the session or not."""
        return self.attempt(path, self.calendar.day, text, default=None) if text else None
