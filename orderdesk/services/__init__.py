"""What is done: one module per family of use cases; one command is one transaction through the one door."""
