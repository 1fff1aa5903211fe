import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

HOST = b"\r\nHost: h"


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET /", 505),
        (b"GET / HTTP/1.1", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nHost: h", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\n folded", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nName : x", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nx: a\x00b", 400),
        (b"GET / HTTP/1.1\r\nHost: h\nx: y", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nContent-Length: 0", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\nTransfer-Encoding: chunked", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nContent-Length: " + b"9" * 40, 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 5", 413),
        (b"GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked", 411),
        (b"GET ftp://h/ HTTP/1.1" + HOST, 400),
        (b"GET * HTTP/1.1" + HOST, 400),
        (b"GET /\xe4 HTTP/1.1" + HOST, 400),
        (b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5", 405),
        (b"OPTIONS * HTTP/1.1" + HOST, 405),
        (b"CONNECT h:80 HTTP/1.1" + HOST, 405),
        (b"get / HTTP/1.1" + HOST, 400),
        (b"GET / HTTP/0.9" + HOST, 505),
        (b"GET / HTTP/2.0" + HOST, 505),
    ],
)
def test_what_is_not_plainly_http_is_refused(server, head, status):
    assert server.said(head + b"\r\n\r\n").startswith(b"HTTP/1.1 %d " % status)


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.0",
        b"GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 0",
        b"GET http://h:80/index.html?q HTTP/1.1" + HOST,
        b"GET / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue",
        b"GET / HTTP/1.1\r\nHost: h\r\nUpgrade: h2c\r\nHTTP2-Settings: AA",
        b"GET / HTTP/1.1\r\nHost: h\r\nX: " + b"y" * 8000,
    ],
)
def test_what_is_unusual_but_plain_is_answered(server, head):
    assert server.said(head + b"\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(("target", "status"), [("/%ff", 404), ("/%zz", 404), ("/index.html%0A", 404), ("//h/x", 404)])
def test_escapes_that_name_nothing_are_not_found(server, target, status):
    assert server.get(target).status == status


def test_many_heads_in_one_piece_are_each_measured_alone(server):
    head = b"GET /index.html HTTP/1.1\r\nHost: h\r\nX: " + b"y" * 7000 + b"\r\n"
    said = server.said((head + b"\r\n") * 9 + head + b"Connection: close\r\n\r\n")
    assert (said.count(b"HTTP/1.1 200 "), said.count(b"HTTP/1.1 ")) == (10, 10)


def test_a_refusal_waits_for_the_answers_before_it(server):
    said = server.said(b"GET /annex.pdf HTTP/1.1\r\nHost: h\r\n\r\nPOST / HTTP/1.1\r\nHost: h\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 200 ")
    assert said.endswith(b"\r\n\r\nMethod Not Allowed\n")


def test_no_head_is_too_strange_to_be_answered(server):
    @settings(deadline=None)
    @given(st.binary(max_size=80) | st.binary(max_size=40).map(lambda rest: b"GET /" + rest + b" HTTP/1.1" + HOST))
    def answered(head):
        said = server.said(head + b"\r\nConnection: close\r\n\r\n")
        assert said == b"" or int(said.split()[1]) in (200, 400, 404, 405, 411, 413, 414, 505)

    answered()
    assert server.get("/").status == 200
