"""The session file to start from."""

from __future__ import annotations

from importlib.resources import files


def starter() -> str:
    """Return a commented session file of two days, valid as it stands."""
    return (files("wgsched.files") / "starter.yaml").read_text(encoding="utf-8")
