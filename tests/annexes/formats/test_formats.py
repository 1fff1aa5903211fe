import hashlib
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annexes.samples import LANGUAGES, annex, everything, hostile, long
from wgsched.annexes import formats
from wgsched.errors import BadInput, UnknownName

SUFFIXES = {
    "docx": ".docx",
    "pdf": ".pdf",
    "html": ".html",
    "xlsx": ".xlsx",
    "csv": ".csv",
    "markdown": ".md",
    "text": ".txt",
    "json": ".json",
}


def test_the_formats_are_twins():
    assert formats.names()[: len(SUFFIXES)] == tuple(SUFFIXES)
    assert {name: formats.find(name).SUFFIX for name in SUFFIXES} == SUFFIXES
    assert all(formats.find(name).MEDIA_TYPE.count("/") == 1 for name in formats.names())


@pytest.mark.parametrize(("name", "suffix"), SUFFIXES.items())
def test_a_format_is_found_by_its_name_and_by_the_suffix_of_a_file(name, suffix):
    assert formats.find(suffix) is formats.find(name)
    assert formats.find(suffix.upper()) is formats.find(name)


def test_an_unknown_format_is_answered_with_the_nearest_name():
    with pytest.raises(UnknownName, match=r"no format is called 'docs'. Did you mean 'docx'\? Known: csv, docx"):
        formats.find("docs")


DIGESTS = """
import hashlib
from tests.annexes.samples import LANGUAGES, annex, everything
from wgsched.annexes import formats
for name in formats.names():
    print(name, hashlib.sha256(formats.write([f(x) for x in LANGUAGES for f in (annex, everything)], name)).hexdigest())
"""


@pytest.mark.long
def test_the_bytes_are_the_same_in_another_process_and_a_day_of_another_length():
    def digests(seed, zone):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": ""}
        done = subprocess.run([sys.executable, "-c", DIGESTS], env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    pages = [page(language) for language in LANGUAGES for page in (annex, everything)]
    here = {name: hashlib.sha256(formats.write(pages, name)).hexdigest() for name in formats.names()}
    first = digests("1", "Asia/Tokyo")
    assert first == digests("2", "America/New_York")
    assert dict(line.split() for line in first.splitlines()) == here


@pytest.mark.parametrize("name", SUFFIXES)
def test_titles_longer_than_a_page_are_written(name):
    assert len(formats.write([long()], name)) > 1000


ANY_TEXT = st.text(st.characters(), max_size=60)


def written(text, language):
    """Every format of a document that a stranger has written, twice alike; a PDF may refuse signs, and names them."""
    documents = [hostile(language, text)]
    for name in formats.names():
        if name == "pdf" and (unshown := refused(documents)):
            assert re.search(r"no picture of .*U\+[0-9A-F]{4}", unshown, re.DOTALL)
        else:
            assert formats.write(documents, name) == formats.write(documents, name)


def refused(documents):
    try:
        formats.write(documents, "pdf")
    except BadInput as refusal:
        return str(refusal)
    return ""


@settings(max_examples=25, deadline=None, derandomize=True)
@given(ANY_TEXT, st.sampled_from(LANGUAGES))
def test_any_text_at_all_is_written_in_every_format(text, language):
    written(text, language)


@pytest.mark.long
@settings(max_examples=800, deadline=None)
@given(ANY_TEXT, st.sampled_from(LANGUAGES))
def test_very_many_texts_are_written_in_every_format(text, language):
    written(text, language)
