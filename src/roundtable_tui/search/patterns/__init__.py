"""Looking for the words of a query in the text of one row: spelt so, sounding so, or nearly so."""
