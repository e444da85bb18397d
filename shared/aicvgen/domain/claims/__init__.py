"""Truth: every claim of a sentence must stand in the facts it cites; `check` says so."""
