"""Pictures of a piece, drawn between its words. Nothing here is imported before the first frame stands.

Pillow reads them. The library textual-image would draw them, too, but asks the terminal while it is imported, on the
stdin that the reader is reading from, and writes past its queue; here the driver asks, and a row of a picture is a row
of the page like any other, which scrolls with the words.
"""
