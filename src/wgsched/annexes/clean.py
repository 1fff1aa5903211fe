"""Text that cannot harm a reader, whatever a file or a stranger put into it."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

# Control characters (XML 1.0 has no way to write them), marks that reorder or hide what a reader sees,
# a byte order mark inside text, interlinear annotations and the invisible tag characters.
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"
    "\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)

# Half a surrogate pair and the noncharacters cannot be encoded: they become the replacement character.
_BROKEN = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """Text without control characters, bidirectional overrides or broken characters.

    The directional marks U+200E, U+200F and U+061C stay: they order hours in Arabic and cannot reach past a neighbour.
    Every line end becomes a line feed, a tab becomes a space.
    """
    if text.isprintable():  # none of the characters below is
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _BROKEN.sub("\ufffd", _HARMFUL.sub("", text))
