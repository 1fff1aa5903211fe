"""Issues of the session's document: /Rev.1, /Corr.1 in some languages, /Add.1, a reissue. Feeds know none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pendulum import Date

from wgsched.errors import BadInput, Fault
from wgsched.model import Issue, IssueKind, Language, Programme, Session

SUFFIXES = {IssueKind.REVISION: "Rev", IssueKind.CORRIGENDUM: "Corr", IssueKind.ADDENDUM: "Add"}
_REVISED = re.compile(r"/Rev\.[0-9]+$")


def issue(
    programme: Programme,
    kind: IssueKind | str,
    date: Date,
    languages: Iterable[Language] | None = None,
    *,
    of: str = "",
) -> Programme:
    """Return the programme with its document issued again on a day.

    A revision gives the document a new symbol and date in all its languages. A corrigendum has a symbol of its own
    and leaves the document's; it may be in some languages only. An addendum has a symbol of its own too, in all
    languages. A reissue changes neither. ``of`` is the paper that is issued again, by its symbol or the end of it:
    ``Add.1`` is revised as ``/Add.1/Rev.1``, and the document stays. By default it is the document as it stands.

    Raises:
        BadInput: the kind is unknown; the session has no symbol; a language is not one of its own; a revision leaves
            languages out; there is no paper ``of`` that symbol.
    """
    session = programme.session
    if kind not in [each.value for each in IssueKind]:
        raise BadInput(f"a document is issued as one of {', '.join(each.value for each in IssueKind)}; not as {kind!r}")
    kind = IssueKind(kind)
    chosen = session.languages if languages is None else tuple(languages)
    unknown = [language for language in chosen if language not in session.languages]
    if not session.symbol:
        raise BadInput("the session has no symbol, so its document cannot be issued again")
    if unknown or not chosen:
        raise BadInput(f"the document is in {', '.join(session.languages)}, not in {', '.join(unknown) or 'none'}")
    if kind in (IssueKind.REVISION, IssueKind.ADDENDUM) and set(chosen) != set(session.languages):
        article = "a" if kind is IssueKind.REVISION else "an"
        raise BadInput(f"{article} {kind} is issued in all languages; in some, issue a corrigendum")
    paper = _paper(session, of) if of else session.symbol
    made = Issue(kind, _symbol(session, kind, paper), tuple(each for each in session.languages if each in chosen), date)
    issued = replace(session, issues=(*session.issues, made))
    if kind is IssueKind.REVISION and paper == session.symbol:
        issued = replace(issued, symbol=made.symbol, issued=date)
    return replace(programme, session=issued)


def _paper(session: Session, named: str) -> str:
    """Return the symbol of the document or of one of its issues, of which the end may be named."""
    wanted = named.strip().lower().lstrip("/")
    symbols = list(dict.fromkeys((session.symbol, *(each.symbol for each in session.issues))))
    meant = [each for each in symbols if each.lower() == wanted] or [
        each for each in symbols if each.lower().endswith(f"/{wanted}")
    ]
    if len(meant) != 1:
        told = f"could be {' or '.join(meant)}" if meant else "was not issued"
        raise BadInput(Fault(f"the paper {named!r} {told}", hint=f"There are {', '.join(symbols)}."))
    return meant[0]


def _symbol(session: Session, kind: IssueKind, paper: str) -> str:
    if kind is IssueKind.REISSUE:
        return paper
    stem = _REVISED.sub("", paper) if kind is IssueKind.REVISION else paper
    before = [each for each in session.issues if each.kind is kind and each.symbol.rpartition("/")[0] == stem]
    return f"{stem}/{SUFFIXES[kind]}.{len(before) + 1}"
