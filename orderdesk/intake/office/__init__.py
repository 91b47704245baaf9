"""Made-up companies of any size, for ``init --size`` and for measuring: the same seed, the same store."""
