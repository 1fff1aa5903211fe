"""Measures the embedded server with wrk: answers on one core, memory, and what a thousand idlers change.

Answers are counted by the second of the clock and by the second that the server had the core: where others use the
machine too, only the latter says what the server can do.

One command: ``.venv/bin/python tests/benchmarks/serve.py [SECONDS]``. wrk is installed by ``make clients``.
"""

import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from wgsched.publishing.folder import open_folder

FEED = b"BEGIN:VCALENDAR\r\n" + b"DESCRIPTION:Implementation of recommendations\r\n" * 2_370 + b"END:VCALENDAR\r\n"
IDLERS = 1_000
PROGRAM = """
import sys
from wgsched.publishing.server import serve
with open(sys.argv[2], "w") as log:
    serve(sys.argv[1], port=0, log=log, ready=lambda host, port: print(port, flush=True))
"""


def on_core(core, command):
    """Return a command that stays on one core."""
    return ["taskset", "-c", str(core), *command]


def processor_s(process):
    """Return the processor time that a process has had so far."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def answers(server, url, seconds, *headers):
    """Return what 32 clients of wrk got by the second of the clock, and by that of the server's processor time.

    An answer but 2xx and 3xx, or an error of a socket, ends the measurement.
    """
    options = [part for header in headers for part in ("-H", header)]
    core = (os.cpu_count() or 1) - 1
    command = on_core(core, ["wrk", "-t1", "-c32", f"-d{seconds}", *options, url])
    before = processor_s(server)
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    used = processor_s(server) - before
    if "Non-2xx" in said or "Socket errors" in said:
        sys.exit(said)
    count = int(re.search(r"(\d+) requests in", said)[1])
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), count / used


def resident_kb(process):
    return int(re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text())[1])


def idle_connections(stack, port):
    """Open a thousand connections; half of them begin a request and never end it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, IDLERS + 100)), hard))
    for number in range(IDLERS):
        wire = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
        wire.sendall(b"GET / HTTP/1.1\r\nX-Slow"[: 20 * (number % 2)])


def measure(seconds):
    """Return what was asked for with the answers to it, and the server's memory in kB."""
    with tempfile.TemporaryDirectory() as work:
        with open_folder(Path(work) / "site") as site:
            site.publish({"feed.ics": FEED}, {}, datetime(2009, 4, 20, tzinfo=UTC))
        command = on_core(0, [sys.executable, "-c", PROGRAM, f"{work}/site", f"{work}/log"])
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            port = int(server.stdout.readline())
            return dict(_measured(server, port, seconds)), resident_kb(server)
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=10)


def _measured(server, port, seconds):
    url = f"http://127.0.0.1:{port}/feed.ics"
    with urllib.request.urlopen(url) as reply:
        tag = reply.headers["ETag"]
    conditional = f"If-None-Match: {tag}"
    yield "304, by tag", answers(server, url, seconds, conditional)
    yield "304, by date", answers(server, url, seconds, "If-Modified-Since: Mon, 20 Apr 2009 00:00:00 GMT")
    yield f"200, {len(FEED) // 1000} kB plain", answers(server, url, seconds)
    yield "200, gzip", answers(server, url, seconds, "Accept-Encoding: gzip")
    with ExitStack() as idlers:
        idle_connections(idlers, port)
        yield f"304, by tag, beside {IDLERS} idle connections", answers(server, url, seconds, conditional)


def main():
    if shutil.which("wrk") is None:
        sys.exit("wrk is missing: sh tests/clients/install_server.sh")
    figures, memory = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    print("  a second, a second of the server's processor time")
    for what, (wall, processor) in figures.items():
        print(f"{wall:>10,.0f} {processor:>10,.0f}  {what}")
    print(f"{memory:>10,} kB  memory of the server")


if __name__ == "__main__":
    main()
