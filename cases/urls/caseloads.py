"""Nouns of caseloads: who could take a family, what makes work harder, what it weighs, and who carries what beside."""

from django.urls import path

from cases.views import allocation, carrying, complexity, taking, weights

urlpatterns = [
    path("<int:case_pk>/children/<int:pk>/allocation/", allocation.new, name="allocation-new"),
    path("<int:case_pk>/who-could-take/", allocation.who, name="who-could-take"),
    path("<int:case_pk>/allocation/", allocation.together, name="allocation-together"),
    path("<int:case_pk>/asked-workers/new/", taking.ask, name="worker-asked-new"),
    path("<int:case_pk>/asked-workers/<int:pk>/", taking.asked, name="worker-asked"),
    path("<int:case_pk>/introductions/<int:pk>/", taking.introduction, name="introduction"),
    path("<int:case_pk>/children/<int:pk>/complexity/", complexity.list_, name="complexity"),
    path("<int:case_pk>/children/<int:pk>/complexity/new/", complexity.new, name="complexity-new"),
    path("<int:case_pk>/complexity/<int:pk>/answer/", complexity.answer, name="complexity-answer"),
    path("<int:case_pk>/complexity/<int:pk>/withdrawal/", complexity.withdrawal, name="complexity-withdrawal"),
    path("extra-duties/", carrying.duties, name="extra-duties"),
    path("extra-duties/new/", carrying.duty_new, name="extra-duty-new"),
    path("extra-duties/<int:pk>/ending/", carrying.duty_ending, name="extra-duty-ending"),
    path("languages/", carrying.languages, name="languages"),
    path("languages/<int:pk>/ending/", carrying.language_ending, name="language-ending"),
    path("weights/", weights.list_, name="weights"),
    path("weights/<str:code>/", weights.detail, name="weight"),
    path("weights/<str:code>/edit/", weights.edit, name="weight-edit"),
    path("weights/<str:code>/rows/<int:pk>/withdrawal/", weights.withdrawal, name="weight-withdrawal"),
    path("<int:case_pk>/people/homes/<int:pk>/way/", carrying.way, name="way-there"),
]
