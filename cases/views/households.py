"""Homes: one more, what is known of one, who moved when."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.households import HomeForm, MoveForm
from cases.lookup import get_beneath, get_case
from cases.models import Household
from cases.operations.households import NewHome, NotMoved, add_home, change_home, move
from cases.readings.people import homes_known, people_of
from cases.views.ways_back import way_back

_FORM = "cases/people_form.html"
_UNTOLD = "What you call it stands on the timeline; the address never does."


@needs(Permission.CASE_RECORD)
@keeps_words("a home")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """A home nobody has noted yet."""
    case = get_case(request, case_pk)
    form = HomeForm(request.POST or None)
    if form.is_valid():
        add_home(case=case, **form.cleaned_data)
        messages.success(request, "The home is in the record. Say who lives there by a move.")
        return redirect("cases:people", case.pk)
    return render(request, _FORM, {"case": case, "title": "Another home", "lead": _UNTOLD, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("a home")
def edit(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What a home is called, where it is, who may know."""
    home = get_beneath(request, Household, case_pk, pk)
    form = HomeForm(request.POST or None, home=home)
    if form.is_valid():
        try:
            change_home(home=home, version=form.version, **form.cleaned_data)
        except Overtaken as why:
            form.overtaken(why)
        else:
            messages.success(request, "Saved.")
            return redirect("cases:people", case_pk)
    return render(request, _FORM, {"case": home.case, "title": home.name, "lead": _UNTOLD, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("a move")
def moved(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Who lives where since when. `?member=` is ticked already: the page it was opened on."""
    case, on = get_case(request, case_pk), timezone.localdate()
    ticked = {"members": [request.GET.get("member", "")]}
    form = MoveForm(request.POST or None, people=people_of(case), homes=homes_known(case), on=on, initial=ticked)
    if form.is_valid():
        said = form.cleaned_data
        another = NewHome(said["name"], said["address"], said["is_safe_to_share"] == "yes") if form.is_another else None
        told = {"moved_on": said["moved_on"], "stays_too": said["stays_too"]}
        try:
            move(case=case, members=form.chosen(), to=another or form.home(), by=request.user, on=on, **told)
        except NotMoved as why:
            refuse(form, why)
        else:
            messages.success(request, "The move is recorded.")
            return redirect(way_back(request, form.chosen()[0], otherwise="cases:people").href)
    return render(request, _FORM, {"case": case, "title": "A move", "form": form})
