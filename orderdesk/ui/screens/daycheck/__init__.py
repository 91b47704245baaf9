"""The day check: what must not be left at closing time."""
