import pytest
import wcwidth

from tests.annexes.samples import LANGUAGES, TAME, annex, everything, hostile
from wgsched.annexes.formats import text
from wgsched.annexes.pages import Cell, Pages, Row, Table

FOUNDING = """\
附件

拟议工作安排

日期和时间 | 议程项目 | 标题或说明
5月14日，星期四
上午 10 时至下午 1 时 | 1 (a) | 会议开幕
 | 1 (b) | 通过议程和工作安排
下午 3 时至 6 时 | 2 (a) | 工作组各项建议的实施情况：积累知识
 | 2 (a) | 工作组各项建议的实施情况：积累知识 (续)
 | 2 (b) | 工作组各项建议的实施情况：建立信心和信任
 | 2 (b) | 工作组各项建议的实施情况：建立信心和信任
5月15日，星期五
上午 10 时至下午 1 时 | 2 (b) | 工作组各项建议的实施情况：建立信心和信任 (续)
下午 3 时至 6 时 | 2 (c) | 工作组各项建议的实施情况：技术援助
 | 3 | 通过报告
"""

ALIGNED = """\
附件

拟议工作安排

日期和时间             议程项目  标题或说明
─────────────────────  ────────  ───────────────────────────
5月14日，星期四
上午 10 时至下午 1 时  1 (a)     会议开幕
                       1 (b)     通过议程和工作安排
下午 3 时至 6 时       2 (a)     工作组各项建议的实施情况：
                                 积累知识
"""


def test_the_annex_of_the_founding_document_is_its_rows_joined_by_bars():
    assert text.write([annex("zh")]).decode() == FOUNDING


def test_aligned_columns_count_a_chinese_character_as_two():
    assert text.write([annex("zh")], aligned=True, width=60).decode().startswith(ALIGNED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_aligned_line_is_wider_than_it_may_be(language):
    lines = text.write([annex(language), everything(language)], aligned=True, width=72).decode().splitlines()
    assert max(wcwidth.wcswidth(line) for line in lines) <= 72


def test_every_aligned_arabic_line_begins_from_the_right():
    lines = text.write([annex("ar")], aligned=True).decode().splitlines()
    assert {line[0] for line in lines if line} == {"\u200f"}


def test_languages_follow_each_other():
    both = text.write([annex("zh"), annex("ar")]).decode()
    assert both == FOUNDING + "\n\n" + text.write([annex("ar")]).decode()


def test_changes_footnotes_and_lists_are_marked():
    lines = text.write([everything("fr")]).decode().splitlines()
    assert "[-Ouverture de la réunion-] {+Adoption de l’ordre du jour et organisation des travaux+} – Rev.1" in lines
    assert "Projet d’organisation des travaux [1]" in lines
    assert "[1] Adoption du rapport." in lines
    assert "    (a) Développement des connaissances;" in lines


def test_a_merged_cell_is_printed_once_and_a_line_break_becomes_a_stroke():
    rows = (Row((Cell("a", rowspan=2), Cell("b", colspan=2), Cell("c"))), Row((Cell("d\ne"), Cell(), Cell("f"))))
    assert text.write([Pages("t", "en", (Table(rows),))]) == b"a | b |  | c\n | d / e |  | f\n"


def test_hostile_text_brings_no_control_character():
    page = text.write([hostile()]).decode()
    assert TAME in page
    assert {sign for sign in page if ord(sign) < 32} == {"\n"}
