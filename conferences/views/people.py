"""Who may come: the list and the picture, one person, contacts, who must not meet. The coordinator's alone."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from conferences.forms.people import ApartForm, ContactForm, EndApartForm, InviteeForm, NewInviteeForm
from conferences.lookup import get_invitee, get_of_preparation, get_prepared
from conferences.models import KeptApart, NetworkPerson, PreparingContact
from conferences.operations.people import (
    add_invitee,
    change_contact,
    change_invitee,
    end_apart,
    invite_from_network,
    keep_apart,
    log_contact,
)
from conferences.readings.people import invitees_of, read_apart, read_people, read_person


@needs(Permission.CONFERENCE_CONVENE)
def people(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """By side of the family, and as a picture. One press puts somebody of the network on the list."""
    conference = get_prepared(request, case_pk, pk)
    if request.method == "POST":
        key = request.POST.get("invite", "")
        known = get_of_preparation(request, NetworkPerson, case_pk, int(key) if _is_key(key) else 0)
        if known.conference_id != conference.pk:
            raise Http404
        invite_from_network(conference=conference, person=known)
        messages.success(request, f"{known.name} is on the list.")
        return redirect("conferences:people", case_pk, pk)
    return render(request, "conferences/people.html", {"conference": conference, "page": read_people(conference)})


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("somebody to invite")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Add somebody who may come, by name."""
    conference = get_prepared(request, case_pk, pk)
    form = NewInviteeForm(request.POST or None, initial={"side": request.GET.get("side", "")})
    if form.is_valid():
        added = add_invitee(conference=conference, **form.cleaned_data)
        messages.success(request, f"{added.name} is on the list.")
        return redirect("conferences:people", case_pk, pk)
    return render(request, "conferences/invitee_new.html", {"conference": conference, "form": form})


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("somebody to invite")
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What is known of somebody who may come. Two people who change it at once both see it."""
    invitee = get_invitee(request, case_pk, pk)
    form = InviteeForm(request.POST or None, invitee=invitee)
    if form.is_valid():
        try:
            change_invitee(invitee=invitee, version=form.version, **form.facts())
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, f"What you wrote about {form.cleaned_data['name']} is saved.")
            return redirect("conferences:people", case_pk, invitee.conference_id)
    context = {"conference": invitee.conference, "invitee": invitee, "form": form, "page": read_person(invitee)}
    return render(request, "conferences/invitee.html", context)


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a contact in preparation")
def contact_new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Log one contact. `?how=` is chosen already, and the day is today."""
    invitee = get_invitee(request, case_pk, pk)
    form = ContactForm(request.POST or None, on=timezone.localdate(), how=request.GET.get("how", ""))
    if form.is_valid():
        said = dict(form.cleaned_data)
        log_contact(invitee=invitee, by=request.user, on=said.pop("happened_on"), **said)
        messages.success(request, "Noted.")
        return redirect("conferences:invitee", case_pk, invitee.pk)
    return render(
        request, "conferences/contact.html", {"conference": invitee.conference, "invitee": invitee, "form": form}
    )


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("a contact in preparation")
def contact(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Correct a contact: its day, its minutes, its words."""
    row = get_of_preparation(request, PreparingContact, case_pk, pk, "invitee")
    shown = {name: getattr(row, name) for name in ("how", "happened_on", "minutes", "words")}
    form = ContactForm(request.POST or None, on=timezone.localdate(), initial=shown, version=row.version)
    if form.is_valid():
        try:
            change_contact(contact=row, version=form.version, **form.cleaned_data)
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, "Saved.")
            return redirect("conferences:invitee", case_pk, row.invitee_id)
    return render(
        request, "conferences/contact.html", {"conference": row.conference, "invitee": row.invitee, "form": form}
    )


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("who must not meet")
def apart(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Who must not meet whom, and why. `?one=` is the person it was opened from."""
    conference = get_prepared(request, case_pk, pk)
    form = ApartForm(request.POST or None, people=invitees_of(conference), initial={"one": request.GET.get("one", "")})
    if form.is_valid():
        said = form.cleaned_data
        why = {"because": said["because"], "is_by_law": said["is_by_law"], "version": form.version}
        try:
            keep_apart(conference=conference, **why, **form.pair())
        except Overtaken as found:
            form.overtaken(found, who="These two are on the list already: somebody")
        else:
            messages.success(request, "Noted: they must not meet. Now say how each takes part.")
            return redirect("conferences:apart", case_pk, pk)
    context = {"conference": conference, "form": form, "pairs": read_apart(conference)}
    return render(request, "conferences/apart.html", context)


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("that two may meet again")
def apart_ending(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """These two may meet again."""
    pair = get_of_preparation(request, KeptApart, case_pk, pk, "one", "two")
    form = EndApartForm(request.POST or None, version=pair.version)
    if form.is_valid():
        try:
            end_apart(pair=pair, version=form.version, on=timezone.localdate())
        except Overtaken as found:
            form.overtaken(found)
        else:
            messages.success(request, f"{pair.one.name} and {pair.two.name} may meet again.")
            return redirect("conferences:apart", case_pk, pair.conference_id)
    return render(request, "conferences/apart_ending.html", {"conference": pair.conference, "pair": pair, "form": form})


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18
