"""From a transcript to Markdown, JSON and text, and onto the disk safely."""
