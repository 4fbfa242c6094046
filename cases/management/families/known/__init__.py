"""What one must know before one meets each family of the demo, and what is on its record besides visits."""
