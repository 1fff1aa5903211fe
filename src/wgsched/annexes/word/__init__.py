"""What a Word file is made of: WordprocessingML in schema order, and the package around it."""
