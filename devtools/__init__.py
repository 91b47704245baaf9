"""What dev.py is made of: standard library only, as nothing else is there before it has run."""
