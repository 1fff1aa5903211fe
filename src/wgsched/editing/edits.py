"""What a change by hand gives: the new programme, and what is to be said about it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wgsched.checking import Report, Violation, check, score
from wgsched.checking.english import in_english
from wgsched.errors import BadInput, Fault
from wgsched.files import programme_to_json
from wgsched.languages import lexicon
from wgsched.model import Fact, Language, Programme, Sentence


@dataclass(frozen=True)
class Edit:
    """A programme changed by hand: what it was before, what it is now, and the sentence that says the change.

    What is broken and what it costs is worked out when it is first asked for.
    """

    before: Programme
    programme: Programme
    sentence: Sentence

    def __str__(self) -> str:
        return in_english(self.sentence, self.programme.session)

    @cached_property
    def report(self) -> Report:
        """All that the checker finds in the new programme."""
        return check(self.programme)

    @cached_property
    def _report_before(self) -> Report:
        return check(self.before)

    @cached_property
    def broken(self) -> tuple[Violation, ...]:
        """What is broken now and was not before."""
        return only_in(self.report, self._report_before)

    @cached_property
    def mended(self) -> tuple[Violation, ...]:
        """What was broken before and is not now."""
        return only_in(self._report_before, self.report)

    @cached_property
    def cost(self) -> int:
        """How much more the new programme costs than the old one; negative if it costs less."""
        return score(self.programme).total - score(self.before).total

    def as_json(self, language: Language = "en") -> dict[str, Any]:
        """Return the sentence, what broke, what is mended, the cost and the programme, as values that JSON can say.

        The sentences are in the language; the programme is as its file says it.
        """
        words, session = lexicon(language, self.programme.session), self.programme.session
        broken, mended = (
            [" ".join(words.say(each, session) for each in violation.sentences) for violation in violations]
            for violations in (self.broken, self.mended)
        )
        return {
            "sentence": words.say(self.sentence, session),
            "broken": broken,
            "mended": mended,
            "cost": self.cost,
            "programme": json.loads(programme_to_json(self.programme)),
        }


class RefusedEdit(BadInput):
    """An edit makes no sense. ``code`` names the reason, ``facts`` what it speaks of."""

    def __init__(self, reason: Fault | str, code: str, **facts: Fact) -> None:
        self.code, self.facts = code, facts
        super().__init__(reason)


def together(programme: Programme, verbs: Iterable[Callable[[Programme], Edit]]) -> Edit:
    """Make changes one after another, and return them as one edit, which is undone as one.

    Raises:
        BadInput: one of them is refused; the programme is as it was.
    """
    after, said = programme, []
    for verb in verbs:
        edit = verb(after)
        after = edit.programme
        said.append(edit.sentence)
    sentence = said[0] if len(said) == 1 else Sentence("several-changes", changes=tuple(said))
    return Edit(programme, after, sentence)


def only_in(report: Report, other: Report) -> tuple[Violation, ...]:
    """Return what is broken in a report and not in another one."""
    known = {_identity(each) for each in other}
    return tuple(each for each in report if _identity(each) not in known)


def _identity(violation: Violation) -> tuple[str, str, tuple[tuple[str, object], ...]]:
    """Return a violation without the room and hours of its meetings: a meeting in another room breaks nothing anew."""
    sentence = violation.sentence
    return violation.rule, sentence.code, tuple((name, _named(fact)) for name, fact in sentence.facts)


def _named(fact: Fact) -> object:
    return tuple(map(_named, fact)) if isinstance(fact, tuple) else getattr(fact, "key", fact)
