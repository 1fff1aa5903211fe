"""What a session is called beside its number."""

from __future__ import annotations

import pytest

from wgsched.files.grammar import Wrong
from wgsched.files.grammar.parts import SessionCalled, read_kind, read_part
from wgsched.model import Reopening, SessionKind, SessionPart, SessionType

RESUMED, RECONVENED = Reopening.RESUMED, Reopening.RECONVENED


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("first", SessionPart()),
        ("2nd", SessionPart(2)),
        ("resumed", SessionPart(1, RESUMED)),
        ("Second resumed", SessionPart(2, RESUMED)),
        ("3rd reconvened", SessionPart(3, RECONVENED)),
    ],
)
def test_a_part_is_counted_in_words_or_figures(text, part):
    assert read_part(text) == part


@pytest.mark.parametrize("text", ["", "0th", "last", "resumed first", "first second", "twelfth"])
def test_what_is_no_part_is_refused_with_examples(text):
    with pytest.raises(Wrong) as refused:
        read_part(text)
    assert refused.value.hint == "Expected first, second, resumed, 2nd resumed, reconvened."


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("meeting", SessionCalled(SessionKind.MEETING)),
        ("special session", SessionCalled(SessionKind.SESSION, SessionType.SPECIAL)),
        ("emergency special session", SessionCalled(SessionKind.SESSION, SessionType.EMERGENCY_SPECIAL)),
        ("resumed session", SessionCalled(SessionKind.SESSION, None, SessionPart(1, RESUMED))),
        (
            "2nd resumed special session",
            SessionCalled(SessionKind.SESSION, SessionType.SPECIAL, SessionPart(2, RESUMED)),
        ),
    ],
)
def test_kind_type_and_part_are_said_in_one_go(text, called):
    assert read_kind(text) == called


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("sesion", "unknown word 'sesion'", "Did you mean 'session'?"),
        ("", "unknown word ''", "Known: session, meeting, conference."),
        ("long session", "'long' is no part of a session", "Expected first, second, resumed, 2nd resumed, reconvened."),
    ],
)
def test_an_unknown_kind_is_refused(text, message, hint):
    with pytest.raises(Wrong) as refused:
        read_kind(text)
    assert (refused.value.message, refused.value.hint) == (message, hint)
