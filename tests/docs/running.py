"""Runs the steps of a page in an empty folder that has only ``examples/`` in it."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.docs.pages import Step, commands, matches, patched
from wgsched.cli import main

SERVER = "import sys; from wgsched.cli import main; sys.exit(main(sys.argv[1:]))"


class Run:
    """One page being followed: its folder is the working directory, its Python is one session."""

    def __init__(self, stack: contextlib.ExitStack) -> None:
        self._stack = stack
        self._names: dict[str, object] = {"__name__": "__page__"}
        self._printed = ""

    def follow(self, step: Step) -> None:
        """Do what a fence says."""
        if step.shown:
            self._printed = ""
        elif step.mark == "file":
            Path(step.what).write_text(step.body, "utf-8")
        elif step.mark == "edit":
            file = Path(step.what)
            file.write_text(patched(file.read_text("utf-8"), step.body), "utf-8")
        elif step.language == "text":
            assert self._printed, f"line {step.line}: nothing was printed before it"
            assert matches(step.body, self._printed), f"line {step.line}: printed was\n{self._printed}"
        else:
            self._printed = self._python(step) if step.language == "python" else self._shell(step)

    def _python(self, step: Step) -> str:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(compile("\n" * step.line + step.body, "page", "exec"), self._names)
        return out.getvalue()

    def _shell(self, step: Step) -> str:
        *first, last = commands(step.body)
        ends = int(step.what) if step.mark == "exit" else 0
        return "".join((*(self._command(each, 0) for each in first), self._command(last, ends)))

    def _command(self, line: str, ends: int) -> str:
        program, *arguments = shlex.split(line)
        assert program == "wgsched", f"mark it as shown, or write it in Python: {line}"
        if arguments[0] == "serve":
            return self._serve(arguments)
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = main(arguments)
        out.seek(0)
        printed = out.read()
        assert code == ends, f"{line}\nended with {code}, not {ends}:\n{printed}"
        return printed

    def _serve(self, arguments: list[str]) -> str:
        """Start the server, on a free port and until the page ends, and fetch its first page."""
        command = [sys.executable, "-c", SERVER, *arguments, "--port", "0"]
        server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUTF8": "1"})
        self._stack.callback(_stop, server)
        said = server.stderr.readline()
        address = said.split(" at ")[1].split()[0]
        with urllib.request.urlopen(address) as reply:
            assert reply.status == 200
        return said


def _stop(server: subprocess.Popen) -> None:
    server.send_signal(signal.SIGTERM)
    server.communicate(timeout=60)
