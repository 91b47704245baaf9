"""Taking in a file on screen: looked at first, row by row, and only then written."""
