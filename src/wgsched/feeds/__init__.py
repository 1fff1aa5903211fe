"""The calendar feeds that delegates subscribe to, and the linter that judges any calendar file."""

from __future__ import annotations

from wgsched.feeds.calendar import Site
from wgsched.feeds.feed import Calendars, Feed, Frame, Options
from wgsched.feeds.history import EntryHistory
from wgsched.feeds.linting import Defect, lint
from wgsched.feeds.views import View, view, views
from wgsched.model import Language, Programme

__all__ = ["Calendars", "Defect", "Feed", "Frame", "Options", "Site", "View", "feed", "lint", "view", "views"]


def feed(
    programme: Programme,
    language: Language = "en",
    view: str = "all",
    history: EntryHistory | None = None,
    *,
    utc: bool = False,
    cancelled: bool = True,
    site: str | None = None,
) -> Feed:
    """Return the calendar feed of a programme in a language, to be saved as ``.ics`` or ``.jcal``.

    ``view`` is ``all``, ``items``, ``forum:KEY``, ``item:NUMBER``, ``room:KEY`` or ``team:KEY``. ``history`` comes from
    a ledger; without one, SEQUENCE is 0 and everything is stamped as of the programme. ``utc`` writes all times in UTC;
    ``cancelled=False`` leaves out what was cancelled; ``site`` is the address under which feeds are published.

    Raises:
        BadInput: the view is not one of these.
        NoZoneName: a moment of the session has a fixed offset instead of a place's zone.
        UnknownName: there is no such language, forum, item, room or team.
    """
    options = Options(only_utc=utc, cancelled=cancelled, site=Site(site) if site else None)
    return Calendars(Frame(programme, history, options), language).feed(_view(programme, view))


_view = view
