"""Programmes made by hand, for the tests of all that judges them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wgsched.model import Consideration, Preference, Programme, Rule, Session


def timed(session: Session, rows: Mapping[str, Sequence[tuple[str, int]]]) -> Programme:
    """Return a programme with hours: of each meeting, instalments and minutes end to end; "" leaves minutes free."""
    found: list[Consideration] = []
    for key, laid in rows.items():
        moment = session.meeting(key).opens
        for instalment, minutes in laid:
            opens, moment = moment, moment.add(minutes=minutes)
            if instalment:
                found.append(Consideration(instalment, key, opens, moment))
    return Programme(session, session.meetings, tuple(found))


def typed(session: Session, rows: Mapping[str, Sequence[str]]) -> Programme:
    """Return a programme without hours: of each meeting, the instalments in order."""
    found = (Consideration(instalment, key) for key, laid in rows.items() for instalment in laid)
    return Programme(session, session.meetings, tuple(found))


FOUNDING: dict[str, list[tuple[str, int]]] = {
    "14-am": [("1a", 15), ("1b", 15), ("2a", 150)],
    "14-pm": [("2a", 30), ("2b", 150)],
    "15-am": [("2b", 180)],
    "15-pm": [("2c", 120), ("3", 60)],
}
"""The founding document's table, with the minutes that fill its meetings."""


def judged(rule: Rule, programme: Programme) -> list[bool | None]:
    """Return the answer of a rule case by case."""
    return [rule.holds(programme, *case) for case in rule.cases(programme.session)]


def amounts(preference: Preference, programme: Programme) -> list[int | None]:
    """Return the amount of a preference case by case."""
    return [preference.amount(programme, *case) for case in preference.cases(programme.session)]
