"""Nouns of learning."""

from django.urls import path

from training import views

app_name = "training"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("pieces/new/", views.new, name="piece-new"),
    path("pieces/<int:piece_pk>/", views.detail, name="piece"),
    path("pieces/<int:piece_pk>/edit/", views.edit, name="piece-edit"),
    path("service/", views.service, name="service"),
    path("workshops/new/", views.workshop, name="workshop-new"),
]
