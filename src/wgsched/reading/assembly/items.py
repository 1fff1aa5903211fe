"""Items: titles from agenda and programme, roles by their titles, entries without a number, and minutes by share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wgsched.languages.registry import codes, vocabulary
from wgsched.model import SessionKind
from wgsched.reading.account import Account
from wgsched.reading.assembly.facts import Facts, ReadItem, ReadRow, ReadSitting
from wgsched.reading.grammar.texts import low

STEP = 5
"""Minutes; shares are rounded down to it."""

ORGANIZATIONAL = {"opening", "officers", "agenda", "organizational-matters"}
_PARTS = re.compile(r"\s*[:：]\s*")
_BETWEEN = re.compile(r"\n| / ")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def set_items(facts: Facts, account: Account) -> None:
    """Make items of the agenda and the rows, and name in each row what it takes up."""
    agenda = facts.own_agenda
    if not agenda:
        _without_restarts(facts, account)
    before: ReadRow | None = None
    for sitting in facts.sittings:
        for row in sitting.rows:
            if row.continued and not row.title and not row.numbers and before is not None:
                row.numbers, row.entry = before.numbers, before.entry  # the mark alone: "(Suite.)"
                account.inferred(row.place, "", f"goes on with what stands before it: {before.title}")
            else:
                _name(row, facts, account, agenda=agenda)
            before = row
    _add_parents(facts)
    if not agenda:
        _part_titles(facts, account)
        facts.items = dict(sorted(facts.items.items(), key=lambda pair: order_of(pair[0])))
    _roles(facts, account)
    _shares(facts, account)


def _without_restarts(facts: Facts, account: Account) -> None:
    """Take away the numbers of lists that begin again at 1 in several meetings: they number no agenda."""
    lists = [[row for row in sitting.rows if row.led] for sitting in facts.sittings]
    firsts = [rows[0] for rows in lists if rows and rows[0].numbers == ("1",)]
    if len({low(row.title) for row in firsts}) < 2:
        return
    for row in (row for rows in lists for row in rows):
        row.numbers = ()
    account.inferred(firsts[1].place, "", "rows without numbers: those of the paper begin again in each meeting")


def _name(row: ReadRow, facts: Facts, account: Account, *, agenda: bool) -> None:
    """Make the items that a row names, or an entry of its own for its words."""
    if len(row.numbers) == 1 and row.continued and row.numbers[0] not in facts.items:
        _go_on(row, facts)
    if not row.numbers:
        row.entry = _entry(" ".join(row.title.split()), facts, row)
        return
    for number, title in zip(row.numbers, _titles(row), strict=True):
        if number not in facts.items and agenda:
            account.refused(row.place, row.title, f"item {number} is not in the agenda")
        notes = ["not in the agenda, but in the programme"] if agenda else []
        item = facts.items.setdefault(number, ReadItem(number, notes=notes))
        if not title or low(title) in (low(item.title), low(item.annex)):
            continue
        if not item.annex:
            item.annex = title
        elif len(row.numbers) == 1:
            if row.led and not row.continued:
                account.refused(row.place, row.title, f"item {number} stands there already, with another title")
            row.entry = _entry(title, facts, row, of=number)
    for number in row.numbers[1:]:
        facts.items[number].jointly = row.numbers[0]


def _titles(row: ReadRow) -> list[str]:
    """Return a title for each number of a row, which may have none of their own."""
    titles = [" ".join(part.split()) for part in _BETWEEN.split(row.title)]
    if len(titles) == len(row.numbers):
        return titles
    return [" ".join(row.title.split())] if len(row.numbers) == 1 else [""] * len(row.numbers)


def _go_on(row: ReadRow, facts: Facts) -> None:
    """Let a row go on with the item above: 6 for "6a. Continue discussion on the budget", if 6 is the budget."""
    above = facts.items.get(parent_of(row.numbers[0]))
    title = low(row.title)
    if above and title and low(above.annex or above.title).startswith(title):
        row.numbers, row.title = (above.number,), ""


def _entry(title: str, facts: Facts, row: ReadRow, of: str = "") -> str:
    known = next((key for key, item in facts.entries.items() if low(item.annex) == low(title)), None)
    if known is not None:
        return known
    words = re.findall(r"[a-z]+", low(title))[:3] if title.isascii() else []
    key = "-".join(words) or f"entry-{len(facts.entries) + 1}"
    while key in facts.entries or re.fullmatch(r"(?:part|none|all).*", key):
        key = f"entry-{key}" if not key.startswith("entry-") else f"{key}-{len(facts.entries) + 1}"
    facts.entries[key] = ReadItem(key, title, title, of=of)
    row.numbers = ()
    return key


def order_of(number: str) -> tuple[tuple[int, str], ...]:
    """Return what sorts numbers as an agenda does: 2 before 10, II before IV, 2 (a) after 2."""
    parts = [part for part in re.split(r"[ ().]+", number) if part]
    return tuple(_rank(part, first=place == 0) for place, part in enumerate(parts))


def _rank(part: str, *, first: bool) -> tuple[int, str]:
    if part.isdecimal():
        return int(part), ""
    if first or (len(part) > 1 and set(part) <= set(_ROMAN)):
        values = [_ROMAN.get(sign, 0) for sign in part.lower()]
        return sum(-v if v < max(values[n:], default=0) else v for n, v in enumerate(values)), part
    return ord(part[0].lower()) - ord("a") + 1, part


def parent_of(number: str) -> str:
    """Return the number one level up, or nothing."""
    if number.endswith(")"):
        return number.rpartition(" (")[0]
    return number.rpartition(".")[0]


def above_it(number: str) -> tuple[str, ...]:
    """Return all numbers above one, the highest first."""
    above = parent_of(number)
    return (*above_it(above), above) if above else ()


def _add_parents(facts: Facts) -> None:
    whole: dict[str, ReadItem] = {}
    for number in facts.items:
        for each in (*above_it(number), number):
            whole.setdefault(each, facts.items.get(each) or ReadItem(each))
    facts.items = whole


def _part_titles(facts: Facts, account: Account) -> None:
    """Part the titles of sub-items, which a programme prints with that of the item above: ``Security: Practice``."""
    for number, item in facts.items.items():
        below = [each for each in facts.items.values() if parent_of(each.number) == number]
        if item.annex or not below:
            continue
        heads = [_PARTS.split(each.annex, maxsplit=1) for each in below]
        shared = {low(parts[0]) for parts in heads if len(parts) == 2}
        if len(shared) == 1 and all(len(parts) == 2 for parts in heads):
            item.title = " ".join(heads[0][0].split())
            item.notes.append("its title from those of the items below it")
            account.inferred("", item.title, f"the title of item {number}, from those below it")
    for number, item in facts.items.items():
        item.title = item.title or item.annex
        above = facts.items.get(parent_of(number))
        parts = _PARTS.split(item.annex, maxsplit=1)
        if above and above.title and len(parts) == 2 and low(parts[0]) == low(above.title):
            item.title, item.annex = parts[1], ""


def _roles(facts: Facts, account: Account) -> None:
    """Find roles by the titles that they bring, so that the item has its title in six languages."""
    known = _role_titles(facts.language)
    for item in facts.items.values():
        role = next((known[low(text)] for text in (item.annex, item.title) if low(text) in known), "")
        if role and role not in (other.role for other in facts.items.values()):
            item.role = role
    for number, item in list(facts.items.items()):
        below = [each.role for each in facts.items.values() if parent_of(each.number) == number]
        if not item.title and any(role in ORGANIZATIONAL for role in below):
            item.role = "organizational-matters"
            item.notes.append("its role from the items below it")
            account.inferred("", "", f"item {number} is on organizational matters, from the items below it")
        elif not item.title and not item.role:
            item.title = number
            item.notes.append("the paper does not say its title")


def _role_titles(language: str) -> dict[str, str]:
    if language not in codes():
        return {}  # a language in which papers are read, but none is printed
    roles = vocabulary(language).roles
    return {low(phrases[kind].text): str(role) for role, phrases in roles.items() for kind in SessionKind}


# Minutes


def _shares(facts: Facts, account: Account) -> None:
    """Give items their minutes: those that are printed, else equal shares of the meetings that take them up."""
    last: dict[str, str] = {}
    for sitting in sorted(facts.sittings, key=lambda each: (str(each.day), each.opens)):
        for row, minutes in zip(sitting.rows, _equal(sitting), strict=True):
            item = facts.item_of(row)
            if row.minutes:
                item.estimate = False
            if last.get(sitting.forum) == item.number and item.minutes:
                item.minutes[-1] += minutes
            else:
                item.minutes.append(minutes)
            row.part = len(item.minutes)
            last[sitting.forum] = item.number
            if sitting.forum not in item.forums:
                item.forums.append(sitting.forum)
    if facts.sittings:
        account.inferred("", "", "how long items take: each meeting is shared equally among its rows")


def _equal(sitting: ReadSitting) -> Iterable[int]:
    printed = sum(row.minutes or 0 for row in sitting.rows)
    open_rows = [row for row in sitting.rows if not row.minutes]
    share = max(1, (sitting.minutes - printed) // len(open_rows)) if open_rows else 0
    share = share - share % STEP if share > STEP else share
    return [row.minutes or share for row in sitting.rows]
