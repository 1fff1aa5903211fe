"""The conditions that a request can make, as HTTP compares them (RFC 9110, sections 12.5.3 and 13)."""

from __future__ import annotations

import re
import time
from email.utils import parsedate
from functools import lru_cache

from starlette.datastructures import Headers

QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")


def is_unchanged(headers: Headers, tag: str, modified: int) -> bool:
    """Return whether a client has a file already, with this strong tag and modified at this second.

    A tag decides before a date: where If-None-Match stands, If-Modified-Since is not looked at.
    """
    if "if-none-match" in headers:
        known = [each.strip(" \t") for each in ",".join(headers.getlist("if-none-match")).split(",")]
        return known == ["*"] or tag in [each.removeprefix("W/") for each in known]
    since = parsedate(headers.get("if-modified-since", ""))
    return since is not None and time.gmtime(modified)[:6] <= since[:6]


@lru_cache(maxsize=256)
def wants_gzip(accepted: str) -> bool:
    """Return whether an Accept-Encoding asks for gzip by name and does not like it less than plain bytes."""
    qualities: dict[str, float] = {}
    for member in accepted.lower().split(","):
        coding, _, parameter = (part.strip(" \t") for part in member.partition(";"))
        name, _, value = (part.strip(" \t") for part in parameter.partition("="))
        if not parameter:
            qualities[coding] = 1.0
        elif name == "q" and QUALITY.fullmatch(value):
            qualities[coding] = float(value)
    gzip = max(qualities.get("gzip", 0.0), qualities.get("x-gzip", 0.0))
    return gzip > 0 and gzip >= qualities.get("identity", 0.0)
