"""What the search screen knows, without widgets: hits in the order of the list, offers, earlier queries."""
