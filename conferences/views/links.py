"""Afterwards: links for the family, how it went, and what came of it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from conferences.forms.links import LinkForm, OutcomeForm
from conferences.lookup import get_conference, get_invitee, get_of_preparation, get_prepared
from conferences.models import FamilyConference, FamilyLink, OutcomeWords
from conferences.operations.links import NotMade, ask_no_more, close_link, make_link
from conferences.operations.outcomes import NotKept, note_read, write_down
from conferences.readings.afterwards import answers_of, children_then, held_on
from conferences.readings.links import is_agreed, links_of, who_may_have
from conferences.rules.links import For
from conferences.rules.outcomes import asked_now


@needs(Permission.CONFERENCE_READ)
def afterwards(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What came of it. The coordinator has links and words; whoever sees the record, numbers and the children."""
    conference: Any = get_conference(request, case_pk, pk)
    on, held = timezone.localdate(), held_on(conference)
    context = {"conference": conference, "answers": answers_of(conference), "is_held": held is not None}
    if conference.is_convened:
        may, may_not = who_may_have(conference)
        context |= {"links": links_of(conference, on), "may": may, "may_not": may_not}
    else:
        context["then"] = children_then(conference, held, on)
    return render(request, "conferences/afterwards.html", context)


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a link for somebody of the family")
def link_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Make a link for one person. It is shown once: only its hash is kept."""
    conference = get_prepared(request, case_pk, pk)
    on, is_there = timezone.localdate(), is_agreed(conference)
    may, may_not = who_may_have(conference)
    opens = list(For) if is_there else [For.ASKING]
    form = LinkForm(request.POST or None, people=may, opens=opens)
    if form.is_valid():
        said = form.cleaned_data
        timing = asked_now(held_on(conference), on=on) if said["opens"] is For.ASKING else ""
        try:
            link, secret = make_link(
                invitee=said["invitee"], opens=said["opens"], timing=timing, by=request.user, on=on
            )
        except NotMade as why:
            form.add_error("who", str(why))
        else:
            return _made(request, conference, link, secret)
    context = {"conference": conference, "form": form, "may": may, "may_not": may_not, "is_agreed": is_there}
    return render(request, "conferences/link_new.html", context)


@needs(Permission.CONFERENCE_CONVENE)
def link_closing(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Close a link at once, whoever has it. Somebody who only looks is led to where the button is."""
    link = get_of_preparation(request, FamilyLink, case_pk, pk, "invitee")
    if request.method == "POST":
        close_link(link=link, on=timezone.localdate())
        messages.success(request, f"{link.invitee.name}’s link is closed.")
    return redirect("conferences:afterwards", case_pk, link.conference_id)


@needs(Permission.CONFERENCE_CONVENE)
def no_more(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Somebody wants no more questions."""
    invitee = get_invitee(request, case_pk, pk)
    if request.method == "POST":
        ask_no_more(invitee=invitee, on=timezone.localdate())
        messages.success(request, f"{invitee.name} is asked nothing more.")
    return redirect("conferences:afterwards", case_pk, invitee.conference_id)


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("how it went for a family")
def outcome_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Write down what somebody says, or hand over the telephone."""
    conference = get_prepared(request, case_pk, pk)
    on = timezone.localdate()
    may, may_not = who_may_have(conference)
    people = sorted([*may, *(one for one, _ in may_not)], key=lambda one: (one.name, one.pk))
    timing = asked_now(held_on(conference), on=on)
    form = OutcomeForm(request.POST or None, people=people, on=on, timing=timing)
    if form.is_valid():
        said = form.cleaned_data
        try:
            kept = write_down(
                conference=conference,
                invitee=said["invitee"],
                timing=said["timing"],
                points=form.points(),
                words=said["words"],
                is_worried=said["worried"],
                answered_on=said["answered_on"],
                by=request.user,
                on=on,
            )
        except NotKept as why:
            form.add_error(why.about, str(why))
        else:
            told = " The children’s workers are told of the danger." if kept.speaks_of_danger else ""
            messages.success(request, f"Kept.{told}")
            return redirect("conferences:afterwards", case_pk, pk)
    return render(request, "conferences/outcome_new.html", {"conference": conference, "form": form, "people": people})


@needs(Permission.CONFERENCE_CONVENE)
def outcome_reading(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A person has read these words."""
    words = get_of_preparation(request, OutcomeWords, case_pk, pk)
    if request.method == "POST":
        note_read(words=words, by=request.user, on=timezone.localdate())
        messages.success(request, "Noted that you have read it.")
    return redirect("conferences:afterwards", case_pk, words.conference_id)


def _made(request: HttpRequest, conference: FamilyConference, link: FamilyLink, secret: str) -> HttpResponse:
    address = settings.CAMDEN_URL.rstrip("/") + reverse("conferences:family-link", args=[secret])
    context = {"conference": conference, "link": link, "address": address, "is_asking": link.opens == For.ASKING}
    response = render(request, "conferences/link_made.html", context)
    response["Cache-Control"] = "no-store"
    return response
