"""The terminal under the reader: how it is taken, read and given back."""
