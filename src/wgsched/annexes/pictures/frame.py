"""What every picture says around its drawing."""

from __future__ import annotations

from wgsched.annexes.clean import clean
from wgsched.annexes.layouts.sheet import Sheet


def frame(sheet: Sheet) -> dict[str, object]:
    """Return the language, its direction, the body and the symbol of the document."""
    session = sheet.programme.session
    return {
        "language": sheet.words.code,
        "direction": sheet.words.direction,
        "body": clean(sheet.text(session.body.short or session.body.title)),
        "symbol": clean(session.symbol),
    }
