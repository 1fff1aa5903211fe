"""What the page shows, in both languages, with titles in six."""

import errno
import os
import re

import pytest

from wgsched.desk.dialogs import ISSUES, STATES
from wgsched.desk.page import source
from wgsched.desk.pageview import PageView
from wgsched.desk.papers import PAPERS
from wgsched.desk.words import SPOKEN, catalogue, said_in
from wgsched.errors import FolderBusy, NotUnderstood, UnknownName
from wgsched.languages import lexicon
from wgsched.model import SIX, Outcome

AM, PM = "plenary-2009-05-15-am", "plenary-2009-05-15-pm"
TEMPLATES = [
    "page",
    "macros",
    "board",
    "one_meeting",
    "preview",
    "unjudged",
    "row",
    "place",
    "rows",
    "meeting",
    "publish",
    "order",
    "tonight",
    "outlook",
]


def places(text):
    return sorted(re.findall(r"\{(\w+)\}", text))


def test_both_languages_say_the_same_things():
    english, french = (catalogue(language) for language in SPOKEN)
    assert {name: places(text) for name, text in english.items()} == {
        name: places(text) for name, text in french.items()
    }
    assert all(text.strip() for text in (*english.values(), *french.values()))
    assert list(english) == sorted(english)


def test_no_word_is_missing_and_none_is_unused():
    from pathlib import Path

    import wgsched.desk
    import wgsched.editing

    code = "".join(each.read_text("utf-8") for each in Path(wgsched.desk.__file__).parent.glob("*.py"))
    texts = code + "".join(source(f"{name}.html") for name in TEMPLATES)
    named = set(re.findall(r"""(?:say|DeskRefusal)\(["']([a-z-]*[a-z])["']""", texts))
    shapes = PageView("en", "en").shapes
    asked = named | set(re.findall(r'"(minutes-(?:more|fewer))"', code)) | set(shapes)
    asked |= {f"{name}-{choice}" for name, choices in shapes.items() for choice, _ in choices}
    asked |= {f"paper-{name}" for name in PAPERS}
    asked |= {f"part-{name}" for name in ("annex", "notice", "page", "feed")}
    asked |= {f"issue-{name}" for name in ISSUES} | {f"state-{name}" for name in STATES}
    asked |= {f"outcome-{name}" for name in Outcome}
    editing = "".join(each.read_text("utf-8") for each in Path(wgsched.editing.__file__).parent.glob("*.py"))
    asked |= {f"refused-edit-{code}" for code in re.findall(r'RefusedEdit\(.*?, "([a-z-]+)"', editing)}
    assert asked == set(catalogue("en"))


@pytest.mark.parametrize("titles", SIX)
def test_titles_stand_in_their_language_and_are_isolated(browser, titles):
    assert browser.post("view", {"language": "fr", "titles": titles}).status == 200
    page = browser.get("").text
    title = browser.app.page._grid().title((browser.board.programme.session.agenda["2 (b)"],))
    assert f'<bdi lang="{titles}" dir="auto">{title}</bdi>' in page.replace("&#39;", "'")
    assert '<html lang="fr">' in page
    assert "Planifier le reste" in page


def test_an_unknown_language_is_not_taken(browser):
    before = browser.app.page.view
    browser.post("view", {"language": "xx", "titles": "../en"})
    assert browser.app.page.view == before


def test_marks_are_words_and_signs(browser):
    page = browser.get("").text
    assert page.count('<span aria-hidden="true">⚲</span> pinned') == 1
    assert page.count('<span aria-hidden="true">…</span> continued') == 2
    browser.do("take_out", item="2b", meeting=AM)
    page = browser.get("").text
    assert page.count("180 min fewer than expected") == 1
    browser.do("move", item="2c", to="plenary-2009-05-14-am")
    assert "120 min over" in browser.get("").text


def test_a_sentence_points_to_its_rows(browser):
    browser.do("move", item="3", to=AM)
    page = browser.get("").text
    broken = page[page.index('<ul class="broken">') : page.index("</ul>", page.index('<ul class="broken">'))]
    assert f'<a href="#r-{AM}.3">3</a>'.replace("-", "-") in broken
    for anchor in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{anchor}"' in page


def test_an_item_without_a_row_is_pointed_to_among_those_not_placed(browser):
    browser.do("take_out", item="3")
    assert '<a href="#t-3">3</a>' in browser.get("").text


