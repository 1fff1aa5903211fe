"""The grammar of papers: days, hours, lengths, numbers and marks in every language, with the words as data."""
