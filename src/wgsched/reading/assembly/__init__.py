"""Assembly: blocks become facts, part by part, in the order in which a person reads a paper."""
