"""Who may speak to a desk: a browser on this machine that knows the secret, and only from the desk's own page."""

from __future__ import annotations

import hmac
import secrets

from starlette.datastructures import Headers

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PAPER_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
"""Of a preview: a whole paper with its own styles, in a frame of the page."""

_OWN_SITES = ("", "same-origin", "none")


class Guard:
    """Holds the secret, and refuses every request that does not come from the desk's own page."""

    def __init__(self) -> None:
        self.secret = secrets.token_urlsafe(24)
        self.host, self.port = "127.0.0.1", 0

    def serve_at(self, host: str, port: int) -> None:
        """Note where the desk is served."""
        self.host, self.port = host, port

    @property
    def origin(self) -> str:
        """The origin of the page."""
        return f"http://{self.host}:{self.port}"

    @property
    def root(self) -> str:
        """The path below which everything lies."""
        return f"/{self.secret}/"

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"{self.origin}{self.root}"

    def refusal(self, method: str, path: str, headers: Headers) -> int:
        """Return the status with which a request is refused, or 0."""
        if headers.get("host", "") != f"{self.host}:{self.port}":
            return 421
        if not hmac.compare_digest(path[: len(self.root)].encode(), self.root.encode()):
            return 404
        if headers.get("sec-fetch-site", "") not in _OWN_SITES:
            return 403
        origin = headers.get("origin")
        if origin is not None and origin != self.origin:
            return 403
        if method == "POST" and origin is None:
            return 403
        return 0


def headers_of(policy: str = PAGE_POLICY) -> dict[str, str]:
    """Return the headers of every answer."""
    return {
        "content-security-policy": policy,
        "cache-control": "no-store",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "same-origin",
        "x-content-type-options": "nosniff",
    }
