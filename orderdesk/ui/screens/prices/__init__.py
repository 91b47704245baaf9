"""Price lists, tier lists and customers' agreements."""
