"""Referrals: read one, decide it, say who was told."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.front_door import FeedbackForm
from cases.forms.referrals import ReferralDecisionForm
from cases.lookup import get_beneath
from cases.models import Referral
from cases.operations.referrals import (
    ReferralDecidedBefore,
    ReferralRefused,
    decide_referral,
    log_referral_feedback,
)
from cases.readings.contacts import children_in_need, children_of_referral, read_referral

_PEOPLE = ("decided_by", "told_by", "contact")


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One referral: whom it is about, what was decided for each child, who was told."""
    referral = get_beneath(request, Referral, case_pk, pk, *_PEOPLE)
    context = {
        "case": referral.case,
        "referral": read_referral(referral, timezone.now()),
        "may_decide": may(request.user, Permission.CASE_AUTHORISE),
        "may_tell": may(request.user, Permission.CONTACT_TAKE),
    }
    return render(request, "cases/referral.html", context)


@needs(Permission.CASE_AUTHORISE)
@keeps_words("a decision on a referral")
def decision(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Decide a referral. If somebody else was first, what they decided is shown and nothing is changed."""
    referral = get_beneath(request, Referral, case_pk, pk, *_PEOPLE)
    at = timezone.now()
    children = children_of_referral(referral)
    form = ReferralDecisionForm(request.POST or None, children=children, in_need=children_in_need(referral.case))
    if form.is_valid():
        said = form.cleaned_data
        try:
            decide_referral(
                referral=referral,
                by=request.user,
                at=at,
                outcomes=said["outcomes"],
                rationale=said["rationale"],
                accepted=form.accepted(),
                primary_need=said["primary_need"] if form.accepted() else "",
            )
        except ReferralRefused as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        except ReferralDecidedBefore:
            referral = get_beneath(request, Referral, case_pk, pk, *_PEOPLE)  # as the other one left it
        else:
            messages.success(request, "Decided.")
            return redirect(referral)
    context = {"case": referral.case, "referral": read_referral(referral, at), "form": form}
    return render(request, "cases/referral_decision.html", context)


@needs(Permission.CONTACT_TAKE)
@keeps_words("who was told")
def feedback(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The referrer and the family were told what was decided."""
    referral = get_beneath(request, Referral, case_pk, pk, *_PEOPLE)
    at = timezone.now()
    form = FeedbackForm(request.POST or None, at=at)
    if form.is_valid():
        said = form.cleaned_data
        try:
            log_referral_feedback(referral=referral, by=request.user, at=said["told_at"], how=said["how"])
        except ReferralRefused as why:
            form.add_error("told_time", str(why))
        except ReferralDecidedBefore:
            referral = get_beneath(request, Referral, case_pk, pk, *_PEOPLE)
        else:
            messages.success(request, "Noted who was told.")
            return redirect(referral)
    context = {"case": referral.case, "referral": read_referral(referral, at), "form": form}
    return render(request, "cases/referral_feedback.html", context)
