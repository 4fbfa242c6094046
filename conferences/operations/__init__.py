"""Verbs about family group conferences: the only writers of this app."""
