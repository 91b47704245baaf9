"""The list of all orders."""
