"""The report on the real sessions: ours beside what was published. ``python -m tests.cases.report`` writes it."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from tests.cases.durations import published
from tests.cases.examples import SLUGS, as_published, instalment_of, planned, same_meetings, session_of
from tests.cases.reasons import KNOWN, REASONS
from tests.cases.shares import WAYS, WITH_ROWS, Share, share, totals
from wgsched.checking import check, score
from wgsched.languages import lexicon
from wgsched.model import Programme
from wgsched.preferences import AgendaOrderKept

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "real-sessions.md"
OPEN, CLOSE = "<!-- table: python -m tests.cases.report -->\n", "<!-- end of table -->\n"
DIFFERENCES, SAID = "<!-- differences: python -m tests.cases.report -->\n", "<!-- end of differences -->\n"
SHARES, END = "<!-- shares: python -m tests.cases.report -->\n", "<!-- end of shares -->\n"
COLUMNS = (
    "session", "source", "meetings", "items", "published rows alone", "with hours", "in the same meetings",
    "score published", "score ours", "verdict on ours", "seconds",
)  # fmt: skip


def table() -> str:
    """Return the table, a row per example."""
    lines = [COLUMNS, tuple("---" for _ in COLUMNS), *(row(slug) for slug in SLUGS)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def row(slug: str) -> tuple[str, ...]:
    """Return the cells of one example; ``planned`` is timed when it is first asked for."""
    session, source = session_of(slug), published(slug)["source"]
    began = perf_counter()
    ours = planned(slug)
    seconds = f"{perf_counter() - began:.2f}"
    sizes = str(len(session.meetings)), str(len(session.agenda.instalments))
    verdict = f"{ours.finding.verdict}, {ours.finding.unique}"
    cost = str(score(ours).total)
    return (slug, source, *sizes, *_against(slug), cost, verdict, seconds)


def _against(slug: str) -> tuple[str, str, str, str]:
    """Return the checker's two verdicts on what was published, the share in the same meetings, and its score."""
    theirs = as_published(slug)
    if not theirs.considerations:
        inside, all_of_them = within_windows(slug)
        return "no rows", "no rows", f"{inside} of {all_of_them} in its window", "-"
    same, other = same_meetings(slug)
    share = f"{len(same)} of {len(same) + len(other)}"
    return _verdict(as_published(slug, hours=False)), _verdict(theirs), share, str(score(theirs).total)


def _verdict(programme: Programme) -> str:
    report = check(programme)
    judged = f"{len(report)} broken" if report else "clean"
    return f"{judged}, {len(report.unjudged)} not judged" if report.unjudged else judged


def within_windows(slug: str) -> tuple[int, int]:
    """Return how many items ours takes up within the dates that were published, and how many have such dates."""
    session, ours = session_of(slug), planned(slug)
    found = []
    for block in published(slug)["blocks"]:
        for name in dict.fromkeys(block["rows"]):
            days = [str(ours.meeting(each.meeting).date) for each in ours.of(instalment_of(session, name))]
            found.append(block["from"] <= min(days) and max(days) <= block["to"])
    return sum(found), len(found)


def shares() -> str:
    """Return the table of the shares of items in their published meetings, planned in three ways."""
    lines = [("session", *WAYS), tuple("---" for _ in range(len(WAYS) + 1))]
    lines += [(slug, *(shown(share(slug, way)) for way in WAYS)) for slug in WITH_ROWS]
    lines.append(("all", *(shown(totals(way)) for way in WAYS)))
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def inversions(programme: Programme) -> int:
    """Return how many neighbours of the agenda are out of its order."""
    return sum(line.amount or 0 for line in score(programme).lines if line.preference == AgendaOrderKept.code)


def differences() -> str:
    """Return the table of what stands in other meetings than were published, with the reasons that give those."""
    head = ("session", "in other meetings", "out of agenda order: published, ours", "its reason", "stated as rules")
    lines = [head, tuple("---" for _ in head)]
    lines += [difference(slug) for slug in SLUGS if slug in REASONS]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def difference(slug: str) -> tuple[str, ...]:
    """Return the cells of one session that is not planned as it was published."""
    session = session_of(slug)
    say = lexicon("en", session).say
    rules = (say(rule.words(*case)) for rule in REASONS[slug] for case in rule.cases(session))
    elsewhere = ", ".join(each.key for each in same_meetings(slug)[1])
    counted = f"{inversions(as_published(slug))}, {inversions(planned(slug))}"
    return slug, elsewhere, counted, KNOWN[slug], " ".join(rules)


def shown(found: Share) -> str:
    """Return a share as it is printed: of what is planned, and from the least to the most of all best programmes."""
    spread = "" if found.least == found.most else f" ({found.least}-{found.most})"
    return f"{found.planned}{spread} of {found.items}"


def main() -> None:
    """Write the tables anew into their page."""
    planned(SLUGS[0])  # loads the solver, so that no row's seconds contain it
    planned.cache_clear()
    head, rest = PAGE.read_text(encoding="utf-8").split(OPEN)
    middle, last = rest.split(CLOSE)[1].split(SHARES)
    between, tail = last.split(END)[1].split(DIFFERENCES)
    page = f"{head}{OPEN}{table()}{CLOSE}{middle}{SHARES}{shares()}{END}{between}"
    page += f"{DIFFERENCES}{differences()}{SAID}{tail.split(SAID)[1]}"
    PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
