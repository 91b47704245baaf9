"""An order as lists and cards show it: its words, its chips, its card beside the list."""
