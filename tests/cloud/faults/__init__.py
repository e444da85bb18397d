"""The cloud flow under faults: `python -m cloud.faults --seeds N` prints what it struck."""
