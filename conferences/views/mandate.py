"""What may be agreed at the meeting, said by a manager before it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, needs
from camden.office.kept import keeps_words
from cases.lookup import get_case
from conferences.forms.mandate import MandateForm
from conferences.lookup import get_conference
from conferences.operations.mandate import give_mandate
from conferences.operations.stages import NotThatWay
from conferences.readings.mandate import drafted, mandate_of, must_haves_of


@needs(Permission.CASE_ALLOCATE)
@keeps_words("a mandate")
def mandate(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """A manager says, before the meeting, what the worker may agree to there. Never of their own referral."""
    case = get_case(request, case_pk)
    conference = get_conference(request, case_pk, pk)
    rows = must_haves_of(conference)
    before = mandate_of(conference, rows)
    up_to = before.rule.up_to if before.rule else None
    form = MandateForm(
        request.POST or None, must_haves=drafted(conference, rows), promises=before.promises, up_to=up_to
    )
    if form.is_valid():
        on = timezone.localdate()
        try:
            give_mandate(conference=conference, by=request.user, is_manager=True, on=on, **form.facts())
        except NotThatWay as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, "Noted: this may be agreed at the meeting.")
            return redirect(conference)
    context = {"case": case, "conference": conference, "form": form, "before": before}
    is_own = conference.referred_by_id == request.user.pk
    return render(request, "conferences/mandate.html", context | {"is_own": is_own})
