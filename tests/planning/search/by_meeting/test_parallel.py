"""Sessions of parallel rooms, planned by meeting: as good as all together, and no bound above what is best."""

import random
from collections.abc import Iterator

import pytest
from ortools.sat.python import cp_model

from tests.benchmarks.parallel.wishes import AtItsPlace, InTwoRooms, PriceOfARoom, RoomInTurn, SideBySide
from tests.sessions import item, meeting, session
from wgsched.checking import check, score
from wgsched.model import (
    AgendaItem,
    ConferenceServices,
    Forum,
    Meeting,
    Preference,
    Room,
    ServiceBasis,
    Session,
    Verdict,
    Wish,
)
from wgsched.planning.model.desk import SolverDesk
from wgsched.planning.model.posting import cost_of, demands, desk_with
from wgsched.planning.model.solution import programme_of
from wgsched.planning.search.by_meeting.allotment import Allotment
from wgsched.planning.search.by_meeting.counts import Merged, merged
from wgsched.planning.search.by_meeting.neighbourhoods import IDLE, Neighbourhoods
from wgsched.planning.search.by_meeting.parallel import has_parallel_rooms, planned_by_meeting
from wgsched.planning.search.by_meeting.whole import WholeSearch
from wgsched.planning.search.by_meeting.whole_desk import WholeDesk
from wgsched.planning.search.effort import Effort, Infeasible
from wgsched.preferences import KINDS, HeavyApart, PreferredMeeting
from wgsched.rules import InABlock, NotAtOnce, OneRoom, Precedes, Undivided

TRACKS, ROOMS, DAYS = ("a", "b", "c"), ("I", "II", "III"), (14, 15, 18)
WITHOUT = ServiceBasis.WITHOUT
QUIET = {**dict.fromkeys(KINDS, 0), "few-rooms": 2}


def conference(seed: int) -> Session:
    """Return a random conference of three tracks in three rooms, on three days, for which much is wished."""
    dice = random.Random(seed)
    items = [
        item(str(number), dice.choice((30, 30, 60)), forums=dice.choice((("a",), ("b",), ("c",), ("a", "c"))))
        for number in range(1, 9)
    ]
    keys = [each.key for each in items]
    meetings = [
        meeting(
            f"{track}-{day}",
            day,
            10,
            dice.choice((60, 90)),
            track,
            optional=True,
            rooms=ROOMS,
            basis=ServiceBasis.WITHOUT,
        )
        for day in DAYS
        for track in TRACKS
    ]
    whole = tuple(Undivided(key) for key in keys)
    rules = (*whole, *([OneRoom(dice.choice(TRACKS))] if dice.random() < 0.3 else []))
    return session(
        *items,
        meetings=tuple(meetings),
        forums=tuple(map(Forum, TRACKS)),
        services=ConferenceServices(rooms=tuple(map(Room, ROOMS))),
        rules=rules,
        wishes=tuple(_wishes(dice, items, meetings)),
        weights=QUIET,
    )


def _wishes(dice: random.Random, items: list[AgendaItem], meetings: list[Meeting]) -> Iterator[Preference]:
    keys = [each.key for each in items]
    dear = dice.choice(ROOMS)
    yield PriceOfARoom(
        tuple(
            (each.key, tuple((room, dice.choice((1, 4)) if room == dear else 1) for room in ROOMS)) for each in meetings
        )
    )
    yield SideBySide(((*dice.sample(TRACKS, 2), 5),))
    yield Wish(InABlock(dice.choice(TRACKS)), weight=7)
    for _ in range(2):
        yield Wish(HeavyApart(tuple(dice.sample(keys, 2))), weight=3)
        yield Wish(PreferredMeeting(dice.choice(keys), (dice.choice(meetings).key,)), weight=4)
    if dice.random() < 0.5:
        yield Wish(Precedes(*dice.sample(keys, 2)), weight=6)
        yield Wish(NotAtOnce(tuple(dice.sample(keys, 2))), weight=2)
    yield InTwoRooms(((*dice.sample(keys, 2), 3),))
    yield RoomInTurn(((*dice.sample(TRACKS, 2), 2),))
    if dice.random() < 0.5:
        one, *others = dice.sample(keys, 5)
        yield AtItsPlace(((one, tuple(others), dice.randint(1, 5), 2),))


def settled(asked: Session) -> SolverDesk:
    desk = desk_with(asked, demands(asked))
    assert desk.settle()
    return desk


