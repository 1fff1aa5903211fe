"""Paths that nobody can guess, for feeds that are not for everybody (an interpreter's roster, a draft)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from wgsched.errors import FolderError
from wgsched.files.disk import sync
from wgsched.files.writing import write_once

RESTRICTED = "restricted"
"""Files below a folder of this name, at the top, are for those only who were given the path."""

SECRET_BYTES = 32
TOKEN_BYTES = 20


def is_restricted(path: str) -> bool:
    """Return whether a public file is for those only who were given its path."""
    return path.startswith(f"{RESTRICTED}/")


def restricted_path(secret: bytes, name: str) -> str:
    """Return the public path of a restricted file: the same for the same secret and name, 160 bits hard to guess."""
    digest = hmac.digest(secret, name.encode(), hashlib.sha256)[:TOKEN_BYTES]
    token = base64.b32encode(digest).decode().lower()
    return f"{RESTRICTED}/{token}/{name}"


def kept_secret(path: Path, fresh: Callable[[int], bytes] = secrets.token_bytes) -> bytes:
    """Return the secret in a file that only its owner may read; made once, then kept, so that paths stay.

    Raises:
        FolderError: when the file holds something else; a new secret would cut off all who subscribed.
        OSError: when the disk refuses.
    """
    if not path.exists():
        with suppress(FileExistsError):  # another process was faster
            write_once(path, fresh(SECRET_BYTES), mode=0o600)
        sync(path.parent)
    secret = path.read_bytes()
    if len(secret) != SECRET_BYTES:
        raise FolderError(
            path, "was not written by wgsched", hint="Put it back from a backup, or remove it for new paths."
        )
    return secret
