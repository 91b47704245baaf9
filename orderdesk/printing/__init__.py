"""What is drawn: a frozen document in, PDF bytes out. Knows no table, no clock and no sentence of its own."""
