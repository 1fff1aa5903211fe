"""An agency brings its house forms to every session that names it; a session may still differ."""

from __future__ import annotations

import json

import pytest

from wgsched.errors import BadInput
from wgsched.files import read_session, schema, session_from
from wgsched.files.building.agency import AGENCIES
from wgsched.languages import lexicon
from wgsched.model import SIX

HEAD = "body: C\nplace: Vienna\ndays: Mon 20 - Tue 21 Sep 2010\nagenda: {1: x, 2: y}\n"


def told(more):
    with pytest.raises(BadInput) as caught:
        session_from(HEAD + more, "s.yaml")
    return [str(fault).removeprefix("s.yaml:") for fault in caught.value.faults]


def mark(agency, language):
    return lexicon(language, session_from(f"{HEAD}agency: {agency}\n")).phrase("continued")


@pytest.mark.parametrize(
    ("agency", "expected"),
    [
        ("unesco", ["", "", "", "", "", ""]),
        ("FAO", ["(تابع)", "", "(continued)", "(Suite.)", "(продолжение)", "(cont.)"]),
        ("Human Rights Council", ["(تابع)", "（续）", "(cont’d)", "(suite)", "(продолжение)", "(continuación)"]),
    ],
)
def test_an_agency_has_its_own_mark_for_what_goes_on(agency, expected):
    assert [mark(agency, language) for language in SIX] == expected


@pytest.mark.parametrize("agency", AGENCIES.names())
@pytest.mark.parametrize("language", SIX)
def test_every_known_agency_can_be_printed_in_every_language(agency, language):
    session = session_from(f"{HEAD}agency: {agency}\n")
    assert lexicon(language, session).code == language


def test_an_agency_may_print_arabic_indic_digits():
    session = session_from(f"{HEAD}agency: who\n")
    words, first = lexicon("ar", session), session.meetings[0]
    assert (words.number(2010), words.date(first.opens)) == ("٢٠١٠", "الاثنين، ٢٠ أيلول/سبتمبر")
    assert "١٠/٠٠" in words.hours(first.window)


def test_an_agency_may_have_its_own_hours():
    session = session_from(f"{HEAD}agency: unep\n")
    assert lexicon("ru", session).hours(session.meetings[0].window) == "10 ч. 00 м. – 13 ч. 00 м."


def test_a_session_goes_before_its_agency():
    session = session_from(f'{HEAD}agency: unesco\nphrases: {{en: {{continued: "(cont.)"}}}}\n')
    assert [lexicon(each, session).phrase("continued") for each in ("en", "fr")] == ["(cont.)", ""]


def test_a_wording_for_all_numbers_takes_the_place_of_the_agency_s_for_some(tmp_path):
    (tmp_path / "house.yaml").write_text('phrases: {en: {items: "nos. {labels}", items.one: "no. {labels}"}}\n')
    (tmp_path / "s.yaml").write_text(HEAD + 'agency: house.yaml\nphrases: {en: {items: "points {labels}"}}\n')
    session = read_session(tmp_path / "s.yaml")
    assert lexicon("en", session).labels(session.agenda.items[:1], noun=True) == "points 1"


def test_an_agency_may_be_a_file_beside_the_session(tmp_path):
    (tmp_path / "house.json").write_text(json.dumps({"phrases": {"every language": {"continued": "(+)"}}}))
    (tmp_path / "s.yaml").write_text(HEAD + "agency: house.json\n")
    session = read_session(tmp_path / "s.yaml")
    assert [lexicon(language, session).phrase("continued") for language in SIX] == ["(+)"] * 6


def test_an_unknown_agency_and_a_file_that_is_not_there_are_told():
    assert told("agency: unesko\n") == [
        "5:9: agency: 'unesko' is not a known agency. Did you mean 'unesco'? Or name a file: agency: house-forms.yaml."
    ]
    assert told("agency: nowhere.yaml\n") == ["5:9: agency: 'nowhere.yaml' cannot be read: No such file or directory"]


def test_what_is_wrong_in_the_file_of_an_agency_is_told_with_its_place(tmp_path):
    (tmp_path / "house.yaml").write_text("phrases:\n  en: {continud: x}\n")
    (tmp_path / "s.yaml").write_text(HEAD + "agency: house.yaml\n")
    with pytest.raises(BadInput, match=r"house\.yaml:2:8: phrases\.en\.continud: no phrase is called 'continud'"):
        read_session(tmp_path / "s.yaml")


def test_a_phrase_that_does_not_exist_or_has_no_such_place_is_told_when_the_session_is_read():
    assert told('phrases: {en: {continud: x}, fr: {time-hour: "{our}"}}\n') == [
        "5:16: phrases.en.continud: no phrase is called 'continud'. Did you mean 'continued'?",
        "5:46: phrases.fr.time-hour: the fr phrase 'time-hour' has no place 'our'; it has hh, hour, minute",
    ]


def test_the_schema_names_every_known_agency():
    described = schema()["properties"]["agency"]["description"]
    assert [name for name in AGENCIES.names() if name not in described] == []
