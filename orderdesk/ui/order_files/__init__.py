"""The files on an order: the list with its preview, and the ways to add, open and remove them."""
