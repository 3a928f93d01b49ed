"""The index on disk: every row of the library with what finds it, made again whenever it is missing or in doubt."""
