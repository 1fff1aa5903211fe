"""Searches that only help: where one fails, planning goes on without it, and the log says so."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from wgsched.errors import LimitReached
from wgsched.planning.search.effort import Infeasible

P = ParamSpec("P")
R = TypeVar("R")

_LOG = logging.getLogger(__name__)


def or_else(fallback: R, said: str, help_: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Return what a search that only helps finds; where it fails, the fallback, ``said`` in the log with the reason.

    One line is logged as a warning, and the traceback for debugging. That there is no programme, or that a limit came,
    is an answer and no failure.

    Raises:
        Infeasible: the search showed that there is no programme.
        LimitReached: a limit came.
    """
    try:
        return help_(*args, **kwargs)
    except (Infeasible, LimitReached):
        raise
    except Exception as failure:
        _LOG.warning("%s: %s: %s", said, type(failure).__name__, failure)
        _LOG.debug("where it failed", exc_info=True)
        return fallback
