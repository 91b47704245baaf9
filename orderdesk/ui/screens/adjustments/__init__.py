"""Price adjustments 调价单: which prices change on which day, whom it meets, and the way back."""
