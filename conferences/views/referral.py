"""Offer a conference, name who coordinates. For those who see the record."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.lookup import get_case
from cases.operations.allocation import NotAllocated
from cases.readings.homes import homes_of_children
from conferences.forms.referral import CoordinatorForm, ReferralForm
from conferences.lookup import children_of, get_conference
from conferences.operations.referrals import name_coordinator, refer
from conferences.operations.stages import NotThatWay
from conferences.readings.offering import languages_of
from conferences.readings.paper import coordinators
from conferences.readings.prompting import prompt_of
from conferences.readings.referral import of_the_record
from conferences.rules.consent import Prompt, Threshold
from conferences.rules.words import after_a_referral


@needs(Permission.CASE_RECORD)
@keeps_words("a referral to a conference")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Offer a conference. `?child=` is the page it was opened from: those who live with that child come first."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    homes = homes_of_children(case, on, first=_child(request))
    record, prompt = of_the_record(case, on), prompt_of(case, on)
    form = ReferralForm(
        request.POST or None,
        children=[here.child for home in homes for here in home.children],
        chosen=[here.pk for home in homes[:1] for here in home.children],
        record=record,
        coordinators=coordinators(),
        on=on,
        now=_now(request, prompt),
    )
    if form.is_valid():
        try:
            conference = refer(
                case=case,
                children=form.chosen(),
                by=request.user,
                on=on,
                words=form.words(),
                answers=form.answers(),
                coordinator=form.membership(),
                before_proceedings=form.court(),
                beside=form.beside(),
            )
        except NotAllocated as why:
            form.add_error("coordinator", str(why))
        else:
            place = form.membership()
            messages.success(request, after_a_referral(form.answers(), place.user.name if place else ""))
            return redirect(conference)
    context = {"case": case, "form": form, "apart": record.asked_apart, "prompt": prompt}
    return render(request, "conferences/new.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("a coordinator")
def coordinator(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Give a conference to a coordinator, or to another one."""
    case = get_case(request, case_pk)
    conference = get_conference(request, case_pk, pk)
    form = CoordinatorForm(request.POST or None, coordinators=coordinators())
    if form.is_valid():
        to = form.cleaned_data["coordinator"]
        on = timezone.localdate()
        try:
            name_coordinator(
                conference=conference, children=children_of(conference), membership=to, by=request.user, on=on
            )
        except (NotAllocated, NotThatWay) as why:
            form.add_error("coordinator", str(why))
        else:
            messages.success(request, f"{to.user.name} coordinates this conference.")
            return redirect(conference)
    context = {"case": case, "conference": conference, "form": form, "languages": languages_of(conference)}
    return render(request, "conferences/coordinator.html", context)


def _now(request: HttpRequest, prompt: Prompt | None) -> Threshold | None:
    """Why now: what the page before says, `?because=family-asked`, or the change that asks for an offer."""
    if request.GET.get("because") == Threshold.FAMILY_ASKED:
        return Threshold.FAMILY_ASKED
    return prompt.threshold if prompt else None


def _child(request: HttpRequest) -> int | None:
    key = request.GET.get("child", "")
    return int(key) if key.isascii() and key.isdigit() and len(key) < 18 else None
