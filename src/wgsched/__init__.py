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
    from wgsched.checking import minutes_given as minutes_given
    from wgsched.checking import record as record
    from wgsched.checking import score as score
    from wgsched.editing import Destination as Destination
    from wgsched.editing import Edit as Edit
    from wgsched.editing import History as History
    from wgsched.editing import cancel as cancel
    from wgsched.editing import destinations as destinations
    from wgsched.editing import edit as edit
    from wgsched.editing import hold as hold
    from wgsched.editing import move as move
    from wgsched.editing import pin as pin
    from wgsched.editing import place as place
    from wgsched.editing import retime as retime
    from wgsched.editing import room as room
    from wgsched.editing import split as split
    from wgsched.editing import swap as swap
    from wgsched.editing import swap_meetings as swap_meetings
    from wgsched.editing import take_out as take_out
    from wgsched.editing import together as together
    from wgsched.editing import unpin as unpin
    from wgsched.errors import *  # noqa: F403
    from wgsched.feeds import feed as feed
    from wgsched.files import programme_of_rows as programme_of_rows
    from wgsched.files import read_programme as read_programme
    from wgsched.files import read_session as read_session
    from wgsched.files import save_rows as save_rows
    from wgsched.files import take_titles as take_titles
    from wgsched.files import titles as titles
    from wgsched.files import write_programme as write_programme
    from wgsched.model import *  # noqa: F403
    from wgsched.planning import alternatives as alternatives
    from wgsched.planning import explain as explain
    from wgsched.planning import explain_item as explain_item
    from wgsched.planning import plan as plan
    from wgsched.planning import wish_cost as wish_cost
    from wgsched.planning.many import Planned as Planned
    from wgsched.planning.many import plan_many as plan_many
    from wgsched.preferences import *  # noqa: F403
    from wgsched.publishing import Ledger as Ledger
    from wgsched.publishing import Reason as Reason
    from wgsched.publishing import amend as amend
    from wgsched.publishing import issue as issue
    from wgsched.publishing import publish as publish
    from wgsched.publishing import restricted_feeds as restricted_feeds
    from wgsched.reading import lint_paper as lint_paper
    from wgsched.reading import read_into as read_into
    from wgsched.reading import read_paper as read_paper
    from wgsched.rules import *  # noqa: F403

_VERBS = {
    "annexes": ("annex",),
    "checking": ("check", "compare", "minutes_given", "record", "score"),
    "editing": (
        "Edit",
        "History",
        "Destination",
        "cancel",
        "edit",
        "hold",
        "move",
        "pin",
        "place",
        "destinations",
        "retime",
        "room",
        "split",
        "swap",
        "swap_meetings",
        "take_out",
        "together",
        "unpin",
    ),
    "feeds": ("feed",),
    "files": (
        "programme_of_rows",
        "read_programme",
        "read_session",
        "save_rows",
        "take_titles",
        "titles",
        "write_programme",
    ),
    "planning": ("alternatives", "explain", "explain_item", "plan", "wish_cost"),
    "planning.many": ("Planned", "plan_many"),
    "publishing": ("Ledger", "Reason", "amend", "issue", "publish", "restricted_feeds"),
    "reading": ("lint_paper", "read_into", "read_paper"),
}
_HOMES = {name: home for home, names in _VERBS.items() for name in names}
_NOUNS = ("model", "rules", "preferences", "errors")


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"wgsched.{_HOMES[name]}"), name)
    if not name.startswith("_"):
        for part in _NOUNS:
            module = import_module(f"wgsched.{part}")
            if name in module.__all__:
                return getattr(module, name)
    raise AttributeError(f"module 'wgsched' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*_HOMES, *(name for part in _NOUNS for name in import_module(f"wgsched.{part}").__all__)})
