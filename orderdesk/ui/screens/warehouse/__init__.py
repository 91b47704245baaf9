"""The warehouse's list: planned deliveries, what was found of them, goods issue, the note."""
