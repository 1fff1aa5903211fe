"""What a rule or preference speaks of: where a session has nothing of it, no case is missed."""

from importlib.metadata import EntryPoint
from random import Random

import pytest

from tests.cases.examples import EXAMPLES
from tests.examples import every_preference, every_rule
from tests.planning import drawn
from tests.rules import test_random_agreement, test_random_rooms
from tests.sessions import founding
from wgsched.errors import ExtensionError
from wgsched.files import read_session
from wgsched.model import Session, extensions
from wgsched.model.subject import is_there, lacking
from wgsched.preferences import BOOK as PREFERENCES
from wgsched.preferences import FewDays
from wgsched.rules import BOOK as RULES
from wgsched.rules import Available, NoShortPart, rulebook

EVERY = [*every_rule(), *every_preference()]
SPEAKING = [kind for kind in EVERY if kind.speaks_of]
DRAWN = (test_random_agreement.a_session, test_random_rooms.a_session, drawn.a_session)


def sessions() -> tuple[Session, ...]:
    """Return the sessions of all examples of rules and preferences, those of the examples, and random ones."""
    shown = (example.session for kind in EVERY for example in kind.examples())
    read = map(read_session, sorted(EXAMPLES.glob("*.yaml")))
    return (*shown, *read, *(draw(Random(seed)) for draw in DRAWN for seed in range(100)))


def test_what_stands_for_every_session_has_no_case_where_it_is_not_asked():
    every = sessions()
    for each in (*RULES.standing(), *PREFERENCES.standing()):
        left_out = [session for session in every if not is_there(session, each.speaks_of)]
        assert bool(left_out) is bool(each.speaks_of), each
        assert [(each, *case) for session in left_out for case in each.cases(session)] == []


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.code)
def test_what_each_speaks_of_is_a_field_of_a_session(kind):
    assert lacking(kind.speaks_of) is None


@pytest.mark.parametrize("kind", SPEAKING, ids=lambda kind: kind.code)
def test_the_example_of_each_has_what_it_speaks_of(kind):
    assert all(is_there(example.session, kind.speaks_of) for example in kind.examples())


class Astray(Available):
    code = "astray"
    speaks_of = "participants.window"


class Unasked(FewDays):
    code = "unasked"
    speaks_of = "agenda.priority"


class Silent(NoShortPart):
    code = "silent"

    def cases(self, session):
        """Fail: it is asked for its cases."""
        raise AssertionError


class Mute(Silent):
    code = "mute"
    speaks_of = "participants"


MUTE, SILENT = Mute(), Silent()


@pytest.fixture
def bring(monkeypatch):
    def brought(name: str, group: str = "wgsched.rules") -> None:
        point = EntryPoint(name.lower(), f"{__name__}:{name}", group)
        monkeypatch.setattr(extensions, "entry_points", lambda group: (point,) * (point.group == group))
        extensions.brought.cache_clear()

    yield brought
    extensions.brought.cache_clear()


@pytest.mark.parametrize(
    ("name", "book", "sentence"),
    [
        ("Astray", RULES, "speaks of 'participants.window', but Participant has no field 'window'"),
        ("Unasked", PREFERENCES, "speaks of 'agenda.priority', but Agenda has no field 'priority'"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused_when_the_book_is_read(bring, name, book, sentence):
    bring(name, book.group)
    with pytest.raises(ExtensionError) as refused:
        book.standing()
    assert str(refused.value) == f"the {book.noun} {name.lower()!r} of the package tests {sentence}"


@pytest.mark.parametrize(("name", "asked"), [("SILENT", True), ("MUTE", False)])
def test_a_rule_of_another_package_is_left_out_only_if_it_says_of_what_it_speaks(bring, name, asked):
    bring(name)
    assert (name.lower() in {rule.code for rule in rulebook(founding())}) is asked
