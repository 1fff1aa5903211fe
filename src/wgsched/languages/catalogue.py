"""Catalogues of wordings, ``.po`` files, as Babel reads and writes them.

The context of an entry is its code, the id is the English wording, and an entry that is marked fuzzy is used. The
English wording has one place, the English catalogue: `updated` carries a change of it into the others.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, unescape, write_po
from babel.plural import to_gettext

from wgsched.errors import BadInput, Fault
from wgsched.languages.plurals import locale
from wgsched.languages.vocabulary import CATEGORIES

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_HEADER = """\
# {name} wordings of wgsched.
#
# The context of an entry is its code. An entry marked fuzzy is used, and is
# still to be reviewed. The comment above an entry names the document in
# which its wording was seen.
#"""


def read(content: bytes, file: str) -> Catalog:
    """Read a catalogue.

    Raises:
        BadInput: it is no ``.po`` file in UTF-8.
    """
    try:
        catalog = read_po(io.BytesIO(content), abort_invalid=True)
    except PoFileError as wrong:
        raise BadInput(Fault(str(wrong).rpartition(" on ")[0], file, wrong.lineno + 1)) from None
    except (UnicodeError, LookupError, ValueError, IndexError) as wrong:
        raise BadInput(Fault(f"this is not a .po file in UTF-8: {wrong}", file)) from None
    catalog.fuzzy = False
    for message in (*entries(catalog), *catalog.obsolete.values()):
        _separate(message)
    return catalog


def _separate(message: Message) -> None:
    """Take the earlier English wording from the comments, where Babel leaves it."""
    earlier = [comment[1:].strip() for comment in message.user_comments if comment.startswith("|")]
    message.user_comments = [comment for comment in message.user_comments if not comment.startswith("|")]
    parts = re.split(r"msgid(?:_plural)? ", " ".join(earlier))[1:]
    message.previous_id = ["".join(unescape(piece) for piece in _QUOTED.findall(part)) for part in parts]


def write(catalog: Catalog) -> bytes:
    """Return the bytes of a catalogue, as Babel writes it."""
    file = io.BytesIO()
    write_po(file, catalog, include_previous=True)
    return file.getvalue()


def entries(catalog: Catalog) -> Iterator[Message]:
    """Yield the entries, without the header."""
    return (message for message in catalog if message.id)


def stale(catalog: Catalog) -> tuple[str, ...]:
    """Return the codes of entries whose English wording has changed since they were translated."""
    return tuple(str(message.context) for message in entries(catalog) if message.previous_id)


def texts(message: Message) -> tuple[str, ...]:
    """Return the wording of an entry in all its forms."""
    return tuple(message.string) if isinstance(message.string, list | tuple) else (str(message.string),)


def ids(message: Message) -> tuple[str, ...]:
    """Return the English wording of an entry: alone, or for one and for many."""
    return tuple(message.id) if isinstance(message.id, list | tuple) else (message.id,)


def categories(code: str) -> tuple[str, ...]:
    """Return the plural categories of a language, in the order of the forms of an entry."""
    tags = locale(code).plural_form.tags
    return tuple(name for name in CATEGORIES if name in tags or name == "other")


def plural_forms(code: str) -> str:
    """Return the header ``Plural-Forms`` of a language: CLDR's rules for whole numbers."""
    # CLDR's ``e`` is the exponent of a number written in the compact form, and gettext knows ``n`` alone.
    return re.sub(r"\be\b", "0", to_gettext(locale(code).plural_form))


def blank(code: str, english: Catalog) -> Catalog:
    """Return the catalogue of a new language, without entries."""
    name = locale(code).get_display_name("en")
    made = Catalog(header_comment=_HEADER.format(name=name), fuzzy=False, charset="utf-8")
    headers = dict(english.mime_headers)
    made.mime_headers = [*{**headers, "Language": code, "Plural-Forms": plural_forms(code)}.items()]
    return made


def updated(catalog: Catalog, english: Catalog) -> Catalog:
    """Return a catalogue with the entries and the English wordings of the English one, in its order.

    An entry whose English wording has changed becomes fuzzy and keeps the earlier one; one that English no longer has
    becomes obsolete.
    """
    made = Catalog(header_comment=catalog.header_comment, fuzzy=False, charset="utf-8")
    made.mime_headers = catalog.mime_headers
    own = {message.context: message for message in entries(catalog)}
    for message in entries(english):
        entry = _entry(own.pop(message.context, None), message, made.num_plurals)
        if catalog is english:
            entry.flags, entry.previous_id = message.flags, []
        made[entry.id] = entry
    made.obsolete.update(catalog.obsolete)
    made.obsolete.update({str(code): message for code, message in own.items()})
    return made


def _entry(own: Message | None, english: Message, count: int) -> Message:
    wording = texts(english)
    usual = (wording[0], wording[-1]) if english.pluralizable else wording[0]
    known = texts(own) if own else ("",)
    forms = (known if len(known) == count else known[-1:] * count) if english.pluralizable else known[-1]
    changed = own is not None and own.id != usual
    earlier = () if own is None else own.previous_id or (ids(own) if changed else ())
    return Message(
        usual,
        forms,
        english.locations,
        {*(own.flags if own else ()), *(("fuzzy",) if changed else ())},
        english.auto_comments,
        own.user_comments if own else (),
        earlier,
        context=english.context,
    )
