"""What comes in: the sample company, and other systems' files. Everything goes on to the one door."""
