"""Jobs about families’ records. Empty until the first one."""
