"""Opens Excel workbooks, which may be damaged or unsafe."""

from __future__ import annotations

import io
import warnings
from typing import Any

from wgsched.errors import BadInput, Fault
from wgsched.files.archives import packed, parts_of

MOST_XML = 32_000_000


def opened(content: bytes, file: str, *, formulas: bool = False) -> Any:
    """Return a workbook with its values, or with its formulas in their place.

    Raises:
        BadInput: it is no workbook, damaged or too large.
    """
    import openpyxl  # slow to load, and only workbooks need it

    try:
        parts = parts_of(content, file, most_xml=MOST_XML)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl cannot keep of a workbook is nothing that is read here
            return openpyxl.load_workbook(io.BytesIO(packed(parts)), data_only=not formulas)
    except BadInput:
        raise
    except Exception as error:  # a damaged workbook breaks openpyxl in many ways
        raise damaged(error, file) from None


def damaged(error: Exception, file: str) -> BadInput:
    """Return the error that says why a workbook cannot be read."""
    return BadInput(Fault(f"is not a workbook: {error or type(error).__name__}", file))
