"""One whole revision in memory, so that an answer never mixes two and never asks the disk."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from starlette.datastructures import Headers

from wgsched.errors import FolderError
from wgsched.publishing.disk import said_plainly
from wgsched.publishing.layout import FolderLayout
from wgsched.publishing.restricted import is_restricted
from wgsched.publishing.revision import Revision
from wgsched.publishing.server.limits import RawHeaders

PUBLIC_FOR = 60
LARGEST_FOLDER = 512 * 1024 * 1024
PACKED_FROM = 256
ATTEMPTS = 5
INDEX = "index.html"
OFFER, OFFERED = "mine.json", b'{"feeds": true}\n'
"""Where a page learns that this server makes feeds of chosen items; a plain web server serves the file as it is."""

MEDIA_TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".jcal": "application/calendar+json; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".tex": "application/x-tex; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".eml": "message/rfc822",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}
PACKED_ALREADY = {".docx", ".pdf", ".png", ".xlsx"}

Identity = tuple[str, int, int, int]


@dataclass(frozen=True)
class Variant:
    """The bytes of a file, plain or packed; ``described`` are the headers of a 200, ``named`` those of a 304."""

    body: bytes = field(repr=False)
    tag: str
    described: RawHeaders = field(repr=False)
    named: RawHeaders = field(repr=False)


@dataclass(frozen=True)
class Resource:
    """A public file. ``identity`` is what its place on the disk was, to know it again; ``modified`` in seconds."""

    path: str
    body: bytes = field(repr=False)
    modified: int
    identity: Identity

    @cached_property
    def digest(self) -> str:
        """The beginning of the SHA-256 of its bytes."""
        return hashlib.sha256(self.body).hexdigest()[:32]

    @cached_property
    def packable(self) -> bool:
        """Whether it has a packed variant: text, which gzip makes several times smaller."""
        suffix = PurePosixPath(self.path).suffix
        return len(self.body) >= PACKED_FROM and suffix in MEDIA_TYPES and suffix not in PACKED_ALREADY

    @cached_property
    def plain(self) -> Variant:
        """Its bytes as they are."""
        return self._variant(self.body, f'"{self.digest}"')

    @cached_property
    def packed(self) -> Variant:
        """Its bytes in gzip, under a tag of their own."""
        body = gzip.compress(self.body, compresslevel=6, mtime=0)
        return self._variant(body, f'"{self.digest}-gzip"', {"content-encoding": "gzip"})

    def _variant(self, body: bytes, tag: str, coding: Mapping[str, str] = MappingProxyType({})) -> Variant:
        reach = {"cache-control": f"public, max-age={PUBLIC_FOR}"}
        if is_restricted(self.path):
            reach = {"cache-control": "private, no-cache", "referrer-policy": "no-referrer", "x-robots-tag": "noindex"}
        named = {"etag": tag, "last-modified": formatdate(self.modified, usegmt=True), **reach}
        if self.packable:
            named["vary"] = "Accept-Encoding"
        described = {
            "content-type": MEDIA_TYPES.get(PurePosixPath(self.path).suffix, "application/octet-stream"),
            "content-length": str(len(body)),
            **coding,
            **named,
            "x-content-type-options": "nosniff",
        }
        return Variant(body, tag, Headers(described).raw, Headers(named).raw)


@dataclass(frozen=True)
class Snapshot:
    """All public files of one revision, by the paths under which they are asked for."""

    revision: Revision
    resources: Mapping[str, Resource]


def load(folder: Path, now: int, before: Snapshot | None = None) -> Snapshot:
    """Read the revision that is shown; files that were in ``before`` already are not read again.

    Raises:
        FolderError: when nothing was published there, or more than a server should hold in memory.
    """
    place = FolderLayout(folder)
    with said_plainly(folder, "It cannot be served."):
        for _ in range(ATTEMPTS):
            shown = place.shown()
            if shown is None:
                raise FolderError(folder, "holds nothing published", hint="Publish to it first.")
            try:
                snapshot = _read(shown, now, before)
            except FileNotFoundError:
                continue
            if place.shown() == shown:  # else it may have been cleared away while we read
                return snapshot
    raise FolderError(folder, "has lost what it shows, or changes faster than it can be read", hint="Publish again.")


def _read(revision: Revision, now: int, before: Snapshot | None) -> Snapshot:
    known = {resource.identity: resource for resource in before.resources.values()} if before else {}
    resources: dict[str, Resource] = {}
    size = 0
    for path in revision.files():
        resource = _resource(revision.path / path, path, now, known)
        size += len(resource.body)
        if size > LARGEST_FOLDER:
            raise FolderError(revision.path, "is too large to be held in memory", hint="Let a web server serve it.")
        resources[f"/{path}"] = resource
        if path == INDEX or path.endswith(f"/{INDEX}"):
            resources[f"/{path.removesuffix(INDEX)}"] = resource
    if not resources:
        raise FileNotFoundError(revision.path)
    for path in [path for path in resources if path.endswith(f"/{OFFER}")]:
        resources[path] = replace(resources[path], body=OFFERED)
    return Snapshot(revision, resources)


def _resource(file: Path, path: str, now: int, known: Mapping[Identity, Resource]) -> Resource:
    status = file.stat()
    identity = (path, status.st_ino, status.st_size, status.st_mtime_ns)
    if identity in known:
        return known[identity]
    # HTTP forbids to claim a change that lies after the answer (RFC 9110, section 8.8.2.1).
    return Resource(path, file.read_bytes(), min(int(status.st_mtime), now), identity)
