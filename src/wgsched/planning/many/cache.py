"""A folder of answers, each under the digest of everything that it depends on."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from wgsched.errors import BadInput, Fault
from wgsched.files.writing import write_whole


def digest(question: str) -> str:
    """Return the digest of a question to planning, as this version of wgsched and of the solver answer it."""
    versions = {name: version(name) for name in ("wgsched", "ortools")}
    return hashlib.sha256(json.dumps([question, versions], ensure_ascii=False).encode()).hexdigest()


class AnswerCache:
    """Answers of earlier runs. An entry that is damaged counts as none, and is written anew."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadInput(Fault(f"cannot be a folder: {error.strerror}", str(folder))) from None

    def get(self, key: str) -> str | None:
        """Return an answer, or None."""
        try:
            entry = json.loads(self._path(key).read_bytes())
            answer = entry["answer"]
            return answer if entry == _entry(key, answer) else None
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def put(self, key: str, answer: str) -> None:
        """Keep an answer, whole or not at all."""
        with suppress(BadInput):  # a full disk costs time in the next run, and not the results of this one
            write_whole(self._path(key), json.dumps(_entry(key, answer), ensure_ascii=False, indent=1).encode())

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def _entry(key: str, answer: str) -> dict[str, str]:
    return {"key": key, "sha256": hashlib.sha256(answer.encode()).hexdigest(), "answer": answer}
