"""A server that runs, and a client that says exactly what it is told to say."""

import io
import resource
import socket
import threading
from dataclasses import dataclass
from pathlib import Path

HOST = "Host: wgsched.example"
FEED = b"BEGIN:VCALENDAR\r\n" + b"X-FILL:fill\r\n" * 500 + b"END:VCALENDAR\r\n"
FILES = {
    "index.html": b"<!doctype html><title>Programme</title>",
    "en/feed.ics": FEED,
    "en/index.html": b"<!doctype html><title>English</title>",
    "中文.txt": "议程".encode(),
    "annex.pdf": bytes(range(256)) * 2048,
    "restricted/k3v9q2mfz7/roster.ics": FEED,
}


@dataclass
class Reply:
    status: int
    headers: dict
    body: bytes


@dataclass
class Running:
    address: tuple
    site: Path
    log: io.StringIO
    stop: threading.Event
    thread: threading.Thread

    def end(self):
        self.stop.set()
        self.thread.join(60)
        assert not self.thread.is_alive()

    @staticmethod
    def wish_for_files(number):
        """Let this process, which is both server and clients, have that many open."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < number:
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(number, hard), hard))

    def connect(self):
        return socket.create_connection(self.address, timeout=60)

    def get(self, path, *headers, method="GET"):
        """Ask on a connection of its own and read all there is."""
        with self.connect() as wire:
            return ask(wire, path, *headers, "Connection: close", method=method)

    def said(self, raw):
        """Send these bytes and return all that comes back until the server ends the connection."""
        with self.connect() as wire:
            wire.sendall(raw)
            return everything(wire)


def everything(wire):
    pieces = []
    while piece := wire.recv(65536):
        pieces.append(piece)
    return b"".join(pieces)


def ask(wire, path, *headers, method="GET"):
    lines = [f"{method} {path} HTTP/1.1", HOST, *headers]
    wire.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
    with wire.makefile("rb") as stream:
        return read_reply(stream, method)


def read_reply(stream, method="GET"):
    status = int(stream.readline().split()[1])
    headers = {}
    while line := stream.readline().strip():
        name, _, value = line.decode("ascii").partition(": ")
        assert name.lower() not in headers, f"{name} stands twice"
        headers[name.lower()] = value
    has_body = method != "HEAD" and status != 304
    return Reply(status, headers, stream.read(int(headers["content-length"])) if has_body else b"")
