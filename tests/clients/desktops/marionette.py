"""Speaks with a Mozilla program through the door it has for tests, on loopback."""

from __future__ import annotations

import json
import socket

ANSWER_SECONDS = 120


class Marionette:
    """A session in the program itself, not in a page that it shows."""

    def __init__(self, port: int) -> None:
        self._wire = socket.create_connection(("127.0.0.1", port), ANSWER_SECONDS)
        self._stream = self._wire.makefile("rb")
        self._asked = 0
        self._read()
        self._ask("WebDriver:NewSession", {"capabilities": {}})
        self._ask("Marionette:SetContext", {"value": "chrome"})

    def run(self, script: str, *given: object) -> object:
        """Run a script, wait for what it promises, and return that."""
        return self._ask("WebDriver:ExecuteScript", {"script": script, "args": given})["value"]

    def close(self) -> None:
        """Hang up."""
        self._stream.close()
        self._wire.close()

    def _ask(self, name: str, parameters: dict[str, object]) -> dict[str, object]:
        self._asked += 1
        message = json.dumps([0, self._asked, name, parameters]).encode()
        self._wire.sendall(b"%d:%s" % (len(message), message))
        _, number, error, found = self._read()
        assert (number, error) == (self._asked, None), f"{name}: {error}"
        return found

    def _read(self) -> list:
        length = b""
        while (octet := self._stream.read(1)) != b":":
            assert octet, "the program hung up"
            length += octet
        return json.loads(self._stream.read(int(length)))
