"""Damages texts the way people, editors and networks do; the same seed, the same damage."""

from __future__ import annotations

import random

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
