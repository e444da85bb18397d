"""Long runs: what must hold over thousands of schedules, kills, runs and pairs."""
