"""The page of a quick round."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.rules.names import day_in_words
from supervision.forms.rounds import QuickRoundForm
from supervision.lookup import get_session_i_am_at
from supervision.operations import Locked, NotInTheRoom
from supervision.operations.rounds import QuickLine, write_quick_round
from supervision.readings.rounds import quick_round as read


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("a quick round")
def quick_round(request: HttpRequest, session_pk: int) -> HttpResponse:
    """One page for all families of the quick round, a line each."""
    found, on = get_session_i_am_at(request, session_pk), timezone.localdate()
    families = read(found, request.user, on)
    request.opened.add(*(family.case.pk for family in families))
    form = QuickRoundForm(request.POST or None, families=families)
    if form.is_valid():
        lines = [
            QuickLine(family.case, family.discussion, family.item, words, voices)
            for family, words, voices in form.cleaned_data["lines"]
        ]
        try:
            write_quick_round(session=found, lines=lines, by=request.user, on=on)
        except Locked:
            messages.error(request, "One of these was agreed meanwhile. What was written of it stays as it is.")
        except NotInTheRoom:
            messages.error(request, "Nobody here presents one of these families. Say who is here first.")
        else:
            messages.success(request, "Saved. It counts once the session ends with nothing left to write.")
        return redirect("supervision:session", found.pk)
    context = {"session": found, "day": day_in_words(found.held_on), "families": families, "form": form}
    return render(request, "supervision/quick_round.html", context)
