"""The limits alone, around an application that takes bodies, as a page that can be edited does."""

import contextlib
import threading

import pytest
from serving import Running
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from wgsched.publishing.server.limits import ServerLimits
from wgsched.publishing.server.serving import Server


async def length(request):
    return PlainTextResponse(str(len(await request.body())))


async def at_once(request):
    return PlainTextResponse("at once")


@pytest.fixture
def server():
    app = Starlette(routes=[Route("/length", length, methods=["POST"]), Route("/at-once", at_once, methods=["POST"])])
    limits = ServerLimits(methods=frozenset({"POST"}), body_bytes=200_000, head_seconds=1, idle_seconds=1)
    known, stop, address = threading.Event(), threading.Event(), []

    def ready(*there):
        address.append(there)
        known.set()

    running = Server(app, "127.0.0.1", 0, limits=limits, note=lambda *refusal: None, ready=ready, stop=stop)
    thread = threading.Thread(target=running.run)
    thread.start()
    assert known.wait(60)
    yield (client := Running(address[0], None, None, stop, thread))
    client.end()


def post(path, size, sent):
    return f"POST {path} HTTP/1.1\r\nHost: h\r\nContent-Length: {size}\r\n\r\n".encode() + b"x" * sent


def received(server, raw):
    with server.connect() as wire, contextlib.suppress(ConnectionResetError):
        wire.sendall(raw)
        said = b""
        while piece := wire.recv(65536):
            said += piece
            yield said


def test_a_body_within_the_limit_is_taken_whole(server):
    *_, said = received(server, post("/length", 200_000, 200_000) * 2)
    assert said.count(b"\r\n\r\n200000") == 2


def test_a_body_over_the_limit_is_refused_before_it_is_read(server):
    *_, said = received(server, post("/length", 200_001, 9))
    assert said.startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("path", ["/length", "/at-once"])
@pytest.mark.parametrize("sent", [9, 99])
def test_who_never_ends_a_body_or_never_asks_again_is_let_go(server, path, sent):
    said = list(received(server, post(path, 99, sent)))
    assert (said == []) == (path == "/length" and sent == 9)
