import contextlib
import errno
import gzip
import io
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from serving import FEED, FILES, HOST, Running, ask, everything, read_reply

from wgsched.errors import FolderError
from wgsched.publishing.folder import open_folder
from wgsched.publishing.layout import FolderLayout
from wgsched.publishing.server import serve

MOMENT = datetime(2009, 4, 20, 9, tzinfo=UTC)
SAID = {"date", "connection"}


def publish(site, files, number=2):
    with open_folder(site) as opened:
        opened.publish(files, {"number": number}, MOMENT + timedelta(hours=number))


def until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_a_feed_comes_with_all_that_clients_need_to_ask_again(server):
    reply = server.get("/en/feed.ics")
    assert (reply.status, reply.body) == (200, FEED)
    tag = reply.headers["etag"]
    assert {name: value for name, value in reply.headers.items() if name not in SAID} == {
        "content-type": "text/calendar; charset=utf-8",
        "content-length": str(len(FEED)),
        "etag": tag,
        "last-modified": "Mon, 20 Apr 2009 09:00:00 GMT",
        "cache-control": "public, max-age=60",
        "vary": "Accept-Encoding",
        "x-content-type-options": "nosniff",
    }


def test_an_unchanged_feed_is_answered_without_a_body(server):
    with server.connect() as wire:
        full = ask(wire, "/en/feed.ics")
        reply = ask(wire, "/en/feed.ics", f"If-None-Match: W/{full.headers['etag']}")
        assert (reply.status, reply.body) == (304, b"")
        assert {name: value for name, value in reply.headers.items() if name not in SAID} == {
            name: full.headers[name] for name in ("etag", "last-modified", "cache-control", "vary")
        }
        assert ask(wire, "/en/feed.ics", f"If-Modified-Since: {full.headers['last-modified']}").status == 304
        assert ask(wire, "/en/feed.ics", 'If-None-Match: "other"').body == FEED
        assert (
            ask(wire, "/en/feed.ics", 'If-None-Match: "other"', f"If-None-Match: {full.headers['etag']}").status == 304
        )


def test_an_unchanged_republication_is_still_answered_with_304(server):
    tag = server.get("/en/feed.ics").headers["etag"]
    publish(server.site, FILES)
    publish(server.site, FILES | {"index.html": b"new"}, 3)
    until(lambda: server.get("/").body == b"new")
    assert server.get("/en/feed.ics", f"If-None-Match: {tag}").status == 304


def test_head_says_what_get_would_say(server):
    for headers in ([], ["Accept-Encoding: gzip"], ["If-None-Match: *"]):
        head, full = (server.get("/en/feed.ics", *headers, method=method) for method in ("HEAD", "GET"))
        assert (head.status, head.body) == (full.status, b"")
        assert {**head.headers, "date": ""} == {**full.headers, "date": ""}
    assert server.get("/nothing", method="HEAD").status == 404


def test_gzip_has_a_tag_of_its_own(server):
    plain, packed = server.get("/en/feed.ics"), server.get("/en/feed.ics", "Accept-Encoding: gzip, deflate")
    assert (packed.headers["content-encoding"], gzip.decompress(packed.body)) == ("gzip", FEED)
    assert packed.headers["etag"] != plain.headers["etag"]
    asked = f"If-None-Match: {packed.headers['etag']}"
    assert server.get("/en/feed.ics", asked, "Accept-Encoding: gzip").status == 304
    assert server.get("/en/feed.ics", asked).status == 200


