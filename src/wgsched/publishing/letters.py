"""The notice of a publication as a letter that can be sent: subject, text, and the paper that changed."""

from __future__ import annotations

from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from wgsched.annexes import formats
from wgsched.feeds.folding import clean
from wgsched.publishing.edition import Version
from wgsched.publishing.notices import notice, subject

ATTACHED = ("pdf", "docx", "html")
"""The formats of a paper that people open, the best first."""


def letter(version: Version, papers: Mapping[str, bytes]) -> bytes:
    """Return the notice of the latest publication as an e-mail without sender and receivers.

    Mail programs open it as a draft. The same publication gives the same bytes: its date is the moment of publication,
    and what parts it is made from its content.
    """
    told, session = version.latest, version.edition.programme.session
    text = notice(version, told).decode()
    message = EmailMessage(policy=SMTP)
    message["Subject"] = clean(subject(version, told))
    message["Date"] = format_datetime(told.moment)
    message["Message-ID"] = f"<{_digest(session.key, version.language, told.number, text)}@wgsched.invalid>"
    message["X-Unsent"] = "1"
    message.set_content(text, cte="base64")
    message["Content-Language"] = version.language
    if paper := _paper(papers):
        name, kind, data = paper
        maintype, _, subtype = kind.partition("/")
        message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
        message.set_boundary(f"=_{_digest(text, name, data)}")
    return message.as_bytes()


def _paper(papers: Mapping[str, bytes]) -> tuple[str, str, bytes] | None:
    """Return the name, the media type and the content of the paper to attach, if there is one."""
    for fmt in map(formats.find, ATTACHED):
        name = f"annex{fmt.SUFFIX}"
        if name in papers:
            return name, fmt.MEDIA_TYPE.partition(";")[0], papers[name]
    return None


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:32]
