"""Numbers, dates and rates as they are written, each with all that makes its meaning."""
