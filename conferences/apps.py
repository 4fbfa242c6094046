"""Family group conferences as a Django app."""

from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "conferences"
    verbose_name = "Family group conferences"