def costs(browser):
    return re.findall(r"<tr><td>(.*?)</td><td class=\"change\">(.*?)</td><td>(.*?)</td></tr>", browser.get("").text)


def test_the_cost_is_told_line_by_line_with_what_the_last_change_cost(browser):
    divided = "Item 2 (a) is divided between meetings, although one meeting could hold it."
    assert '<h3 id="costs">Cost: 60</h3>' in browser.get("").text
    assert costs(browser) == [("60", "", divided)]
    browser.do("move", item="2a", meeting="plenary-2009-05-14-pm", to="plenary-2009-05-14-am")
    assert costs(browser)[-1] == ("0", "−60", divided)
    browser.post("undo")
    assert costs(browser) == [("60", "", divided)]


def test_the_script_and_the_style_are_small_and_the_only_files(browser):
    import gzip

    assert len(gzip.compress(source("desk.js").encode())) < 8_000
    page = browser.get("").text
    assert re.findall(r'(?:src|href)="([^#"]+)"', page) == ["data:,", "desk.css", "desk.js"]
    assert browser.get("desk.js").headers["content-type"] == "text/javascript; charset=utf-8"
    assert browser.get("../draft.py").status == browser.get("board.html").status == 404


@pytest.mark.parametrize(
    ("name", "fields", "english", "french"),
    [
        ("undo", {}, "There is nothing to undo.", "Il n’y a aucun changement à annuler."),
        ("redo", {}, "There is nothing to redo.", "Il n’y a aucun changement à rétablir."),
        (
            "publish",
            {"folder": "..", "moment": "2009-04-20 09:00"},
            "..: choose a folder below that of the session file.",
            ".. : choisissez un dossier au-dessous de celui du fichier de session.",
        ),
        (
            "tonight",
            {},
            "Start the desk with --published: an evening changes the published programme.",
            "Lancez le bureau avec --published : une soirée modifie le programme publié.",
        ),
    ],
)
def test_what_the_desk_itself_refuses_is_said_in_the_language_of_the_page(browser, name, fields, english, french):
    assert browser.post(name, fields).refused == english
    browser.post("view", {"language": "fr", "titles": "en"})
    assert browser.post(name, fields).refused == french


def test_a_changed_file_and_what_is_not_saved_are_refused_in_french(browser, session):
    browser.post("view", {"language": "fr", "titles": "en"})
    browser.do("take_out", item="3")
    assert browser.post("publish", {"folder": "site", "moment": "2009-04-20 09:00"}).refused == (
        "Enregistrez d’abord : on publie ce que dit le fichier de session."
    )
    session.write_text(session.read_text("utf-8") + "# another\n", "utf-8")
    assert browser.post("save").refused == f"{session.name} a été modifié par quelqu’un d’autre depuis sa lecture."


REFUSED = [
    (
        {"verb": "move", "item": "3", "meeting": PM, "to": PM},
        "Item 3 stands there already.",
        "Le point 3 s’y trouve déjà.",
    ),
    ({"verb": "unpin", "item": "3"}, "Item 3 is not pinned there.", "Le point 3 n’y est pas fixé."),
    (
        {"verb": "pin", "item": "1a"},
        "Item 1 (a) is pinned there already.",
        "Le point 1 a) y est déjà fixé.",
    ),
    (
        {"verb": "split", "item": "3", "to": AM, "minutes": "90"},
        "Item 3 has 60 minutes there, so 90 of them cannot go elsewhere.",
        "Le point 3 y dispose de 60 minutes : 90 ne peuvent aller ailleurs.",
    ),
    (
        {"verb": "place", "item": "3", "to": AM},
        "Item 3 has all its minutes already.",
        "Le point 3 a déjà toutes ses minutes.",
    ),
]


@pytest.mark.parametrize(("asked", "english", "french"), REFUSED)
def test_a_refused_edit_is_said_with_numbers_and_not_with_keys_in_both_languages(browser, asked, english, french):
    assert browser.post("do", asked).refused == english
    browser.post("view", {"language": "fr"})
    assert browser.post("do", asked).refused == french