@pytest.mark.parametrize("accept", [[], ["Accept: text/html"], ["Accept: application/calendar+json;q=1, */*;q=0"]])
def test_accept_and_cookies_change_nothing(server, accept):
    reply = server.get("/en/feed.ics", *accept, "Cookie: a=b")
    assert (reply.status, reply.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert "set-cookie" not in reply.headers


def test_folders_show_their_index(server):
    assert server.get("/").body == FILES["index.html"]
    assert server.get("/en/?x=1").body == FILES["en/index.html"]
    assert server.get("/%E4%B8%AD%E6%96%87.txt").body == FILES["中文.txt"]
    assert [server.get(path).status for path in ("/restricted/", "/restricted")] == [404, 404]


def test_only_the_address_of_a_page_without_its_last_stroke_is_redirected(server):
    moved = server.get("/en")
    assert (moved.status, moved.headers["location"]) == (301, "./en/")
    assert [server.get(path).status for path in ("/en/feed", "/en/feed.ics/", "//en", "/en//")] == [404, 404, 404, 404]


def test_restricted_files_are_not_for_shared_caches_or_search_engines(server):
    reply = server.get("/restricted/k3v9q2mfz7/roster.ics")
    assert reply.body == FEED
    assert (reply.headers["cache-control"], reply.headers["referrer-policy"], reply.headers["x-robots-tag"]) == (
        "private, no-cache",
        "no-referrer",
        "noindex",
    )
    server.get("/%72estricted/k3v9q2mfz7/roster.ics")
    server.get("http://h/restricted/k3v9q2mfz7")
    server.get("/restricted/k3v9q2mfz7/roster.ics", method="POST")
    server.end()
    assert "k3v9q2mfz7" not in server.log.getvalue()
    assert '"GET /restricted/... HTTP/1.1" 200 ' in server.log.getvalue()


@pytest.mark.parametrize(
    "path",
    [
        "/../conftest.py",
        "/..%2f..%2fetc/passwd",
        "/en/../index.html",
        "/.wgsched/ledger.jsonl",
        "/%2ewgsched/ledger.jsonl",
        "//etc/passwd",
        "/en\\feed.ics",
        "/en/feed.ics/",
        "/en/feed.ics%00",
    ],
)
def test_nothing_outside_the_published_files_is_found(server, path):
    assert server.get(path).status == 404


def test_other_methods_are_refused_with_those_that_are_served(server):
    reply = server.get("/", "Content-Length: 0", method="POST")
    assert (reply.status, reply.headers["allow"], reply.headers["connection"]) == (405, "GET, HEAD", "close")


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
        (b"GET / HTTP/3.7\r\n\r\n", 400),
        (b"\r\n" * 9000, 431),
        (b"GET /" + b"x" * 9000, 414),
        (b"GET / HTTP/1.1\r\nHost: h\r\nX: " + b"y" * 9000, 431),
        (b"GET / HTTP/1.1\r\nHost: h\r\nX: " + b"y" * 9000 + b"\r\n\r\n", 431),
        (b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 500000\r\n\r\n" + b"z" * 500_000, 405),
    ],
)
def test_what_cannot_be_answered_is_refused_and_the_connection_ends(server, raw, status):
    reply = server.said(raw)
    assert reply.startswith(b"HTTP/1.1 %d " % status)
    assert b"\r\nconnection: close\r\n" in reply


def test_one_connection_carries_many_requests_one_after_another_or_at_once(server):
    head = f"GET /en/feed.ics HTTP/1.1\r\n{HOST}\r\n\r\n".encode()
    last = f"HEAD /annex.pdf HTTP/1.1\r\n{HOST}\r\nConnection: close\r\n\r\n".encode()
    with server.connect() as wire:
        wire.sendall(b"\r\n" + head * 300 + last)
        stream = wire.makefile("rb")
        assert [read_reply(stream).body for _ in range(300)] == [FEED] * 300
        assert read_reply(stream, "HEAD").headers["content-length"] == str(len(FILES["annex.pdf"]))
        assert stream.read() == b""


def test_a_head_may_come_byte_by_byte(server):
    with server.connect() as wire:
        for byte in f"GET /index.html HTTP/1.1\r\n{HOST}\r\nConnection: close\r\n\r\n".encode():
            wire.sendall(bytes([byte]))
        assert everything(wire).endswith(FILES["index.html"])


