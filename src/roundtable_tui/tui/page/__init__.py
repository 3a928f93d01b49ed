"""The page: a transcript as blocks and rows, laid out as they come into view. Knows no Textual."""
