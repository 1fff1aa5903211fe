"""What CLDR knows: plural forms, names of days, months and languages."""

from __future__ import annotations

from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

from wgsched.errors import BadInput


@cache
def locale(code: str) -> Locale:
    """Return the locale of a language: ``fr``, ``sr-Latn``.

    Raises:
        BadInput: CLDR does not know the language.
    """
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        raise BadInput(f"CLDR has no plural forms and no names of days for the language {code!r}") from None


def category(code: str, name: str, number: int) -> str:
    """Return the plural form that a number asks for; that of an ordinal for the phrase ``nth``."""
    rules = locale(code).ordinal_form if name == "nth" else locale(code).plural_form
    return str(rules(number))


def weekday(code: str, day: date) -> str:
    """Return the name of the day of the week."""
    return str(locale(code).days["format"]["wide"][day.weekday()])


def month(code: str, number: int) -> str:
    """Return the name of a month as it stands in a date."""
    return str(locale(code).months["format"]["wide"][number])


def language_name(code: str, language: str) -> str:
    """Return the name of a language in another."""
    return str(locale(code).languages.get(language, language))
