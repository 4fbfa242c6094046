"""How somebody sees things: what is between two people, and what somebody around them is to them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.between import NO_FINDING, BetweenForm, TieSeenForm
from cases.forms.hardships import TakeBackForm
from cases.lookup import get_beneath, get_member
from cases.models import EmotionalTie, NetworkTie, TieSeen
from cases.operations.between import NotSeenSo, say_between, say_tie
from cases.operations.hardships import NotNotedSo, take_back
from cases.readings.feelings import according_to, between_in_words
from cases.readings.marks import members_of
from cases.readings.people import people_of
from cases.rules.visits import in_a_row
from cases.views.ways_back import way_back

_FORM = "cases/around_form.html"


@needs(Permission.CASE_RECORD)
@keeps_words("what is between two people")
def emotional_tie_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What is between somebody and another of the family, and whose view it is. `?other=` is chosen already."""
    one, on = get_member(request, case_pk, pk), timezone.localdate()
    others = people_of(one.case)
    speakers = [each for each in others if each.died_on is None and each.expected_on is None and not each.has_died]
    begun = {"other": request.GET.get("other", "")}
    form = BetweenForm(request.POST or None, one=one, others=others, people=speakers, on=on, initial=begun)
    if form.is_valid():
        ends = (form.other_person(), one) if form.is_turned() else (one, form.other_person())
        said = {"kind": form.cleaned_data["kind"], "by": request.user, "on": on, **form.view()}
        try:
            say_between(one=ends[0], other=ends[1], **said)
        except NotSeenSo as why:
            refuse(form, why)
        else:
            return _saved(request, one)
    title = f"What is between {one.first_name} and somebody else"
    return _page(request, one, form, title, lead=NO_FINDING)


@needs(Permission.CASE_RECORD)
@keeps_words("why a view was not so")
def emotional_tie_strike(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take back what was said to be between two people."""
    tie = get_beneath(request, EmotionalTie, case_pk, pk, "one", "other", "view_of", "view_of_worker")
    return _striking(request, tie, tie.one, f"{between_in_words(tie)}.")


@needs(Permission.CASE_RECORD)
@keeps_words("what a tie is to somebody")
def tie_seen_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What somebody or something around a person is to them, and whose view it is."""
    tie, on = get_beneath(request, NetworkTie, case_pk, pk, "member"), timezone.localdate()
    tie.member.case = tie.case
    form = TieSeenForm(request.POST or None, people=members_of(tie.case), on=on)
    if form.is_valid():
        said = {"strength": form.cleaned_data["strength"], "flow": form.cleaned_data["flow"], **form.view()}
        try:
            say_tie(tie=tie, by=request.user, on=on, **said)
        except NotSeenSo as why:
            refuse(form, why)
        else:
            return _saved(request, tie.member)
    return _page(request, tie.member, form, f"What is {tie} to {tie.member.first_name}?")


@needs(Permission.CASE_RECORD)
@keeps_words("why a view was not so")
def tie_seen_strike(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Take back how strong a tie was said to be."""
    seen = get_beneath(request, TieSeen, case_pk, pk, "tie__member", "view_of", "view_of_worker")
    seen.tie.member.case = seen.case
    said = in_a_row([seen.get_strength_display().lower(), seen.get_flow_display().lower()])
    return _striking(request, seen, seen.tie.member, f"{seen.tie}: {said}, {according_to(seen)}.")


def _striking(request: HttpRequest, row: Any, member: Any, lead: str) -> HttpResponse:
    form = TakeBackForm(request.POST or None)
    member.case = row.case
    if form.is_valid():
        try:
            take_back(what=row, by=request.user, on=timezone.localdate(), why=form.cleaned_data["why"])
        except NotNotedSo as why:
            refuse(form, why)
        else:
            return _saved(request, member, "Taken back. It stays to be read, crossed out.")
    return _page(request, member, form, "This was not so", lead=lead)


def _saved(request: HttpRequest, member: Any, said: str = "Saved.") -> HttpResponse:
    messages.success(request, said)
    return redirect(way_back(request, member).href)


def _page(request: HttpRequest, member: Any, form: Any, title: str, lead: str = "") -> HttpResponse:
    href, text = way_back(request, member)
    context = {"case": member.case, "title": title, "lead": lead, "form": form, "back_href": href, "back_text": text}
    return render(request, _FORM, context)
