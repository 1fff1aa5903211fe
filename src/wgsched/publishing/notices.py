"""What changed, for those whose calendars do not tell them: an Atom feed, and a plain text for each publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from wgsched.feeds.folding import clean

if TYPE_CHECKING:
    from pendulum import DateTime

    from wgsched.model import Language
    from wgsched.publishing.edition import Edition
    from wgsched.publishing.pages.telling import Told

ATOM = "http://www.w3.org/2005/Atom"
SHOWN = 50
"""Publications in the Atom feed; older ones stay on the page."""


def notice(edition: Edition, language: Language, told: Told) -> bytes:
    """Return a publication as a plain text for e-mail and notice boards."""
    say, writer = edition.lexicon(language).phrase, edition.writer(language)
    site = edition.draft.settings["site"]
    changes = told.changes or ((say("no-changes"),) if told.number > 1 else ())
    lines = [
        say("notice-title", body=writer.name()) if told.number > 1 else writer.name(),
        told.said,
        told.reason,
        "",
        *(f"- {change}" for change in changes),
        *([f"\n{site.rstrip('/')}/{language}/index.html"] if site else []),
    ]
    return ("\n".join(lines).rstrip() + "\n").encode()


def atom(edition: Edition, language: Language, tellings: list[Told]) -> bytes:
    """Return the changes as an Atom feed, RFC 4287; the latest first."""
    say, name = edition.lexicon(language).phrase, edition.writer(language).name()
    root = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    SubElement(root, "title").text = clean(say("notice-title", body=name))
    SubElement(root, "id").text = _identity(edition, language)
    SubElement(root, "updated").text = _utc(tellings[0].moment)
    SubElement(SubElement(root, "author"), "name").text = clean(name)
    for link in _links(edition, language):
        SubElement(root, "link", link)
    for told in tellings[:SHOWN]:
        root.append(_entry(edition, language, told))
    indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _entry(edition: Edition, language: Language, told: Told) -> Element:
    entry = Element("entry")
    SubElement(entry, "title").text = clean(told.said)
    SubElement(entry, "id").text = _identity(edition, language, str(told.number))
    SubElement(entry, "updated").text = _utc(told.moment)
    SubElement(entry, "link", {"rel": "alternate", "href": f"index.html#publication-{told.number}"})
    SubElement(entry, "content", {"type": "text"}).text = clean("\n".join((told.reason, *told.changes)))
    return entry


def _links(edition: Edition, language: Language) -> Iterator[dict[str, str]]:
    site = edition.draft.settings["site"]
    base = f"{site.rstrip('/')}/{language}/" if site else ""
    yield {"rel": "self", "type": "application/atom+xml", "href": f"{base}changes.atom"}
    yield {"rel": "alternate", "type": "text/html", "hreflang": language, "href": f"{base}index.html"}


def _identity(edition: Edition, *parts: str) -> str:
    return uuid5(NAMESPACE_URL, "/".join(("wgsched", edition.programme.session.key, *parts))).urn


def _utc(moment: DateTime) -> str:
    return moment.in_timezone("UTC").format("YYYY-MM-DDTHH:mm:ss[Z]")
