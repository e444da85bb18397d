"""The embedded backend: one SQLite file and one folder."""
