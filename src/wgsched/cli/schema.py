"""``wgsched schema``: the JSON Schema of the session file."""

from __future__ import annotations

from wgsched.cli.output import say_json


def schema() -> None:
    """Print the JSON Schema of the session file, for editors."""
    from wgsched import files

    say_json(files.schema())
