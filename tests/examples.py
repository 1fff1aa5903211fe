"""Whether a rule or preference does what its examples say, by brute force over every programme of a tiny session."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, product
from typing import Any

from tests.agreement import BASE, MOST, Assignment, canonical, demands, keeps, programmes_of, solver_set
from tests.enumerating import counted
from wgsched import preferences, rules
from wgsched.languages import lexicon
from wgsched.model import Consideration, Preference, Programme, Rule, Session
from wgsched.model.example import QUANTUM, Example, rows_of
from wgsched.planning.model.posting import Demand, desk_with


def every_rule() -> list[type[Rule]]:
    """Return every registered rule, wgsched's own and those of installed packages."""
    return [*rules.BY_PLANNING, *rules.BOOK.every().values()]


def every_preference() -> list[type[Preference]]:
    """Return every registered preference, wgsched's own and those of installed packages."""
    return list(preferences.BOOK.every().values())


def check_brings(kind: type[Rule | Preference]) -> None:
    """Assert that a rule or preference says where it comes from and brings an example."""
    file = f"{kind.__module__.replace('.', '/')}.py: {kind.__name__}"
    assert kind.source, f"{file} lacks its source: say in `source` which paper, practice or choice it rests on"
    assert list(kind.examples()), f"{file} lacks an example: let its class method `examples` yield one"


def check_words(example: Example[Rule | Preference], language: str) -> None:
    """Assert that everything it has to say in its example is said in a language, with all places filled."""
    say = lexicon(language, example.session).say
    said = [say(example.shown.words(*case)) for case in example.shown.cases(example.session)]
    assert said, f"{example.shown}: it has nothing to say in its example"
    for each in said:
        assert len(each) > 1, f"{example.shown}: an empty sentence in {language}"
        assert not {"{", "}"} & set(each), f"{example.shown}: a place is not filled: {each}"


def check_named(example: Example[Rule]) -> None:
    """Assert that a rule judges the two programmes of its example as they are called there."""
    rule = example.shown
    assert set(answers(rule, example.programme(example.kept))) == {True}, f"{rule}: kept is not kept"
    assert False in answers(rule, example.programme(example.broken)), f"{rule}: broken is not broken"


def check_agreement(example: Example[Rule]) -> None:
    """Assert that solver and checker find the same programmes, and that the rule alone tells kept from broken."""
    session, rule = example.session, example.shown
    beside = [rules.kind(code)() for code in example.beside]
    allowed, forbidden = divided(session, rule, beside)
    planned = solver_set(session, (rule, *beside))
    assert planned <= allowed, f"{rule}: the solver allows what the checker refuses"
    assert planned >= allowed, f"{rule}: the solver refuses what the checker allows"
    assert verbs_asked(session, rule), f"{rule}: post asks the desk for nothing"
    assert canonical(example.programme(example.kept)) in allowed, f"{rule}: another rule forbids what is kept"
    assert canonical(example.programme(example.broken)) in forbidden, f"{rule}: another rule forbids what is broken"


def answers(rule: Rule, programme: Programme) -> list[bool | None]:
    """Return whether a programme keeps a rule, case by case."""
    return [rule.holds(programme, *case) for case in rule.cases(programme.session)]


def divided(session: Session, rule: Rule, beside: Sequence[Rule]) -> tuple[set[Assignment], set[Assignment]]:
    """Return, of the programmes that keep all other rules, those that keep this one, and those that break it."""
    every = demands(session, (rule, *beside))
    others = tuple(demand.rule for demand in every if demand.rule is not rule)
    allowed, forbidden = set(), set()
    for programme in keeping(session, tuple(dict.fromkeys(others)), frozenset(desk_with(session, every).closed)):
        given = answers(rule, programme)
        if all(given):
            allowed.add(canonical(programme))
        elif False in given:
            forbidden.add(canonical(programme))
    return allowed, forbidden


@lru_cache(maxsize=2)
def keeping(session: Session, others: tuple[Rule, ...], closed: frozenset[str]) -> tuple[Programme, ...]:
    """Return the programmes that keep some rules: for a rule, and for what is like it but broken on one side."""
    base, more = [], list[Demand]()
    for rule in others:
        (base if rule in BASE else more).extend(Demand(rule, case) for case in rule.cases(session))
    every = all_programmes(session, closed)
    return tuple(programme for programme in every if keeps(programme, base) and keeps(programme, more))


def all_programmes(session: Session, closed: Collection[str]) -> Iterator[Programme]:
    """Yield every way to put what is planned into half hours of meetings: in any forum, at once, for any time.

    Where there are too many ways, everything has its minutes.
    """
    halves = [(meeting.key, half) for meeting in session.meetings for half in range(meeting.minutes // QUANTUM)]
    parts = session.agenda.instalments
    free = 2 ** (len(halves) * len(parts)) <= MOST
    lengths = [range(len(halves) + 1) if free else (session.minutes_of(part) // QUANTUM,) for part in parts]
    ways = [[way for length in each for way in combinations(halves, length)] for each in lengths]
    for chosen in product(*ways):
        rows: list[Consideration] = []
        for meeting in session.meetings:
            inside = [half for half in halves if half[0] == meeting.key]
            taken = [[part.key for part, way in zip(parts, chosen, strict=True) if half in way] for half in inside]
            rows += rows_of(meeting, taken)
        yield from programmes_of(session, tuple(rows), closed, teams=False)


class _Listening:
    """A desk that notes which verbs it was asked for."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.verbs: list[str] = []

    def __getattr__(self, verb: str) -> Any:
        self.verbs.append(verb)
        return lambda *_, **__: None


def verbs_asked(session: Session, rule: Rule) -> list[str]:
    """Return which verbs of the desk a rule uses in a session."""
    desk = _Listening(session)
    for case in rule.cases(session):
        rule.post(desk, *case)
    return desk.verbs


def check_preference(example: Example[Preference]) -> None:
    """Assert that a preference counts less for kept than for broken, and on every programme the same as the solver."""
    session, preference = example.session, example.shown
    kept, broken = (sum(amounts(preference, example.programme(rows))) for rows in (example.kept, example.broken))
    assert kept < broken, (
        f"{preference}: amount is {kept} where its example says kept, and {broken} where it says broken"
    )
    desk = desk_with(session, demands(session, [rules.kind(code)() for code in example.beside]), tick=QUANTUM)
    assert desk.settle(), f"{preference}: its example has no programme"
    counts = list(counted(desk, preference))
    lawful = {canonical(programme) for programme, _ in counts}
    for rows in (example.kept, example.broken):
        assert canonical(example.programme(rows)) in lawful, f"{preference}: {rows} breaks a rule"
    for programme, expressed in counts:
        assert amounts(preference, programme) == list(expressed), f"{preference}: express and amount differ"


def amounts(preference: Preference, programme: Programme) -> list[int]:
    """Return how far a programme is from a wish, case by case."""
    return [preference.amount(programme, *case) for case in preference.cases(programme.session)]
