"""``dev.py bench``: how fast the desk is, each figure beside the simplest thing that does the same work.

Each group of rows is a module ``rows_*.py`` with a function ``rows(place)``; ``groups.py`` names them.
"""
