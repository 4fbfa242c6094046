"""Ideas that rang a bell, and what somebody will ask the family about each."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.operations.versions import Overtaken
from supervision import readings
from supervision.forms import KeptIdeasForm
from supervision.lookup import get_discussion_to_write
from supervision.operations import Locked, NotInTheRoom, write_kept
from supervision.readings.settings import to_think_with
from supervision.views.sessions import locked


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("what we will ask")
def kept_ideas(request: HttpRequest, discussion_pk: int) -> HttpResponse:
    """All kept ideas of one family on one page: what we ask, of whom, by whom, by when, in which first sentence."""
    found = get_discussion_to_write(request, discussion_pk)
    if found.agreed_on or found.session.cancelled_on:
        messages.info(request, locked(found))
        return redirect("supervision:discussion", found.pk)
    asked = readings.kept_asked(found, readings.keepers(found, readings.room(found)))
    form = KeptIdeasForm(request.POST or None, on=timezone.localdate(), **asked)
    if form.is_valid():
        try:
            write_kept(discussion=found, by=request.user, said=form.cleaned_data["said"], version=form.version or None)
        except Locked:
            messages.error(request, locked(found))
            return redirect("supervision:discussion", found.pk)
        except NotInTheRoom:
            form.add_error(None, "Choose somebody else to ask.")
        except Overtaken:
            form.overtaken(form.as_it_is_now())
        else:
            messages.success(request, "Saved.")
            return redirect("supervision:discussion", found.pk)
    context = {"discussion": found, "case": found.case, "form": form, "ideas": asked["ideas"]}
    context["to_think_with"] = to_think_with(found.held_on.toordinal() + found.pk) if asked["ideas"] else ()
    return render(request, "supervision/kept_ideas.html", context)
