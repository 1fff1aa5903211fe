"""Papers from the command line: what layouts take, all of them at once, pictures."""

from pathlib import Path

import pytest

from wgsched.cli import main

EXAMPLE = "examples/asset-recovery-2009.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("papers")
    assert main(["plan", EXAMPLE, "-o", str(made)]) == 0
    before = str(made / "programme.json")
    assert main(["amend", before, "Thu pm", "--opens", "15:30", "-o", str(made / "later.json")]) == 0
    return made


def test_the_changes_are_those_since_the_earlier_programme(folder, capsys):
    asked = ["annex", str(folder / "later.json"), "--layout", "changes"]
    assert main([*asked, "--since", str(folder / "programme.json")]) == 0
    assert "[-3–6 p.m.-] / {+3.30–6 p.m.+}" in capsys.readouterr().out
    assert main(asked) == 2


def test_the_order_of_one_day_holds_that_day_alone(folder, capsys):
    asked = ["annex", str(folder / "programme.json"), "--layout", "order-of-the-day", "--day", "15 May 2009"]
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith("Order of the day: Friday, 15 May 2009\n")


def test_an_option_that_the_layout_does_not_take_is_refused(folder, capsys):
    assert main(["annex", str(folder / "programme.json"), "--day", "2009-05-14"]) == 2
    told = "--day is for room-grid, order-of-the-day, journal and door-card, not for organization-of-work\n"
    assert capsys.readouterr().err == told


def test_marks_are_printed_where_they_are_asked_for(folder, capsys):
    programme = str(folder / "programme.json")
    assert main(["annex", programme, "--marks", "--since", programme]) == 0
    assert "Proposed organization of work" in capsys.readouterr().out
    assert main(["annex", programme, "--marks"]) == 2
    assert capsys.readouterr().err == "--marks needs the earlier programme: --since FILE\n"


def test_all_layouts_are_written_but_those_that_lack_what_they_compare_with(folder, tmp_path):
    assert main(["annex", str(folder / "programme.json"), "--layout", "all", "-o", str(tmp_path)]) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert {"annex.en.txt", "day-grid.en.txt", "services.en.txt"} <= names
    assert "changes.en.txt" not in names


def test_a_missing_title_is_filled_visibly_on_request(tmp_path, capsys):
    text = Path(EXAMPLE).read_text("utf-8").replace(", ru~: Техническая помощь", "")
    session = tmp_path / "session.yaml"
    session.write_text(text, "utf-8")
    assert main(["plan", str(session), "-o", str(tmp_path)]) == 0
    asked = ["annex", str(tmp_path / "programme.json"), "--language", "ru"]
    assert main(asked) == 1
    capsys.readouterr()
    assert main([*asked, "--fill", "en"]) == 0
    assert "[Technical assistance]" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "head"), [("grid.svg", b"<svg"), ("grid.png", b"\x89PNG")])
def test_a_picture_is_written_in_the_format_of_its_suffix(name, head, folder, tmp_path):
    assert main(["picture", str(folder / "programme.json"), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(head)


def test_a_corrigendum_is_issued_in_some_languages(folder, tmp_path, capsys):
    issued = ["issue", str(folder / "programme.json"), "--date", "20 April 2009", "-o", str(tmp_path / "issued.json")]
    assert main([*issued, "--corr", "ar,fr"]) == 0
    assert capsys.readouterr().out.startswith("CAC/COSP/WG.2/2009/1/Corr.1, ar, fr;")
    assert main([*issued, "--corr", "ar", "--rev"]) == 2


def test_a_preview_of_an_amendment_writes_nothing(folder, capsys):
    before = (folder / "programme.json").read_bytes()
    assert main(["amend", str(folder / "programme.json"), "Fri pm", "--cancel"]) == 0
    said = capsys.readouterr().out
    assert "- Cancelled: the meeting of Friday, 15 May, 3–6 p.m." in said
    assert "A preview: nothing was written." in said
    assert (folder / "programme.json").read_bytes() == before


def test_publishing_twice_touches_nothing_the_second_time(folder, tmp_path, capsys):
    asked = ["publish", str(folder / "programme.json"), str(tmp_path / "site"), "--moment", "2009-04-20 09:00"]
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith("Publication 1 is in ")
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith("Nothing has changed since publication 1;")


def test_a_previewed_publication_shows_its_notices_and_writes_nothing(folder, tmp_path, capsys):
    site = tmp_path / "site"
    assert main(["publish", str(folder / "programme.json"), str(site), "--moment", "2009-04-20 09:00"]) == 0
    ledger = (tmp_path / "site.records" / "ledger.jsonl").read_bytes()
    asked = ["publish", str(folder / "later.json"), str(site), "--moment", "2009-04-21 09:00", "--preview"]
    assert main([*asked, "--reason", "officers-request"]) == 0
    assert (
        "Moved: the meeting of Thursday, 14 May, 3–6 p.m., now Thursday, 14 May, 3.30–6 p.m." in capsys.readouterr().out
    )
    assert (tmp_path / "site.records" / "ledger.jsonl").read_bytes() == ledger


def test_a_publication_has_the_status_that_it_is_given(folder, tmp_path, capsys):
    site = tmp_path / "site"
    asked = ["publish", str(folder / "programme.json"), str(site), "--moment", "2009-05-14 11:00", "--languages", "en"]
    assert main([*asked, "--status", "adoptd"]) == 2
    assert main([*asked, "--status", "adopted", "--papers", "text"]) == 0
    assert b"STATUS:CONFIRMED" in (site / "en" / "all.ics").read_bytes()


def test_the_suffix_of_a_file_says_its_format(folder, tmp_path):
    asked = ["annex", str(folder / "programme.json"), "-o"]
    for name, head in (("a.docx", b"PK"), ("a.pdf", b"%PDF"), ("a.html", b"<!DOCTYPE"), ("a", b"CAC/COSP")):
        assert main([*asked, str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_bytes().startswith(head)
    assert main([*asked, str(tmp_path / "a.xyz")]) == 2


def test_several_languages_go_into_one_file_or_into_a_folder_each_into_its_own(folder, tmp_path, capsys):
    asked = ["annex", str(folder / "programme.json"), "--language"]
    assert main([*asked, "all", "-o", str(tmp_path / "six.html")]) == 0
    page = (tmp_path / "six.html").read_text("utf-8")
    assert [f'<div class="language" id="{code}"' in page for code in ("ar", "zh", "en", "fr", "ru", "es")] == [True] * 6
    assert main([*asked, "fr, es", "-o", str(tmp_path / "two")]) == 0
    assert sorted(path.name for path in (tmp_path / "two").iterdir()) == ["annex.es.txt", "annex.fr.txt"]
    capsys.readouterr()
    assert main([*asked, "fr,es", "--as", "annex"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line in ("Annexe", "Anexo")] == ["Annexe", "Anexo"]
    assert main([*asked, "all", "--layout", "all", "-o", str(tmp_path / "many.html")]) == 0
    assert (tmp_path / "many.html" / "journal.ar.txt").exists()


def test_a_template_that_is_not_there_is_said_and_nothing_is_written(folder, tmp_path, capsys):
    asked = ["annex", str(folder / "programme.json"), "--template", str(tmp_path / "none.docx")]
    assert main([*asked, "-o", str(tmp_path / "annex.docx")]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'none.docx'}: cannot be read: No such file or directory\n"
    assert list(tmp_path.iterdir()) == []