@pytest.mark.parametrize("wish", [b"", b"Connection: keep-alive\r\n"])
def test_old_clients_are_told_that_the_connection_ends(server, wish):
    with server.connect() as wire:
        wire.sendall(b"GET /index.html HTTP/1.0\r\n" + wish + b"\r\n")
        wire.shutdown(socket.SHUT_WR)
        assert b"\r\nconnection: close\r\n" in everything(wire)


def test_a_slow_reader_gets_a_large_file_whole(server):
    with server.connect() as wire:
        heads = f"GET /annex.pdf HTTP/1.1\r\n{HOST}\r\n\r\n" * 20 + "GET /nothing HTTP/1.0\r\n\r\n"
        wire.sendall(heads.encode())
        wire.shutdown(socket.SHUT_WR)
        time.sleep(0.3)
        replies = everything(wire)
    assert replies.count(FILES["annex.pdf"]) == 20
    assert replies.endswith(b"Not Found\n")


def test_those_who_never_end_their_head_or_never_read_are_let_go(run):
    server = run(head_seconds=2, idle_seconds=2, stalled_seconds=0.3)
    wires = [server.connect() for _ in range(4)]
    wires[1].sendall(b"GET / HT")
    assert ask(wires[2], "/").status == 200
    wires[3].sendall(f"GET /annex.pdf HTTP/1.1\r\n{HOST}\r\n\r\n".encode() * 40)
    for wire in wires[:3]:
        received(wire)
    time.sleep(1.2)
    assert received(wires[3]).count(FILES["annex.pdf"]) < 40
    assert server.get("/").status == 200


def test_who_sends_a_head_drop_by_drop_is_let_go_all_the_same(run):
    server = run(head_seconds=0.5)
    with server.connect() as wire:
        wire.sendall(b"GET / HTTP/1.1\r\n")
        until(lambda: cannot_send(wire), 10)
    assert server.get("/").status == 200


def cannot_send(wire):
    try:
        wire.sendall(b"x")
    except OSError:
        return True
    return False


def received(wire):
    """Read until the server ends the connection, in whatever way."""
    pieces = []
    with wire, contextlib.suppress(ConnectionResetError):
        while piece := wire.recv(1 << 20):
            pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.parametrize("room", [200, 2000])
def test_a_thousand_idle_connections_harm_nobody(run, room):
    server = run(connections=room)
    server.wish_for_files(room + 1200)
    idle = []
    try:
        for number in range(1000):
            idle.append(server.connect())
            idle[-1].sendall(b"GET / HTTP/1.1\r\nX-Slow"[: 20 * (number % 2)])
        assert [server.get("/en/feed.ics").status for _ in range(20)] == [200] * 20
    finally:
        for wire in idle:
            wire.close()


def test_every_answer_is_from_one_whole_revision_while_others_are_published(server):
    def files(number):
        return dict.fromkeys(("index.html", "en/feed.ics", "zh/feed.ics"), b"%d " % number * 60000)

    publish(server.site, files(2), 2)
    until(lambda: server.get("/").body == files(2)["index.html"])
    seen = set()

    def reading():
        while max(seen, default=0) < 9:
            for name in ("/", "/en/feed.ics", "/zh/feed.ics"):
                reply = server.get(name)
                [number] = {int(word) for word in reply.body.split()}
                assert len(reply.body) == len(b"%d " % number) * 60_000
                seen.add(number)

    reader = threading.Thread(target=reading)
    reader.start()
    for number in range(3, 10):
        publish(server.site, files(number), number)
        time.sleep(0.15)
    reader.join(60)
    assert max(seen) == 9


def test_a_folder_that_cannot_be_read_any_more_is_said_and_served_on(server):
    (server.site / ".wgsched").rename(server.site / "moved")
    until(lambda: "holds nothing published" in server.log.getvalue())
    assert server.get("/").body == FILES["index.html"]
    (server.site / "moved").rename(server.site / ".wgsched")
    publish(server.site, {"index.html": b"back"})
    until(lambda: server.get("/").body == b"back")
    assert server.log.getvalue().count("holds nothing published") == 1


