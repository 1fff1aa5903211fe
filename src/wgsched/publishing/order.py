"""What is asked of a publication, checked against the ledger before anything is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from pendulum import DateTime

from wgsched.errors import BadInput, Fault, Incomplete
from wgsched.feeds.views import TEAM, view
from wgsched.files import programme_to_json
from wgsched.languages import complete_languages, missing_titles
from wgsched.model import IssueKind, Language, Programme, Status, Text, Verdict
from wgsched.model.gate import instant
from wgsched.publishing.edition import Edition
from wgsched.publishing.ledger import Ledger, Publication, fingerprint
from wgsched.publishing.reasons import Reason

FORM = 6
"""Rises when the files of a folder are made otherwise, so that an unchanged programme is published anew."""


@dataclass(frozen=True)
class PublishingOrder:
    """A programme to be published, when and why, and how.

    ``languages``, ``site``, ``papers`` and ``restricted`` are as in the publication before where they are None; at
    first all complete languages, no address, all formats, no feed. ``restricted`` names views that are published for
    those alone who are given their path, ``team:KEY`` each. ``cancelled_until`` is when cancelled meetings are no more
    shown. A ``strict`` publication leaves out no paper.
    """

    programme: Programme
    moment: str | DateTime
    reason: Reason | str | Text | None = None
    languages: Iterable[Language] | None = None
    site: str | None = None
    papers: Iterable[str] | None = None
    restricted: Iterable[str] | None = None
    status: Status | str | None = None
    silence_until: str | DateTime | None = None
    cancelled_until: str | DateTime | None = None
    strict: bool = False

    def released(self) -> Programme:
        """Return the programme as it goes out: a draft is circulated by being published.

        Raises:
            BadInput: the programme is a nearest one, which is not valid; the status is none, or that of a draft; a
                silence procedure has no end.
        """
        if self.programme.finding.verdict is Verdict.NEAREST:
            hint = "Give up what it breaks, in the session file, and plan again."
            raise BadInput(Fault("a nearest programme is not valid: it is not published", hint=hint))
        names = [each.value for each in Status if each is not Status.DRAFT]
        if self.status is not None and self.status not in names:
            raise BadInput(f"a published programme is {', '.join(names)}; not {self.status!r}")
        given = self.programme.status if self.status is None else Status(self.status)
        status = Status.CIRCULATED if given is Status.DRAFT else given
        until = self.programme.silence_until
        if self.silence_until is not None:
            until = self.programme.session.moment(self.silence_until)
        if status is Status.SILENCE and until is None:
            raise BadInput("say until when the silence procedure runs")
        return replace(self.programme, status=status, silence_until=until if status is Status.SILENCE else None)

    def edition(self, ledger: Ledger) -> Edition | None:
        """Return the publication in the making, or None when it is the one that is shown already.

        Raises:
            BadInput: the reason or the moment is none, or the moment is not after that of the publication before.
            Incomplete: a language of a first publication, or of a revision, lacks titles.
        """
        released, last = self.released(), ledger.last
        moment = released.session.moment(self.moment).in_timezone(released.session.zone)
        settings = self._settings(last, moment)
        named = settings["languages"]
        languages = _languages(released, ledger) if named is None else tuple(named)
        text = programme_to_json(released)
        hashed = fingerprint(text)
        if last and (last.fingerprint, last.languages, last.settings) == (hashed, languages, settings):
            return None
        if last and instant(moment) < instant(last.moment) + 1:
            earlier = f"publication {last.number} is of {last.moment:%Y-%m-%d %H:%M:%S}; the next one must be later"
            raise BadInput(Fault(earlier, path="moment"))
        number, why = len(ledger) + 1, self._why(last)
        draft = Publication(number, moment, why, languages, (), settings, {}, hashed, lambda: released)
        return Edition(released, ledger, draft, text)

    def _settings(self, last: Publication | None, moment: DateTime) -> dict[str, Any]:
        before = last.settings if last else dict.fromkeys(("languages", "site", "papers", "cancelled until"))
        until = before["cancelled until"]
        if self.cancelled_until is not None:
            until = self.programme.session.moment(self.cancelled_until).to_iso8601_string()
        restricted = before.get("restricted", []) if self.restricted is None else self._restricted(self.restricted)
        return {
            "languages": before["languages"] if self.languages is None else list(self.languages),
            "site": before["site"] if self.site is None else self.site,
            "papers": before["papers"] if self.papers is None else list(self.papers),
            "cancelled until": until,
            "cancelled": until is None or instant(moment) <= instant(self.programme.session.moment(until)),
            "form": FORM,
            **({"restricted": restricted} if restricted else {}),
        }

    def _restricted(self, names: Iterable[str]) -> list[str]:
        """Return the views of these names, each once; those that everybody can see cannot be among them."""
        chosen = list(dict.fromkeys(str(view(self.programme, name)) for name in names))
        public = [name for name in chosen if not name.startswith(f"{TEAM}:")]
        if public:
            raise BadInput(f"{', '.join(public)}: everybody can see this already; only team:KEY can be restricted")
        return chosen

    def _why(self, last: Publication | None) -> Reason | Text:
        if isinstance(self.reason, Text):
            return self.reason
        if self.reason is None and last is None:
            return Reason.FIRST
        codes = [code.value for code in Reason]
        if self.reason not in codes:
            known, other = ", ".join(codes), "" if self.reason is None else f"; not {self.reason!r}"
            lacking = f"a publication needs a reason: {known}, or a text in each language{other}"
            raise BadInput(Fault(lacking, path="reason"))
        return Reason(self.reason)


def _languages(programme: Programme, ledger: Ledger) -> tuple[Language, ...]:
    """Return the languages of a publication for which none were named: those of the session.

    A change during the session never waits for titles: it goes out in all languages that subscribers have, and in
    those that are complete now.

    Raises:
        Incomplete: titles are missing in one of them, and it is a first publication or a revision of the document.
    """
    session, last = programme.session, ledger.last
    lacking = {language: missing_titles(session, language) for language in session.languages}
    lines = [
        f"{language}: titles are missing: {', '.join(missing)}" for language, missing in lacking.items() if missing
    ]
    if lines and (last is None or _revised(programme, last)):
        complete = ",".join(complete_languages(session))
        way_out = f", or publish only what is complete: --languages {complete}" if complete else ""
        raise Incomplete(lines, f"Add the titles (wgsched titles){way_out}.")
    had = last.languages if last else ()
    return tuple(language for language in session.languages if language in had or not lacking[language])


def _revised(programme: Programme, last: Publication) -> bool:
    """Return whether the document was issued as a revision since the last publication."""
    issued = programme.session.issues[len(last.programme.session.issues) :]
    return any(issue.kind is IssueKind.REVISION for issue in issued)
