"""Before court: the trail of section 31ZA, and whether the offer was in the letter. It advises and stops nobody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.lookup import get_case
from conferences.forms.offering import LetterForm
from conferences.operations.offering import say_what_the_letter_held
from conferences.readings.before_court import before_court, letter_of


@needs(Permission.CASE_READ)
def detail(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What was offered to whom before court, what is open, and the paragraph for the letter."""
    case = get_case(request, case_pk)
    page = before_court(case, timezone.localdate())
    context = {"case": case, "page": page, "may_record": may(request.user, Permission.CASE_RECORD)}
    return render(request, "conferences/before_court.html", context)


@needs(Permission.CASE_RECORD)
@keeps_words("what the letter before proceedings held")
def letter(request: HttpRequest, case_pk: int) -> HttpResponse:
    """Say whether the offer was in the letter. The last word holds."""
    case = get_case(request, case_pk)
    on = timezone.localdate()
    form = LetterForm(request.POST or None, on=on, letter_on=letter_of(case, on))
    if form.is_valid():
        said = form.cleaned_data
        say_what_the_letter_held(
            case=case, letter_on=said["letter_on"], is_in_letter=said["is_in_letter"] == "yes", by=request.user, on=on
        )
        messages.success(request, "Noted, for this family and for the census.")
        return redirect("conferences:before-court", case.pk)
    return render(request, "conferences/letter_held.html", {"case": case, "form": form})
