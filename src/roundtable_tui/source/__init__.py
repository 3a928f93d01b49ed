"""From the bytes of a file to a transcript, with every problem and its place."""
