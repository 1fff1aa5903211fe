"""The wordings of the six languages: a catalogue, a data file and a compiled table each."""
