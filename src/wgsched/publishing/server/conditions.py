"""The conditions that a request can make, as HTTP compares them (RFC 9110, sections 8.8, 12.5.3 and 13)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

TAG = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\xff]*")')
LIST = re.compile(rf"[ \t,]*({TAG.pattern}[ \t]*(,[ \t,]*|$))*")
QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")
DATES = ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")

SENT, NOT_MODIFIED, FAILED = 200, 304, 412


def verdict(headers: Mapping[str, str], tag: str, modified: int) -> int:
    """Return 200, 304 or 412: what a GET or HEAD gets for a file with this strong tag, modified at this second.

    A tag decides before a date: where If-None-Match stands, If-Modified-Since is not looked at.
    """
    if_match, since = headers.get("if-match"), moment_of(headers.get("if-unmodified-since"))
    if if_match is not None:
        if not matches(if_match, tag, weakly=False):
            return FAILED
    elif since is not None and modified > since:
        return FAILED
    if_none_match = headers.get("if-none-match")
    if if_none_match is not None:
        return NOT_MODIFIED if matches(if_none_match, tag, weakly=True) else SENT
    since = moment_of(headers.get("if-modified-since"))
    return NOT_MODIFIED if since is not None and modified <= since else SENT


def matches(condition: str, tag: str, *, weakly: bool) -> bool:
    """Return whether a list of entity tags, or ``*``, names the tag; a list that is not well formed names none."""
    condition = condition.strip(" \t")
    if condition in (tag, "*"):
        return True
    if not LIST.fullmatch(condition):
        return False
    return any(opaque == tag and (weakly or not weak) for weak, opaque in TAG.findall(condition))


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


@lru_cache(maxsize=256)
def moment_of(date: str | None) -> int | None:
    """Return the second since 1970 that a date in one of HTTP's three forms names; None for anything else."""
    for form in DATES if date else ():
        try:
            return int(datetime.strptime(str(date).strip(" \t"), form).replace(tzinfo=UTC).timestamp())
        except ValueError:
            continue
    return None
