"""Time that changes leave free, with what may become of it: as lines and as data."""

from __future__ import annotations

from collections.abc import Iterator

from wgsched.checking.gaps import free_minutes
from wgsched.cli.verdict import count
from wgsched.files.spoken import names_of
from wgsched.languages import lexicon
from wgsched.languages.saying import Speaker
from wgsched.model import Gap, GapChoice, Offer, Price, Programme
from wgsched.model.reading import subject


def freed(programme: Programme) -> list[str]:
    """Return each gap of a programme, and below it each choice with what it changes, in plain English."""
    lines: list[str] = []
    for gap in programme.finding.gaps:
        lines += [
            f"Free: {_when(programme, gap)}. Choose:",
            *(f"- {_said(programme, gap, each)}" for each in gap.offers),
        ]
    return lines


def freed_data(programme: Programme) -> list[dict[str, object]]:
    """Return the same as data."""
    return [
        {
            "meeting": gap.meeting,
            "opens": gap.opens.to_iso8601_string(),
            "closes": gap.closes.to_iso8601_string(),
            "minutes": gap.minutes,
            "dead": gap.dead,
            "choices": [_offer_data(programme, gap, each) for each in gap.offers],
        }
        for gap in programme.finding.gaps
    ]


def _offer_data(programme: Programme, gap: Gap, offer: Offer) -> dict[str, object]:
    price = offer.price and {name: getattr(offer.price, name) for name in ("cost", "free", "moved", "earlier", "later")}
    return {
        "choice": offer.choice.value,
        "item": offer.instalment,
        "hindrance": offer.hindrance.name.lower() if offer.hindrance else None,
        "price": price,
        "sentence": _said(programme, gap, offer),
    }


def _when(programme: Programme, gap: Gap) -> str:
    """Return when a gap is, and for how long."""
    words, meeting = lexicon("en", programme.session), programme.meeting(gap.meeting)
    spoken = Speaker(words, programme.session).words(meeting)
    where = f"all of {spoken}" if gap.dead else f"{words.hours(gap.opens, gap.closes)} in {spoken}"
    return f"{where} ({count(gap.minutes, 'minute')}) has no business any more"


def _said(programme: Programme, gap: Gap, offer: Offer) -> str:
    match offer.choice:
        case GapChoice.ADVANCE:
            return _advance(programme, gap, offer)
        case GapChoice.CANCEL:
            given = f"{count(gap.minutes, 'minute')} of conference services are given back; nothing else changes."
            return f"cancel: {given} {_cancelling(programme, gap)}".rstrip()
        case GapChoice.KEEP:
            return "keep: nothing changes, and nothing is taken up in this time."


def _advance(programme: Programme, gap: Gap, offer: Offer) -> str:
    if offer.price is None:
        why = offer.hindrance.value if offer.hindrance else "what it changes was not found within the limits"
        return f"advance: {_item(programme, offer.instalment)} cannot be taken up in it: {why}."
    earlier = f"{_item(programme, offer.instalment)} is taken up earlier than announced"
    what = f"advance: {earlier}. {_price(programme, offer.price)}"
    if offer.hindrance is None:
        return f"{what} To do so: --advance next"
    return f"{what} It is not done unasked: {offer.hindrance.value}. {_typing(programme, gap, offer)}"


def _typing(programme: Programme, gap: Gap, offer: Offer) -> str:
    """Return the row to type that takes up an item in a gap."""
    meeting = programme.meeting(gap.meeting)
    before = [row.instalment for row in programme.rows(meeting) if row.opens and row.opens < gap.opens]
    keys = dict.fromkeys([*before, *([offer.instalment] if offer.instalment else [])])
    name = names_of(programme.session, programme.meetings).typed(meeting)
    return f"To do so, write under organization: {name}: [{', '.join(_number(programme, key) for key in keys)}, ...]"


def _price(programme: Programme, price: Price) -> str:
    """Return what a choice changes."""
    parts = list(_parts(programme, price))
    now = free_minutes(programme)
    beside = "as now" if price.free == now else f"instead of {now}"
    free = f"{count(price.free, 'minute')} free before the business ends {beside}."
    return f"{'; '.join(parts).capitalize()}; {free}"


def _parts(programme: Programme, price: Price) -> Iterator[str]:
    further = [key for key in price.earlier if key not in price.moved]
    change = "changes" if len(price.moved) == 1 else "change"
    yield f"{count(len(price.moved), 'item')} {change} meetings{_named(programme, price.moved)}"
    if further:
        yield f"{count(len(further), 'other')} opened earlier in the same meetings{_named(programme, further)}"
    yield f"{len(price.later) or 'none'} put later{_named(programme, price.later)}"


def _named(programme: Programme, keys: tuple[str, ...] | list[str]) -> str:
    return f" ({', '.join(_number(programme, key) for key in keys)})" if keys else ""


def _number(programme: Programme, key: str | None) -> str:
    items = programme.session.agenda.items_in(key) if key else ()
    return ", ".join(str(item.number or item.key) for item in items)


def _item(programme: Programme, key: str | None) -> str:
    items = programme.session.agenda.items_in(key) if key else ()
    return Speaker(lexicon("en", programme.session), programme.session).words(subject(items)) if items else "nothing"


def _cancelling(programme: Programme, gap: Gap) -> str:
    """Return what to type to give a meeting back, or the first part of it."""
    meeting = programme.meeting(gap.meeting)
    name = names_of(programme.session, programme.meetings).typed(meeting)
    if gap.dead:
        return f"To do so: wgsched amend PROGRAMME '{name}' --cancel"
    if gap.opens == meeting.opens:
        return f"To do so: wgsched amend PROGRAMME '{name}' --opens {gap.closes:%H:%M} --closes {meeting.closes:%H:%M}"
    if gap.closes == meeting.usable.closes:
        return f"To do so: wgsched amend PROGRAMME '{name}' --opens {meeting.opens:%H:%M} --closes {gap.opens:%H:%M}"
    return ""
