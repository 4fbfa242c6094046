"""Pages about family group conferences."""
