"""The front door: the board, and taking a contact about a family nobody may know yet."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.front_door import ContactForm, LookForm
from cases.operations.contacts import NotTaken, open_family
from cases.readings.contacts import known_families
from cases.readings.front_door import Board, Show, board, without_deciding
from cases.readings.record_lists import teams_for_new_families


@needs(Permission.CONTACT_TAKE)
def front_door(request: HttpRequest) -> HttpResponse:
    """What waits for a decision in records this person sees, the nearest limit first."""
    show = next((each for each in Show if each.value == request.GET.get("show", "")), Show.CONTACTS)
    page = board(user=request.user, show=show, at=timezone.now())
    request.opened.add(*{card.case_pk for card in page.cards})
    if not may(request.user, Permission.CASE_AUTHORISE):
        page = without_deciding(page)
    return render(request, "cases/front_door.html", {"board": page, "tabs": _tabs(page)})


@needs(Permission.CONTACT_TAKE)
@keeps_words("a contact")
def contact_new(request: HttpRequest) -> HttpResponse:
    """Look first whether we know the family (`?q=`, `?born=`); then, for a new one (`?new=1`), the contact."""
    at = timezone.now()
    if request.method != "POST" and "new" not in request.GET:
        return _look(request)
    teams = teams_for_new_families(request.user)
    form = ContactForm(request.POST or None, at=at, teams=teams)
    if form.is_valid():
        try:
            contact = open_family(team=form.team_chosen(), by=request.user, people=form.people(), said=form.said())
        except NotTaken as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        else:
            messages.success(request, f"Contact taken. A new record is open: {contact.case.name}.")
            return redirect(contact)
    return render(request, "cases/contact_new.html", {"form": form, "no_team": not teams})


def _look(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    form = LookForm(request.GET if {"q", "born"} & set(request.GET) else None, on=on)
    found: Any = None
    if form.is_valid():
        said = form.cleaned_data
        found = known_families(user=request.user, words=said["q"], born_on=said["born"], on=on)
        request.opened.add(*(line.pk for line in found))
    return render(request, "cases/contact_new.html", {"look": form, "found": found})


def _tabs(page: Board) -> list[dict[str, Any]]:
    return [
        {"text": tab.tab, "href": f"?show={tab.value}", "current": tab is page.show, "count": page.counts[tab]}
        for tab in Show
    ]