def test_each_request_has_a_line_in_the_log(server):
    server.get('/en/feed.ics?a="b')
    server.get("/nothing", method="HEAD")
    server.said(b"nonsense\r\n\r\n")
    server.end()
    lines = [line.split(" ", 3)[3].split("] ")[1] for line in server.log.getvalue().splitlines()]
    assert lines == [
        f'"GET /en/feed.ics?a=%22b HTTP/1.1" 200 {len(FEED)}',
        '"HEAD /nothing HTTP/1.1" 404 0',
        '"-" 400 12',
    ]


class Full(io.StringIO):
    """A log on a disk that is full."""

    def write(self, text):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_log_that_cannot_be_written_stops_nothing(run, monkeypatch):
    monkeypatch.setattr("wgsched.publishing.server.log.HELD_LINES", 3)
    server = run(log=Full(), head_seconds=2)
    assert [server.get("/").status for _ in range(8)] == [200] * 8
    publish(server.site, {"index.html": b"new"})
    until(lambda: server.get("/").body == b"new")
    with server.connect() as idle:
        assert idle.recv(1) == b"", "who says nothing is still let go"
    assert server.get("/").status == 200


def test_a_stop_lets_answers_under_way_end(server):
    with server.connect() as wire, server.connect() as idle:
        wire.sendall(f"GET /annex.pdf HTTP/1.1\r\n{HOST}\r\n\r\n".encode() * 9)
        begun = wire.recv(65536)
        server.stop.set()
        assert idle.recv(10) == b""
        assert (begun + everything(wire)).count(FILES["annex.pdf"]) >= 1
    server.end()
    with pytest.raises(ConnectionRefusedError):
        server.connect()


def test_a_reader_who_takes_nothing_does_not_hold_the_stop(server):
    with server.connect() as wire:
        wire.sendall(f"GET /annex.pdf HTTP/1.1\r\n{HOST}\r\n\r\n".encode() * 40)
        assert server.get("/").status == 200
        before = time.monotonic()
        server.end()
        assert time.monotonic() - before < 3


def test_without_starlette_and_uvicorn_the_line_that_installs_them_is_said(site):
    code = """
import sys
sys.modules["MODULE"] = None
from wgsched.cli import main
sys.argv = ["wgsched", "serve", sys.argv[1]]
sys.exit(main())
"""
    for module in ("starlette", "uvicorn", "httptools"):
        command = [sys.executable, "-c", code.replace("MODULE", module), str(site)]
        program = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        said = "The server needs an optional part of wgsched: pip install 'wgsched[web]'\n"
        assert (program.returncode, program.stdout, program.stderr) == (2, "", said)


def test_clients_that_vanish_are_no_matter_for_the_terminal(server, caplog):
    for _ in range(20):
        with server.connect() as wire:
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            wire.sendall(f"GET /annex.pdf HTTP/1.1\r\n{HOST}\r\n\r\n".encode() * 100)
            wire.recv(1)
    server.end()
    assert caplog.text == ""


def test_an_address_in_use_is_said(server):
    with pytest.raises(FolderError, match=r"cannot be served at 127\.0\.0\.1:\d+: .*in use.*Choose another"):
        serve(server.site, port=server.address[1])


def test_a_folder_never_published_to_is_not_served(tmp_path):
    with pytest.raises(FolderError, match="holds nothing published"):
        serve(tmp_path, port=0)


PROGRAM = """
import sys
from wgsched.publishing.server import serve
serve(sys.argv[1], port=0, log=sys.stderr, ready=lambda host, port: print(port, flush=True))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signals_stop_it_without_a_complaint(site, number):
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(site)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    server = Running(("127.0.0.1", int(program.stdout.readline())), site, None, None, None)
    assert server.get("/").status == 200
    program.send_signal(number)
    _, log = program.communicate(timeout=60)
    assert program.returncode == 0
    assert log.count("\n") == 1
    assert '"GET / HTTP/1.1" 200' in log


def test_the_shown_revision_is_the_one_that_is_served(server):
    assert FolderLayout(server.site).shown().holds("en/feed.ics", server.get("/en/feed.ics").body)
