"""The front door: the board, and taking a contact about a family nobody may know yet."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.middleware import page_name
from camden.office.kept import keeps_words
from cases.forms.front_door import ContactForm, LookForm
from cases.operations.contacts import NotTaken, open_family
from cases.operations.elsewhere import KnownElsewhere, look_elsewhere
from cases.readings.caseload import RecordLine
from cases.readings.contacts import known_families
from cases.readings.front_door import Board, Show, board, without_deciding
from cases.readings.record_lists import teams_for_new_families
from cases.readings.same_child import known_children


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
    known, elsewhere = _known(request, form) if form.is_valid() and not form.is_another else ((), ())
    if known or elsewhere:
        form.say_known()
    elif form.is_valid():
        try:
            contact = open_family(team=form.team_chosen(), by=request.user, people=form.people(), said=form.said())
        except NotTaken as why:
            form.add_error(why.about if why.about in form.fields else None, str(why))
        else:
            messages.success(request, f"Contact taken. A new record is open: {contact.case.name}.")
            return redirect(contact)
    context = {"form": form, "no_team": not teams, "found": known, "elsewhere": elsewhere}
    return render(request, "cases/contact_new.html", context)


def _look(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    form = LookForm(request.GET if {"q", "born"} & set(request.GET) else None, on=on)
    found: Any = None
    elsewhere: Any = None
    if form.is_valid():
        said = form.cleaned_data
        found = known_families(user=request.user, words=said["q"], born_on=said["born"], on=on)
        request.opened.add(*(line.pk for line in found))
        elsewhere = look_elsewhere(words=said["q"], born_on=said["born"], page=page_name(request))
    return render(request, "cases/contact_new.html", {"look": form, "found": found, "elsewhere": elsewhere})


def _known(request: HttpRequest, form: ContactForm) -> tuple[tuple[RecordLine, ...], tuple[KnownElsewhere, ...]]:
    """Who of the children in the form is known already: open to this person, and to another team."""
    said, page = form.born(), page_name(request)
    found = known_children(user=request.user, said=said, on=form.on)
    request.opened.add(*(line.pk for line in found))
    elsewhere = [one for child in said for one in look_elsewhere(words=child.name, born_on=child.day, page=page)]
    return found, tuple(dict.fromkeys(elsewhere))


def _tabs(page: Board) -> list[dict[str, Any]]:
    return [
        {"text": tab.tab, "href": f"?show={tab.value}", "current": tab is page.show, "count": page.counts[tab]}
        for tab in Show
    ]
