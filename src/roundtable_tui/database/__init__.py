"""What every SQLite file of the program needs: damage told from bad luck, a log ahead, and a place for broken files."""
