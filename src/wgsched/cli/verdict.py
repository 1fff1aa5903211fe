"""The verdict on a programme: does it fit, what is estimated, missing, due or changed, is it the best."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pendulum import Date

from wgsched.checking import Comparison, minutes_given
from wgsched.cli.counts import counts
from wgsched.cli.released import released
from wgsched.languages import lexicon, missing_titles
from wgsched.model import Document, Finding, Meeting, Programme, Session, Unique, Verdict
from wgsched.model.reading import left_out, sitting

SIX_WEEKS = timedelta(weeks=6)
"""Documents are issued in all languages six weeks before the opening (rule 6 of the functional commissions)."""

_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def verdict(programme: Programme, changes: Comparison | None, today: Date | None = None) -> tuple[str, ...]:
    """Return the verdict on a programme in plain English lines, as of a day."""
    wished = f"Not as wished: {counts(programme)}."
    session = programme.session
    told = (
        _fits(programme),
        *released(programme),
        *_minutes(programme),
        gaps(session),
        *documents(session, today),
        *_unmet(programme),
        wished,
    )
    if not changes:
        return (*told, f"Changed since published: nothing. {_best(programme)}")
    changed = (f"- {line}" for line in str(changes).splitlines())
    return (*told, "Changed since published:", *changed, *_fewest(programme.finding), _best(programme))


def _unmet(programme: Programme) -> Iterator[str]:
    """Yield how much of what has a strength is not met, where something has one."""
    grades = programme.finding.grades
    if grades is None:
        return
    counted = ((grades.should, "should be met"), (grades.nice, "would be nice"))
    told = [f"{number} that {how}" for number, how in counted if number]
    yield f"Not met: {', '.join(told) or 'nothing'}."


def _fewest(finding: Finding) -> Iterator[str]:
    """Yield down to which level the fewest changes were proved, where a published programme was given."""
    if finding.fewest:
        yield "Fewest changes: proved."
    elif finding.moved is not None or finding.later is not None:
        last = f"; proved down to: {finding.level.value}" if finding.level else ""
        yield f"Fewest changes: not proved{last}."


def _fits(programme: Programme) -> str:
    items = {row.instalment for row in programme.considerations}
    taking_place = [meeting for meeting in programme.meetings if programme.takes_place(meeting)]
    minutes = sum(_usable(programme, meeting) for meeting in taking_place)
    used = sum(row.window.minutes for row in programme.considerations if row.window)
    timed = bool(items) and all(row.window for row in programme.considerations)
    languages = len(programme.session.services.languages or programme.session.languages)
    slack = "" if used < minutes else " (no slack)"
    free = f" Free: {minutes - used} of {minutes} minutes{slack}." if timed else ""
    missing = list(left_out(programme))
    of_items = f"{count(len(items), 'item')}, " if items else ""
    fits = f"Left out: {count(len(missing), 'item')}. Taken up" if missing else "Everything fits"
    said = f"{_NUMBERS.get(languages, languages)} {_plural(languages, 'language')}"
    return f"{fits}: {of_items}{count(len(taking_place), 'meeting')}, {said}.{free}"


def _usable(programme: Programme, meeting: Meeting) -> int:
    """Return the minutes of a meeting in which items can be taken up; of one that follows something, by estimate."""
    return min(meeting.usable.minutes, sitting(programme, meeting).minutes)


def _minutes(programme: Programme) -> Iterator[str]:
    """Yield which items have more or fewer minutes than expected."""
    if programme.finding.verdict is not Verdict.TYPED:
        words = lexicon("en", programme.session)
        yield from (words.say(sentence, programme.session) for sentence in minutes_given(programme))


def gaps(session: Session) -> str:
    """Return how many durations are estimated, and in which languages titles are missing."""
    estimates = sum(instalment.takes.estimate for instalment in session.agenda.instalments)
    missing = {language: missing_titles(session, language) for language in session.languages}
    lacking = [
        f"{language} {len(titles)} (annex.{language} not written)" for language, titles in missing.items() if titles
    ]
    return f"Estimated durations: {estimates}. Missing titles: {', '.join(lacking) or 'none'}."


def documents(session: Session, today: Date | None = None) -> Iterator[str]:
    """Yield which documents are still due and by when, which are late, and which are expected in the session.

    A document whose day of issue is after ``today`` is not out yet. Without a day, nothing that has no date is late.
    """
    deadline = min(session.days) - SIX_WEEKS
    by = lexicon("en", session).date(deadline, weekday=False)
    open_ = [each for each in session.documents if not _is_out(each, session, today)]
    expected = [each.symbol for each in open_ if each.is_in_session]
    awaited = [each.symbol for each in open_ if not each.is_in_session]
    if awaited and today and today > deadline:
        yield f"Late: {', '.join(awaited)}, due by {by} (six weeks before the opening)."
    elif awaited:
        yield f"Due: {', '.join(awaited)} by {by} (six weeks before the opening)."
    else:
        yield "Due: nothing."
    if expected:
        yield f"Expected in the session: {', '.join(expected)}."


def _is_out(document: Document, session: Session, today: Date | None) -> bool:
    out = document.out(session.languages)
    return out is not None and (today is None or out <= today)


def _best(programme: Programme) -> str:
    finding = programme.finding
    stopped = " It was interrupted." if finding.interrupted else ""
    if finding.verdict is Verdict.TYPED:
        return "The rows stand as typed, and nothing is broken. No hours fit them, so nothing is proved."
    if finding.verdict is Verdict.NEAREST:
        return "This is the nearest programme. It is not valid."
    if finding.verdict is Verdict.BEST:
        others = {
            Unique.YES: "no other programme is as good",
            Unique.NO: "among equals, the earliest in agenda order",
            Unique.UNKNOWN: "it is not known whether another is as good",
        }
        return f"Best possible{_with(programme)}: proved; {others[finding.unique]}.{stopped}"
    why = "Another" if finding.interrupted else "The time limit was reached: another"
    doubt = "" if finding.reproducible else f" {why} run may differ."
    better = f"at most {finding.gap:.0%} could still be saved"
    return f"Best possible{_with(programme)}: not proved; {better}.{stopped}{doubt}"


def _with(programme: Programme) -> str:
    """Return for which minutes a programme is the best, where some differ from those expected."""
    codes = {sentence.code for sentence in minutes_given(programme)}
    if not codes:
        return ""
    return (
        " for these minutes" if any(code.startswith("minutes-fewer") for code in codes) else " for the expected minutes"
    )


def rooms_chosen(programme: Programme) -> Iterator[str]:
    """Yield each forum for which rooms were chosen, with those in which it meets, in order of time."""
    words, session = lexicon("en", programme.session), programme.session
    for forum in session.forums:
        held = [each for each in programme.meetings if each.forum == forum.key and programme.takes_place(each)]
        if any(each.rooms for each in held):
            rooms = dict.fromkeys(words.room_title(each.room) or each.room or "none" for each in held)
            yield f"{words.forum_name(forum)} in {' and '.join(rooms)}"


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {_plural(number, noun)}"


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"
