import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Event

from wgsched.feeds.folding import LIMIT, clean, escape, fold, parameter
from wgsched.feeds.properties import text
from wgsched.feeds.writer import write

AWKWARD = st.text(alphabet=st.sampled_from('\\\\\\;,:"^nN\n\r\t aéع资😀\u200f\u2028\x85\x00\x1b\ud800'), max_size=400)
ANY = st.text(max_size=400) | AWKWARD


def unfolded(octets: bytes) -> bytes:
    return octets.replace(b"\r\n ", b"")


def assert_is_well_folded(octets: bytes) -> None:
    pieces = octets.split(b"\r\n")
    for number, piece in enumerate(pieces):
        assert len(piece) <= LIMIT
        piece.decode()
        assert number == 0 or piece[:1] == b" "
        assert not any((octet < 0x20 and octet != 0x09) or octet == 0x7F for octet in piece)
    for piece in pieces[:-1]:
        bare = piece.decode()
        assert (len(bare) - len(bare.rstrip("\\"))) % 2 == 0


def reads_back(value: str) -> None:
    event = Event()
    event["SUMMARY"] = text(value, language="en")
    event["X-LABEL"] = text("x")
    event["X-LABEL"].params["X-NOTE"] = value
    octets = write(event)
    assert octets.endswith(b"\r\n")
    assert b"\n" not in octets.replace(b"\r\n", b"")
    for line in octets.replace(b"\r\n ", b"\0").rstrip(b"\r\n").split(b"\r\n"):
        assert_is_well_folded(line.replace(b"\0", b"\r\n "))
    line = next(line for line in unfolded(octets).decode().split("\r\n") if line.startswith("SUMMARY"))
    assert unescaped(line.removeprefix("SUMMARY;LANGUAGE=en:")) == clean(value)


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], value)


@given(ANY)
@settings(max_examples=150, deadline=None)
def test_every_text_is_folded_well_and_reads_back(value):
    reads_back(value)


@pytest.mark.long
@given(ANY)
@settings(max_examples=20_000, deadline=None)
def test_twenty_thousand_texts_are_folded_well_and_read_back(value):
    reads_back(value)


def test_a_line_of_75_octets_stays_whole_and_one_more_is_folded():
    assert fold("x" * 75) == b"x" * 75
    assert fold("x" * 76) == b"x" * 75 + b"\r\n " + b"x"
    assert fold("x" * 150) == b"x" * 75 + b"\r\n " + b"x" * 74 + b"\r\n " + b"x"


def test_a_cut_never_falls_inside_a_character():
    assert fold("x" * 74 + "资") == b"x" * 74 + b"\r\n " + "资".encode()
    assert fold("x" * 72 + "😀") == b"x" * 72 + b"\r\n " + "😀".encode()


def test_a_cut_never_falls_inside_an_escaped_backslash():
    assert fold("x" * 74 + "\\\\" + "y") == b"x" * 74 + b"\r\n " + b"\\\\y"
    assert fold("x" * 73 + "\\\\" + "y") == b"x" * 73 + b"\\\\" + b"\r\n " + b"y"
    assert fold("x" * 74 + "\\n" + "y") == b"x" * 74 + b"\r\n " + b"\\ny"


def test_a_cut_never_falls_inside_a_caret_escape_of_a_parameter():
    assert fold("x" * 74 + "^'" + "y") == b"x" * 74 + b"\r\n " + b"^'y"


def test_a_cut_before_one_escape_never_falls_inside_another():
    assert fold("x" * 73 + "\\^n" + "y") == b"x" * 73 + b"\r\n " + b"\\^ny"
    assert fold("x" * 73 + "^\\ny") == b"x" * 73 + b"\r\n " + b"^\\ny"


def test_nothing_but_marks_is_folded_too():
    folded = fold("\\^" * 80)
    assert unfolded(folded) == b"\\^" * 80
    assert all(len(piece) <= LIMIT for piece in folded.split(b"\r\n"))


def test_a_backslash_before_a_capital_n_stays_a_backslash():
    assert escape("C:\\New") == "C:\\\\New"
    event = Event()
    event["SUMMARY"] = text("C:\\New")
    assert write(event) == b"BEGIN:VEVENT\r\nSUMMARY:C:\\\\New\r\nEND:VEVENT\r\n"


def test_control_characters_and_lone_surrogates_are_dropped_and_line_breaks_are_one_kind():
    assert clean("a\x00b\x1b[1mc\x7fd\ud800e\tf") == "ab[1mcde\tf"
    assert clean("a\r\nb\rc\nd\x0be\x0cf\x85g\u2028h\u2029i") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_marks_of_direction_and_joiners_stay():
    assert clean("\u200fع\u200d\u200e") == "\u200fع\u200d\u200e"


def test_a_parameter_is_quoted_only_where_it_must_be():
    assert parameter("ar") == "ar"
    assert parameter("a, b; c: d") == '"a, b; c: d"'
    assert parameter('say "^"\n') == "say ^'^^^'^n"


def test_what_is_written_is_read_by_the_library():
    event = Event()
    event["SUMMARY"] = text("资产追回工作组：2 (a)（续）、2 (b); a, b\\n" * 9, language="zh")
    read = Event.from_ical(write(event))
    assert str(read["SUMMARY"]) == str(event["SUMMARY"])
    assert read["SUMMARY"].params["LANGUAGE"] == "zh"
