"""Who did what, to what, in which role."""
