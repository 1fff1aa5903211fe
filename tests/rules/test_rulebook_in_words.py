"""What every rule and preference of wgsched says of its examples, whole.

``tests/golden/examples.txt`` has a paragraph for each: what it demands, also where the session is a little different;
how it judges some programmes, and what these have instead; every step of every way to ask less, with its cost. A rule
that can give a reason gives one there. ``make generated`` writes the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from tests.examples import every_preference, every_rule
from tests.rules.test_every_ease import forced, ladders
from wgsched.errors import NotTakenUp
from wgsched.languages import lexicon
from wgsched.model import SIX, Agenda, AgendaItem, Consideration, Preference, Programme, Rule, Session, Text
from wgsched.model.example import Example

GOLDEN = Path(__file__).parent.parent / "golden" / "examples.txt"
WHY = Text(en="as agreed")
EVERY = [kind for kind in (*every_rule(), *every_preference()) if kind.__module__.startswith("wgsched.")]


def paragraph(kind: type[Rule | Preference]) -> list[str]:
    """Return what a rule or preference says of its examples, its code first."""
    return [heading(kind), *(f"  {line}" for example in kind.examples() for line in told(reasoned(example)))]


def heading(kind: type[Rule | Preference]) -> str:
    """Return the code, and what it is where a rule and a preference may share one."""
    return kind.code if issubclass(kind, Rule) else f"{kind.code} (preference)"


def reasoned(example: Example[Rule | Preference], reason: Text = WHY) -> Example[Rule | Preference]:
    """Return the example of a rule that gives a reason, if it can give one."""
    if not hasattr(example.shown, "why"):
        return example
    return replace(example, shown=replace(example.shown, why=reason))


def told(example: Example[Rule | Preference]) -> Iterator[str]:
    """Yield what is said of one example."""
    shown = example.shown
    plain = demanded(shown, example.session)
    yield from plain
    for name, session in otherwise(example.session):
        yield from (f"{name}, {line}" for line in demanded(shown, session) if line not in plain)
    for name, programme in programmes(example):
        yield from (f"{name}: {line}" for line in judged(shown, programme))
    if isinstance(shown, Rule):
        say = lexicon("en", example.session).say
        parts = [each.key for each in example.session.agenda.instalments]
        settled = [name for name in parts if shown.settled(example.session, {name})]
        yield from (f"settled once this is opened: {name}" for name in settled)
        for ladder in ladders(forced(example), shown):
            yield from (f"or, at {ease.cost}: {say(ease.sentence)}" for ease in ladder)


def demanded(shown: Rule | Preference, session: Session) -> list[str]:
    """Return what is demanded or wished in a session; of a wish, also what it is bound to count."""
    say, cases = lexicon("en", session).say, list(shown.cases(session))
    least = ["" if isinstance(shown, Rule) else f" (at least {shown.least(session, *case)})" for case in cases]
    return [f"demands: {say(shown.words(*case))}{bound}" for case, bound in zip(cases, least, strict=True)]


def otherwise(session: Session) -> Iterator[tuple[str, Session]]:
    """Yield sessions that are a little different."""
    *before, last = session.meetings
    for what in ("cancelled", "optional"):
        yield f"if the last meeting is {what}", replace(session, meetings=(*before, replace(last, **{what: True})))
        every = tuple(replace(meeting, **{what: True}) for meeting in session.meetings)
        yield f"if every meeting is {what}", replace(session, meetings=every)
    yield "without pauses", replace(session, services=replace(session.services, pause=0))
    numbered = [item for item in session.agenda if item.takes and item.number]
    parts = tuple(divided(item) if item in numbered else item for item in session.agenda)
    yield "in two parts each", replace(session, agenda=Agenda(parts))


def divided(item: AgendaItem) -> AgendaItem:
    """Return an item that is taken up in two parts."""
    return replace(item, takes=None, parts=(item.takes, item.takes))


def programmes(example: Example[Rule | Preference]) -> Iterator[tuple[str, Programme]]:
    """Yield programmes of an example, the last ones without hours."""
    broken = example.programme(example.broken)
    yield "kept", example.programme(example.kept)
    yield "broken", broken
    bare = tuple(Consideration(row.instalment, row.meeting) for row in broken.considerations)
    yield "broken, without hours", replace(broken, considerations=bare)
    first, last = example.session.meetings[0], example.session.meetings[-1]
    parts = [each.key for each in example.session.agenda.instalments]
    for name, order, meetings in (
        ("all in the first meeting", parts, (first,)),
        ("the other way round", parts[::-1], (first,)),
        ("all in the last meeting", parts, (last,)),
        ("all in all meetings", parts, example.session.meetings),
        ("nothing", [], ()),
    ):
        rows = tuple(Consideration(part, meeting.key) for meeting in meetings for part in order)
        yield name, replace(broken, considerations=rows)


def judged(shown: Rule | Preference, programme: Programme) -> list[str]:
    """Return the answer for all cases; and of a rule, what a programme has instead of what is demanded."""
    if isinstance(shown, Preference):
        return [" and ".join(answer(shown.amount, programme, case) for case in shown.cases(programme.session))]
    say, cases = lexicon("en", programme.session).say, list(shown.cases(programme.session))
    answers = [answer(shown.holds, programme, case) for case in cases]
    found = [shown.deviation(programme, *case) for case, each in zip(cases, answers, strict=True) if each == "False"]
    return [" and ".join(answers), *(f"instead: {say(each)}" for each in found if each is not None)]


def answer(ask: Callable[..., object], programme: Programme, case: tuple[object, ...]) -> str:
    """Return an answer as it is written down."""
    try:
        return str(ask(programme, *case))
    except NotTakenUp:
        return "not taken up"


def written() -> str:
    """Return the file as it has to be now."""
    return "\n\n".join("\n".join(paragraph(kind)) for kind in EVERY) + "\n"


def golden() -> dict[str, list[str]]:
    """Return the paragraphs of the file, by heading."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    paragraphs = [list(each) for filled, each in groupby(lines, bool) if filled]
    return {each[0]: each for each in paragraphs}


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.code)
def test_a_rule_says_all_of_its_examples_as_written(kind):
    assert paragraph(kind) == golden().get(heading(kind))


def test_every_paragraph_is_of_a_rule():
    assert [*golden()] == [heading(kind) for kind in EVERY]


@pytest.mark.parametrize("language", SIX)
def test_every_rule_that_takes_a_reason_says_it(language):
    reason = Text(dict.fromkeys(SIX, "WHY"))
    silent = {
        kind.code
        for kind in EVERY
        for example in (reasoned(example, reason) for example in kind.examples() if hasattr(example.shown, "why"))
        for case in example.shown.cases(example.session)
        if "WHY" not in lexicon(language, example.session).say(example.shown.words(*case))
    }
    assert silent == set()
