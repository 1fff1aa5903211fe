"""An evening file from the lines of a form."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

_BLOCKS = {
    "held": ("item", ("outcome", "at")),
    "meetings": ("meeting", ("is", "room", "opens", "closes")),
    "move": ("item", ("to", "from", "before")),
}
"""The blocks of an evening file: what its entries are named after, and what each may say."""


def evening_file(form: Sequence[tuple[str, str]]) -> bytes:
    """Return the evening file that a form asks for; a line that names nothing, or says nothing, is left out.

    A field of a block is called ``held.item``, and is there once for each line.
    """
    single = dict(form)
    lines = [f"moment: {_text(single.get('moment', ''))}"]
    for block, (name, says) in _BLOCKS.items():
        entries = list(_entries(form, block, name, says))
        if entries:
            lines += [f"{block}:", *entries]
    if single.get("issue", "none") != "none":
        lines.append(f"issue: {_text(single['issue'])}")
    if reason := single.get("words", "").strip() or single.get("reason", ""):
        lines.append(f"reason: {_text(reason)}")
    return ("\n".join(lines) + "\n").encode()


def _entries(form: Sequence[tuple[str, str]], block: str, name: str, says: Sequence[str]) -> Iterator[str]:
    columns = [[value.strip() for field, value in form if field == f"{block}.{each}"] for each in (name, *says)]
    for named, *values in zip(*columns, strict=False):
        said = [f"{key}: {_text(value)}" for key, value in zip(says, values, strict=True) if value]
        if named and said:
            yield f"  {_text(named)}: {{{', '.join(said)}}}"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
