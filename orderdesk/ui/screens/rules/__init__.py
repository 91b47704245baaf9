"""Rulebooks in a tab: what decides, the draft of what comes next, and the way from one to the other."""
