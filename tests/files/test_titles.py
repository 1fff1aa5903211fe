"""The translators' sheet: out to a spreadsheet, and back into the session file that keeps its layout."""

import csv
import io
import json
import zipfile
from pathlib import Path
from random import Random

import openpyxl
import pytest

from wgsched import BadInput, take_titles, titles
from wgsched.files import read_session
from wgsched.files.titles.sheet import titles_from
from wgsched.files.titles.taking import Taken, taken_into

EXAMPLES = sorted(Path("examples").glob("*.yaml"))

SESSION = """\
# Kept: a comment at the top
body: {en: Council, fr~: Conseil}   # kept: beside a line
short: Council
place: Vienna
days: Thu 14 - Fri 15 May 2009
languages: [en, fr, ar]
forums:
  plenary: Plenary
  committee:                        # has no title
agenda:
  1: {is: opening}
  2: Work                           # a bare title
  3:
    # kept: inside an item
    takes: ~1 h
  4:
    title:
      en: "Reports: all of them"
      fr~: 'Rapports'               # to be reviewed
    annex: {en: Reports}
    annotations: [One., {text: "It:", points: [a]}]
  5: {title: {
    en: Next,
    ar: التالي
  }}
events:
  side: {title: Side event, at: 14 May 13:15-14:45}
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "session.yaml"
    path.write_text(SESSION, "utf-8")
    return path


def sheet_of(file, **cells):
    """Return a filled CSV sheet: ``cells`` are texts by key and column, such as ``{"agenda.2.title": {...}}``."""
    rows = list(csv.DictReader(io.StringIO(titles(file, annotations=True).bytes(".csv").decode("utf-8-sig"))))
    for key, values in cells.items():
        next(row for row in rows if row["key"] == key).update(values)
    return rows_to(file.with_name("sheet.csv"), rows)


def rows_to(path, rows):
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def changed_lines(before, after):
    return [line for line in after.splitlines() if line not in before.splitlines()]


def filled(file, **cells):
    take_titles(file, sheet_of(file, **cells))
    return changed_lines(SESSION, file.read_text("utf-8"))


def faults(file, **cells):
    with pytest.raises(BadInput) as caught:
        take_titles(file, sheet_of(file, **cells))
    assert file.read_text("utf-8") == SESSION
    return [str(fault).replace(f"{file.parent}/", "") for fault in caught.value.faults]


def test_every_text_has_a_row_with_its_path_and_its_status_in_each_language(file):
    sheet = titles(file)
    assert sheet.languages == ("en", "fr", "ar")
    assert [(row.key, row.kind, *map(str, map(row.status, sheet.languages))) for row in sheet.rows] == [
        ("body.title", "body", "reviewed", "to review", "missing"),
        ("short", "short name of the body", "reviewed", "optional", "optional"),
        ("forums.plenary.title", "forum", "reviewed", "missing", "missing"),
        ("forums.committee.title", "forum", "missing", "missing", "missing"),
        ("agenda.1.title", "agenda item", "role", "role", "role"),
        ("agenda.2.title", "agenda item", "reviewed", "missing", "missing"),
        ("agenda.3.title", "agenda item", "missing", "missing", "missing"),
        ("agenda.4.title", "agenda item", "reviewed", "to review", "missing"),
        ("agenda.4.annex", "agenda item, in the annex", "reviewed", "optional", "optional"),
        ("agenda.5.title", "agenda item", "reviewed", "missing", "reviewed"),
        ("events.side.title", "event", "reviewed", "missing", "missing"),
    ]


def test_annotations_come_on_request(file):
    keys = {row.key for row in titles(file, annotations=True).rows} - {row.key for row in titles(file).rows}
    assert keys == {"agenda.4.annotations.1.text", "agenda.4.annotations.2.text", "agenda.4.annotations.2.points.1"}


def test_a_sheet_may_be_for_one_translator(file):
    assert titles(file, languages=["ar"]).languages == ("en", "ar")
    with pytest.raises(BadInput, match="'de' is not a language of"):
        titles(file, languages=["de"])


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_same_sheet_is_the_same_bytes(suffix, file):
    assert titles(file).bytes(suffix) == titles(file).bytes(suffix)


def test_in_the_workbook_statuses_are_words_and_arabic_runs_from_right_to_left(file):
    book = openpyxl.load_workbook(io.BytesIO(titles(file).bytes()))
    page = book["Titles"]
    names = [cell.value for cell in page[1]]
    assert names == [
        "key", "kind", "en (original)", "en status", "fr", "fr status", "ar", "ar status", "as sent",
    ]  # fmt: skip
    missing = page["E4"], page["F4"]
    assert [cell.value for cell in missing] == [None, "missing"]
    assert missing[0].fill.patternType == "lightUp"
    assert page["G11"].alignment.readingOrder == 2
    assert page["E11"].alignment.readingOrder == 0
    assert book.sheetnames == ["Titles", "How to fill"]
    assert page.column_dimensions["I"].hidden


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_sheet_that_was_not_touched_leaves_the_file_byte_for_byte(example, suffix, tmp_path):
    sheet = titles(example, annotations=True).save(tmp_path / f"sheet{suffix}")
    assert take_titles(example, sheet, output=tmp_path / "copy.yaml") == ()
    assert (tmp_path / "copy.yaml").read_bytes() == example.read_bytes()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_every_version_of_every_text_can_be_written_and_only_their_lines_change(example):
    content, hard = example.read_bytes(), " # new: '[x] \"{},\n- *&\u00a0\u2028ü"
    sheet = titles_from(content, example.name, annotations=True)
    every = [Taken(row, each, f"{row.shown(each)}{hard}", True) for row in sheet.rows for each in sheet.languages]
    after = titles_from(taken_into(content, example.name, sheet, every), example.name, annotations=True)
    said = [row.text[each] for row in after.rows for each in sheet.languages]
    assert said == [taken.text for taken in every]
    comments = [line.strip() for line in content.decode().splitlines() if line.strip().startswith("#")]
    made = taken_into(content, example.name, sheet, every).decode()
    assert comments == [line.strip() for line in made.splitlines() if line.strip().startswith("#")]


def test_a_new_version_is_to_be_reviewed_unless_the_sheet_says_otherwise(file):
    cells = {"body.title": {"ar": "المجلس"}, "agenda.2.title": {"fr": "Travaux", "fr status": "reviewed"}}
    assert filled(file, **cells) == [
        "body: {en: Council, fr~: Conseil, ar~: المجلس}   # kept: beside a line",
        "  2: {en: Work, fr: Travaux}                           # a bare title",
    ]  # fmt: skip


def test_a_text_is_written_where_there_was_none(file):
    cells = {
        "agenda.1.title": {"fr": "Ouverture solennelle"},
        "agenda.3.title": {"en (original)": "Other", "fr": "Divers", "fr status": "Reviewed"},
        "forums.committee.title": {"fr": "Commission"},
    }
    assert filled(file, **cells) == [
        "  committee: {fr~: Commission}                        # has no title",
        "  1: {title: {fr~: Ouverture solennelle}, is: opening}",
        "    title: {en~: Other, fr: Divers}",
    ]
    assert dict(read_session(file).agenda["3"].title) == {"en": "Other", "fr": "Divers"}


def test_a_block_of_versions_and_a_block_of_braces_keep_their_layout(file):
    cells = {"agenda.4.title": {"fr": "Rapports: tous", "ar": "التقارير"}, "agenda.5.title": {"fr": "Suite"}}
    assert filled(file, **cells) == [
        '      fr~: "Rapports: tous"               # to be reviewed',
        "      ar~: التقارير",
        "    ar: التالي,",
        "    fr~: Suite",
    ]


def test_a_version_loses_its_mark_only_when_the_sheet_says_so(file):
    assert filled(file, **{"agenda.4.title": {"fr": "Les rapports"}}) == [
        '      fr~: "Les rapports"               # to be reviewed'
    ]
    file.write_text(SESSION, "utf-8")
    assert filled(file, **{"agenda.4.title": {"fr status": "reviewed"}}) == [
        "      fr: 'Rapports'               # to be reviewed"
    ]


def test_an_empty_cell_removes_nothing(file):
    assert filled(file, **{"body.title": {"fr": "", "fr status": ""}}) == []


def test_line_ends_and_byte_order_marks_stay(file):
    whole = b"\xef\xbb\xbf" + SESSION.replace("\n", "\r\n").encode()
    file.write_bytes(whole)
    take_titles(file, sheet_of(file, **{"agenda.4.title": {"ar": "التقارير"}}))
    added = "      ar~: التقارير\r\n".encode()
    assert file.read_bytes().replace(added, b"") == whole
    assert len(file.read_bytes()) == len(whole) + len(added)


def test_a_json_file_stays_json(tmp_path):
    given = {
        "body": "Council",
        "place": "Vienna",
        "days": "Thu 14 May 2009",
        "languages": ["en", "fr"],
        "agenda": {"1": {"title": {"en": "Work \U0001f600", "fr~": "Travaux"}}, "2": {"takes": "~1 h"}, "3": "More"},
    }
    file = tmp_path / "session.json"
    file.write_text(json.dumps(given, indent=2), "utf-8")
    cells = {
        "agenda.1.title": {"fr status": "reviewed"},
        "agenda.2.title": {"fr": 'Un "autre"'},
        "agenda.3.title": {"fr": "Encore"},
    }
    take_titles(file, sheet_of(file, **cells))
    given["agenda"] = {
        "1": {"title": {"en": "Work \U0001f600", "fr": "Travaux"}},
        "2": {"title": {"fr~": 'Un "autre"'}, "takes": "~1 h"},
        "3": {"en": "More", "fr~": "Encore"},
    }
    assert json.loads(file.read_text("utf-8")) == given
    assert '\\ud83d\\ude00",\n        "fr": "Travaux"\n' in file.read_text("utf-8")


def test_all_that_is_wrong_is_told_at_once_with_its_cell_and_nothing_is_written(file):
    assert faults(
        file,
        **{
            "agenda.2.title": {"en (original)": "Works"},
            "agenda.4.title": {"fr": "a\x07b", "ar status": "done"},
            "agenda.5.title": {"fr status": "reviewed"},
            "events.side.title": {"key": "events.sied.title"},
        },
    ) == [
        "sheet.csv:7:3: agenda.2.title: the original was changed: session.yaml has 'Work'. "
        "Change it in the session file.",
        "sheet.csv:9:5: agenda.4.title: holds the control character U+0007. Write it as text.",
        "sheet.csv:9:8: agenda.4.title: 'done' is not a status. Known: missing, optional, to review, reviewed, role.",
        "sheet.csv:11:5: agenda.5.title: is marked as reviewed, but is empty",
        "sheet.csv:12:1: session.yaml has no text 'events.sied.title'. Did you mean 'events.side.title'?",
    ]


def test_a_formula_in_the_workbook_is_refused_with_its_cell(file):
    path = titles(file).save(file.with_name("sheet.xlsx"))
    book = openpyxl.load_workbook(path)
    book["Titles"]["E4"] = '=HYPERLINK("http://example.org")'
    book["Titles"]["E7"] = 12.5
    book.save(path)
    with pytest.raises(BadInput) as caught:
        take_titles(file, path)
    assert [str(fault).replace(f"{file.parent}/", "") for fault in caught.value.faults] == [
        "sheet.xlsx:Titles:E4: forums.plenary.title: holds a formula. Write it as text.",
        "sheet.xlsx:Titles:E7: agenda.2.title: holds a number that is no text. Write it as text.",
    ]
    assert file.read_text("utf-8") == SESSION


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_text_that_looks_like_a_formula_goes_out_and_in_as_text(suffix, file):
    file.write_text(SESSION.replace("en: Next", "en: '=cmd()', fr: \"'-1\""), "utf-8")
    whole = file.read_bytes()
    assert take_titles(file, titles(file).save(file.with_name(f"sheet{suffix}"))) == ()
    assert file.read_bytes() == whole


def test_a_version_that_changed_meanwhile_is_not_overwritten(file):
    sheet = sheet_of(file, **{"agenda.4.title": {"fr": "Les rapports"}})
    file.write_text(SESSION.replace("'Rapports'", "'Tous les rapports'"), "utf-8")
    with pytest.raises(BadInput, match=r"the fr version has changed in .* since the sheet was sent"):
        take_titles(file, sheet)


def test_sheets_of_two_translators_come_in_one_after_the_other(file):
    french = titles(file, languages=["fr"]).save(file.with_name("fr.xlsx"))
    arabic = titles(file, languages=["ar"]).save(file.with_name("ar.xlsx"))
    for path, text in ((french, "Travaux"), (arabic, "العمل")):
        book = openpyxl.load_workbook(path)
        book["Titles"]["E7"] = text
        book.save(path)
        assert [each.text for each in take_titles(file, path)] == [text]
    assert read_session(file).agenda["2"].title["fr"] == "Travaux"
    assert read_session(file).agenda["2"].title["ar"] == "العمل"


@pytest.mark.parametrize(
    ("large", "reason"),
    [
        (
            {"xl/worksheets/sheet1.xml": b" " * 40_000_000, "noise": Random(1).randbytes(1_000_000)},
            "32 megabytes of XML",
        ),
        ({"xl/media/picture.png": bytes(70_000_000)}, "is larger than 64 megabytes when unpacked"),
        ({f"xl/media/{number}.png": b"" for number in range(3_000)}, "has more than 2000 parts"),
    ],
)
def test_a_workbook_with_more_than_a_sheet_can_have_is_refused_before_it_is_unpacked(large, reason, file):
    path = file.with_name("sheet.xlsx")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in large.items():
            archive.writestr(name, content)
    with pytest.raises(BadInput, match=reason):
        take_titles(file, path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\x00" * 100])
def test_what_is_no_workbook_is_said_to_be_none(content, file):
    path = file.with_name("sheet.xlsx")
    path.write_bytes(content)
    with pytest.raises(BadInput, match="is not a workbook"):
        take_titles(file, path)


def test_columns_that_are_not_known_or_twice_are_told(file):
    path = file.with_name("sheet.csv")
    path.write_text("keys,fr,fr,frr\nx,,,\n", "utf-8")
    with pytest.raises(BadInput) as caught:
        take_titles(file, path)
    assert [str(fault).replace(f"{file.parent}/", "") for fault in caught.value.faults] == [
        "sheet.csv:1:1: 'keys' is not the name of a column. Did you mean 'key'?",
        "sheet.csv:1:3: the column 'fr' is here a second time",
        "sheet.csv:1:4: 'frr' is not the name of a column. Did you mean 'fr'?",
        "sheet.csv:1:1: there is no column 'key'. Keep the first row as it was sent.",
    ]


def test_a_sheet_saved_by_excel_with_semicolons_is_read(file):
    path = file.with_name("sheet.csv")
    path.write_text("key;fr;fr status\r\nagenda.2.title;Travaux;reviewed\r\n", "utf-8-sig")
    assert [(each.key, each.text, each.to_review) for each in take_titles(file, path)] == [
        ("agenda.2.title", "Travaux", False)
    ]
