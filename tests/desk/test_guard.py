"""Only the desk's own page is answered, on this machine, by who knows the secret."""

import pytest

from tests.desk.browser import opened

HOST = {"host": "127.0.0.1:8123"}
OWN = {**HOST, "origin": "http://127.0.0.1:8123"}


def asked(browser, method="GET", path=None, **headers):
    return browser.ask(
        method, path or browser.app.guard.root, headers={key.replace("_", "-"): value for key, value in headers.items()}
    )


def test_the_page_may_load_nothing_from_elsewhere_and_stand_in_no_frame(browser):
    headers = browser.get("").headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/secret/", "/do", "/desk.css"])
def test_without_the_secret_nothing_is_found(browser, path):
    assert asked(browser, path=path, **HOST).status == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:8123", "127.0.0.1:8124", ""])
def test_another_name_of_this_machine_is_refused(browser, host):
    assert asked(browser, host=host).status == 421


@pytest.mark.parametrize("name", ["", "board", "desk.js", "row?item=1a", "where?item=1a"])
@pytest.mark.parametrize(
    "headers", [{"sec_fetch_site": "cross-site"}, {"sec_fetch_site": "same-site"}, {"origin": "http://evil.example"}]
)
def test_a_request_from_another_site_is_refused_on_every_route(browser, name, headers):
    assert asked(browser, path=browser.app.guard.root + name, **HOST, **headers).status == 403


def test_a_post_says_where_it_comes_from(browser):
    assert asked(browser, "POST", browser.app.guard.root + "done", **HOST).status == 403
    assert asked(browser, "POST", browser.app.guard.root + "done", **{**OWN, "origin": "null"}).status == 403
    assert not browser.app.ended.is_set()


def test_two_desks_have_two_secrets(browser):
    other = type(browser.app.guard)()
    assert other.secret != browser.app.guard.secret
    assert len(other.secret) >= 32


def test_a_hostile_title_is_text(session):
    hostile = session.read_text("utf-8").replace(
        "en~: Building confidence and trust,", 'en~: "</bdi><script>alert(1)</script>",'
    )
    session.write_text(hostile, "utf-8")
    with opened(session) as browser:
        page = browser.get("").text
    assert "<script>alert" not in page
    assert "&lt;/bdi&gt;&lt;script&gt;" in page
