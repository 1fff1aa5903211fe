"""Why an item is where it is, as lines or as data."""

from __future__ import annotations

from wgsched.cli.counts import count
from wgsched.cli.output import bullets
from wgsched.languages import Lexicon
from wgsched.model import Sentence, Session
from wgsched.planning import ItemExplanation, Otherwise

_IN_ORDER = "In agenda order", "Agenda order is not possible"
_EARLIER = "Concluded before that meeting", "It cannot be concluded before that meeting"
_PUBLISHED = "The programme was planned with the fewest changes to the published one; that comes before all else."


def placed(answer: ItemExplanation, words: Lexicon, session: Session) -> list[str]:
    """Return where an item is taken up, and what would be otherwise in agenda order, and if it came earlier."""
    item = answer.item
    if not answer.meetings:
        return [words.say(Sentence("not-taken-up", item=item), session)]
    where = Sentence("taken-up-at", item=item, meetings=answer.meetings)
    lines = [words.say(where, session), *([_PUBLISHED] if answer.published else [])]
    if answer.in_order is None:
        lines.append("It is in agenda order.")
    else:
        lines += ["It is out of agenda order:", *bullets(words.say(each, session) for each in answer.out_of_order)]
        lines += _otherwise(answer.in_order, _IN_ORDER, words, session)
    if answer.earlier is None:
        lines.append("There is no meeting before in which it could be taken up.")
    else:
        lines += _otherwise(answer.earlier, _EARLIER, words, session)
    return lines


def placed_data(answer: ItemExplanation, words: Lexicon, session: Session) -> dict[str, object]:
    """Return the same as data."""
    return {
        "item": answer.item.key,
        "meetings": [meeting.key for meeting in answer.meetings],
        "published": answer.published,
        "out of order": [words.say(each, session) for each in answer.out_of_order],
        "in order": _data(answer.in_order, words, session),
        "earlier": _data(answer.earlier, words, session),
    }


def _otherwise(found: Otherwise, openings: tuple[str, str], words: Lexicon, session: Session) -> list[str]:
    """Return what would be otherwise; it opens in one way where it is possible, and in another where it is not."""
    opening, impossible = openings
    if not found.possible:
        against = bullets(words.say(each, session) for each in found.conflict)
        named = {0: "", 1: ", because of this"}.get(len(against), ", because of these")
        return [f"{impossible}{named}{':' if against else '.'}", *against]
    if not found.more and not found.known:
        return [f"{opening}: a limit was reached before it was known what a programme would cost."]
    lost = [count(code, more) for code, more in found.more.items() if more > 0]
    gained = [count(code, -more) for code, more in found.more.items() if more < 0]
    said = [*(["more: " + "; ".join(lost)] if lost else []), *(["less: " + "; ".join(gained)] if gained else [])]
    doubt = "" if found.known else " (A limit was reached: perhaps there is a better one.)"
    if not said:
        return [f"{opening}, a programme would be as good; of equals, the one earliest in agenda order is taken."]
    return [f"{opening}, the best programme would have {', and '.join(said)}.{doubt}"]


def _data(found: Otherwise | None, words: Lexicon, session: Session) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "possible": found.possible,
        "conflict": [words.say(each, session) for each in found.conflict],
        "more": dict(found.more),
        "proved": found.known,
    }
