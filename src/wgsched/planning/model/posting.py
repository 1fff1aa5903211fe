"""The demands of a session, case by case, and a desk on which some or all of them are posted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wgsched.checking.wished import Wished, grade_of, must_hold, wished, wished_rules
from wgsched.model import Case, Rule, Sentence, Session, Strength
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.literals import Expression
from wgsched.planning.model.verbs.counting import MOST
from wgsched.rules import rulebook


@dataclass(frozen=True)
class Demand:
    """One case of one rule."""

    rule: Rule
    case: Case

    @property
    def sentence(self) -> Sentence:
        """What it says."""
        return self.rule.words(*self.case)

    @property
    def weight(self) -> int:
        """What it weighs where it is broken all the same: that of the person whom it is about, else of its rule."""
        return grade_of(self.rule, self.case)[1]

    @property
    def is_ground(self) -> bool:
        """Whether it makes a programme one at all, and is never given up."""
        return self.rule.ground

    @property
    def is_customary(self) -> bool:
        """Whether it is ground by custom, which a session may waive."""
        return self.rule.ground and self.rule.customary


def demands(session: Session) -> tuple[Demand, ...]:
    """Return everything that the rules demand of a session."""
    return tuple(Demand(rule, case) for rule in rulebook(session) for case in must_hold(session, rule))


def desk_with(
    session: Session,
    chosen: Iterable[Demand],
    *,
    tick: int | None = None,
    minutes: Mapping[str, tuple[int, int]] | None = None,
) -> SolverDesk:
    """Return a desk on which these demands are posted, not yet settled; ``minutes`` as `SolverDesk` takes them."""
    desk = SolverDesk(session, tick=tick, minutes=minutes)
    for demand in chosen:
        with desk.under(desk.taken_of(demand.case)):
            demand.rule.post(desk, *demand.case)
    for rule, case in wished_rules(session):
        desk.post_breakable(rule, case)
    return desk


def cost_of(desk: SolverDesk) -> Expression:
    """Return what the preferences of the session cost beyond the least there can be, as a settled desk counts it.

    One weighted sum: it is proved twice as fast as one preference after another, with the same optimum.
    """
    return _sum_of(desk, None)


def grades_of(desk: SolverDesk) -> dict[str, Expression]:
    """Return what is not kept of each strength, by its name in `wgsched.model.Grades`; nothing where nothing has one.

    The gravest comes first.
    """
    strengths = {each.strength for each in wished(desk.session)}
    counted: dict[str, Expression] = {}
    if desk.demanded:
        counted["must"] = sum(weight * desk.broken(*each) for each, weight in desk.demanded.items())
    if Strength.SHOULD in strengths:
        counted["should"] = _sum_of(desk, Strength.SHOULD)
    if desk.taken:
        counted["left_out"] = _left_out(desk)
    if Strength.NICE in strengths:
        counted["nice"] = _sum_of(desk, Strength.NICE)
    return counted


def _left_out(desk: SolverDesk) -> Expression:
    agenda = desk.session.agenda
    taken = {agenda.instalment(key).items[0]: literal for key, literal in desk.taken.items()}
    return sum((agenda[item].priority or 0) * (1 - literal) for item, literal in taken.items())


def _sum_of(desk: SolverDesk, strength: Strength | None) -> Expression:
    return sum(each.weight * _beyond_least(desk, each) for each in wished(desk.session) if each.strength is strength)


def _beyond_least(desk: SolverDesk, each: Wished) -> Expression:
    """Return how far a programme is from a wish beyond the least; nothing where what it is about is left out."""
    taken = desk.taken_of(each.case)
    with desk.under(taken):
        quantity: Expression = each.preference.express(desk, *each.case)
    beyond = quantity + -each.preference.least(desk.session, *each.case)
    if not taken:
        return beyond
    if isinstance(beyond, int) and beyond <= 0:
        return 0
    counted = desk.model.new_int_var(0, MOST, "")
    with desk.under(taken):
        desk.model.add(counted >= beyond)
    return counted
