"""When people are away: everybody reads their own days, and whoever answers for their work writes them. Never why."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.models import Absence
from camden.office.absences_forms import AbsenceForm
from camden.office.absences_reading import absences_of, away, in_words, people_of
from camden.office.kept import keeps_words
from camden.office.people_forms import AgreeForm
from camden.operations.absences import change_absence, note_absence, withdraw_absence
from camden.operations.refusals import NotDone
from camden.operations.versions import Overtaken


@needs(Permission.STAFF_READ)
def list_(request: HttpRequest) -> HttpResponse:
    """My own days, and those of the people whose work I answer for."""
    manages = may(request.user, Permission.TEAM_READ)
    found = away(request.user, timezone.localdate(), manages=manages)
    return render(request, "office/absences.html", {"away": found, "manages": manages})


@needs(Permission.TEAM_READ)
@keeps_words("when somebody is away")
def absence_new(request: HttpRequest) -> HttpResponse:
    """Say when one of my people is away."""
    form = AbsenceForm(request.POST or None, people=people_of(request.user), on=timezone.localdate())
    if form.is_valid():
        try:
            absence = note_absence(by=request.user, **form.cleaned_data)
        except NotDone as why:
            form.add_error(why.about, str(why))
        else:
            messages.success(request, f"Noted. {absence.person.name} can read it.")
            return redirect("office:absences")
    return render(request, "office/absence_form.html", {"form": form, "absence": None})


@needs(Permission.TEAM_READ)
@keeps_words("when somebody is away")
def absence_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The days are others."""
    absence, on = _mine(request, pk), timezone.localdate()
    form = AbsenceForm(request.POST or None, absence=absence, on=on)
    if form.is_valid():
        try:
            change_absence(absence=absence, by=request.user, version=form.version, **form.cleaned_data)
        except Overtaken as found:
            form.overtaken(found)
        except NotDone as why:
            form.add_error(why.about, str(why))
        else:
            messages.success(request, "Saved.")
            return redirect("office:absences")
    return render(request, "office/absence_form.html", {"form": form, "absence": absence})


@needs(Permission.TEAM_READ)
def absence_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """They are not away after all."""
    absence, on = _mine(request, pk), timezone.localdate()
    form = AgreeForm(request.POST if request.method == "POST" else None, save="Take it back")
    if form.is_valid():
        withdraw_absence(absence=absence, by=request.user, at=timezone.now())
        messages.success(request, f"Taken back: {absence.person.name} is not noted as away then.")
        return redirect("office:absences")
    context = {"form": form, "absence": absence, "words": in_words(absence, on)}
    return render(request, "office/absence_withdrawal.html", context)


def _mine(request: HttpRequest, pk: int) -> Absence:
    """Days of somebody whose work this person answers for. Raises Http404."""
    absence = absences_of(request.user).filter(pk=pk).first()
    if absence is None:
        raise Http404
    return absence
