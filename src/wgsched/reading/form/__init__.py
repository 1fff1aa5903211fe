"""The form: a workbook to fill in, with lists and help in six languages, and the session file that it says."""

from wgsched.reading.form.filled import read_form
from wgsched.reading.form.workbook import form

__all__ = ["form", "read_form"]
