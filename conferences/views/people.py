"""Who may come."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from conferences.forms.workspace import InviteeForm
from conferences.lookup import get_conference, get_invitee
from conferences.operations.stages import Overtaken, add_invitee, change_invitee

_FACTS = ("name", "tie", "side", "kind", "answer", "reach", "safe_contact", "taking_part", "version")


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("somebody to invite")
def new(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Add somebody who may come."""
    conference = get_conference(request, case_pk, pk)
    form = InviteeForm(request.POST or None)
    if form.is_valid():
        add_invitee(conference=conference, **form.facts())
        messages.success(request, f"{form.cleaned_data['name']} is on the list.")
        return redirect(conference)
    return render(request, "conferences/invitee_new.html", {"conference": conference, "form": form})


@needs(Permission.CONFERENCE_CONVENE)
@keeps_words("somebody to invite")
def detail(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """What is known of somebody who may come. Two people who change it at once both see it."""
    invitee = get_invitee(request, case_pk, pk)
    form = InviteeForm(request.POST or None, initial={name: getattr(invitee, name) for name in _FACTS})
    overtaken = False
    if form.is_valid():
        try:
            change_invitee(invitee=invitee, version=form.cleaned_data["version"] or 0, **form.facts())
        except Overtaken:
            overtaken = True
            form.show_version(invitee.version)
        else:
            messages.success(request, f"What you wrote about {form.cleaned_data['name']} is saved.")
            return redirect(invitee.conference)
    context = {"conference": invitee.conference, "invitee": invitee, "form": form, "overtaken": overtaken}
    return render(request, "conferences/invitee.html", context)
