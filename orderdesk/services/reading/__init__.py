"""Reads: frozen rows from one state of the store, never ORM objects."""
