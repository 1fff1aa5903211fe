"""The words of each language by which papers are read, a data file each."""
