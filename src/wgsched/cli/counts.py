"""How far a programme is from the wishes, in counts and not in points."""

from __future__ import annotations

from wgsched.checking import graded, score
from wgsched.languages import lexicon
from wgsched.model import Programme
from wgsched.model.reading import left_out
from wgsched.preferences import BOOK as PREFERENCES
from wgsched.preferences import kind
from wgsched.rules import BOOK as RULES


def counts(programme: Programme) -> str:
    """Return in what a programme is not as wished: "1 item out of agenda order; 45 free minutes ...", or "nothing"."""
    return "; ".join(count(code, number) for code, number in score(programme).counts.items()) or "nothing"


def unmet(programme: Programme, language: str = "en") -> list[str]:
    """Return what a programme does not meet of all that has a strength, as sentences, the strongest first."""
    words = lexicon(language, programme.session)
    said = (graded(line.sentence, line.strength) for line in score(programme).unmet)
    return [words.say(sentence, programme.session) for sentence in said]


def omitted(programme: Programme, language: str = "en") -> list[str]:
    """Return which items are left out and why, as sentences in agenda order."""
    words = lexicon(language, programme.session)
    return [words.say(sentence, programme.session) for _, sentence in left_out(programme)]


def count(code: str, number: int) -> str:
    """Return how much of a preference is not as wished: "45 free minutes before the business ends"."""
    if code == "left-out":
        return f"{number} {'item' if number == 1 else 'items'} left out"
    if code in RULES.every() and code not in PREFERENCES.every():  # a rule that is only a wish
        return f"{number} {'demand' if number == 1 else 'demands'} not met ({code})"
    one, several = kind(code).unit
    return f"{number} {(one if number == 1 else several) or code}"
