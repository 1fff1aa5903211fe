"""``wgsched check`` of a session that is not planned: the file is sound, and these things are worth knowing."""

import json

from wgsched.cli.app import main

FILE = """
body: {en: Group, fr: Groupe}
place: Geneva
days: Mon 24 - Wed 26 May 2027
original: en
languages: [en, fr]
issued: 1 March 2027
forums:
  plenary: {title: {en: Plenary, fr: Plénière}}
  committee: {title: {en: Committee, fr: Commission}, days: Tue}
documents: {A/1: {item: 2}}
holidays: {Mon 24 May: {en: Whit Monday}}
agenda:
  1: {is: opening, takes: ~30 min}
  2: {title: {en: Text}, takes: 1 h}
  3: {title: {en: Other, fr: Autre}, takes: 7 h, forum: committee}
"""

FACTS = [
    "3 items to plan: 510 minutes. 6 meetings: 1080 minutes.",
    "Committee: its items need 420 minutes, but its meetings have only 360.",
    "Monday, 24 May is a holiday, without meetings (Whit Monday).",
    "Estimated durations: 1. Missing titles: fr 1 (annex.fr not written).",
    "Due: A/1 by 12 April (six weeks before the opening).",
]


def test_a_session_that_is_not_planned_is_sound_and_some_things_are_worth_knowing(tmp_path, capsys):
    file = tmp_path / "session.yaml"
    file.write_text(FILE)
    assert main(["check", str(file)]) == 0
    first, *facts = capsys.readouterr().out.splitlines()
    assert first == f"{file}: the file is sound. It is not planned yet."
    assert facts == [f"- {fact}" for fact in FACTS]


def test_the_same_as_json(tmp_path, capsys):
    file = tmp_path / "session.yaml"
    file.write_text(f"{FILE}organization: {{Tue am: [1, ...]}}\n")
    assert main(["check", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(file), "planned": False, "worth knowing": FACTS}


def documents(file, *more, capsys):
    assert main(["check", str(file), *more]) == 0
    return [line for line in capsys.readouterr().out.splitlines() if "Due" in line or "Late" in line or "Exp" in line]


def test_a_document_is_due_late_or_expected_and_these_are_three_things(tmp_path, capsys):
    file = tmp_path / "session.yaml"
    more = (
        "{A/1: {item: 2}, A/2: {item: 3, issued: 10 April 2027}, A/3/L.1: {item: 2}, Aide: {item: 2, in session: yes}}"
    )
    file.write_text(FILE.replace("{A/1: {item: 2}}", more))
    expected = "- Expected in the session: A/3/L.1, Aide."
    assert documents(file, capsys=capsys) == [f"- {FACTS[-1]}", expected]
    due = "Due: A/1, A/2 by 12 April (six weeks before the opening)."
    assert documents(file, "--moment", "2027-04-01", capsys=capsys) == [f"- {due}", expected]
    late = "Late: A/1, due by 12 April (six weeks before the opening)."
    assert documents(file, "--moment", "2027-04-13", capsys=capsys) == [f"- {late}", expected]


def test_documents_written_in_the_session_have_no_deadline_before_it(capsys):
    file = "tests/inputs/documents-of-the-session.yaml"
    assert documents(file, capsys=capsys) == ["- Due: nothing.", "- Expected in the session: CRP.2, CRP.3."]
    assert documents(file, "--moment", "2019-11-20", capsys=capsys) == [
        "- Due: nothing.",
        "- Expected in the session: L.1, CRP.2, CRP.3.",
    ]


def test_what_is_wrong_in_it_is_told_with_its_place(tmp_path, capsys):
    file = tmp_path / "session.yaml"
    file.write_text(FILE.replace("place: Geneva", "plaice: Geneva"))
    assert main(["check", str(file)]) == 2
    assert f"{file}:3:1: plaice: unknown key 'plaice'. Did you mean 'place'?" in capsys.readouterr().err


def test_a_published_paper_is_checked_for_what_is_odd_in_it(capsys):
    paper = "tests/golden/asset-recovery-2009/source.zh.txt"
    assert main(["check", paper]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert (lines[0], len(lines)) == (f"{paper}: 3 odd:", 4)
    assert lines[1].startswith("- line 115: ")
    assert main(["check", paper, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["odd"][0]["place"] == "line 115"
    assert main(["check", "tests/golden/ecosoc-1997/en.txt", "--year", "1997"]) == 0
    assert capsys.readouterr().out == "tests/golden/ecosoc-1997/en.txt: nothing is odd.\n"


def test_only_papers_are_checked_against_a_session(capsys):
    assert main(["check", "examples/cybercrime-2022.yaml", "--against", "examples/cybercrime-2022.yaml"]) == 2
    assert "--against is for published papers" in capsys.readouterr().err


TYPED = """
symbol: A/1
body: {en: Group}
place: Geneva
days: Mon 24 - Tue 25 May 2027
languages: en
agenda:
  1: {is: opening, takes: 30 min}
  2: {title: {en: Text}, takes: 1 h}
"""


def last_line(tmp_path, capsys, more):
    file = tmp_path / "typed.yaml"
    file.write_text(TYPED + more)
    main(["check", str(file)])
    return capsys.readouterr().out.splitlines()[-1]


def test_what_cannot_be_judged_is_one_line_with_what_is_lacking(tmp_path, capsys):
    rows = "organization: {Mon am: [1, 2]}\n"
    assert last_line(tmp_path, capsys, rows) == (
        "Cannot be judged, because rows have no hours: 3 rules (--json lists them)."
    )
    teams = "services: {interpretation: en, teams: 2}\n"
    assert last_line(tmp_path, capsys, rows + teams).startswith(
        "Cannot be judged, because rows have no hours and meetings name no team of interpreters: "
    )