def best(desk: SolverDesk) -> int | None:
    """Return what is best when all is searched together; None where there is no programme."""
    desk.model.minimize(cost_of(desk))
    solver = Effort().solver()
    status = solver.solve(desk.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


@pytest.mark.parametrize("seed", range(6))
def test_what_is_planned_by_meeting_is_as_good_as_what_is_searched_together(seed):
    agrees(seed)


@pytest.mark.long
@pytest.mark.parametrize("tenth", range(5))
def test_many_random_conferences_are_planned_by_meeting_as_well_as_together(tenth):
    for seed in range(100 + 10 * tenth, 110 + 10 * tenth):
        agrees(seed)


def agrees(seed: int) -> None:
    desk = settled(conference(seed))
    assert has_parallel_rooms(desk)
    least = best(settled(conference(seed)))
    try:
        counted = planned_by_meeting(desk, cost_of(desk), Effort(work=20))
    except Infeasible:
        assert least is None
        return
    assert counted is not None
    assert least is not None
    solution, finding, _ = counted
    made = programme_of(desk, solution, finding)
    assert (list(check(made)), score(made).total) == ([], finding.objective)
    assert finding.bound <= least <= (finding.objective or 0)
    if finding.verdict is Verdict.BEST or not _in_one_meeting(desk):
        assert finding.objective == least


def _in_one_meeting(desk: SolverDesk) -> bool:
    """Return whether something is said of the hours within meetings."""
    of_hours = Precedes | NotAtOnce | AtItsPlace
    return any(isinstance(each.asked if isinstance(each, Wish) else each, of_hours) for each in desk.session.wishes)


def test_items_and_rooms_that_cost_the_same_everywhere_are_counted_together():
    meetings = tuple(
        meeting(f"{track}-{day}", day, 10, 90, track, optional=True, rooms=ROOMS) for day in DAYS for track in TRACKS
    )
    items = [*(item(str(number), 30, forums=("a",)) for number in range(1, 5)), item("5", 60, forums=("a",))]
    desk = settled(
        session(
            *items,
            meetings=meetings,
            forums=tuple(map(Forum, TRACKS)),
            services=ConferenceServices(rooms=tuple(map(Room, ROOMS))),
            rules=tuple(Undivided(each.key) for each in items),
            wishes=(
                Wish(HeavyApart(("1", "5"))),
                Wish(PreferredMeeting("2", ("a-14",))),
                PriceOfARoom((("a-14", (("I", 0), ("II", 3), ("III", 0))),)),
            ),
            weights=QUIET,
        )
    )
    counts = WholeDesk(desk, Merged())
    alike = merged(counts, counts.cost())
    assert [key for key, some in alike.instalments.items() if len(some) > 1] == ["3"]
    assert alike.instalments["3"] == ["3", "4"]
    assert alike.rooms == {"I": ["I", "III"], "II": ["II"], "III": ()}


def plain(**more) -> Session:
    """Return two forums that meet at the same hours of two days, in any of three rooms, with items for both."""
    meetings = tuple(
        meeting(f"{track}-{day}", day, 10, 60, track, optional=True, rooms=ROOMS) for day in (14, 15) for track in "ab"
    )
    items = item("1", 30, forums=("a",)), item("2", 30, forums=("b",)), item("3", 30, forums=("a",))
    return session(
        *items,
        meetings=meetings,
        forums=(Forum("a"), Forum("b")),
        services=ConferenceServices(rooms=tuple(map(Room, ROOMS))),
        weights=QUIET,
        **{"rules": tuple(Undivided(each.key) for each in items), **more},
    )


def test_where_nothing_is_wished_for_all_are_alike():
    counts = WholeDesk(settled(plain()), Merged())
    assert merged(counts, 0).rooms == {"I": list(ROOMS), "II": (), "III": ()}


def test_what_is_not_told_of_places_in_a_meeting_makes_nothing_cheaper():
    counts = WholeDesk(settled(plain(wishes=(AtItsPlace((("1", ("2", "3"), 2, 5),)),))), Merged())
    counts.model.minimize(counts.cost())
    solver = cp_model.CpSolver()
    assert (solver.solve(counts.model), solver.objective_value) == (cp_model.OPTIMAL, 0)


def test_meetings_at_once_are_in_several_rooms_also_where_these_are_not_told_apart():
    desk = settled(plain())
    counts = WholeDesk(desk, Merged(rooms={"I": ROOMS, "II": (), "III": ()}))
    counts.model.add(sum(counts.taking[key] for key in ("a-14", "b-14")) == 2)
    counts.model.minimize(counts.rooms_used(desk.session.meetings))
    solver = cp_model.CpSolver()
    assert (solver.solve(counts.model), solver.objective_value) == (cp_model.OPTIMAL, 2)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_best_with_rooms_of_a_kind_as_one_is_given_its_rooms(seed, monkeypatch):
    def end(search, *_):
        search.work = search.effort.work

    monkeypatch.setattr(WholeSearch, "_in_parts", end)
    search = WholeSearch(settled(conference(seed)), Effort(work=20))
    search.search()
    assert search.best is not None
    assert {*search.best.rooms} == {*search.best.meetings.values()}
    assert search.cost == search.bound


def test_a_near_bound_is_not_kept_waiting(monkeypatch):
    def keep(search, *_, **__):
        search.work += 1

    monkeypatch.setattr(WholeSearch, "_keep", keep)
    whole = WholeDesk(settled(plain()), Merged())
    best = Allotment({"1": "a-14", "2": "b-15", "3": "a-14"}, {"a-14": "I", "b-15": "I"})
    worked = []
    for bound in (1, 9):
        search = WholeSearch(whole.desk, Effort(), bound=bound, best=best, cost=10)
        search._in_parts(whole, Neighbourhoods(whole, 0), 3)
        worked.append(search.work)
    assert worked == [IDLE, 4]


def test_a_session_without_rooms_to_choose_or_with_items_in_parts_is_not_planned_so():
    asked = session(item("1", 60), meetings=(meeting("a", 14, 10, 90, rooms=("I", "II")),))
    whole = session(item("1", 60), meetings=(meeting("a", 14, 10, 90),), rules=(Undivided("1"),))
    assert [has_parallel_rooms(settled(each)) for each in (asked, whole)] == [False, False]
