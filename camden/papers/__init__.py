"""Papers: what is printed, sent or given out as a file. Plain values in, bytes out; no Django."""
