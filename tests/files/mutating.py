"""Damages texts the way people, editors and networks do; the same seed, the same damage."""

from __future__ import annotations

import json
import random
from copy import deepcopy

HOSTILE = (
    "\t", "\0", "\u202e", "\ud800", "&a", "*a", "!!x", "{", "}", "[", "]", ": ", "#", "'", '"', "|", ">", "%", "@",
    "`", "-", "...", "---", "~", "null", "yes", "0", "-1", "99999999999999999999", "1e9", "16.10", "None", "none", "é",
    "资产", "مرحبا", "Thu am", "Wed 31 Feb 2009", "14 May", "Fri 13", "10-13", "25:00", "1/0 h", "0 min", "½ h", "٣ h",
    "3 (z)", "2 (a)", "(", ")", "America/New_York", "Europe/Nowhere", "six", "zz", ",", "...,", "<<", "?", "=", "\\",
    "\u2028", "a" * 500, "()" * 50,
)  # fmt: skip


def mutated(text: str, seed: int) -> str:
    """Return the text with one to four kinds of damage."""
    dice = random.Random(seed)
    for _ in range(dice.randint(1, 4)):
        text = dice.choice(_KINDS)(text, dice)
    return text


VALUES = (
    None, "", [], {}, ["a"], {"a": "b"}, {"en": "x"}, "x", "3", "none", "six", "yes", "1 (a)", "2", "30 min", "10-13",
    "Mon 20 am", "Tue 21 Sep", ["1", "2"], [[]], {"en": None}, {"xx": "y"}, "2 h", "opening", "with", "~1 h", "0", "-1",
    ["en", "fr"], [None], {"en": ["x"]}, "en, fr", "~", "1/4", {"precedes": {"earlier": "1", "later": "2"}},
)  # fmt: skip
"""What may stand in the place of another value of a file."""

_NAMES = ("key", "title", "item", "at", "takes", "hours", "x", "en", "fr~", "days", "is")


def rearranged(tree: object, seed: int) -> str:
    """Return plain data as JSON, with one to three values taken away, put in, replaced or wrapped."""
    dice = random.Random(seed)
    tree = deepcopy(tree)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        _rearrange(tree, dice)
    return json.dumps(tree, ensure_ascii=False)


def _rearrange(node: object, dice: random.Random) -> None:
    keys = list(node if isinstance(node, dict) else range(len(node)))
    if not keys:
        return
    key, kind = dice.choice(keys), dice.random()
    value = node[key]
    if isinstance(value, dict | list) and value and dice.random() < 0.8:
        _rearrange(value, dice)
    elif kind < 0.15:
        del node[key]
    elif kind < 0.3 and isinstance(node, dict):
        node[dice.choice(_NAMES)] = deepcopy(dice.choice(VALUES))
    elif kind < 0.4:
        node[key] = [value] if isinstance(value, dict) else {"en": value}
    else:
        node[key] = deepcopy(dice.choice(VALUES))


def _cut(text: str, dice: random.Random) -> str:
    start = dice.randrange(len(text) + 1)
    return text[:start] + text[start + dice.choice((1, 1, 2, 5, 40)) :]


def _put(text: str, dice: random.Random) -> str:
    place = dice.randrange(len(text) + 1)
    return text[:place] + dice.choice(HOSTILE) + text[place:]


def _line(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    place, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    kind = dice.randrange(4)
    if kind == 0:
        del lines[place]
    elif kind == 1:
        lines.insert(other, lines[place])
    elif kind == 2:
        lines[place], lines[other] = lines[other], lines[place]
    else:
        lines[place] = " " * dice.randrange(5) + lines[place].lstrip()
    return "\n".join(lines)


def _word(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    place = dice.randrange(len(words))
    words[place] = dice.choice((dice.choice(words), dice.choice(HOSTILE)))
    return " ".join(words)


def _end(text: str, dice: random.Random) -> str:
    return text[: dice.randrange(len(text) + 1)]


_KINDS = (_cut, _put, _put, _line, _line, _word, _word, _word, _end)
