"""What is hard: a child who was lost, somebody's health."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from cases.forms.asking import refuse
from cases.forms.hardships import OVER, HealthMarkForm, NoLongerForm, PastLossForm, TakeBackForm
from cases.forms.marks import said_marks
from cases.lookup import get_beneath, get_member
from cases.models import CulturalNote, HealthMark, PastLoss
from cases.operations.hardships import NotNotedSo, end_note, note_health, note_loss, take_back
from cases.readings.people import people_of
from cases.views.ways_back import way_back

_FORM = "cases/around_form.html"
_OURS = "For people who work here. The family’s versions leave it out, unless it is chosen for one showing."


@needs(Permission.CASE_RECORD)
@keeps_words("a loss")
def past_loss_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A child whom somebody lost before we knew the family."""
    member, on = get_member(request, case_pk, pk), timezone.localdate()
    form = PastLossForm(request.POST or None, mother=member, people=people_of(member.case), on=on)
    if form.is_valid():
        try:
            note_loss(mother=member, by=request.user, on=on, marks=said_marks(form.cleaned_data), **form.facts())
        except NotNotedSo as why:
            refuse(form, why)
        else:
            return _saved(request, member)
    lead = f"Only what {member.first_name} wanted to be remembered. {_OURS}"
    return _page(request, member, form, f"A child {member.first_name} lost", lead)


@needs(Permission.CASE_RECORD)
@keeps_words("why a loss was not so")
def past_loss_strike(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take back a loss that was not so."""
    loss = get_beneath(request, PastLoss, case_pk, pk, "mother")
    loss.mother.case = loss.case
    form = TakeBackForm(request.POST or None)
    if form.is_valid():
        try:
            take_back(what=loss, by=request.user, on=timezone.localdate(), why=form.cleaned_data["why"])
        except NotNotedSo as why:
            refuse(form, why)
        else:
            return _saved(request, loss.mother, "Taken back. It stays to be read, crossed out.")
    return _page(request, loss.mother, form, "This was not so", f"{loss.mother.first_name}: {loss}.")


@needs(Permission.CASE_RECORD)
@keeps_words("something of somebody’s health")
def health_mark_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What fills half of somebody's symbol: drugs or alcohol, mental health, illness."""
    member, on = get_member(request, case_pk, pk), timezone.localdate()
    form = HealthMarkForm(request.POST or None, people=people_of(member.case), on=on)
    if form.is_valid():
        try:
            note_health(member=member, by=request.user, on=on, marks=said_marks(form.cleaned_data), **form.facts())
        except NotNotedSo as why:
            refuse(form, why)
        else:
            return _saved(request, member)
    return _page(request, member, form, f"{member.first_name}’s health", _OURS)


@needs(Permission.CASE_RECORD)
@keeps_words("the end of something of somebody’s health")
def health_mark_ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """It has ended, or was never so."""
    return no_longer(request, get_beneath(request, HealthMark, case_pk, pk, "member"))


def no_longer(request: HttpRequest, what: CulturalNote | HealthMark) -> HttpResponse:
    """A form that ends a note of somebody's life, or takes it back."""
    what.member.case = what.case
    on = timezone.localdate()
    form = NoLongerForm(request.POST or None, version=what.version, on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            if said["what"] == OVER:
                end_note(what=what, version=form.version, on=on, ended_on=said["ended_on"])
            else:
                take_back(what=what, by=request.user, on=on, why=said["why"])
        except NotNotedSo as why:
            refuse(form, why)
        except Overtaken as why:
            form.overtaken(why)
        else:
            return _saved(request, what.member, "Saved. What was stays to be read.")
    lead = f"{what.member.first_name}. {what.get_kind_display()}{f': {what.words}' if what.words else ''}."
    return _page(request, what.member, form, "No longer so", lead)


def _saved(request: HttpRequest, member: Any, said: str = "Saved.") -> HttpResponse:
    messages.success(request, said)
    return redirect(way_back(request, member).href)


def _page(request: HttpRequest, member: Any, form: Any, title: str, lead: str) -> HttpResponse:
    href, text = way_back(request, member)
    context = {"case": member.case, "title": title, "lead": lead, "form": form, "back_href": href, "back_text": text}
    return render(request, _FORM, context)
