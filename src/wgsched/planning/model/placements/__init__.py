"""Where an instalment may be taken up on the working time of a forum, as variables of the solver."""
