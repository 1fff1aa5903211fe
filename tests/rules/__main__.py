"""Writes down what rules and preferences say now, to be read before it is committed: part of ``make generated``."""

from tests.rules import test_rulebook_in_words as in_words
from tests.rules import test_sentences as sentences
from wgsched.model import SIX

in_words.GOLDEN.write_text(in_words.written(), encoding="utf-8")
for language in SIX:
    (sentences.GOLDEN / f"{language}.txt").write_text("\n".join(sentences.said(language)) + "\n", encoding="utf-8")
