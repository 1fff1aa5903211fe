"""``wgsched plan``: from a session file to a proved programme and its papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wgsched.cli.output import complain, leave, say, say_json
from wgsched.cli.papers import languages_of
from wgsched.errors import BadInput, NoProgramme

if TYPE_CHECKING:
    from wgsched.model import Programme, Session


def plan(
    session: Annotated[Path, typer.Argument(help="A session file.")],
    *,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The folder to write to.")] = None,
    published: Annotated[Path | None, typer.Option(help="A programme to change as little as possible.")] = None,
    now: Annotated[str | None, typer.Option(help="What is over then stays as it was: 'Thu 13:00'.")] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(help="What stays as published: an item, a meeting ('Thu am') or a day; repeat it."),
    ] = None,
    alternatives: Annotated[int | None, typer.Option(min=1, help="So many of the best that differ in rows.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Threads of the solver.")] = 1,
    seed: Annotated[int, typer.Option(min=0, help="Another order of search.")] = 0,
    time_limit: Annotated[float | None, typer.Option(min=0, help="Seconds; the result may not repeat.")] = None,
    language: Annotated[str, typer.Option(help="The language in which it says why there is no programme.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the verdict as JSON.")] = False,
) -> None:
    """Plan a session; print the verdict, the programme and its score; with -o write everything."""
    from wgsched import files
    from wgsched.cli.progress import watching
    from wgsched.files.spoken import moment_named
    from wgsched.planning import alternatives as several

    given = files.read_session(session)
    before = files.read_programme(published) if published else None
    if before is None and (now or keep):
        raise BadInput("--now and --keep need --published: the programme from which things stay")
    moment = moment_named(given, now) if now else None
    try:
        with watching() as report:
            programme, *others = several(
                given,
                alternatives or 1,
                published=before,
                now=moment,
                keep=keep or (),
                workers=workers,
                seed=seed,
                time_limit=time_limit,
                on_progress=report,
            )
    except NoProgramme as refused:
        _refuse(refused, given, language, as_json=as_json)
        return
    complete = languages_of(programme)
    written = [*write_out(programme, output, complete), *_write_others(others, output)] if output else []
    if programme.finding.interrupted:
        complain("interrupted: the best programme found so far is kept")
    _tell(programme, before, written, others if alternatives else None, as_json=as_json)


def _refuse(refused: NoProgramme, session: Session, language: str, *, as_json: bool) -> None:
    """Say why there is no programme and what would help, and end with a lawful no."""
    from wgsched.cli.refusal import refusal, refusal_data
    from wgsched.languages import lexicon

    told = refused.conflict, refused.repairs, lexicon(language, session), session
    if as_json:
        say_json(refusal_data(*told, minimal=refused.minimal))
    else:
        complain("\n".join(refusal(*told, minimal=refused.minimal)))
    leave(lawful_no=True)


def write_out(programme: Programme, folder: Path, languages: tuple[str, ...]) -> list[Path]:
    """Write the programme file and, per language, annex and feed; return the paths."""
    from wgsched.annexes import annex
    from wgsched.feeds import feed
    from wgsched.files import write_programme

    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / "programme.json"]
    write_programme(programme, written[0])
    for language in languages:
        paper = annex(programme, language=language)
        for suffix in ("docx", "html"):
            written.append(folder / f"annex.{language}.{suffix}")
            paper.save(written[-1])
        written.append(folder / f"feed.{language}.ics")
        feed(programme, language=language).save(written[-1])
    return written


def _write_others(others: list[Programme], folder: Path) -> list[Path]:
    """Write the programme files of alternatives, so that another than the first can be chosen."""
    from wgsched.files import write_programme

    paths = [folder / f"alternative-{number}.json" for number in range(2, len(others) + 2)]
    for path, each in zip(paths, others, strict=True):
        write_programme(each, path)
    return paths


def _tell(
    programme: Programme,
    before: Programme | None,
    written: list[Path],
    others: list[Programme] | None,
    *,
    as_json: bool,
) -> None:
    from wgsched.checking import compare, score
    from wgsched.cli.choice import choice, choice_data
    from wgsched.cli.verdict import verdict

    changes = compare(before, programme) if before else None
    result = verdict(programme, changes)
    points = score(programme)
    if as_json:
        beside = {} if others is None else {"alternatives": choice_data([programme, *others])}
        paths = [str(path) for path in written]
        say_json({"verdict": list(result), "cost": points.total, **beside, "written": paths})
        return
    from wgsched.annexes import annex
    from wgsched.languages import complete_languages

    for language in _preferred(programme, complete_languages(programme.session)):
        say(annex(programme, language=language).bytes("text", aligned=True).decode().rstrip(), "")
    say(str(points), "")
    if others is not None:
        say(*choice([programme, *others]), "")
    if written:
        say(f"Written to {written[0].parent}: {', '.join(path.name for path in written)}", "")
    say(*result)


def _preferred(programme: Programme, complete: tuple[str, ...]) -> tuple[str, ...]:
    """Return the one language to show on the screen: English, else the original, else the first that is complete."""
    wanted = [language for language in ("en", programme.session.original, *complete) if language in complete]
    return tuple(wanted[:1])
