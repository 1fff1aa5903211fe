import pytest
from markdown_it import MarkdownIt

from tests.annexes.samples import LANGUAGES, annex, everything, hostile
from wgsched.annexes.formats import markdown
from wgsched.annexes.pages import Heading, Pages, Paragraph


def rendered(documents):
    return (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .render(markdown.write(documents).decode())
    )


def test_a_table_has_pipes_and_merged_cells_are_written_once():
    lines = markdown.write([annex("zh")]).decode().splitlines()
    assert lines[:9] == [
        "# 附件",
        "",
        "## 拟议工作安排",
        "",
        "| 日期和时间 | 议程项目 | 标题或说明 |",
        "|---|---|---|",
        "| 5月14日，星期四 |  |  |",
        "| 上午 10 时至下午 1 时 | 1 (a) | 会议开幕 |",
        "|  | 1 (b) | 通过议程和工作安排 |",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_of_markdown_sees_every_row(language):
    assert rendered([annex(language)]).count("<tr>") == 12
    assert rendered([everything(language)]).count("<td") == 3 * 6 + 6


def test_changes_and_footnotes_are_marked():
    page = markdown.write([everything("en")]).decode()
    assert "~~Opening of the meeting~~ **Adoption of the agenda and organization of work** – *Rev.1*" in page
    assert "# Proposed organization of work[^en-1]" in page
    assert "\n[^en-1]: Adoption of the report.\n" in page
    assert "\n- (a) Developing cumulative knowledge;\n- (b) Building" in page


@pytest.mark.parametrize("text", ["# x", "1. x", "12) x", "- x", "+ x", "=== x", "> x", "    code", "```x", "[a](b)", "<b>", "a|b", "*a* _b_ `c` ~~d~~", "&amp;", "$x$", "\\"])  # fmt: skip  # noqa: E501
def test_no_text_is_markup(text):
    document = Pages("t", "en", (Heading("h"), Paragraph(text)))
    html = rendered([document])
    assert html.count("<") == 4, html
    escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert html == f"<h1>h</h1>\n<p>{escaped}</p>\n"


def test_no_line_that_is_indented_is_markup_either():
    html = rendered([Pages("t", "en", (Paragraph("a\n - b\n\t1. c\n  # d"),))])
    assert html == "<p>a<br />\n- b<br />\n1. c<br />\n# d</p>\n"


def test_footnotes_of_two_papers_in_one_language_are_told_apart():
    page = markdown.write([everything("en"), everything("en")]).decode()
    assert [page.count(f"[^{name}]: ") for name in ("en-1", "en-2", "en2-1", "en2-2")] == [1, 1, 1, 1]


def test_hostile_text_makes_no_element_of_its_own():
    html = rendered([hostile()])
    assert "<script" not in html
    assert "<a " not in html
    assert html.count("<tr>") == 4
