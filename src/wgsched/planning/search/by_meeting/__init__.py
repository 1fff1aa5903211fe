"""A second desk that counts by meeting: coarser than the first, so what it costs at least, all programmes do."""
