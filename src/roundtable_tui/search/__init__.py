"""From a query to hits: what was asked, what matches, and the sentence that shows it."""
