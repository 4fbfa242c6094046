"""How to reach somebody, what else they are called, who is around them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.marks import said_marks
from cases.forms.reaching import AliasForm, ContactPointForm, NetworkForm
from cases.forms.relationships import EndingForm
from cases.lookup import get_beneath, get_member
from cases.models import ContactPoint, Member, NetworkTie
from cases.operations.reaching import (
    NotNoted,
    add_alias,
    add_contact_point,
    add_tie,
    change_contact_point,
    end,
)
from cases.readings.people import people_of
from cases.views.ways_back import way_back

_FORM = "cases/around_form.html"


@needs(Permission.CASE_RECORD)
@keeps_words("a way to reach somebody")
def contact_point_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A way to reach somebody, and whether it is safe."""
    member, on = get_member(request, case_pk, pk), timezone.localdate()
    form = ContactPointForm(request.POST or None, people=people_of(member.case), on=on)
    if form.is_valid():
        add_contact_point(member=member, on=on, marks=said_marks(form.cleaned_data), **form.facts())
        return _saved(request, member)
    return _page(request, member, form, f"How to reach {member.first_name}")


@needs(Permission.CASE_RECORD)
@keeps_words("a way to reach somebody")
def contact_point_edit(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Correct a way to reach somebody, or say whether it is safe."""
    point = get_beneath(request, ContactPoint, case_pk, pk, "member")
    form = ContactPointForm(request.POST or None, people=people_of(point.case), point=point, on=timezone.localdate())
    if form.is_valid():
        marks = said_marks(form.cleaned_data)
        try:
            change_contact_point(point=point, version=form.version, marks=marks, **form.facts())
        except Overtaken as why:
            form.overtaken(why)
        else:
            return _saved(request, point.member)
    return _page(request, _of(point), form, f"How to reach {point.member.first_name}")


@needs(Permission.CASE_RECORD)
@keeps_words("the end of a way to reach somebody")
def contact_point_ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A way to reach somebody holds no more."""
    return _ending(request, get_beneath(request, ContactPoint, case_pk, pk, "member"))


@needs(Permission.CASE_RECORD)
@keeps_words("another name")
def alias_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Another name of somebody."""
    member = get_member(request, case_pk, pk)
    form = AliasForm(request.POST or None, people=people_of(member.case))
    if form.is_valid():
        try:
            add_alias(member=member, marks=said_marks(form.cleaned_data), **form.facts())
        except NotNoted as why:
            refuse(form, why)
        else:
            return _saved(request, member)
    return _page(request, member, form, f"Another name of {member.first_name}")


@needs(Permission.CASE_RECORD)
@keeps_words("somebody around a person")
def network_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody or something around a person: a school, a GP, a club, a neighbour."""
    member, on = get_member(request, case_pk, pk), timezone.localdate()
    begun = {"kind": request.GET.get("kind", "")}
    form = NetworkForm(request.POST or None, people=people_of(member.case), on=on, initial=begun)
    if form.is_valid():
        try:
            add_tie(member=member, on=on, marks=said_marks(form.cleaned_data), **form.facts())
        except NotNoted as why:
            refuse(form, why)
        else:
            return _saved(request, member)
    return _page(request, member, form, f"Somebody or something around {member.first_name}")


@needs(Permission.CASE_RECORD)
@keeps_words("the end of a tie")
def network_ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody or something is around a person no more."""
    return _ending(request, get_beneath(request, NetworkTie, case_pk, pk, "member"))


def _ending(request: HttpRequest, what: ContactPoint | NetworkTie) -> HttpResponse:
    on = timezone.localdate()
    form = EndingForm(request.POST or None, version=what.version, on=on)
    if form.is_valid():
        try:
            end(what=what, version=form.version, on=on, ended_on=form.cleaned_data["ended_on"])
        except NotNoted as why:
            refuse(form, why)
        except Overtaken as why:
            form.overtaken(why)
        else:
            return _saved(request, what.member)
    lead = f"{what.get_kind_display()}: {what}. What was stays to be read."
    return _page(request, _of(what), form, "No longer so", lead)


def _of(what: Any) -> Member:
    member: Member = what.member
    member.case = what.case
    return member


def _saved(request: HttpRequest, member: Member) -> HttpResponse:
    messages.success(request, "Saved.")
    return redirect(way_back(request, member).href)


def _page(request: HttpRequest, member: Member, form: Any, title: str, lead: str = "") -> HttpResponse:
    href, text = way_back(request, member)
    context = {"case": member.case, "title": title, "lead": lead, "form": form, "back_href": href, "back_text": text}
    return render(request, _FORM, context)
