"""Reads evening files."""

from __future__ import annotations

import os

from wgsched.files.faults import Faults
from wgsched.files.nodes import MappingNode
from wgsched.files.sessions import content_of
from wgsched.files.shape.decoder import shape_of
from wgsched.files.shape.evening import EveningShape
from wgsched.files.source import read_nodes
from wgsched.model import Language


def read_evening(path: str | os.PathLike[str], original: Language) -> tuple[EveningShape, Faults]:
    """Return what an evening file says, and its faults, to which those are added of what it asks for.

    A bare text is in the ``original`` language.

    Raises:
        BadInput: the file cannot be read, or is not one; every fault is named with its place.
    """
    root = read_nodes(content_of(path), str(path))
    faults = Faults(str(path), root)
    if not isinstance(root, MappingNode):
        faults.at((), "is not an evening file: expected a mapping", "It begins with moment: Tue 18:00.")
        faults.done()
    return shape_of(EveningShape, root, faults, original), faults
