"""What a family tells us about how we did: ask, read, write down what came on paper, reply."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.feedback import InvitationForm, PaperForm, ReplyForm
from cases.lookup import get_beneath, get_case
from cases.models import Case, Feedback, FeedbackInvitation
from cases.operations.feedback import NotAsked, RepliedAlready, invite, make_link_anew, reply_to, write_down
from cases.readings.feedback import code_of, feedback_of, latest_invitation, read_feedback, without_names
from cases.readings.marks import members_of


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What this family told us, and what we did with it."""
    case = get_case(request, case_pk)
    context = {"case": case, "lines": feedback_of(case), "asked": latest_invitation(case, timezone.localdate())}
    context["may_record"] = may(request.user, Permission.CASE_RECORD)
    context["may_read_unnamed"] = may(request.user, Permission.CASE_AUTHORISE)
    return render(request, "cases/feedback.html", context)


@needs(Permission.CASE_AUTHORISE)
def unnamed(request: HttpRequest) -> HttpResponse:
    """What families said without a name, for whoever decides for their unit."""
    return render(request, "cases/feedback_unnamed.html", {"lines": without_names(timezone.localdate())})


@needs(Permission.CASE_RECORD)
@keeps_words("whom we ask how we did")
def invitation_new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Ask somebody how we did. The link, its code and a slip to print are shown once: only its hash is kept."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    form = InvitationForm(request.POST or None, people=members_of(case))
    if form.is_valid():
        try:
            invitation, secret = invite(case=case, by=request.user, on=on, **form.cleaned_data)
        except NotAsked as why:
            refuse(form, why)
        else:
            return _slip(request, case, invitation, secret)
    return render(request, "cases/feedback_invitation_new.html", {"case": case, "form": form})


@needs(Permission.CASE_RECORD)
def invitation(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Make the link of an invitation anew, when the first was lost: the old one stops working."""
    asked = get_beneath(request, FeedbackInvitation, case_pk, pk, "member")
    on, refused = timezone.localdate(), ""
    if request.method == "POST":
        try:
            return _slip(request, asked.case, asked, make_link_anew(invitation=asked, by=request.user, on=on))
        except NotAsked as why:
            refused = str(why)
    context = {"case": asked.case, "asked": latest_invitation(asked.case, on), "refused": refused}
    return render(request, "cases/feedback_invitation.html", context | {"name": asked.member.first_name})


@needs(Permission.CASE_RECORD)
@keeps_words("what a family told us")
def new(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Write down what somebody told us on paper or by telephone."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    form = PaperForm(request.POST or None, people=members_of(case), on=on)
    if form.is_valid():
        said = form.cleaned_data
        try:
            write_down(
                case=case,
                member=said["member"],
                points=form.points(),
                words=said["words"],
                after="",
                is_danger=said["worried"],
                answered_on=said["answered_on"],
                by=request.user,
                on=on,
            )
        except NotAsked as why:
            refuse(form, why)
        else:
            messages.success(request, "Kept." if not said["worried"] else "Kept, and told to duty and your manager.")
            return redirect("cases:feedback", case.pk)
    return render(request, "cases/feedback_new.html", {"case": case, "form": form})


@needs(Permission.CASE_RECORD)
@keeps_words("what we did with what a family told us")
def reply(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Say what we did with what somebody told us."""
    told = get_beneath(request, Feedback, case_pk, pk, "member", "written_by", "replied_by")
    form = ReplyForm(request.POST or None)
    if form.is_valid():
        try:
            reply_to(feedback=told, reply=form.cleaned_data["reply"], by=request.user, on=timezone.localdate())
        except RepliedAlready as why:
            refuse(form, why)
            told = get_beneath(request, Feedback, case_pk, pk, "member", "written_by", "replied_by")
        else:
            messages.success(request, "Kept. Tell them too.")
            return redirect("cases:feedback", case_pk)
    return render(request, "cases/feedback_reply.html", {"case": told.case, "line": read_feedback(told), "form": form})


def _slip(request: HttpRequest, case: Case, asked: Any, secret: str) -> HttpResponse:
    address = settings.CAMDEN_URL.rstrip("/") + reverse("feedback-link", args=[secret])
    context = {"case": case, "asked": asked, "address": address, "code": code_of(address)}
    return render(request, "cases/feedback_slip.html", context)
