"""Messages that leave after the commit. Empty until the first message."""
