"""From the shape of a session file to the nouns."""
