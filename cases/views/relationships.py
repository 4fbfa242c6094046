"""How people of a record are related: say it, complete it, end it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.marks import said_marks
from cases.forms.people import asked_of
from cases.forms.relationships import RelationshipEditForm, RelationshipEndingForm, RelationshipForm
from cases.lookup import get_beneath, get_member
from cases.models import Relationship
from cases.operations.mistakes import mistake_relationship
from cases.operations.relationships import NotRelatedSo, change_relationship, end_relationship, say_related
from cases.readings.people import people_of
from cases.rules.kinship_words import COUPLES, related
from cases.views.ways_back import Way, way_back

_FORM = "cases/people_form.html"


@needs(Permission.CASE_RECORD)
@keeps_words("how two people are related")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody of the record is something to others of it. `?as=mother&of=12` is chosen already."""
    one, on = get_member(request, case_pk, pk), timezone.localdate()
    family = people_of(one.case)
    asked = asked_of(request.GET, family)
    given = {"kind": asked.kind, "others": [str(asked.of.pk)] if asked.of else []}
    form = RelationshipForm(request.POST or None, one=one, people=family, on=on, initial=given)
    if form.is_valid():
        said = form.cleaned_data
        try:
            say_related(
                one=one,
                others=form.chosen(),
                kind=said["kind"],
                by=request.user,
                on=on,
                started_on=said["started_on"],
                responsibility=form.responsibility(),
                marks=said_marks(said),
            )
        except NotRelatedSo as why:
            refuse(form, why)
        else:
            messages.success(request, "Saved.")
            return redirect(way_back(request, one).href)
    title = f"How {one.first_name} is related"
    context = {"case": one.case, "title": title, "form": form, "back": way_back(request, one)}
    return render(request, _FORM, context)


@needs(Permission.CASE_RECORD)
@keeps_words("a relationship")
def edit(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Complete what is known: since when, parental responsibility, from whom it is kept; of a couple, how they are
    together. `?of=`: whose page it was opened from."""
    tie, on = get_beneath(request, Relationship, case_pk, pk, "one", "other"), timezone.localdate()
    if tie.kind in COUPLES and request.method == "GET":
        couple = reverse("cases:couple-edit", args=[case_pk, pk])
        return redirect(f"{couple}?{request.GET.urlencode()}")
    back = _back(request, tie)
    form = RelationshipEditForm(request.POST or None, relationship=tie, people=people_of(tie.case), on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            change_relationship(
                relationship=tie,
                version=form.version,
                by=request.user,
                on=on,
                started_on=said["started_on"],
                responsibility=form.responsibility(),
                marks=said_marks(said),
            )
        except NotRelatedSo as why:
            refuse(form, why)
        except Overtaken as why:
            form.overtaken(why)
        else:
            messages.success(request, "Saved.")
            return redirect(back.href)
    context = {"case": tie.case, "title": _words(tie), "form": form, "back": back}
    return render(request, _FORM, context)


@needs(Permission.CASE_RECORD)
@keeps_words("the end of a relationship")
def ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A relationship holds no more, or never did. It stays to be read. `?of=`: whose page it was opened from."""
    tie, on = get_beneath(request, Relationship, case_pk, pk, "one", "other"), timezone.localdate()
    back = _back(request, tie)
    form = RelationshipEndingForm(request.POST or None, version=tie.version, on=on)
    if form.is_valid():
        ending = {"relationship": tie, "version": form.version, "by": request.user, "on": on}
        try:
            if form.cleaned_data["was_mistake"]:
                mistake_relationship(**ending)
            else:
                end_relationship(ended_on=form.cleaned_data["ended_on"], **ending)
        except NotRelatedSo as why:
            refuse(form, why)
        except Overtaken as why:
            form.overtaken(why)
        else:
            messages.success(request, "Saved. What was stays to be read.")
            return redirect(back.href)
    lead = f"{_words(tie)}. What was stays to be read."
    context = {"case": tie.case, "title": "No longer so", "lead": lead, "form": form, "back": back}
    return render(request, _FORM, context)


def _back(request: HttpRequest, tie: Relationship) -> Way:
    return way_back(request, tie.one if request.GET.get("of") == str(tie.one_id) else tie.other)


def _words(tie: Relationship) -> str:
    return related(tie.kind, tie.one.first_name, tie.one.sex, [tie.other.first_name])
