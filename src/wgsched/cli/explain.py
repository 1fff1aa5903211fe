"""``wgsched explain``: why there is no programme, and what would help; or which rules bind."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wgsched.cli.output import bullets, leave, say, say_json


def explain(
    session: Annotated[Path, typer.Argument(help="A session file.")],
    *,
    language: Annotated[str, typer.Option(help="The language of the sentences.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
) -> None:
    """Say why there is no programme and rank the repairs by cost; or say which rules bind."""
    from wgsched import files
    from wgsched.languages import lexicon
    from wgsched.planning import explain as find_out

    given = files.read_session(session)
    answer = find_out(given)
    words = lexicon(language, given)
    conflict = [words.say(sentence, given) for sentence in answer.conflict]
    binding = [words.say(sentence, given) for sentence in answer.binding]
    repairs = [words.say(repair.sentence, given) for repair in answer.repairs]
    if as_json:
        say_json({"possible": answer.possible, "conflict": conflict, "repairs": repairs, "binding": binding})
    elif answer.possible:
        say("A programme is possible. What binds it:", *bullets(binding or ["nothing but the hours of the meetings"]))
    else:
        say("There is no programme. These cannot all hold:", *bullets(conflict))
        say(*(["What would help, the cheapest first:", *bullets(repairs)] if repairs else []))
    leave(lawful_no=not answer.possible)
