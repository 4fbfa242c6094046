"""Jobs about family group conferences. Empty until the first one."""
