"""What the reader of transcripts left behind: the place of reading in each piece."""
