"""Order entry: a phone order keyed without the mouse (ux.md, 2.3)."""
