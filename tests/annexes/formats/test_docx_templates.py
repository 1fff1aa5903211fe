"""A template brings nothing that leads out of it, and nothing that does not fit into a computer."""

import io
import resource
import subprocess
import sys
import zipfile

import docx
import pytest
from lxml import etree

from tests.annexes.layouts.papers import founding
from wgsched.annexes import annex
from wgsched.errors import BadInput

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HYPERLINK, IMAGE, ATTACHED = (f"{R}/{kind}" for kind in ("hyperlink", "image", "attachedTemplate"))
NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:r="{R}"'
)
ADDRESS = "https://tracker.example/"


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def plain():
    out = io.BytesIO()
    docx.Document().save(out)
    return parts(out.getvalue())


def paper(template):
    return annex(founding()).bytes("docx", template=template)


def lead_out():
    """A letterhead with a link and a linked picture in its header, and a template attached from elsewhere."""
    own = docx.Document()
    line = own.sections[0].header.paragraphs[0]
    line.text = "My organization "
    link = line.part.relate_to(f"{ADDRESS}link", HYPERLINK, is_external=True)
    picture = line.part.relate_to(f"{ADDRESS}picture.png", IMAGE, is_external=True)
    line._p.append(etree.fromstring(f'<w:hyperlink {NS} r:id="{link}"><w:r><w:t>our page</w:t></w:r></w:hyperlink>'))
    line._p.append(
        etree.fromstring(f'<w:r {NS}><w:pict><v:shape><v:imagedata r:id="{picture}"/></v:shape></w:pict></w:r>')
    )
    settings = own.part._settings_part
    attached = settings.relate_to(f"{ADDRESS}evil.dotm", ATTACHED, is_external=True)
    settings.element.insert(0, etree.fromstring(f'<w:attachedTemplate {NS} r:id="{attached}"/>'))
    out = io.BytesIO()
    own.save(out)
    return out.getvalue()


def test_nothing_that_leads_out_of_a_template_is_kept_and_its_words_stay():
    assert sum(ADDRESS.encode() in content for content in parts(lead_out()).values()) == 2
    content = parts(paper(lead_out()))
    assert [name for name, part in content.items() if ADDRESS.encode() in part or b"External" in part] == []
    assert b"attachedTemplate" not in content["word/settings.xml"]
    header = next(part for name, part in content.items() if b"our page" in part and "header" in name)
    assert "".join(etree.fromstring(header).itertext()) == "My organization our page"
    assert b"imagedata" not in header


def test_every_relation_that_a_paper_names_is_there():
    content = parts(paper(lead_out()))
    for name in (name for name in content if name.startswith("word/") and name.endswith(".xml")):
        folder, _, last = name.rpartition("/")
        relations = content.get(f"{folder}/_rels/{last}.rels", b"<none/>")
        known = {each.get("Id") for each in etree.fromstring(relations)}
        named = {
            v for e in etree.fromstring(content[name]).iter() for k, v in e.attrib.items() if k.startswith(f"{{{R}")
        }
        assert named <= known


def test_a_template_that_leads_nowhere_is_taken_as_it_is(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(packed(plain()))
    assert paper(path) == paper(str(path)) == paper(path.read_bytes())
    assert parts(paper(path))["word/theme/theme1.xml"] == plain()["word/theme/theme1.xml"]


def bomb(kind):
    """Small files with large contents."""
    content = plain()
    if kind == "one part":
        return packed(content | {"word/styles.xml": b"<w>" + b" " * 150_000_000})
    if kind == "many parts":
        return packed(content | {f"word/media/{number}.png": b"" for number in range(3_000)})
    if kind == "many large parts":
        return packed(content | {f"word/media/{number}.png": bytes(10_000_000) for number in range(10)})
    if kind == "much packed into little":
        return packed(content | {"word/media/1.png": bytes(40_000_000)})
    if kind == "markup":
        words = "".join(f"<w:p{number}/>" for number in range(800_000)).encode()
        return packed(content | {"word/document.xml": words})
    lying = packed(content | {"word/styles.xml": b" " * 100_000_000})
    return lying.replace((100_000_000).to_bytes(4, "little"), (1_000_000).to_bytes(4, "little"))


BOMBS = {
    "one part": "is larger than 64 megabytes when unpacked",
    "many parts": "has more than 2000 parts",
    "many large parts": "is larger than 64 megabytes when unpacked",
    "much packed into little": "is more than 100 times larger when unpacked",
    "markup": "has more than 8 megabytes of XML when unpacked",
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_small_template_with_large_contents_is_refused_by_name(kind, tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(bomb(kind))
    with pytest.raises(BadInput) as refused:
        paper(path)
    assert str(refused.value) == f"{path}: {BOMBS[kind]}. Save it again, without the parts that you do not need."
    with pytest.raises(BadInput, match=f"^the template: {BOMBS[kind]}"):
        paper(path.read_bytes())


MEASURED = """
import resource, sys
from wgsched.annexes.word.package import opened
from wgsched.errors import BadInput
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    opened(sys.argv[1])
except BadInput as refused:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, refused)
"""


@pytest.mark.parametrize("kind", ["one part", "a size that is a lie"])
def test_a_bomb_is_refused_within_little_memory_and_time(kind, tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(bomb(kind))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    ended = subprocess.run([sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 10
    kilobytes, _, refusal = ended.stdout.partition(" ")
    assert refusal.startswith(f"{path}: ")
    assert int(kilobytes) < 60_000


@pytest.mark.parametrize("content", [b"", b"not a file", packed({"a": b""}), packed({"[Content_Types].xml": b"<x"})])
def test_what_is_no_template_is_refused_by_its_name(content, tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        paper(path)
    assert str(refused.value) == f"{path}: the template is not a Word file (.docx or .dotx)"
