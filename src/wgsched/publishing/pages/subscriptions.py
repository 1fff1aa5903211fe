"""What a page says about a feed that can be subscribed to: its addresses, and the same as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import segno

from wgsched.feeds import View
from wgsched.publishing.edition import Version


@dataclass(frozen=True)
class Subscription:
    """A feed on a page in its language. ``file`` is its path from that page; ``address`` where it is served, if known.

    Without a known address a script on the page makes it from the page's own.
    """

    name: str
    file: str
    address: str = ""

    @classmethod
    def to(cls, version: Version, view: View, name: str, up: str = "") -> Subscription:
        """Return the subscription to a view, for a page that is ``up`` folders below the feeds of its language."""
        site = version.edition.site
        return cls(name, f"{up}{view.stem}.ics", site.feed(version.language, view.stem) if site else "")

    @property
    def webcal(self) -> str:
        """The address that opens a calendar program; without a known address, the file."""
        return f"webcal://{self.address.partition('://')[2]}" if self.address else self.file

    @property
    def jcal(self) -> str:
        """The file of the same feed for programs that read JSON."""
        return f"{self.file.removesuffix('.ics')}.jcal"

    @cached_property
    def picture(self) -> str:
        """The address as a QR code in SVG; nothing when it is not known."""
        if not self.address:
            return ""
        return segno.make(self.webcal, error="m", micro=False).svg_inline(scale=4, border=4, dark="#000", light="#fff")
