"""What is shown: the only package besides the composition root that imports Qt."""
