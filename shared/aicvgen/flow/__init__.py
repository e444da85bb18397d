"""The durable flow: runs start, steps run agents exactly once, people decide, sweep heals."""
