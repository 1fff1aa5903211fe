"""Reads session files; and the one to start from."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from wgsched.errors import BadInput, Fault
from wgsched.files.building.session import built
from wgsched.files.faults import Faults
from wgsched.files.nodes import MappingNode, leaves
from wgsched.files.octets import FORBIDDEN
from wgsched.files.shape import SessionShape, shape_of
from wgsched.files.source import read_nodes
from wgsched.model import Session


def read_session(path: str | os.PathLike[str]) -> Session:
    """Read a session file, YAML or JSON.

    Raises:
        BadInput: the file cannot be read, or something in it is wrong; every fault is named with its place.
    """
    return session_from(content_of(path), str(path))


def session_from(content: bytes | str, name: str = "session.yaml") -> Session:
    """Read a session from the content of a file of this name.

    Raises:
        BadInput: something in it is wrong; every fault is named with its place.
    """
    return session_and_shape(content, name)[0]


def session_and_shape(content: bytes | str, name: str) -> tuple[Session, SessionShape]:
    """Read a session, and what its file says, as it is written there.

    Raises:
        BadInput: something in it is wrong; every fault is named with its place.
    """
    root = read_nodes(content, name)
    faults = Faults(name, root)
    if not isinstance(root, MappingNode):
        faults.at((), "is not a session file: expected a mapping", "`wgsched new` writes one to start from.")
        faults.done()
    escapes = b"\\" in content if isinstance(content, bytes) else "\\" in content
    for leaf in leaves(root) if escapes else ():  # what is written without an escape was looked at before
        if control := FORBIDDEN.search(leaf.text):
            faults.on(leaf.mark, f"holds the control character U+{ord(control.group()):04X}")
    shape = shape_of(SessionShape, root, faults)
    return built(shape, faults, Path(name).stem), shape


def content_of(path: str | os.PathLike[str]) -> bytes:
    """Return what is in a file.

    Raises:
        BadInput: it cannot be read.
    """
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise BadInput(Fault(f"cannot be read: {error.strerror or error}", str(path))) from None
    except ValueError as error:
        raise BadInput(Fault(f"cannot be read: {error}", repr(path))) from None


def starter() -> str:
    """Return a commented session file of two days, valid as it stands."""
    return (files("wgsched.files") / "starter.yaml").read_text(encoding="utf-8")
