"""A desk over a real connection: what is refused, what cannot be written, and how it ends."""

import http.client
import resource
import signal
import socket
import threading
import time
from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit

import pytest

from tests.benchmarks.desk import sized
from wgsched.desk import desk
from wgsched.errors import BadInput

MOVE = {"verb": "move", "item": "3", "meeting": "plenary-2009-05-15-pm", "to": "plenary-2009-05-15-am"}


@contextmanager
def served(path):
    """Serve a desk in a thread; yield its address, and what stops it and says how long that took."""
    told, ready, stop = [], threading.Event(), threading.Event()
    thread = threading.Thread(
        target=desk, args=(path,), kwargs={"ready": lambda a: (told.append(a), ready.set()), "stop": stop}, daemon=True
    )

    def end():
        began = time.monotonic()
        stop.set()
        thread.join(30)
        assert not thread.is_alive()
        return time.monotonic() - began

    thread.start()
    assert ready.wait(60)
    try:
        yield urlsplit(told[0]), end
    finally:
        end()


@pytest.fixture
def address(session):
    with served(session) as (address, _):
        yield address


def asked(address, method, path, body=None, **headers):
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, path, body, named)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def done(address, **fields):
    origin = f"http://{address.netloc}"
    return asked(address, "POST", f"{address.path}do", urlencode({"version": "0", **fields}), origin=origin)


@pytest.mark.parametrize(
    "path",
    [
        "../session.yaml",
        "..%2fsession.yaml",
        "%2e%2e/%2e%2e/etc/passwd",
        "....//session.yaml",
        "/etc/passwd",
        "desk.py",
    ],
)
def test_no_path_leads_to_a_file(address, path):
    assert asked(address, "GET", address.path + path)[0] == 404


def test_another_name_a_missing_secret_and_another_site_are_refused(address):
    host = f"evil.example:{address.port}"
    assert asked(address, "GET", address.path, host=host)[0] == 421
    assert asked(address, "GET", "/")[0] == 404
    for name in ("", "board", "paper?language=en", "where?item=1a", "desk.js"):
        assert asked(address, "GET", address.path + name, origin="http://evil.example")[0] == 403
        assert asked(address, "GET", f"{address.path[:-2]}/{name}")[0] == 404
    body = urlencode({"version": "0", **MOVE})
    assert asked(address, "POST", f"{address.path}do", body, origin="http://evil.example")[0] == 403
    assert asked(address, "POST", f"{address.path}do", body)[0] == 403
    assert 'data-version="0"' in asked(address, "GET", address.path)[1]


def test_a_huge_body_and_a_huge_head_are_refused_and_the_desk_goes_on(address):
    origin = f"http://{address.netloc}"
    assert asked(address, "POST", f"{address.path}do", "x" * 300_000, origin=origin)[0] == 413
    assert asked(address, "GET", address.path, cookie="x" * 10_000)[0] == 431
    with socket.create_connection((address.hostname, address.port)) as slow:
        slow.sendall(f"POST {address.path}do HTTP/1.1\r\nhost: {address.netloc}\r\ncontent-length: 99\r\n\r\n".encode())
        assert done(address, **MOVE)[0] == 200


def test_a_full_disk_refuses_to_save_and_leaves_the_session_file_as_it_was(session, address):
    before = session.read_bytes()
    assert done(address, **MOVE)[0] == 200
    with files_of_at_most(len(before) // 2):
        origin = f"http://{address.netloc}"
        status, page = asked(address, "POST", f"{address.path}save", urlencode({"version": "1"}), origin=origin)
    assert (status, "cannot be written" in page) == (409, True)
    assert session.read_bytes() == before
    assert sorted(each.name for each in session.parent.iterdir()) == [".session.yaml.desk", "session.yaml"]
    status, page = asked(address, "POST", f"{address.path}save", urlencode({"version": "1"}), origin=origin)
    assert (status, "Saved in session.yaml." in page) == (200, True)


@contextmanager
def files_of_at_most(size):
    """Let no file grow beyond so many bytes, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


@pytest.fixture
def told(monkeypatch):
    """The meetings of which a page was told whether a row may go there."""
    from wgsched.editing import destinations as looking

    told = []

    def watched(*asked):
        for each in looking(*asked):
            told.append(each)
            yield each
            time.sleep(0.1)  # so that no machine is done with all of them before it is asked to end

    monkeypatch.setattr("wgsched.desk.dialogs.destinations", watched)
    return told


@contextmanager
def looking_where(address, told):
    """Ask where a row of a large session may go, and wait until the first meetings are told."""
    asked = f"{address.path}where?item=2&meeting=plenary-2027-05-03-am&listed=yes"
    with socket.create_connection((address.hostname, address.port)) as reader:
        reader.sendall(f"GET {asked} HTTP/1.1\r\nhost: {address.netloc}\r\n\r\n".encode())
        while not told:
            time.sleep(0.01)
        yield


def test_an_answer_that_is_still_being_read_does_not_hold_the_end(tmp_path, told):
    path = tmp_path / "session.yaml"
    path.write_text(sized(60), "utf-8")
    with served(path) as (address, end), looking_where(address, told):
        assert end() < 10
    assert len(told) < 39


def test_who_goes_away_ends_the_search_for_places(tmp_path, told):
    path = tmp_path / "session.yaml"
    path.write_text(sized(60), "utf-8")
    with served(path) as (address, _):
        with looking_where(address, told):
            pass
        time.sleep(0.3)
        seen = len(told)
        time.sleep(0.3)
        assert 0 < len(told) == seen < 39


def test_a_port_that_is_taken_is_told_of(session):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(BadInput, match=f"port {port}: cannot be had: .*in use.*Choose another port"):
            desk(session, port=port)
    assert [each.name for each in session.parent.iterdir()] == ["session.yaml"]
