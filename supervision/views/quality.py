"""How a group sees its own sessions: what each says, and the group's own trend."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from camden.rules.names import day_in_words
from supervision.forms.quality import RatingForm
from supervision.lookup import get_group_i_belong_to, get_session_i_am_at
from supervision.operations.quality import rate_session
from supervision.readings.quality import may_rate, my_rating, trend_of
from supervision.rules.quality import SAYS, Source, is_open, wonders

KEPT = {
    Source.SELF: "Kept. Your group hears it without your name, once three of you have said theirs.",
    Source.OBSERVER: "Kept. Your group hears it without your name, over five sessions that were observed.",
}


@needs(Permission.SUPERVISION_JOIN)
@keeps_words("how they saw a session")
def rating(request: HttpRequest, session_pk: int) -> HttpResponse:
    """Say how I saw a session I was at. Nobody else reads it; the group hears it from three answers up, without who."""
    found, on = get_session_i_am_at(request, session_pk), timezone.localdate()
    if not may_rate(found, request.user, on):
        raise Http404
    day = day_in_words(found.held_on)
    if not is_open(found.held_on, on):
        return render(request, "supervision/rating.html", {"session": found, "day": day})
    form = RatingForm(request.POST or None, initial=my_rating(found, request.user))
    if form.is_valid():
        source, band, items = form.cleaned_data["source"], form.cleaned_data["band"], form.items()
        rate_session(session=found, by=request.user, source=source, band=band, items=items)
        messages.success(request, KEPT[source])
        if question := wonders(band, items):
            messages.info(request, question)
        return redirect("supervision:session", found.pk)
    return render(request, "supervision/rating.html", {"session": found, "day": day, "form": form})


@needs(Permission.SUPERVISION_JOIN)
def trend(request: HttpRequest, group_pk: int) -> HttpResponse:
    """How a group sees its own sessions over time, for its own people."""
    group = get_group_i_belong_to(request, group_pk)
    return render(
        request,
        "supervision/trend.html",
        {"group": group, "cards": trend_of(group, timezone.localdate()), "says": SAYS},
    )
