"""Forms about learning and courses. Empty until the first one."""
