"""Planning many sessions at once: in processes of this machine, or wherever an executor leads."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context

from wgsched.errors import InternalError, LimitReached
from wgsched.files import programme_from_json, programme_to_json
from wgsched.model import Programme, Session
from wgsched.planning.many.answers import answer_from_json, answer_to_json
from wgsched.planning.many.cache import AnswerCache, digest
from wgsched.planning.verbs import plan


@dataclass(frozen=True)
class Planned:
    """A session with its programme, or with the error that planning ended with, such as `NoProgramme`."""

    session: Session
    programme: Programme | None = None
    error: Exception | None = None


def plan_many(
    sessions: Iterable[Session],
    *,
    executor: Executor | None = None,
    cache: str | os.PathLike[str] | None = None,
    published: Programme | None = None,
    workers: int = 1,
    seed: int = 0,
    time_limit: float | None = None,
) -> tuple[Planned, ...]:
    """Plan several sessions at once. The results are in their order, each as `plan` gives it for that session alone.

    Any executor of ``concurrent.futures`` will do; without one, a process for each core is started, and a script that
    calls this stands under ``if __name__ == "__main__":``. What ends one session with an error leaves the others alone.
    ``cache`` is a folder in which answers are kept for the next run, by everything that they depend on but the code of
    rules from other packages; those before an interrupt are kept, those that a limit in seconds cut short are not.

    Raises:
        BadInput: ``cache`` cannot be a folder.
    """
    answers_before = AnswerCache(cache) if cache is not None else None
    options = {"workers": workers, "seed": seed, "time_limit": time_limit}
    before = programme_to_json(published).decode() if published else None
    questions = [_question(session, before, options) for session in sessions]
    answers: dict[str, ProgrammeOrError] = {}
    for each in questions:
        if answers_before and each.key and (answer := _remembered(answers_before, each)):
            answers[each.key] = answer
    left = {each.key: each for each in questions if each.key and each.key not in answers}
    for key, said in zip(left, _answered(list(left.values()), executor), strict=True):
        answers[key] = said if isinstance(said, Exception) else _read(said, left[key].session)
        if answers_before and isinstance(said, str) and _lasting(answers[key]):
            answers_before.put(key, said)
    return tuple(_planned(each, answers) for each in questions)


ProgrammeOrError = Programme | Exception


@dataclass(frozen=True)
class _Question:
    """What is asked of one session; without a key it cannot be asked, for the reason given."""

    session: Session
    text: str = ""
    key: str = ""
    error: Exception | None = None


def answered(question: str) -> str:
    """Return the answer to a question, both in JSON: what a worker does. No error leaves it."""
    zone = "UTC"
    try:
        asked = json.loads(question)
        session = programme_from_json(asked["session"]).session
        zone = session.zone
        published = programme_from_json(asked["published"]) if asked["published"] else None
        return answer_to_json(plan(session, published=published, **asked["options"]), zone)
    except Exception as error:  # not all errors can travel between processes; this one ends as a result
        return answer_to_json(error, zone)


def _question(session: Session, published: str | None, options: dict[str, float | int | None]) -> _Question:
    try:
        whole = programme_to_json(Programme(session, session.meetings, ())).decode()
    except Exception as error:  # a rule of another package that no file can hold
        return _Question(session, error=error)
    text = json.dumps({"session": whole, "published": published, "options": options}, ensure_ascii=False)
    return _Question(session, text, digest(text))


def _remembered(answers_before: AnswerCache, question: _Question) -> ProgrammeOrError | None:
    text = answers_before.get(question.key)
    try:
        return answer_from_json(text, question.session) if text else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _read(text: str, session: Session) -> ProgrammeOrError:
    try:
        return answer_from_json(text, session)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return error


def _lasting(answer: ProgrammeOrError) -> bool:
    """Return whether the same question will always be answered so."""
    if isinstance(answer, Programme):
        return answer.finding.reproducible and not answer.finding.interrupted
    return not isinstance(answer, InternalError | LimitReached | RuntimeError | MemoryError)


def _planned(question: _Question, answers: dict[str, ProgrammeOrError]) -> Planned:
    answer = answers[question.key] if question.key else question.error
    if isinstance(answer, Programme):
        return Planned(question.session, programme=replace(answer, session=question.session))
    return Planned(question.session, error=answer)


def _answered(questions: Sequence[_Question], executor: Executor | None) -> Iterator[str | Exception]:
    """Yield the answers in order, each as soon as it and those before it are there."""
    if executor is not None:
        yield from map(_result, [executor.submit(answered, each.text) for each in questions])
    elif questions:
        with _pool(min(len(questions), os.cpu_count() or 1)) as pool:
            futures = [pool.submit(answered, each.text) for each in questions]
            for each, said in zip(questions, map(_result, futures), strict=True):
                yield _alone(each) if isinstance(said, BrokenExecutor) else said


def _alone(question: _Question) -> str | Exception:
    """Answer in a process of its own: another session, perhaps, brought down the processes that they shared."""
    with _pool(1) as pool:
        return _result(pool.submit(answered, question.text))


def _result(future: Future[str]) -> str | Exception:
    try:
        return future.result()
    except Exception as error:  # of the executor, for a task raises none
        return error


@contextmanager
def _pool(size: int) -> Iterator[Executor]:
    """Start processes that inherit nothing; when interrupted, what was not begun is given up."""
    pool = ProcessPoolExecutor(size, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
