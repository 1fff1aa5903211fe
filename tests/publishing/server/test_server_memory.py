"""The server stays small, whatever it is asked, and however often."""

import contextlib
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from serving import FEED, HOST, Running

REQUESTS, WARM, AT_ONCE = 1_000_000, 200_000, 100
ALLOWED_GROWTH_KB = 2560
"""Two arenas of the allocator and a half. The smallest object there is, kept for each request, would be 12,500 kB."""
MOST_FOR_ONE_KB = 1536
"""What one connection may cost: two pieces of what was read, the heads of one piece, and its answer."""
MEGABYTE = 1 << 20
PROGRAM = """
import sys
from wgsched.publishing.server import serve
with open(sys.argv[2], "w") as log:
    serve(sys.argv[1], port=0, log=log, ready=lambda host, port: print(port, flush=True))
"""


def kb(process, what):
    return int(re.search(rf"{what}:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text())[1])


@contextlib.contextmanager
def program(site, log):
    process = subprocess.Popen([sys.executable, "-c", PROGRAM, str(site), str(log)], stdout=subprocess.PIPE, text=True)
    try:
        yield process, Running(("127.0.0.1", int(process.stdout.readline())), site, None, None, None)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


@pytest.mark.parametrize(
    "begin", [b"GET / HTTP/1.1\r\nHost: h\r\nX: ", b"GET /", b"GET / HTTP/1.1\r\n" + b"Y: y\r\n" * 9]
)
def test_a_head_without_end_is_not_kept(site, tmp_path, begin):
    with program(site, tmp_path / "access.log") as (process, server):
        server.get("/")
        before = kb(process, "VmRSS")
        with server.connect() as wire, contextlib.suppress(OSError):
            wire.sendall(begin)
            for _ in range(64):
                wire.sendall(b"y" * MEGABYTE)
        assert kb(process, "VmRSS") - before < ALLOWED_GROWTH_KB
        assert server.get("/").status == 200


def test_requests_that_all_come_at_once_are_taken_up_one_after_another(site, tmp_path):
    with program(site, tmp_path / "access.log") as (process, server), contextlib.ExitStack() as stack:
        server.get("/annex.pdf")
        before = kb(process, "VmHWM")
        wires = [stack.enter_context(server.connect()) for _ in range(50)]
        for wire in wires:
            wire.setblocking(False)
            wire.send(b"GET /annex.pdf HTTP/1.1\r\nHost:\r\n\r\n" * 10_000)
        assert server.get("/").status == 200
        grown = kb(process, "VmHWM") - before
    assert grown < 50 * MOST_FOR_ONE_KB


def asked(server, head, times):
    with server.connect() as wire:
        for _ in range(times // AT_ONCE):
            wire.sendall(head * AT_ONCE)
            got = b""
            while got.count(b"\r\n\r\n") < AT_ONCE:
                got += wire.recv(1 << 16)
            assert got.count(b"HTTP/1.1 304 Not Modified\r\n") == AT_ONCE


@pytest.mark.long
def test_memory_stays_flat_over_a_million_requests(site, tmp_path):
    with program(site, tmp_path / "access.log") as (process, server):
        full = server.get("/en/feed.ics")
        assert full.body == FEED
        head = f"GET /en/feed.ics HTTP/1.1\r\n{HOST}\r\nIf-None-Match: {full.headers['etag']}\r\n\r\n".encode()
        asked(server, head, WARM)
        before = kb(process, "VmRSS")
        asked(server, head, REQUESTS - WARM)
        grown = kb(process, "VmRSS") - before
    print(f"{before} kB after {WARM}, {grown:+} kB after {REQUESTS}")
    assert grown < ALLOWED_GROWTH_KB
    with (tmp_path / "access.log").open() as log:
        assert sum(1 for _ in log) == REQUESTS + 1
