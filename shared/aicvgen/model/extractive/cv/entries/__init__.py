"""One module per way in which sections list their entries."""
