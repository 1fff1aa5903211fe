"""What our annexes print in six languages is read back: the same rows, and the same paper when printed again."""

from pathlib import Path

import pytest

from wgsched import annex, check
from wgsched.reading import read_paper

GOLDEN = Path("tests/golden")
OTHER_WORDS = {"asset-recovery-2009/zh", "human-rights-2017/en", *(f"heritage-2011/{code}" for code in
               ("ar", "en", "es", "fr", "ru", "zh"))}  # fmt: skip
"""Annexes with wordings of their session or its agency, which a paper does not tell."""

PAPERS = sorted(path for path in GOLDEN.glob("*/??.txt") if path.parent.name != "sentences")
ONE_OF_EACH = [GOLDEN / f"{name}.txt" for name in ("asset-recovery-2009/ar", "food-security-2004/fr",
               "health-assembly-2005/zh", "cybercrime-2022/ru", "forestry-1997/es", "ecosoc-1997/en")]  # fmt: skip


def name(path):
    return f"{path.parent.name}/{path.stem}"


def read(path, year):
    return read_paper(path, year=year, place="Vienna", body="Body").programme


def rows(programme):
    session = programme.session
    return [
        (
            str(programme.meeting(row.meeting).window),
            programme.meeting(row.meeting).forum if len(session.forums) > 1 else "",
            tuple(str(item.number or "") for item in programme.items(row)),
            programme.continued(row),
        )
        for row in programme.considerations
    ]


@pytest.mark.parametrize("path", [each for each in PAPERS if name(each) not in OTHER_WORDS], ids=name)
def test_an_annex_that_is_read_prints_itself_again(path):
    programme = read(path, int(path.parent.name[-4:]))
    below_the_masthead = annex(programme, language=path.stem).text.partition("\n\n")[2]
    assert below_the_masthead == path.read_text("utf-8").partition("\n\n")[2]


@pytest.mark.parametrize("suffix", ["docx", "html", "md", "xlsx", "csv"])
@pytest.mark.parametrize("path", ONE_OF_EACH, ids=name)
def test_every_format_gives_the_same_rows(path, suffix, tmp_path):
    year = int(path.parent.name[-4:])
    programme = read(path, year)
    file = tmp_path / f"annex.{suffix}"
    annex(programme, language=path.stem).save(file)
    assert rows(read(file, year)) == rows(programme)


@pytest.mark.parametrize("path", [each for each in PAPERS if each.stem == "en"], ids=name)
def test_the_programme_of_a_published_paper_keeps_all_rules(path):
    assert not check(read(path, int(path.parent.name[-4:])))


WHOLE = [GOLDEN / f"{each}.txt" for each in ("cybercrime-2022/ar", "cybercrime-2022/zh", "forestry-1997/ru",
         "food-security-2004/es", "asset-recovery-2009/fr", "fao-council-2005/en", "uncitral-2019/en")]  # fmt: skip
"""Papers whose head says all that a session needs, each line of it in one line."""


@pytest.mark.parametrize("path", WHOLE, ids=name)
def test_a_paper_that_goes_out_alone_is_read_whole_without_a_question(path):
    assert annex(read_paper(path).programme, language=path.stem).text == path.read_text("utf-8")
