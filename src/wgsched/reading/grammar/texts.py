"""Texts made alike before they are compared: one kind of digits, dashes, spaces and quotes, no marks of direction."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u0640\u00ad\u064b-\u0652]")
_DASHES = re.compile("[\u2010-\u2015\u2212\u2043\u2192]")
_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'"})
_SPACES = re.compile(r"[^\S\n]+")


def alike(text: str) -> str:
    """Return a text in one width and with one kind of digits, dashes, spaces and apostrophes; its case stays."""
    bare = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    if not bare.isascii():
        bare = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in bare)
    return _SPACES.sub(" ", _DASHES.sub("-", bare).translate(_QUOTES)).strip()


def low(text: str) -> str:
    """Return the same without case, for words that are looked for in a list."""
    return alike(text).lower()


def bare(text: str) -> str:
    """Return a heading or a head of a column as it is compared: without case, and without signs around it."""
    return low(" ".join(text.split())).strip(" .:;,*()[]-")
