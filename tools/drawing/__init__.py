"""Drawing a screen of cells as a picture."""
