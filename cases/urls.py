"""Nouns of the record."""

from django.urls import path

from cases.views import allocation, cases, children, involvements, proposals, visits

app_name = "cases"
urlpatterns = [
    path("", cases.list_, name="list"),
    path("find/", cases.find, name="find"),
    path("proposals/", proposals.list_, name="proposals"),
    path("<int:pk>/", cases.detail, name="detail"),
    path("<int:case_pk>/visits/new/", visits.new, name="visit-new"),
    path("<int:case_pk>/visits/<int:pk>/", visits.detail, name="visit"),
    path("<int:case_pk>/children/<int:pk>/", children.detail, name="child"),
    path("<int:case_pk>/children/<int:pk>/allocation/", allocation.new, name="allocation-new"),
    path("<int:case_pk>/children/<int:pk>/involvements/new/", involvements.new, name="involvement-new"),
    path("<int:case_pk>/involvements/<int:pk>/ending/", involvements.ending, name="involvement-ending"),
    path("<int:case_pk>/proposals/<int:pk>/", proposals.detail, name="proposal"),
]
