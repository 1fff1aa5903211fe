"""The model that the solver is given: what the rules ask, as variables and constraints."""
