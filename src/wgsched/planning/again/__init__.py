"""Planning again: what of a published programme stays, and what a change of the rest costs."""
