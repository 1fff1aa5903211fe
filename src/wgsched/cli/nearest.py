"""The programme that breaks least, beside the proved "no": never called best, and never valid."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from wgsched.checking import not_kept, score
from wgsched.cli.counts import omitted, unmet
from wgsched.cli.output import bullets, width
from wgsched.errors import NoProgramme
from wgsched.languages import Lexicon
from wgsched.model import Finding, Programme, Session, Strength


def nearest_beside(refused: NoProgramme, session: Session) -> Programme | str:
    """Return the nearest programme beside a "no", or why there is none."""
    if refused.nearest is not None:
        return cast(Programme, refused.nearest)
    if refused.nearest_unknown:
        return "The time limit came before a nearest programme was found."
    told = "No programme comes near: even the rules that are never given up cannot all hold."
    may_be_left_out = any(item.priority for item in session.agenda)
    return told if may_be_left_out else f"{told} An item with a priority could be left out."


def nearest_lines(programme: Programme, words: Lexicon) -> list[str]:
    """Return a nearest programme as lines: its rows, and in sentences what it breaks, the gravest first."""
    from wgsched.annexes import annex
    from wgsched.languages import complete_languages

    complete = complete_languages(programme.session)
    shown = [each for each in (words.code, programme.session.original, *complete) if each in complete][:1]
    plain = replace(programme, finding=Finding())  # what it breaks stands below, with the names of people
    rows = [annex(plain, language=each).bytes("text", aligned=True, width=width()).decode() for each in shown]
    proved = "No programme breaks less: proved." if programme.finding.level else "Perhaps another one breaks less."
    also_left_out = [] if rows else omitted(programme, words.code)
    return [
        "The nearest programme is this. It is not valid:",
        "",
        *(text.rstrip() for text in rows),
        "",
        *bullets([*_broken(programme, words), *also_left_out, *unmet(programme, words.code)]),
        "",
        proved,
    ]


def nearest_data(programme: Programme, words: Lexicon) -> dict[str, object]:
    """Return the same as data."""
    return {
        "broken": _broken(programme, words),
        "left out": omitted(programme, words.code),
        "unmet": unmet(programme, words.code),
        "cost": score(programme).total,
        "proved": programme.finding.level is not None,
        "rows": [
            {
                "item": row.instalment,
                "meeting": row.meeting,
                "opens": row.opens and row.opens.isoformat(),
                "closes": row.closes and row.closes.isoformat(),
            }
            for row in programme.considerations
        ],
    }


def _broken(programme: Programme, words: Lexicon) -> list[str]:
    """Return each demand that must hold and does not, with what the programme has instead."""
    broken = (each for each in not_kept(programme) if each.strength is Strength.MUST)
    return [" ".join(words.say(sentence, programme.session) for sentence in each.sentences) for each in broken]
