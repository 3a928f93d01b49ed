"""A folder of transcript files as one catalogue of back issues."""
