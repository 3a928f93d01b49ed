"""The words of a library: other spellings of a word, and the words that a misspelt one may have meant."""
