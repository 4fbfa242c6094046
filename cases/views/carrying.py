"""How far a home is, what somebody carries beside their families, and the languages one speaks."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.absences_reading import people_of
from camden.office.kept import keeps_words
from camden.office.people_forms import AgreeForm
from cases.forms.asking import refuse
from cases.forms.carrying import ExtraDutyEndingForm, ExtraDutyForm, LanguageForm, WayForm
from cases.lookup import get_beneath
from cases.models import ExtraDuty, Household, Language
from cases.operations.carrying import (
    NotCarried,
    add_language,
    end_extra_duty,
    end_language,
    note_extra_duty,
    note_way,
)
from cases.readings import carrying


@needs(Permission.CASE_RECORD)
@keeps_words("how far a home is")
def way(request: Any, case_pk: int, pk: int) -> HttpResponse:
    """How many minutes it is to a home, from a team's base."""
    home = get_beneath(request, Household, case_pk, pk)
    form = WayForm(request.POST or None, bases=carrying.bases_of(home.case))
    if form.is_valid():
        said = {"team": form.base(), "minutes": form.cleaned_data["minutes"]}
        try:
            note_way(home=home, by=request.user, on=timezone.localdate(), **said)
        except NotCarried as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved.")
            return redirect("cases:people", case_pk)
    shown = {"case": home.case, "home": home, "noted": carrying.ways_noted(home), "form": form}
    return render(request, "cases/way_there.html", shown)


@needs(Permission.STAFF_READ)
def duties(request: Any) -> HttpResponse:
    """What I carry beside my families, and what the people carry whose work I answer for."""
    manages = may(request.user, Permission.TEAM_READ)
    own, theirs = carrying.extra_duties(request.user, timezone.localdate(), manages=manages)
    return render(request, "cases/extra_duties.html", {"own": own, "theirs": theirs, "manages": manages})


@needs(Permission.TEAM_READ)
@keeps_words("an extra duty")
def duty_new(request: Any) -> HttpResponse:
    """Somebody of mine carries something beside their families."""
    form = ExtraDutyForm(request.POST or None, people=people_of(request.user), on=timezone.localdate())
    if form.is_valid():
        try:
            row = note_extra_duty(by=request.user, **form.cleaned_data)
        except NotCarried as why:
            refuse(form, why)
        else:
            messages.success(request, f"Noted. {row.person.name} can read it, and it counts in their points.")
            return redirect("cases:extra-duties")
    return render(request, "cases/extra_duty_new.html", {"form": form})


@needs(Permission.TEAM_READ)
def duty_ending(request: Any, pk: int) -> HttpResponse:
    """They no longer carry it."""
    found = ExtraDuty.objects.filter(pk=pk, ended_on=None, person__in=people_of(request.user))
    row = found.select_related("person").first()
    if row is None:
        raise Http404
    form = ExtraDutyEndingForm(request.POST or None, on=timezone.localdate())
    if form.is_valid():
        try:
            end_extra_duty(duty=row, on=form.cleaned_data["ended_on"])
        except NotCarried as why:
            refuse(form, why)
        else:
            messages.success(request, f"{row.person.name} no longer carries it from that day.")
            return redirect("cases:extra-duties")
    return render(request, "cases/extra_duty_ending.html", {"duty": row, "form": form})


@needs(Permission.STAFF_READ)
@keeps_words("a language")
def languages(request: Any) -> HttpResponse:
    """The languages I speak, and who speaks what here."""
    form = LanguageForm(request.POST or None)
    if form.is_valid():
        try:
            row = add_language(person=request.user, on=timezone.localdate(), **form.cleaned_data)
        except NotCarried as why:
            refuse(form, why)
        else:
            messages.success(request, f"{row.name} is on your list.")
            return redirect("cases:languages")
    shown = {"own": carrying.own_languages(request.user), "spoken": carrying.who_speaks(), "form": form}
    return render(request, "cases/languages.html", shown)


@needs(Permission.STAFF_READ)
def language_ending(request: Any, pk: int) -> HttpResponse:
    """Take a language off my list."""
    row = Language.objects.filter(pk=pk, person=request.user, ended_on=None).first()
    if row is None:
        raise Http404
    form = AgreeForm(request.POST if request.method == "POST" else None, save="Take it off my list")
    if form.is_valid():
        end_language(language=row, on=timezone.localdate())
        messages.success(request, f"{row.name} is off your list.")
        return redirect("cases:languages")
    return render(request, "cases/language_ending.html", {"language": row, "form": form})
