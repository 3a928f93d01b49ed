"""XML as elements with the lines they stand in; nothing outside of the source is ever looked at."""
