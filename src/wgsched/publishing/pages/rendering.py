"""Pages from templates. Everything a page needs lies in the folder: no other host is ever asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, partial
from typing import Any, TypeAlias

from babel import Locale

from wgsched.feeds.identity import plain
from wgsched.feeds.views import ALL, FORUM, ITEM, ITEMS, ROOM, View
from wgsched.model import Language
from wgsched.model.reading import left_out
from wgsched.publishing.edition import Edition, Version
from wgsched.publishing.pages.cards import DayOfCards, days
from wgsched.publishing.pages.items import item_pages
from wgsched.publishing.pages.subscriptions import Subscription
from wgsched.publishing.pages.templating import source, template
from wgsched.publishing.pages.weeks import weeks

Named: TypeAlias = tuple[str, str]
"""A key and the name that it has on the page."""

ASSETS = ("icon.svg", "page.css", "page.js")
GROUPS = ((ITEM, "page-by-item"), (FORUM, "page-by-forum"), (ROOM, "page-by-room"))


def assets() -> dict[str, bytes]:
    """Return the files that all pages share, by path."""
    return {f"assets/{name}": _source(name).encode() for name in ASSETS}


def pages(version: Version, papers: Iterable[str], exports: Iterable[str] = ()) -> dict[str, bytes]:
    """Return the pages of a language by path.

    ``papers`` and ``exports`` are the names of files to download beside them, for people and for programs.
    """
    shared, folder, session = _shared(version), version.language, version.edition.programme.session
    programme = version.edition.programme
    several = session.forums if len(session.forums) > 1 else ()
    forums = [(plain(forum.key), version.lexicon.forum_name(forum)) for forum in several]
    held = days(version)
    made = {
        f"{folder}/index.html": _template("programme.html").render(
            **shared,
            up="../",
            days=held,
            whole=Subscription.to(version, View(ALL), shared["words"]["page-whole"]),
            groups=_groups(version),
            tellings=version.told,
            papers=sorted(papers),
            exports=sorted(exports),
            forums=forums,
            people=_people(version, held),
            agenda=session.agenda,
            following=version.following,
            interpreted=version.edition.interpreted,
            left_out=[(item.key, version.lexicon.say(each, session)) for item, each in left_out(programme)],
        ),
        f"{folder}/timetable.html": _timetable(version, shared, held, forums),
    }
    for name, facts in item_pages(version):
        made[f"{folder}/items/{name}.html"] = _template("item.html").render(**shared, up="../../", **facts)
    for told in version.told:
        changes = () if told is version.latest else version.changes_since(told.number)
        heading = version.say("page-since", publication=told.number)
        since = _template("since.html").render(**shared, up="../../", heading=heading, told=told, changes=changes)
        made[f"{folder}/since/{told.number}.html"] = since
    return {path: page.encode() for path, page in made.items()}


def _people(version: Version, days: Iterable[DayOfCards]) -> list[Named]:
    """Return those who are named on a card, as who can be looked for."""
    named = {key for day in days for hour in day.hours for card in hour.cards for key in card.people}
    people = [(plain(each.key), each) for each in version.edition.programme.session.participants]
    return [(key, version.lexicon.text(each.name, each.key)) for key, each in people if key in named]


def _timetable(version: Version, shared: Mapping[str, Any], held: list[DayOfCards], forums: list[Named]) -> str:
    every = forums or [(plain(forum.key), "") for forum in version.edition.programme.session.forums]
    return _template("timetable.html").render(
        **shared,
        up="../",
        back="index.html",
        heading=version.say("timetable"),
        weeks=weeks(held, every, " – "),
        several=bool(forums),
    )


def root_page(edition: Edition) -> bytes:
    """Return the page at which a reader chooses a language."""
    languages = [(code, native_name(code), version.writer.body) for code, version in edition.versions.items()]
    directions = {code: version.lexicon.direction for code, version in edition.versions.items()}
    first = edition.programme.session.original
    spoken = first if first in edition.versions else next(iter(edition.versions))
    page = _template("choose.html").render(
        languages=languages, language=spoken, direction=directions[spoken], directions=directions, up=""
    )
    return page.encode()


@cache
def native_name(language: Language) -> str:
    """Return the name of a language in itself: ``français``."""
    name = str(Locale.parse(language).get_display_name(language) or language)
    return name[:1].upper() + name[1:]


class FixedWordings(dict[str, str]):
    """The fixed wordings of a language by name; each is asked of its lexicon once."""

    def __init__(self, version: Version) -> None:
        super().__init__()
        self._say = version.say

    def __missing__(self, name: str) -> str:
        """Ask for a wording."""
        self[name] = self._say(name)
        return self[name]


def _shared(version: Version) -> dict[str, Any]:
    words, writer, session = version.lexicon, version.writer, version.edition.programme.session
    return {
        "say": words.phrase,
        "words": FixedWordings(version),
        "language": version.language,
        "direction": words.direction,
        "body": words.text(session.body.title),
        "short": writer.body,
        "place_and_days": words.phrase("place-and-dates", place=writer.place, dates=words.days(session.days)),
        "place": writer.place,
        "standing": writer.standing,
        "latest": version.latest,
        "languages": [(each, native_name(each)) for each in version.edition.versions],
        "language_names": {each: words.language_name(each) for each in session.services.languages},
        "titles": {item.key: writer.titled(item, session) for item in session.agenda},
        "plain": plain,
        "page_of": {key: view.page for key, view in version.edition.items.items()},
        "symbol": session.symbol,
        "clock": "h12" if words.counts_twice else "h23",
    }


def _groups(version: Version) -> list[tuple[str, list[Subscription]]]:
    items = version.edition.items
    groups = [(version.say("page-whole"), [Subscription.to(version, View(ITEMS), version.say("page-every-item"))])]
    for kind, name in GROUPS:
        chosen = [view for view in version.edition.views if view.kind == kind and (kind != ITEM or view.key in items)]
        feeds = [Subscription.to(version, view, "".join(version.writer.view(view))) for view in chosen]
        groups += [(version.say(name), feeds)] if feeds else []
    return groups


_source = partial(source, __package__)
_template = partial(template, __package__)
