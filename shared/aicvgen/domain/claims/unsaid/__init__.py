"""What a sentence says that nothing in its facts does: words, items, names of others."""
