"""A terminal reader for round-table transcripts.

Importing the package costs nothing: every floor below is imported by the command that needs it.
"""

__version__ = "0.1.0"
