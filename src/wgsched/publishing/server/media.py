"""What the names of public files say about their contents."""

from __future__ import annotations

from pathlib import PurePosixPath

from wgsched.publishing.restricted import RESTRICTED

MEDIA_TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
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
    ".typ": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}
COMPRESSED_ALREADY = {".docx", ".ico", ".pdf", ".png", ".woff2", ".xlsx"}


def media_type(path: str) -> str:
    """Return the media type of a public file, by its suffix."""
    return MEDIA_TYPES.get(PurePosixPath(path).suffix, "application/octet-stream")


def is_worth_packing(path: str) -> bool:
    """Return whether a public file is text, which gzip makes several times smaller."""
    suffix = PurePosixPath(path).suffix
    return suffix in MEDIA_TYPES and suffix not in COMPRESSED_ALREADY


def is_restricted(path: str) -> bool:
    """Return whether a public file is for those only who were given its path."""
    return path.startswith(f"{RESTRICTED}/")
