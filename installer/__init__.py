"""What turns the checkout into a program that is installed; nothing of it is in that program."""
