import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wgsched.publishing.server.request import Refused, parse

HOST = b"\r\nHost: h"


def test_a_head_is_read_with_its_names_in_small_letters():
    lines = [
        b"GET /en/feed.ics?x=1 HTTP/1.1",
        b"Host: h",
        b"ACCEPT: \t*/* ",
        b'If-None-Match: "a"',
        b'if-none-match: "b"',
    ]
    request = parse(b"\r\n".join(lines))
    assert (request.method, request.path, request.wants_body, request.closing) == ("GET", "/en/feed.ics", True, False)
    assert request.headers == {"host": "h", "accept": "*/*", "if-none-match": '"a", "b"'}
    assert request.line == "GET /en/feed.ics?x=1 HTTP/1.1"


@pytest.mark.parametrize(
    ("target", "path"),
    [
        (b"/", "/"),
        (b"/%E4%B8%AD.txt", "/中.txt"),
        (b"/a%2Fb", "/a/b"),
        (b"/a/../b", "/a/../b"),
        (b"http://h:80/en/feed.ics?q", "/en/feed.ics"),
        (b"HTTPS://h", "/"),
        (b"/%zz", "/%zz"),
    ],
)
def test_paths(target, path):
    assert parse(b"GET " + target + b" HTTP/1.1" + HOST).path == path


@pytest.mark.parametrize(
    ("head", "closing"),
    [
        (b"GET / HTTP/1.1\r\nHost: h", False),
        (b"GET / HTTP/1.1\r\nHost: h\r\nConnection: Close", True),
        (b"GET / HTTP/1.0", True),
        (b"GET / HTTP/1.0\r\nConnection: Keep-Alive", False),
    ],
)
def test_connections_stay_as_the_client_wishes(head, closing):
    assert parse(head).closing == closing


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"", 400),
        (b"GET /", 400),
        (b"GET  / HTTP/1.1" + HOST, 400),
        (b"GET / HTTP/1.1", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nHost: h", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\n folded", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nName : x", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nx: a\x00b", 400),
        (b"GET / HTTP/1.1\r\nHost: h\nx: y", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 5", 400),
        (b"GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked", 400),
        (b"GET /%ff HTTP/1.1" + HOST, 400),
        (b"GET ftp://h/ HTTP/1.1" + HOST, 400),
        (b"GET * HTTP/1.1" + HOST, 400),
        (b"GET /\xe4 HTTP/1.1" + HOST, 400),
        (b"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5", 405),
        (b"OPTIONS * HTTP/1.1" + HOST, 405),
        (b"get / HTTP/1.1" + HOST, 405),
        (b"GET / HTTP/2.0" + HOST, 505),
    ],
)
def test_what_is_not_plainly_http_is_refused(head, status):
    with pytest.raises(Refused) as refused:
        parse(head)
    assert refused.value.status == status


def answered(head):
    try:
        return 200 if parse(head).path.startswith("/") else 0
    except Refused as refused:
        return refused.status


@settings(deadline=None)
@given(head=st.binary(max_size=80) | st.binary(max_size=40).map(lambda rest: b"GET /" + rest + b" HTTP/1.1" + HOST))
def test_no_head_is_too_strange_to_be_answered(head):
    assert answered(head) in (200, 400, 405, 505)


def test_the_log_does_not_learn_restricted_paths():
    for target in (b"/restricted/k3v9/x.ics", b"/%72estricted/k3v9/x.ics", b"http://h/restricted/k3v9"):
        assert parse(b"GET " + target + b" HTTP/1.1" + HOST).logged == "GET /restricted/... HTTP/1.1"
