"""From a publication to a client that asks again: an unchanged republish costs it a 304, a change its new feed."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.feeds.samples import full
from tests.publishing.chains import moved
from tests.sessions import at
from wgsched.model import Programme
from wgsched.publishing import publish
from wgsched.publishing.server import serve

PATH = "/en/all.ics"


def put(site: Path, programme: Programme, day: int) -> int:
    return publish(programme, site, moment=at(day, 9), reason="time-available", papers=()).number


@contextmanager
def served(site: Path) -> Iterator[HTTPConnection]:
    """Serve a folder as ``wgsched serve`` does, and yield a connection to it."""
    stop, known, address = threading.Event(), threading.Event(), []

    def ready(host: str, port: int) -> None:
        address.extend((host, port))
        known.set()

    work = {"port": 0, "log": io.StringIO(), "ready": ready, "stop": stop}
    thread = threading.Thread(target=serve, args=(site,), kwargs=work)
    thread.start()
    assert known.wait(60)
    connection = HTTPConnection(address[0], address[1], timeout=60)
    try:
        yield connection
    finally:
        connection.close()
        stop.set()
        thread.join(60)


def asked(connection: HTTPConnection, path: str = PATH, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response, response.read()


def renewed(connection: HTTPConnection, path: str, etag: str) -> tuple[HTTPResponse, bytes]:
    """Ask until the answer is another than before; a server notices a new publication within a second."""
    for _ in range(1200):
        response, body = asked(connection, path, If_None_Match=etag)
        if response.status != 304:
            break
        time.sleep(0.05)
    return response, body


def test_an_unchanged_republish_is_answered_with_304_and_a_change_with_the_new_feed(tmp_path):
    assert put(tmp_path, full(), 1) == 1
    with served(tmp_path) as connection:
        first, body = asked(connection)
        etag, since = first.headers["ETag"], first.headers["Last-Modified"]
        assert (first.status, first.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
        assert body == (tmp_path / "en/all.ics").read_bytes()

        assert put(tmp_path, full(), 2) == 1
        for given in ({"If_None_Match": etag}, {"If_Modified_Since": since}, {"If_None_Match": f'"x", W/{etag}'}):
            again, nothing = asked(connection, **given)
            assert (again.status, again.headers["ETag"], nothing) == (304, etag, b"")

        assert put(tmp_path, moved(full(), "a", hours=5), 3) == 2
        last, fresh = renewed(connection, PATH, etag)
        assert (last.status, fresh) == (200, (tmp_path / "en/all.ics").read_bytes())
        assert last.headers["ETag"] != etag


def test_a_feed_that_a_change_does_not_touch_is_still_answered_with_304(tmp_path):
    put(tmp_path, full(), 1)
    with served(tmp_path) as connection:
        etag, before = (asked(connection, path)[0].headers["ETag"] for path in ("/en/room-C2.ics", PATH))
        meetings = tuple(replace(each, room="C3") if each.key == "a" else each for each in full().meetings)
        put(tmp_path, replace(full(), meetings=meetings), 2)
        assert renewed(connection, PATH, before)[0].status == 200
        assert asked(connection, "/en/room-C2.ics", If_None_Match=etag)[0].status == 304
