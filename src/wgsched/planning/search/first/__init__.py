"""A first programme, quickly: a list of items laid meeting by meeting, without a solver."""
