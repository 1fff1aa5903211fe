"""``wgsched compare``: what changed from one programme to another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.inputs import read_either
from wgsched.cli.output import say, say_json


def compare(
    before: Annotated[Path, typer.Argument(help="The earlier programme.")],
    after: Annotated[Path, typer.Argument(help="The later programme.")],
    *,
    language: Annotated[str, typer.Option(help="The language of the sentences.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
) -> None:
    """Say what changed, item by item and meeting by meeting."""
    from wgsched.checking import compare as find_changes
    from wgsched.checking.comparison import sentences
    from wgsched.languages import lexicon

    later = read_either(after)
    said = list(sentences(find_changes(read_either(before), later), lexicon(language, later.session)))
    if as_json:
        say_json([{"kind": change.kind, "key": change.key, "sentence": sentence} for change, sentence in said])
    else:
        say(*([sentence for _, sentence in said] or ["Nothing has changed."]))
