"""Why there is no programme, what would help, and what binds the one there is."""
