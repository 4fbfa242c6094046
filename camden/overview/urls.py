"""Nouns of the roof."""

from django.urls import path

from camden.overview.views import my_day

app_name = "overview"
urlpatterns = [
    path("my-day/", my_day.my_day, name="my-day"),
    path("my-day/caught-up/", my_day.caught_up, name="caught-up"),
]
