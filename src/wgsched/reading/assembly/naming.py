"""Names of meetings, forums and rooms: ``THIRD PLENARY MEETING RED ROOM`` is the third of the plenary, in a room."""

from __future__ import annotations

import re
from difflib import get_close_matches

from wgsched.reading.grammar.texts import alike, low
from wgsched.reading.grammar.words import WordLists

LONGEST = 60
"""Characters of a line that names a meeting or a room, and nothing else."""

ALIKE = 0.75
"""How alike a misspelt word and a known one are, of 1."""


def forum_named(text: str, words: WordLists) -> str:
    """Return the forum that a line names beside the word for a meeting, or nothing."""
    line = low(" ".join(text.split()))
    if len(line) > LONGEST or not words.has("meeting", line):
        return ""
    line = line[: _room_at(line, words)]
    wrong = _misspelt(line, words)
    if not wrong and not words.has("ordinals", line) and not re.search(words.pattern(_forums(words)), line):
        return ""
    left = re.sub(words.any_of("meeting"), " ", re.sub(words.any_of("ordinals"), " ", line))
    for word, _ in wrong:
        left = left.replace(word, " ")
    name = _without_ends(left, words)
    named = re.search(r"[^\W\d_]{2}", name) and not re.search(r"\d", name)
    return name[:1].upper() + name[1:] if named else ""


def _forums(words: WordLists) -> list[str]:
    return [low(str(word)) for word in words.data["columns"]["forum"]]


def _without_ends(text: str, words: WordLists) -> str:
    """Return a name without the small words at its ends: "of the"."""
    small = {*words.list("common"), *words.list("date-glue")} - set(_forums(words))
    names = text.split()
    while names and names[0] in small:
        names.pop(0)
    while names and names[-1] in small:
        names.pop()
    return " ".join(names)


def misspelt(text: str, words: WordLists) -> tuple[str, str] | None:
    """Return a word that is nearly the number of a meeting, and that number; None when all are right."""
    misspellings = _misspelt(low(" ".join(text.split())), words)
    if not misspellings:
        return None
    wrong, right = misspellings[0]
    place = alike(text).lower().find(wrong)
    return (alike(text)[place : place + len(wrong)] if place >= 0 else wrong), right


def _misspelt(line: str, words: WordLists) -> list[tuple[str, str]]:
    known = [each for each in words.list("ordinals") if len(each) > 4]
    unknown = [word for word in re.findall(r"[^\W\d_]{5,}", line) if word not in known]
    near = ((word, get_close_matches(word, known, 1, ALIKE)) for word in unknown)
    return [(word, matches[0]) for word, matches in near if matches]


def room_named(text: str, words: WordLists) -> str:
    """Return the room that a short line names, or nothing."""
    line = low(" ".join(text.split()))
    if len(line) > LONGEST or _room_at(line, words) == len(line):
        return ""
    shown = alike(" ".join(text.split()))
    return shown[_room_at(line, words) :].strip(" ,;:") if len(shown) == len(line) else shown


def _room_at(line: str, words: WordLists) -> int:
    """Return where the name of a room begins: a word before ``room``, or its word itself."""
    named = words.pattern([low(str(word)) for word in words.data["columns"]["room"][:1]])
    match = re.search(rf"(?:\w+ )?{named}", line)
    if not match:
        return len(line)
    after = re.search(words.any_of("meeting"), match.group())
    return match.start() + (after.end() if after else 0)
