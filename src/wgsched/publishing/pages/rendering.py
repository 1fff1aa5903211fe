"""Pages from templates. Everything a page needs lies in the folder: no other host is ever asked."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jinja2
from babel import Locale
from markupsafe import Markup

from wgsched.feeds.identity import plain
from wgsched.feeds.views import ALL, FORUM, ITEM, ITEMS, ROOM, View
from wgsched.languages import lexicon
from wgsched.publishing.pages.cards import Dealer
from wgsched.publishing.pages.items import item_pages
from wgsched.publishing.pages.since import since_pages
from wgsched.publishing.pages.subscriptions import Subscription, subscription
from wgsched.publishing.pages.telling import tell, tellings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wgsched.model import Language
    from wgsched.publishing.edition import Edition

ASSETS = ("icon.svg", "page.css", "page.js")
GROUPS = ((ITEM, "page-by-item"), (FORUM, "page-by-forum"), (ROOM, "page-by-room"))


def assets() -> dict[str, bytes]:
    """Return the files that all pages share, by path."""
    return {f"assets/{name}": _source(name).encode() for name in ASSETS}


def pages(edition: Edition, language: Language, papers: Iterable[str]) -> dict[str, bytes]:
    """Return the pages of a language by path; ``papers`` are the names of files to download beside them."""
    shared = _shared(edition, language)
    programme = _template("programme.html").render(
        **shared,
        up="../",
        days=Dealer(edition, language).days(),
        whole=_subscription(edition, language, View(ALL)),
        groups=_groups(edition, language),
        tellings=tellings(edition, language),
        papers=sorted(papers),
        forums=_forums(edition, language),
        agenda=edition.programme.session.agenda,
    )
    found = {f"{language}/index.html": programme.encode()}
    for folder, template, made in (
        ("items", "item.html", item_pages(edition, language)),
        ("since", "since.html", since_pages(edition, language)),
    ):
        for name, facts in made:
            page = _template(template).render(**shared, up="../../", **facts)
            found[f"{language}/{folder}/{name}.html"] = page.encode()
    return found


def root_page(edition: Edition) -> bytes:
    """Return the page at which a reader chooses a language."""
    languages = [(language, native_name(language), edition.writer(language).name()) for language in edition.languages]
    first = edition.programme.session.original
    spoken = first if first in edition.languages else edition.languages[0]
    directions = {language: lexicon(language).direction for language in edition.languages}
    page = _template("choose.html").render(
        languages=languages, language=spoken, direction=directions[spoken], directions=directions, up=""
    )
    return page.encode()


def native_name(language: Language) -> str:
    """Return the name of a language in itself: ``français``."""
    name = str(Locale.parse(language).get_display_name(language) or language)
    return name[:1].upper() + name[1:]


def _shared(edition: Edition, language: Language) -> dict[str, Any]:
    words, session = edition.lexicon(language), edition.programme.session
    writer = edition.writer(language)
    return {
        "say": words.phrase,
        "language": language,
        "direction": words.direction,
        "body": writer.text(session.body.title),
        "short": writer.name(),
        "place_and_days": words.phrase(
            "place-and-dates", place=writer.text(session.place.title), dates=words.days(session.days)
        ),
        "place": writer.text(session.place.title),
        "standing": writer.standing(),
        "latest": tell(edition, language, edition.publication),
        "languages": [(each, native_name(each)) for each in edition.languages],
        "language_names": {each: words.language_name(each) for each in session.services.languages},
        "titled": lambda item: writer.titled(item, session),
        "plain": plain,
        "page": lambda key: View(ITEM, key).page,
        "items_feed": View(ITEMS).stem,
        "symbol": session.symbol,
    }


def _forums(edition: Edition, language: Language) -> list[tuple[str, str]]:
    forums = edition.programme.session.forums
    return (
        [(plain(forum.key), edition.writer(language).forum_name(forum)) for forum in forums] if len(forums) > 1 else []
    )


def _groups(edition: Edition, language: Language) -> list[tuple[str, list[Subscription]]]:
    words = edition.lexicon(language)
    found = [(words.phrase("page-whole"), [_subscription(edition, language, View(ITEMS))])]
    for kind, name in GROUPS:
        chosen = [view for view in edition.views if view.kind == kind and _is_known(edition, view)]
        if chosen:
            found.append((words.phrase(name), [_subscription(edition, language, view) for view in chosen]))
    return found


def _is_known(edition: Edition, view: View) -> bool:
    return view.kind != ITEM or view.key in edition.programme.session.agenda


def _subscription(edition: Edition, language: Language, view: View) -> Subscription:
    names = {ALL: "page-whole", ITEMS: "page-every-item"}
    words = edition.lexicon(language)
    name = words.phrase(names[view.kind]) if view.kind in names else "".join(edition.writer(language).view(view))
    return subscription(name, view, language, edition.draft.settings["site"])


def _source(name: str) -> str:
    return files("wgsched.publishing.pages").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["svg"] = Markup
    return environment.get_template(name)
