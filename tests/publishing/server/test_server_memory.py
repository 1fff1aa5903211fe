"""A million conditional requests leave the server as small as the first ones did."""

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
PROGRAM = """
import sys
from wgsched.publishing.server import serve
with open(sys.argv[2], "w") as log:
    serve(sys.argv[1], port=0, log=log, ready=lambda host, port: print(port, flush=True))
"""


def resident_kb(process):
    return int(re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text())[1])


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
    command = [sys.executable, "-c", PROGRAM, str(site), str(tmp_path / "access.log")]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        server = Running(("127.0.0.1", int(program.stdout.readline())), site, None, None, None)
        full = server.get("/en/feed.ics")
        assert full.body == FEED
        head = f"GET /en/feed.ics HTTP/1.1\r\n{HOST}\r\nIf-None-Match: {full.headers['etag']}\r\n\r\n".encode()
        asked(server, head, WARM)
        before = resident_kb(program)
        asked(server, head, REQUESTS - WARM)
        grown = resident_kb(program) - before
    finally:
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=60)
    print(f"{before} kB after {WARM}, {grown:+} kB after {REQUESTS}")
    assert grown < ALLOWED_GROWTH_KB
    with (tmp_path / "access.log").open() as log:
        assert sum(1 for _ in log) == REQUESTS + 1
