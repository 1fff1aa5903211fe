"""A person's slips: the message says what was seen and what to type."""

import pytest

from wgsched.errors import BadInput
from wgsched.files.sessions import session_from
from wgsched.files.slips import slip_in

FILE = """symbol: A/AC.999/2027/1
body: {en: Working Group on Examples}
place: Vienna
days: Mon 10 - Tue 11 May 2027
original: en
languages: [en]
agenda:
  1: {is: opening, takes: ~15 min}
  2: {title: {en: Review of examples}}
  2 (a): {title: {en: Examples}, takes: 3 h}
  3: {is: report, takes: ~1 h}
entries:
  panel: {title: {en: Panel}, item: 2, takes: 1 h}
"""


def told(old: str, new: str) -> str:
    """Return what is told of the file after a slip."""
    assert FILE.count(old) == 1
    with pytest.raises(BadInput) as caught:
        session_from(FILE.replace(old, new), "s.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2 (a): {", "2 (a) {", "s.yaml:10:8: a colon is missing after '2 (a)'. Write 2 (a): with a space after it."),
        ("place: V", "place V", "s.yaml:3:6: a colon is missing after 'place'. Write place: with a space after it."),
        ("  3: {", "  3\uff1a{", "s.yaml:11:4: holds a full-width colon after a key. Write 3: with a space after it."),
        (
            "place: V",
            "place\uff1aV",
            "s.yaml:3:6: holds a full-width colon after a key. Write place: with a space after it.",
        ),
        (
            "  3: {",
            "\u00a0\u00a03: {",
            "s.yaml:11:1: begins with a no-break space, as Word writes them. Indent with spaces.",
        ),
        (
            "en: Panel}",
            "en: \u201cPanel discussion\u201d : what next?}",
            "s.yaml:13:42: is not YAML: did not find expected ',' or '}'. The { on line 13, column 18 is not closed."
            " Curly quotes, as Word writes them, are part of the text: put straight ones around all of it. Text that"
            " holds ': ' or ' #', or begins with one of * & ! % @ ` [ {, must stand in quotes.",
        ),
        (
            "title: {en: Examples}",
            "title: 'Examples",
            "s.yaml:10:18: the quote ' is not closed. Close it. Text with an apostrophe inside needs no quotes; text"
            " that begins with one stands in double quotes.",
        ),
        (
            "takes: 1 h",
            "annex: Panel, other matters, takes: 1 h",
            "s.yaml:13:54: entries.panel.other matters: unknown key 'other matters'. Text with a comma inside must"
            " stand in quotes.",
        ),
        (
            "Mon 10 - Tue 11 May 2027",
            "10 - 11 mai 2027",
            "s.yaml:4:7: days: '10 - 11 mai 2027' is not days: 'mai 2027' is not understood. Write the month in"
            " English: May. Expected for example Thu 14 - Fri 15 May 2009.",
        ),
        (
            "Mon 10 - Tue 11 May 2027",
            "5/10/27",
            "s.yaml:4:7: days: '5/10/27' has a year of two figures. Write the month in letters and the year in full.",
        ),
        (
            "place: V",
            "ordinal: third\nplace: V",
            "s.yaml:3:10: ordinal: 'third': expected a whole number. Write it in digits, such as 17.",
        ),
        (
            "place: Vienna",
            "place: Genéve, Switzerland",
            "s.yaml:3:8: place: 'Genéve, Switzerland' is not a known duty station. Did you mean 'Genève'? Any other"
            " place: {title: {en: Doha}, zone: Asia/Qatar}.",
        ),
        (
            "takes: 3 h",
            "takes: 180",
            "s.yaml:10:41: agenda.2 (a).takes: '180' has no unit. Did you mean 180 min? Expected for example 90 min,"
            " 2 h, 1.5 meetings, ~15 min (an estimate) or 60 min (45-120).",
        ),
        (
            "Mon 10 - Tue 11 May 2027",
            "10/05/2027 - 11/05/2027",
            "s.yaml:4:7: days: '10/05/2027' could be 10 May 2027 or 5 October 2027. Write the month in letters.",
        ),
    ],
)
def test_a_slip_is_told_as_it_was_seen_with_what_to_type(old, new, words):
    assert told(old, new) == words


@pytest.mark.parametrize("title", ["\u4e2d\uff1a{x", "a\uff1ab", "one: two"])
def test_colons_inside_a_title_are_no_slips_of_a_key(title):
    assert (
        session_from(FILE.replace("{en: Panel}", f'{{en: "{title}"}}'), "s.yaml").agenda["panel"].title["en"] == title
    )


def test_an_error_behind_the_last_line_is_no_slip():
    """YAML ends lines at more signs than a line of a file has."""
    assert slip_in(["a: 1"], line=9, begun=5) is None


def test_what_has_one_reading_is_understood():
    typed = FILE.replace("[en]", "[English]").replace("Mon 10 - Tue 11 May 2027", "10th-11th of May 2027")
    typed = typed.replace("takes: 3 h", "takes: 3 h, after: item 1, at: Mon 15h-18h")
    plain = FILE.replace("takes: 3 h", "takes: 3 h, after: 1, at: Mon 15:00-18:00")
    assert session_from(typed, "s.yaml") == session_from(plain, "s.yaml")
