"""``wgsched plan``: from a session file to a proved programme and its papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wgsched.cli.inputs import reporting
from wgsched.cli.output import bullets, complain, leave, say, say_json, width
from wgsched.cli.papers import languages_of, tell_older
from wgsched.errors import BadInput, NoProgramme

if TYPE_CHECKING:
    from pendulum import Date

    from wgsched.languages import Lexicon
    from wgsched.model import Programme, Session

PROGRAMME = "programme.json"
NEAREST = "nearest.json"


def plan(
    session: Annotated[Path, typer.Argument(help="A session file.")],
    *,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The folder to write to.")] = None,
    published: Annotated[Path | None, typer.Option(help="The programme to change as little as possible.")] = None,
    now: Annotated[str | None, typer.Option(help="The time now, such as 'Thu 13:00': what is over stays.")] = None,
    moment: Annotated[
        str | None, typer.Option(help="Today, such as 2009-04-10: which documents are late by then.")
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(help="An item, a meeting ('Thu am') or a day that stays as published. Can be repeated."),
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option(help="Which published meeting or item is which now: 'Mon am=Thu am', '3=4'. Can be repeated."),
    ] = None,
    advance: Annotated[
        str | None,
        typer.Option(
            help="What becomes of time that a change frees: ask, next (take up the next item) or no (leave it free)."
            " By default as the session file says, else ask."
        ),
    ] = None,
    alternatives: Annotated[int | None, typer.Option(min=1, help="How many different best programmes to show.")] = None,
    nearest: Annotated[
        bool, typer.Option("--nearest", help="Where there is no programme, also show the one that breaks least.")
    ] = False,
    workers: Annotated[
        int,
        typer.Option(min=1, help="How many threads the solver uses. A proved programme is the same with any number."),
    ] = 1,
    seed: Annotated[int, typer.Option(min=0, help="A number that changes the order of the search.")] = 0,
    time_limit: Annotated[
        float | None, typer.Option(min=0, help="Stop after this many seconds. The result may differ from run to run.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="The language to print in. By default English, else the original language.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
) -> None:
    """Plan a session and print the programme, its cost and the verdict. With -o, write it with annexes and feeds."""
    from wgsched import files
    from wgsched.cli.nearest import nearest_beside
    from wgsched.cli.progress import watching
    from wgsched.cli.republished import as_published
    from wgsched.files.spoken import moment_named
    from wgsched.files.writing import refuse_sources, write_all
    from wgsched.languages import lexicon
    from wgsched.planning import alternatives as several

    given = files.read_session(session)
    words = lexicon(language or "en", given)
    before = files.read_programme(published) if published else None
    if before is None and (now or keep or same or advance):
        raise BadInput("--now, --keep, --same and --advance need --published")
    if before:
        given = as_published(given, before, same or ())
    sources = [path for path in (session, published) if path]
    if output:
        refuse_sources([output / PROGRAMME], sources)  # before minutes are spent on planning
    instant = moment_named(given, now) if now else None
    changed: dict[str, Any] = {"published": before, "now": instant, "keep": keep or (), "advance": advance}
    effort: dict[str, Any] = {"workers": workers, "seed": seed, "time_limit": time_limit}
    try:
        with reporting(session, published), watching() as report:
            programme, *others = several(
                given,
                alternatives or 1,
                **changed,
                **effort,
                nearest=nearest,
                on_progress=report,
            )
    except NoProgramme as refused:
        beside = nearest_beside(refused, given) if nearest else ""
        if output and not isinstance(beside, str):
            write_all({output / NEAREST: files.programme_to_json(beside)}, sources=sources, folder=output)
        _refuse(refused, given, words, beside, as_json=as_json)
        return
    complete = languages_of(programme)
    written: list[Path] = []
    if output:
        contents = {**_contents(programme, output, complete), **_others(others, output)}
        write_all(contents, sources=sources, folder=output)
        written = list(contents)
        _tell_older(programme, output, written)
    if programme.finding.interrupted:
        complain("interrupted: the best programme found so far is kept")
    today = next((moment_named(given, each).date() for each in (moment, now) if each), None)
    _tell(programme, before, written, others if alternatives else None, language, today, as_json=as_json)


def _refuse(refused: NoProgramme, session: Session, words: Lexicon, nearest: Programme | str, *, as_json: bool) -> None:
    """Say why there is no programme and what would help, and which is nearest, if asked; end with exit code 1."""
    from wgsched.cli.nearest import nearest_data, nearest_lines
    from wgsched.cli.refusal import refusal, refusal_data

    told = refused.conflict, refused.repairs, words, session
    if as_json:
        beside = {} if isinstance(nearest, str) else {"nearest": nearest_data(nearest, words)}
        say_json({**refusal_data(*told, minimal=refused.minimal), **beside})
    else:
        complain("\n".join(refusal(*told, minimal=refused.minimal)))
        if not isinstance(nearest, str):
            say(*nearest_lines(nearest, words))
        elif nearest:
            complain(nearest)
    leave(lawful_no=True)


def _contents(programme: Programme, folder: Path, languages: tuple[str, ...]) -> dict[Path, bytes]:
    """Return the programme file and, per language, annex and feed, by their paths."""
    from wgsched.annexes import annex
    from wgsched.feeds import feed
    from wgsched.files import programme_to_json

    contents = {folder / PROGRAMME: programme_to_json(programme)}
    for language in languages:
        *papers, calendar = _files(folder, language)
        paper = annex(programme, language=language)
        contents |= {path: paper.bytes(path.suffix) for path in papers}
        contents[calendar] = feed(programme, language=language).data
    return contents


def _files(folder: Path, language: str) -> list[Path]:
    """Return what is written in a language: the annex twice, and the feed."""
    return [folder / name for name in (f"annex.{language}.docx", f"annex.{language}.html", f"feed.{language}.ics")]


def _tell_older(programme: Programme, folder: Path, written: list[Path]) -> None:
    """Name the files of an earlier run that this run did not write."""
    ours = [path for language in programme.session.languages for path in _files(folder, language)]
    tell_older(path for path in (*ours, *sorted(folder.glob("alternative-*.json"))) if path not in written)


def _others(others: list[Programme], folder: Path) -> dict[Path, bytes]:
    """Return the programme files of the other alternatives."""
    from wgsched.files import programme_to_json

    return {
        folder / f"alternative-{number}.json": programme_to_json(each) for number, each in enumerate(others, start=2)
    }


def _tell(
    programme: Programme,
    before: Programme | None,
    written: list[Path],
    others: list[Programme] | None,
    language: str | None,
    today: Date | None,
    *,
    as_json: bool,
) -> None:
    from wgsched.checking import compare, score
    from wgsched.cli.choice import choice, choice_data
    from wgsched.cli.counts import omitted, unmet
    from wgsched.cli.freed import freed, freed_data
    from wgsched.cli.verdict import rooms_chosen, verdict

    changes = compare(before, programme) if before else None
    result = verdict(programme, changes, today)
    points = score(programme)
    if as_json:
        beside = {} if others is None else {"alternatives": choice_data([programme, *others])}
        paths = [str(path) for path in written]
        free = {} if before is None else {"gaps": freed_data(programme), "level": programme.finding.level}
        lacking = {} if programme.finding.grades is None else {"unmet": unmet(programme)}
        lacking |= {"left out": omitted(programme)} if omitted(programme) else {}
        say_json({"verdict": list(result), "cost": points.total, **lacking, **beside, **free, "written": paths})
        return
    from wgsched.annexes import annex
    from wgsched.languages import complete_languages, lexicon

    shown = _preferred(programme, language, complete_languages(programme.session))
    for each in shown:
        say(annex(programme, language=each).bytes("text", aligned=True, width=width()).decode().rstrip(), "")
    words = lexicon("en", programme.session)
    if rooms := "; ".join(rooms_chosen(programme)):
        say(f"Rooms: {rooms}.", "")
    if not shown and omitted(programme):
        say(*bullets(omitted(programme)), "")
    if points.unmet:
        say(*bullets(unmet(programme)), "")
    if points.costly:
        say(*bullets(words.say(line.sentence, programme.session) for line in points.costly), "")
    if others is not None:
        say(*choice([programme, *others]), "")
    if written:
        say(f"Written to {written[0].parent}: {', '.join(path.name for path in written)}", "")
    if programme.finding.gaps:
        say(*freed(programme), "")
    say(*result)


def _preferred(programme: Programme, asked: str | None, complete: tuple[str, ...]) -> tuple[str, ...]:
    """Return the language to show on the screen: the one asked for, else English, the original, or the first."""
    wanted = [language for language in (asked, "en", programme.session.original, *complete) if language in complete]
    return tuple(wanted[:1])
