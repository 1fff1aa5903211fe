"""What every rule and preference of wgsched says of its examples, whole.

``tests/golden/examples.txt`` has a paragraph for each: what it demands, what the broken programme has instead, and
every step of every way to ask less, with its cost. A rule that can give a reason gives one there.
``make generated`` writes the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from tests.examples import every_preference, every_rule
from tests.rules.test_every_ease import forced, ladders
from wgsched.languages import lexicon
from wgsched.model import SIX, Preference, Rule, Sentence, Text
from wgsched.model.example import Example

GOLDEN = Path(__file__).parent.parent / "golden" / "examples.txt"
WHY = Text(en="as agreed")
EVERY = [kind for kind in (*every_rule(), *every_preference()) if kind.__module__.startswith("wgsched.")]


def paragraph(kind: type[Rule | Preference]) -> list[str]:
    """Return what a rule or preference says of its examples, its code first."""
    return [kind.code, *(f"  {line}" for example in kind.examples() for line in told(reasoned(example)))]


def reasoned(example: Example[Rule | Preference], reason: Text = WHY) -> Example[Rule | Preference]:
    """Return the example of a rule that gives a reason, if it can give one."""
    if not hasattr(example.shown, "why"):
        return example
    return replace(example, shown=replace(example.shown, why=reason))


def told(example: Example[Rule | Preference]) -> Iterator[str]:
    """Yield what is said of one example."""
    shown, session = example.shown, example.session
    say = lexicon("en", session).say
    for case in shown.cases(session):
        yield f"demands: {say(shown.words(*case))}"
        if isinstance(shown, Rule):
            yield from (f"instead: {say(each)}" for each in instead(shown, example, case))
    if isinstance(shown, Rule):
        for ladder in ladders(forced(example), shown):
            yield from (f"or, at {ease.cost}: {say(ease.sentence)}" for ease in ladder)


def instead(rule: Rule, example: Example[Rule], case: tuple[object, ...]) -> Iterator[Sentence]:
    """Yield what the programmes of an example have in place of what a rule demands."""
    programme = example.programme(example.broken)
    if rule.holds(programme, *case) is False:
        sentence = rule.deviation(programme, *case)
        yield from () if sentence is None else (sentence,)


def written() -> str:
    """Return the file as it has to be now."""
    return "\n\n".join("\n".join(paragraph(kind)) for kind in EVERY) + "\n"


def golden() -> dict[str, list[str]]:
    """Return the paragraphs of the file, by code."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    paragraphs = [list(each) for filled, each in groupby(lines, bool) if filled]
    return {each[0]: each for each in paragraphs}


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.code)
def test_a_rule_says_all_of_its_examples_as_written(kind):
    assert paragraph(kind) == golden().get(kind.code)


def test_every_paragraph_is_of_a_rule():
    assert [*golden()] == [kind.code for kind in EVERY]


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
