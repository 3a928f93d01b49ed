"""Taking words away from the reader: to the clipboard, to a file, or both."""
