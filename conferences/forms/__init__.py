"""Forms about family group conferences."""
