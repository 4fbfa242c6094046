"""Forms about group supervision. Empty until the first one."""
