"""Logs and traces: everything of a run under one trace id, nothing of the person."""
