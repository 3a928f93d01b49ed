"""How the words of a text are read aloud, and where they stand in it."""
