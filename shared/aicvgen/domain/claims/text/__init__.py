"""A sentence as the check reads it, and whether words of it stand in a fact."""
