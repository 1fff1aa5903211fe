from email.utils import formatdate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.datastructures import Headers

from wgsched.publishing.server.conditions import is_unchanged, wants_gzip

TAG = '"6edceed1cf679d37"'
MODIFIED = 1_240_218_000
DATE = "Mon, 20 Apr 2009 09:00:00 GMT"

OPAQUE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0xFF, exclude_characters='",\x7f'), max_size=8).filter(
    lambda text: all(ord(letter) < 0x7F or ord(letter) >= 0x80 for letter in text)
)
TAGS = st.builds(lambda weak, opaque: f'{"W/" if weak else ""}"{opaque}"', st.booleans(), OPAQUE)
BETWEEN = st.sampled_from([",", ", ", " ,", "\t,\t", ",,", " , , "])


def http_date(moment):
    return formatdate(moment, usegmt=True)


def unchanged(condition, tag=TAG):
    return is_unchanged(Headers({"if-none-match": condition}), tag, MODIFIED)


@settings(deadline=None)
@given(tags=st.lists(TAGS, min_size=1, max_size=5), between=BETWEEN, asked=OPAQUE)
def test_a_list_names_exactly_its_members(tags, between, asked):
    bare = {tag.removeprefix("W/") for tag in tags}
    for tag in [*sorted(bare), f'"{asked}"']:
        assert unchanged(between.join(tags), tag) == (tag in bare)


@pytest.mark.parametrize("condition", ["*", TAG, f"W/{TAG}", f'"a", {TAG}', f'"a,b" ,W/{TAG},', f" {TAG} ", f",{TAG}"])
def test_conditions_that_name_the_tag(condition):
    assert unchanged(condition)


@pytest.mark.parametrize(
    "condition",
    ["", TAG.strip('"'), f'"x{TAG}', f"{TAG} {TAG} x", f"w/{TAG}", '"*"', "* , *", f"W/ {TAG}", '"6EDCEED1CF679D37"'],
)
def test_conditions_that_do_not_name_it(condition):
    assert not unchanged(condition)


@settings(deadline=None)
@given(condition=st.text(st.characters(min_codepoint=9, max_codepoint=0xFF)))
def test_no_condition_is_too_strange_to_be_answered(condition):
    assert unchanged(condition) in (True, False)
    assert is_unchanged(Headers({"if-modified-since": condition}), TAG, MODIFIED) in (True, False)
    assert wants_gzip(condition) in (True, False)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, False),
        ({"if-none-match": TAG}, True),
        ({"if-none-match": '"other"'}, False),
        ({"if-modified-since": DATE}, True),
        ({"if-modified-since": http_date(MODIFIED - 1)}, False),
        ({"if-modified-since": http_date(MODIFIED + 9)}, True),
        ({"if-modified-since": "yesterday"}, False),
        ({"if-none-match": '"other"', "if-modified-since": DATE}, False),
        ({"if-none-match": TAG, "if-modified-since": http_date(0)}, True),
    ],
)
def test_a_tag_decides_before_a_date(headers, expected):
    assert is_unchanged(Headers(headers), TAG, MODIFIED) == expected


@pytest.mark.parametrize(
    "date", [DATE, "Monday, 20-Apr-09 09:00:00 GMT", "Mon Apr 20 09:00:00 2009"], ids=["imf", "rfc850", "asctime"]
)
def test_all_three_forms_of_a_date_are_read(date):
    answers = [is_unchanged(Headers({"if-modified-since": date}), TAG, MODIFIED + later) for later in (0, 1)]
    assert answers == [True, False]


@settings(deadline=None)
@given(moment=st.integers(0, 4_102_444_800))
def test_a_date_that_we_write_is_read_back(moment):
    answers = [is_unchanged(Headers({"if-modified-since": http_date(moment)}), TAG, moment + later) for later in (0, 1)]
    assert answers == [True, False]


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("", False),
        ("gzip", True),
        ("GZIP", True),
        ("x-gzip", True),
        ("deflate, gzip;q=0.5, br", True),
        ("gzip;q=0", False),
        ("gzip;q=0.000", False),
        ("gzip ; q = 0.1", True),
        ("gzip;q=0.5, identity", False),
        ("gzip;q=0.5, identity;q=0.5", True),
        ("identity;q=0, gzip", True),
        ("*", False),
        ("br", False),
        ("gzip;q=2", False),
        ("gzip;level=9", False),
        ("notgzip", False),
    ],
)
def test_gzip_is_sent_only_to_those_who_ask_for_it(accepted, expected):
    assert wants_gzip(accepted) == expected
