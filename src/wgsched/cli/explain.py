"""``wgsched explain``: why there is no programme, what would help, which rules bind, what a wish costs; why an item."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wgsched.cli.inputs import is_programme, reporting
from wgsched.cli.output import bullets, leave, say, say_json
from wgsched.cli.refusal import refusal, refusal_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wgsched.languages import Lexicon
    from wgsched.model import Programme, Session
    from wgsched.planning import Explanation

_SURE = "A programme is possible. To give up any one of these would allow a better one:"
_FREE = "A programme is possible, and no rule stands in the way of a better one."
_IN_ORDER = "All is taken up in agenda order. With --item, explain says why an item is where it is."
_LIMIT = "A limit was reached: there may be more."
_ABOUT = "A limit was reached: these are the costs of good programmes, perhaps not of the best."
_OPEN = "A programme is possible. No rule was found that stands in the way of a better one, but a limit was reached."


def explain(
    session: Annotated[
        Path, typer.Argument(help="A session file; or a programme, to say why items are where they are.")
    ],
    *,
    item: Annotated[
        str | None,
        typer.Option(
            help="The number of an agenda item. Say why it is where it is; of a programme, each out of agenda order."
        ),
    ] = None,
    wish: Annotated[
        str | None,
        typer.Option(
            help="The code of a wish: a preference, or a rule that has a strength. Say what it costs the others."
        ),
    ] = None,
    language: Annotated[str, typer.Option(help="The language of the sentences.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
) -> None:
    """Explain why there is no programme, and what would help. Or name the rules that prevent a better one."""
    from wgsched import files
    from wgsched.languages import lexicon
    from wgsched.planning import explain as find_out

    if item or is_programme(session):
        _tell_items(session, item, language, as_json=as_json)
        return
    given = files.read_session(session)
    words = lexicon(language, given)
    if wish:
        with reporting(session):
            _tell_wish(given, wish, words, as_json=as_json)
        return
    answer = find_out(given)
    if answer.possible and not (answer.minutes or answer.typed):
        _tell_binding(answer, given, words, as_json=as_json)
    else:
        _tell_conflict(answer, given, words, as_json=as_json)
    leave(lawful_no=not answer.possible)


def _tell_conflict(answer: Explanation, session: Session, words: Lexicon, *, as_json: bool) -> None:
    """Say what cannot all hold: at all, or with the expected minutes, or with hours."""
    told = answer.conflict, answer.repairs, words, session
    minutes = [words.say(sentence, session) for sentence in answer.minutes]
    if as_json:
        besides = {"minutes": minutes} if minutes else {"typed": True} if answer.typed else {}
        say_json({**refusal_data(*told, minimal=answer.minimal), "possible": answer.possible, **besides})
    elif minutes:
        say("A programme is possible, but not with the expected minutes:", *bullets(minutes))
        say(*refusal(*told, minimal=answer.minimal, opening="With the expected minutes these cannot all hold"))
    elif answer.typed:
        say("The rows can stand as typed, without hours.")
        say(*refusal(*told, minimal=answer.minimal, opening="With hours these cannot all hold"))
    else:
        say(*refusal(*told, minimal=answer.minimal))


def _tell_binding(answer: Explanation, session: Session, words: Lexicon, *, as_json: bool) -> None:
    binding = [words.say(sentence, session) for sentence in answer.binding]
    if as_json:
        say_json({"possible": True, "binding": binding, "proved": answer.proved})
        return
    if binding:
        say(_SURE, *bullets(binding), *([] if answer.proved else [_LIMIT]))
    else:
        say(_FREE if answer.proved else _OPEN)


def _tell_items(file: Path, item: str | None, language: str, *, as_json: bool) -> None:
    """Say why an item is where it is; without one, each that is not in agenda order."""
    from wgsched import files
    from wgsched.cli.placed import placed, placed_data
    from wgsched.languages import lexicon
    from wgsched.planning import explain_item, plan

    with reporting(file):
        programme = files.read_programme(file) if is_programme(file) else plan(files.read_session(file))
        names = [item] if item else list(_out_of_order(programme))
        told = [(explain_item(programme, each), lexicon(language, programme.session)) for each in names]
    if as_json:
        data = [placed_data(*each, programme.session) for each in told]
        say_json(data[0] if item else data)
        return
    for each in told:
        say(*placed(*each, programme.session))
    if not told:
        say(_IN_ORDER)


def _out_of_order(programme: Programme) -> Iterator[str]:
    """Yield the keys of the items that are taken up before what stands ahead of them in the agenda."""
    from wgsched.model.ranks import neighbours
    from wgsched.model.sequence import without_a_place

    for earlier, later in neighbours(programme.session, without_a_place(programme.session)):
        if (programme.opened(earlier) <= programme.opened(later)) is False:
            yield later.items[0]


def _tell_wish(session: Session, wish: str, words: Lexicon, *, as_json: bool) -> None:
    from wgsched.planning import wish_cost

    cost = wish_cost(session, wish)
    if as_json:
        points = {"cost": cost.cost, "others": cost.others, "without": cost.without}
        unmet = {"others unmet": asdict(cost.unmet), "unmet without": asdict(cost.unmet_without)}
        say_json({"wish": cost.preference, **points, **(unmet if cost.unmet != cost.unmet_without else {})})
    else:
        told = (words.say(sentence, session) for sentence in cost.sentences)
        say(*told, *([] if cost.proved else [_ABOUT]))
