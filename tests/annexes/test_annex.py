"""The verb: a paper by layout, language and format."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape

import pytest

from tests.annexes.layouts.papers import founding, full, needed
from wgsched import annex
from wgsched.annexes import formats, layouts
from wgsched.errors import BadInput, MissingTitles, UnknownName
from wgsched.languages import lexicon
from wgsched.model import SIX, Agenda, Text


def without_russian():
    """Return the founding programme without the Russian titles of 2 (a) and 3."""
    programme = founding()

    def less(item):
        if str(item.number) not in ("2 (a)", "3"):
            return item
        return replace(item, role=None, title=Text({k: v for k, v in item.title.items() if k != "ru"}), annex=Text())

    agenda = Agenda(tuple(map(less, programme.session.agenda)))
    return replace(programme, session=replace(programme.session, agenda=agenda))


def test_a_notebook_shows_the_page_in_a_frame():
    paper = annex(founding(), language="zh")
    frame = paper._repr_html_()
    assert frame.startswith("<iframe srcdoc=")
    assert unescape(frame.split('"')[1]).encode() == paper.bytes("html")


def test_text_is_the_paper_as_plain_text():
    assert annex(founding(), language="zh").text.startswith(
        "CAC/COSP/WG.2/2009/1\n资产追回问题不限成员名额\n政府间工作组\n"
    )


@pytest.mark.parametrize("name", formats.names())
def test_the_suffix_of_a_file_says_its_format(tmp_path, name):
    paper = annex(founding(), language="zh")
    path = paper.save(tmp_path / f"annex{formats.find(name).SUFFIX}")
    assert path.read_bytes() == paper.bytes(name)


def test_a_format_can_be_named_against_the_suffix(tmp_path):
    paper = annex(founding(), format="json")
    assert paper.save(tmp_path / "annex.data").read_bytes() == paper.bytes("json") == paper.bytes()
    assert paper.save(tmp_path / "annex.data", format="csv").read_bytes() == paper.bytes("csv")


def test_a_file_that_cannot_be_written_is_bad_input(tmp_path):
    with pytest.raises(BadInput, match="cannot be written"):
        annex(founding()).save(tmp_path / "nowhere" / "annex.txt")


def test_bytes_need_a_format():
    with pytest.raises(BadInput, match="say in which format: docx, pdf, html"):
        annex(founding()).bytes()


@pytest.mark.parametrize(
    ("choice", "kind"),
    [({"layout": "annexe"}, "layout"), ({"format": "doc"}, "format"), ({"language": "xx"}, "language")],
)
def test_an_unknown_name_is_an_error_before_anything_is_made(choice, kind):
    with pytest.raises(UnknownName, match=f"no {kind} is called"):
        annex(founding(), **choice)


def test_several_languages_are_one_file():
    paper = annex(founding(), language="all")
    assert [document.language for document in paper.documents] == list(SIX)
    page = paper.bytes("html").decode()
    headings = [lexicon(language).phrase("organization-of-work") for language in SIX]
    assert [heading for heading in headings if f">{heading}</h1>" not in page] == []


def test_all_missing_titles_are_named_at_once():
    with pytest.raises(MissingTitles) as caught:
        annex(without_russian(), language="ru")
    assert caught.value.missing == ("2 (a)", "3")


def test_all_languages_are_those_that_lack_no_title():
    assert [each.language for each in annex(without_russian(), language="all").documents] == [
        "ar",
        "zh",
        "en",
        "fr",
        "es",
    ]


def test_where_no_language_has_all_titles_the_first_says_which_it_lacks():
    programme = without_russian()
    alone = replace(programme, session=replace(programme.session, languages=("ru",)))
    with pytest.raises(MissingTitles) as caught:
        annex(alone, language="all")
    assert (caught.value.language, caught.value.missing) == ("ru", ("2 (a)", "3"))


def test_missing_titles_are_filled_when_asked():
    lines = annex(without_russian(), language="ru", fill="en").text.split("\n")
    assert [line.rpartition(" | ")[2] for line in lines if "[" in line] == [
        "Осуществление рекомендаций Рабочей группы: [Developing cumulative knowledge]",
        "Осуществление рекомендаций Рабочей группы: [Developing cumulative knowledge] (продолжение)",
        "[Adoption of the report of the Working Group on its meeting]",
    ]


def test_what_the_filling_language_lacks_too_is_named():
    with pytest.raises(MissingTitles) as caught:
        annex(full(), language="ru", fill="fr")
    assert caught.value.missing[:2] == ("2", "2 (a)")


@pytest.mark.parametrize("layout", layouts.names())
def test_the_same_programme_makes_the_same_bytes(layout):
    programme = founding()
    options = needed(layout, programme)
    first, second = (annex(programme, layout=layout, **options).bytes("docx") for _ in range(2))
    assert first == second


def test_the_same_rows_are_in_json():
    tree = json.loads(annex(founding(), language="zh").bytes("json"))
    assert "工作组各项建议的实施情况：积累知识 (续)" in json.dumps(tree, ensure_ascii=False)
