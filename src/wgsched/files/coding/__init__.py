"""Nouns as plain data and back, by the fields of their dataclasses: a new field or rule needs no word here."""

from wgsched.files.coding.decoding import Decoder
from wgsched.files.coding.encoding import encoded
from wgsched.files.coding.readers import WRONG, Reader, reader_of

__all__ = ["WRONG", "Decoder", "Reader", "encoded", "reader_of"]
