"""The reader on the screen: the only floor that imports Textual."""
