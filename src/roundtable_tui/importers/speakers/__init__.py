"""Who speaks in a source: what names look like, whom a label names, and the participants that come of it."""
