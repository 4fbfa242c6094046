"""Pages about learning."""
