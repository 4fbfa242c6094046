"""Contacts of a family that is known: take one, read it, decide it, say who was told."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.front_door import ContactDecisionForm, ContactForm, FeedbackForm
from cases.lookup import get_beneath, get_case
from cases.models import Contact
from cases.operations.contacts import DecidedBefore, NotDecided, NotTaken, decide_contact, log_feedback, take_contact
from cases.readings.contacts import children_of_record, read_contact, ways_to_decide

_PEOPLE = ("taken_by", "decided_by", "told_by")


@needs(Permission.CONTACT_TAKE)
@keeps_words("a contact")
def for_case(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Take a contact about children of a record, or about a child who is new to it."""
    case = get_case(request, case_pk)
    form = ContactForm(request.POST or None, at=timezone.now(), children=children_of_record(case))
    if form.is_valid():
        try:
            contact = take_contact(
                case=case, by=request.user, children=form.chosen(), people=form.people(), said=form.said()
            )
        except NotTaken as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        else:
            messages.success(request, "Contact taken.")
            return redirect(contact)
    return render(request, "cases/contact_for.html", {"case": case, "form": form})


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """One contact: what was said, what was decided, who was told."""
    contact = get_beneath(request, Contact, case_pk, pk, *_PEOPLE)
    context = {
        "case": contact.case,
        "contact": read_contact(contact, timezone.now()),
        "may_decide": may(request.user, Permission.CASE_AUTHORISE),
        "may_tell": may(request.user, Permission.CONTACT_TAKE),
    }
    return render(request, "cases/contact.html", context)


@needs(Permission.CASE_AUTHORISE)
@keeps_words("a decision on a contact")
def decision(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Decide a contact. If somebody else was first, what they decided is shown and nothing is changed."""
    contact = get_beneath(request, Contact, case_pk, pk, *_PEOPLE)
    at = timezone.now()
    form = ContactDecisionForm(request.POST or None, outcomes=ways_to_decide(contact), rating=contact.rating)
    if form.is_valid():
        try:
            decide_contact(contact=contact, by=request.user, at=at, **form.cleaned_data)
        except NotDecided as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        except DecidedBefore:
            contact = get_beneath(request, Contact, case_pk, pk, *_PEOPLE)  # as the other one left it
        else:
            messages.success(request, "Decided.")
            return redirect(contact)
    context = {"case": contact.case, "contact": read_contact(contact, at), "form": form}
    return render(request, "cases/contact_decision.html", context)


@needs(Permission.CONTACT_TAKE)
@keeps_words("who was told")
def feedback(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """The referrer and the family were told what was decided."""
    contact = get_beneath(request, Contact, case_pk, pk, *_PEOPLE)
    at = timezone.now()
    form = FeedbackForm(request.POST or None, at=at)
    if form.is_valid():
        said = form.cleaned_data
        try:
            log_feedback(contact=contact, by=request.user, at=said["told_at"], how=said["how"])
        except NotDecided as why:
            form.add_error("told_time", str(why))
        except DecidedBefore:
            contact = get_beneath(request, Contact, case_pk, pk, *_PEOPLE)
        else:
            messages.success(request, "Noted who was told.")
            return redirect(contact)
    context = {"case": contact.case, "contact": read_contact(contact, at), "form": form}
    return render(request, "cases/contact_feedback.html", context)