def test_a_cancelled_meeting_is_named_by_its_hours_in_both_languages(browser):
    browser.do("cancel", meeting=AM)
    said = browser.post("do", {"verb": "move", "item": "3", "to": AM}).refused
    browser.post("view", {"language": "fr"})
    french = browser.post("do", {"verb": "move", "item": "3", "to": AM}).refused
    assert said == "The meeting of Friday, 15 May, 10 a.m.–1 p.m. is cancelled. Hold it first."
    assert french == "La séance du vendredi 15 mai, 10 heures-13 heures est annulée. Rétablissez-la d’abord."
    told = {each["meeting"]: each for each in browser.app.page.where("3", PM)}
    assert (told[AM]["may"], told[AM]["text"]) == ("no", french)


NOT_UNDERSTOOD = [
    ({"verb": "take_out", "item": "99"}, "Aucun point de l’ordre du jour ne s’appelle « 99 »."),
    ({"verb": "move", "item": "3", "to": "Sun am"}, "Aucune séance ne s’appelle « Sun am »."),
    (
        {"verb": "split", "item": "3", "to": AM, "minutes": "x"},
        "Cette durée ne peut être lue : « x ». Écrivez par exemple 90 min ou 1 h 30 min.",
    ),
    (
        {"verb": "retime", "meeting": AM, "opens": "25:99"},
        "Ce moment ne peut être lu : « 2009-05-15 25:99 ». Écrivez par exemple 2009-05-14 15:30.",
    ),
]


@pytest.mark.parametrize(("asked", "french"), NOT_UNDERSTOOD)
def test_what_is_not_understood_is_said_in_french(browser, asked, french):
    browser.post("view", {"language": "fr"})
    assert browser.post("do", asked).refused == french


@pytest.mark.parametrize("moment", ["demain", "2009-99-99 10:00:00"])
def test_a_moment_of_publication_that_cannot_be_read_is_said_in_french(browser, moment):
    browser.post("view", {"language": "fr"})
    asked = {"folder": "site", "moment": moment}
    french = f"Ce moment ne peut être lu : « {moment} ». Écrivez par exemple 2009-05-14 15:30."
    assert browser.post("publish", asked).refused == french
    assert french in browser.post("notices", asked).text


def _refused(number):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    return refuse


DISK = [
    (errno.ENOSPC, "Le disque est plein : {} n’a pas pu être écrit. Libérez de la place et recommencez."),
    (errno.EACCES, "Le système ne permet pas d’y écrire : {}."),
]


@pytest.mark.parametrize(("number", "french"), DISK)
def test_what_the_disk_refuses_is_said_in_french_of_draft_file_and_folder(
    browser, session, monkeypatch, number, french
):
    browser.post("view", {"language": "fr"})
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", _refused(number))
        assert browser.do("move", item="3", to=AM).refused == french.format(f".{session.name}.desk")
    with monkeypatch.context() as patch:
        patch.setattr("wgsched.publishing.revision.write_new", _refused(number))
        refused = browser.post("publish", {"folder": "site", "moment": "2009-04-20 09:00"}).refused
        assert refused == french.format("site")
    browser.do("move", item="3", to=AM)
    with monkeypatch.context() as patch:
        patch.setattr("wgsched.files.writing.write_new", _refused(number))
        assert browser.post("save").refused == french.format(session.name)


def test_other_errors_of_names_and_folders_are_said_in_french(browser):
    words = lexicon("fr", browser.board.programme.session)
    assert said_in(words, UnknownName("paper", "x", ["annex", "notice"])) == (
        "« x » est inconnu. Noms connus : annex, notice."
    )
    assert said_in(words, FolderBusy("site")) == "Un autre programme publie en ce moment dans site. Réessayez ensuite."
    assert (
        said_in(words, NotUnderstood("day", "x")) == "Ce jour ne peut être lu : « x ». Écrivez par exemple 2009-05-14."
    )


def test_what_the_library_alone_can_say_is_marked_as_english(browser):
    browser.post("view", {"language": "fr"})
    refused = browser.post("do", {"verb": "take_off", "item": "99"}).refused
    assert refused.startswith("Refusé. Le détail n’existe qu’en anglais : ")


def test_the_desk_ends_when_the_page_has_been_told_and_not_before(browser):
    ended = []
    browser.sending = lambda: ended.append(browser.app.ended.is_set())
    assert browser.post("done", version=7).status == 409
    assert not browser.app.ended.is_set()
    assert browser.post("done").said == "The desk has ended. You can close this page."
    assert browser.app.ended.is_set()
    assert set(ended) == {False}
