"""Papers opened by the programs that people open them with; `install_papers.sh` installs those."""

import html
import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.annexes.samples import LANGUAGES, annex, everything, hostile, long
from wgsched.annexes import formats

pytestmark = pytest.mark.clients

AXE = Path(__file__).parents[2] / ".clients/papers/node_modules/axe-core/axe.min.js"
PAPERS = {
    **{f"annex.{language}": [annex(language)] for language in LANGUAGES},
    **{f"everything.{language}": [everything(language)] for language in LANGUAGES},
    "hostile.en": [hostile("en")],
    "hostile.ar": [hostile("ar")],
    "long": [long()],
    "all": [page(language) for language in LANGUAGES for page in (annex, everything)],
}


def converted(folder, suffix):
    """Every paper of a suffix, as PDF from LibreOffice, with all that it said."""
    for name, documents in PAPERS.items():
        (folder / f"{name}{suffix}").write_bytes(formats.write(documents, suffix))
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation={folder.as_uri()}/profile", "--headless", "--convert-to", "pdf"]
        + [str(folder / f"{name}{suffix}") for name in PAPERS]
        + ["--outdir", str(folder / "out")],
        capture_output=True,
        text=True,
        check=True,
        timeout=900,
    )
    return done.stdout.splitlines(), done.stderr


def printed(file):
    """The words of a PDF, without blanks or hyphens at line ends."""
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True)
    return "".join(done.stdout.split())


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_libreoffice_opens_and_prints_every_paper_without_complaint(tmp_path, suffix):
    lines, complaints = converted(tmp_path, suffix)
    assert [line for line in lines if not line.startswith("convert ")] == []
    assert complaints.replace("Warning: failed to launch javaldx - java may not function correctly\n", "") == ""
    assert sorted(file.stem for file in (tmp_path / "out").iterdir()) == sorted(PAPERS)
    for language in ("zh", "en", "fr", "ru", "es"):
        text = printed(tmp_path / "out" / f"annex.{language}.pdf")
        for row in (row for table in annex(language).tables() for row in table.rows):
            assert all("".join(cell.text.split()) in text for cell in row.cells)


def test_poppler_finds_the_structure_of_every_pdf(tmp_path):
    for language in LANGUAGES:
        file = tmp_path / f"{language}.pdf"
        file.write_bytes(formats.write([everything(language)], "pdf"))
        told = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True)
        assert re.search(r"^Tagged: +yes$", told.stdout, re.MULTILINE)
        # Poppler 22 expects a dictionary where ISO 32000 has a boolean.
        assert told.stderr.replace("Syntax Error: Suspects object is wrong type (boolean)\n", "") == ""
        fonts = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True).stdout
        assert [line.split()[-5:-2] for line in fonts.splitlines()[2:] if line.split()[-5:-2] != ["yes"] * 3] == []


CHECK = """
const tell = found => document.documentElement.setAttribute("data-found", JSON.stringify(found));
axe.run(document, {resultTypes: ["violations"]}).then(
  found => tell({
    passed: found.passes.length,
    violations: found.violations.map(each => [each.id, each.nodes.map(node => node.html)]),
  }),
  problem => tell(String(problem)));
"""


def accessibility(folder, page, fragment="", *, dark=False, size="1200,900"):
    """What axe-core finds on a page in headless Chromium."""
    # The page forbids all script, so the copy that is looked at goes without its policy.
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    script = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    file = folder / "page.html"
    file.write_text(
        page.replace("</body>", f"<script>{script}</script><script>{CHECK}</script></body>"), encoding="utf-8"
    )
    done = subprocess.run(
        [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=30000", f"--window-size={size}",
            f"--blink-settings=preferredColorScheme={0 if dark else 1}", "--dump-dom", file.as_uri() + fragment,
        ],
        capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    return json.loads(html.unescape(re.search(r'data-found="(.*?)"', done.stdout, re.DOTALL)[1]))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_violation_on_a_page_in_any_language(tmp_path, language, dark):
    page = formats.write([everything(language)], "html").decode()
    found = accessibility(tmp_path, page, dark=dark)
    assert found["violations"] == []
    assert found["passed"] > 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_violation_behind_the_language_switch_on_a_telephone(tmp_path, language):
    page = formats.write([annex(each) for each in LANGUAGES], "html").decode()
    assert accessibility(tmp_path, page, f"#{language}", size="500,900")["violations"] == []


def test_axe_does_find_a_violation_where_there_is_one(tmp_path):
    page = formats.write([annex("en")], "html").decode().replace('<html lang="en"', "<html")
    assert [name for name, _ in accessibility(tmp_path, page)["violations"]] == ["html-has-lang"]


def test_hostile_text_stays_text_in_a_browser(tmp_path):
    page = formats.write([hostile("en")], "html").decode()
    assert accessibility(tmp_path, page)["violations"] == []
