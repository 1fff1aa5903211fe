import lxml.html
import pytest

from tests.annexes.samples import LANGUAGES, TAME, annex, everything, hostile
from wgsched.annexes.formats import html
from wgsched.annexes.pages import Cell, Heading, Pages, Paragraph, Row, Table


def tree(*documents):
    return lxml.html.document_fromstring(html.write(documents).decode())


def rows(table):
    return [[cell.text_content() for cell in row.iter("th", "td")] for row in table.iter("tr")]


def test_the_rows_of_the_annex_are_read_back():
    table = tree(annex("zh")).find(".//table")
    assert rows(table)[:4] == [
        ["日期和时间", "议程项目", "标题或说明"],
        ["5月14日，星期四"],
        ["上午 10 时至下午 1 时", "1 (a)", "会议开幕"],
        ["1 (b)", "通过议程和工作安排"],
    ]
    assert [cell.get("scope") for cell in table.iter("th")] == ["col", "col", "col", "rowgroup", "rowgroup"]
    assert [cell.get("rowspan") for cell in table.iter("td") if cell.get("rowspan")] == ["2", "4", "2"]
    assert len(table.findall("tbody")) == 2


def test_moments_are_told_to_programs():
    times = [(time.get("datetime"), time.text) for time in tree(annex("en")).iter("time")]
    assert times[:2] == [("2009-05-14", "Thursday, 14 May"), ("2009-05-14T10:00", "10 a.m.–1 p.m.")]


@pytest.mark.parametrize("iso", ["2009-05-14/2009-05-15", "soon", "", "9:00"])
def test_what_is_no_moment_is_not_told(iso):
    table = Table((Row((Cell("x", iso=iso),)),))
    assert tree(Pages("t", "en", (Heading("h"), table))).find(".//time") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_says_its_language_and_direction(language):
    section = tree(annex(language)).find(".//main/div")
    assert (section.get("lang"), section.get("dir")) == (language, "rtl" if language == "ar" else "ltr")


def test_links_choose_among_languages_each_in_its_own_words():
    page = tree(*(annex(language) for language in LANGUAGES))
    links = [(link.get("href"), link.text) for link in page.iterfind(".//nav//a")]
    assert links == [
        ("#ar", "العربية"),
        ("#zh", "中文"),
        ("#en", "English"),
        ("#fr", "français"),
        ("#ru", "русский"),
        ("#es", "español"),
    ]
    assert [each.get("id") for each in page.iterfind(".//main/div")] == list(LANGUAGES)
    assert tree(annex("en")).find(".//nav") is None


def test_nothing_is_loaded_and_nothing_runs():
    page = tree(*(everything(language) for language in LANGUAGES))
    assert not list(page.iter("script", "link", "img", "iframe", "object"))
    assert not [link for link in page.iter("a") if not link.get("href").startswith("#")]
    policy = page.find(".//meta[@http-equiv]").get("content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_identifiers_are_used_once_and_every_link_arrives():
    page = tree(*(everything(language) for language in LANGUAGES))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)) == 6 + 6 * 2 * 2
    assert {href[1:] for href in page.xpath("//a/@href")} <= set(ids)


def test_two_papers_in_one_language_stand_under_it_one_after_the_other():
    page = tree(annex("en"), everything("zh"), everything("en"), everything("en"))
    assert [each.get("id") for each in page.iterfind(".//main/div")] == ["en", "zh"]
    assert [len(each) for each in page.iterfind(".//main/div")] == [3, 1]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)) == 2 + 3 * 4


def test_changes_and_foreign_words_are_marked():
    page = tree(everything("ar"))
    assert page.find(".//del").text == "افتتاح الاجتماع"
    assert page.find(".//ins").text == "إقرار جدول الأعمال وتنظيم العمل"
    foreign = page.find(".//span[em]")
    assert (foreign.get("lang"), foreign.get("dir"), foreign[0].text) == ("en", "ltr", "Rev.1")


def test_there_is_always_a_heading_of_the_first_level():
    page = tree(Pages("Documents", "en", (Heading("Late", level=2),)))
    assert [(each.tag, each.text) for each in page.iter("h1", "h2")] == [("h1", "Documents"), ("h2", "Late")]


def test_a_word_that_no_screen_holds_may_be_divided_and_a_table_that_none_holds_moves_in_its_frame():
    page = html.write([Pages("t", "en", (Paragraph("x" * 85), Paragraph("日" * 85)))]).decode()
    assert f">{'x' * 40}<wbr>{'x' * 40}<wbr>{'x' * 5}<" in page
    assert f">{'日' * 85}<" in page
    for columns, framed in ((3, 0), (4, 1)):
        found = tree(Pages("t", "en", (Table((Row((Cell("x"),) * columns),)),)))
        assert len(found.xpath("//div[@class='wide'][@tabindex='0']/table")) == framed


def test_hostile_text_stays_text():
    page = tree(hostile())
    assert not list(page.iter("script"))
    assert page.find(".//title").text == TAME
    heading = page.find(".//h1")
    assert [part for part in heading.itertext() if part] == TAME.split("\n")
    assert "49" not in heading.text_content()
