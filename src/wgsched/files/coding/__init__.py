"""Nouns as plain data and back, by the fields of their dataclasses: a new field or rule needs no word here."""

from wgsched.files.coding.decoding import WRONG, Decoding, Reader
from wgsched.files.coding.encoding import encoded
from wgsched.files.coding.records import Decoder

__all__ = ["WRONG", "Decoder", "Decoding", "Reader", "encoded"]
