"""A seeded simulation of the durable flow under crashes, duplicates, races and clock jumps."""
