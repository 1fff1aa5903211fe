"""Drafts the programme of work of an intergovernmental session.

The verbs and the nouns, each loaded when it is first used, so that ``import wgsched`` costs next to nothing and the
solver is loaded only by planning.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wgsched.annexes import annex as annex
    from wgsched.checking import check as check
    from wgsched.checking import compare as compare
    from wgsched.checking import score as score
    from wgsched.errors import *  # noqa: F403
    from wgsched.feeds import feed as feed
    from wgsched.files import read_programme as read_programme
    from wgsched.files import read_session as read_session
    from wgsched.files import write_programme as write_programme
    from wgsched.model import *  # noqa: F403
    from wgsched.planning import explain as explain
    from wgsched.planning import plan as plan
    from wgsched.preferences import *  # noqa: F403
    from wgsched.rules import *  # noqa: F403

_VERBS = {
    "annex": "annexes",
    "check": "checking",
    "compare": "checking",
    "explain": "planning",
    "feed": "feeds",
    "plan": "planning",
    "read_programme": "files",
    "read_session": "files",
    "score": "checking",
    "write_programme": "files",
}
_NOUNS = ("model", "rules", "preferences", "errors")


def __getattr__(name: str) -> Any:
    if name in _VERBS:
        return getattr(import_module(f"wgsched.{_VERBS[name]}"), name)
    if not name.startswith("_"):
        for part in _NOUNS:
            module = import_module(f"wgsched.{part}")
            if name in module.__all__:
                return getattr(module, name)
    raise AttributeError(f"module 'wgsched' has no attribute {name!r}")


def __dir__() -> list[str]:
    nouns = (name for part in _NOUNS for name in import_module(f"wgsched.{part}").__all__)
    return sorted({*_VERBS, *nouns})
