"""What changed, for those whose calendars do not tell them: an Atom feed, and a plain text for each publication."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pendulum import DateTime

from wgsched.feeds.folding import clean
from wgsched.publishing.edition import Version
from wgsched.publishing.telling import Told

ATOM = "http://www.w3.org/2005/Atom"
SHOWN = 50
"""Publications in the Atom feed; older ones stay on the page."""


def notice(version: Version, told: Told) -> bytes:
    """Return a publication as a plain text for e-mail and notice boards: first what changes."""
    say, site = version.say, version.edition.site
    changes = told.changes or ((say("no-changes"),) if told.number > 1 else ())
    lines = [
        subject(version, told),
        "",
        *[f"- {change}" for change in changes],
        *([""] if changes else []),
        told.said,
        told.reason,
        *([f"\n{site.at(f'{version.language}/index.html')}"] if site else []),
    ]
    return ("\n".join(lines).rstrip() + "\n").encode()


def subject(version: Version, told: Told) -> str:
    """Return the subject of a notice."""
    name = version.writer.body
    return version.say("notice-title", body=name) if told.number > 1 else name


def atom(version: Version) -> bytes:
    """Return the changes as an Atom feed, RFC 4287; the latest first."""
    language, name, site = version.language, clean(version.writer.body), version.edition.site
    base = site.at(f"{language}/") if site else ""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    SubElement(root, "title").text = clean(version.say("notice-title", body=version.writer.body))
    SubElement(root, "id").text = _identity(version)
    SubElement(root, "updated").text = _utc(version.latest.moment)
    SubElement(SubElement(root, "author"), "name").text = name
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}changes.atom"})
    page = {"rel": "alternate", "type": "text/html", "hreflang": language, "href": f"{base}index.html"}
    SubElement(root, "link", page)
    root.extend([_entry(version, told) for told in version.told[:SHOWN]])
    return xml(root)


def _entry(version: Version, told: Told) -> Element:
    entry = Element("entry")
    SubElement(entry, "title").text = clean(told.said)
    SubElement(entry, "id").text = _identity(version, str(told.number))
    SubElement(entry, "updated").text = _utc(told.moment)
    SubElement(entry, "link", {"rel": "alternate", "href": f"index.html#publication-{told.number}"})
    SubElement(entry, "content", {"type": "text"}).text = clean("\n".join((told.reason, *told.changes)))
    return entry


def _identity(version: Version, *parts: str) -> str:
    key = version.edition.programme.session.key
    return uuid5(NAMESPACE_URL, "/".join(("wgsched", key, version.language, *parts))).urn


def _utc(moment: DateTime) -> str:
    return moment.in_timezone("UTC").format("YYYY-MM-DDTHH:mm:ss[Z]")


def xml(root: Element) -> bytes:
    """Return an element as a file."""
    indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"
